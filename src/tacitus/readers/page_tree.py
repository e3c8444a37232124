"""Markup to a tree, without what no reader of the page sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from lxml import etree

from tacitus.model import Problem
from tacitus.readers.encoding import decode, decode_as, encoding_by_mark

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,200}?encoding=["']([\w.-]{2,40})""", re.I
)
_DECLARED_WITHIN = 8192
# In small letters, as `_seen` looks for them.
_OPENS = re.compile(rb"<(s(?:cript|tyle|vg|elect)|noscript|te(?:mplate|xtarea)|iframe|object)(?=[\s>/])")
_LINKED_DATA = b"application/ld+json"
_LONGEST_END = 99
_NO_CHARACTERS = bytes(code for code in range(32) if code not in b"\t\n\r")
_TO_SPACES = bytes.maketrans(_NO_CHARACTERS, b" " * len(_NO_CHARACTERS))


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a tree, and the linked data that it carries."""

    root: etree._Element
    linked: tuple[str, ...]
    problems: tuple[Problem, ...]


def parse_page(data: bytes) -> Page | None:
    """The page; None where there is no markup at all."""
    markup, problems = _in_utf8(data)
    linked: list[str] = []
    seen = b"".join(_seen(markup, linked)).translate(_TO_SPACES)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        root = etree.fromstring(seen, parser)
    except etree.XMLSyntaxError:
        return None
    return None if root is None else Page(root, tuple(linked), problems)


def _in_utf8(data: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    """The page in UTF-8, from what a byte order mark or the page declares, or as any text."""
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    declared = (found.group(1) or found.group(2)).decode("ascii").lower() if found else "utf-8"
    if encoding_by_mark(data) is None and declared in ("utf-8", "utf8"):
        # Most pages: what is checked need not be written anew.
        with suppress(UnicodeDecodeError):
            data.decode("utf-8")
            return data, ()
    text, problems = decode(data) if encoding_by_mark(data) or found is None else decode_as(data, declared)
    return text.encode("utf-8", errors="replace"), problems


def _seen(markup: bytes, linked: list[str]) -> Iterator[bytes]:
    """The parts of the markup between scripts and the like; linked data is put into `linked`."""
    small = markup.lower()
    at = 0
    unclosed: set[bytes] = set()
    while (opened := _OPENS.search(small, at)) is not None and (inner := small.find(b">", opened.end()) + 1):
        yield markup[at : opened.start()]
        tag = opened.group(1)
        closes = -1 if tag in unclosed else small.find(b"</" + tag, inner)
        at = small.find(b">", closes, closes + len(tag) + _LONGEST_END) + 1 if closes >= 0 else 0
        if not at:
            at = inner
            unclosed.add(tag)
        elif tag == b"script" and _LINKED_DATA in small[opened.end() : inner]:
            linked.append(markup[inner:closes].decode("utf-8"))
    yield markup[at:]
