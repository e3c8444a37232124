"""Markup to a tree, without what no reader of the page sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tacitus.model import Problem
from tacitus.readers.encoding import decode, decode_as, encoding_by_mark

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,200}?encoding=["']([\w.-]{2,40})""", re.I
)
_DECLARED_WITHIN = 8192
_UNSEEN = ("script", "style", "svg", "noscript", "template", "iframe", "object", "select", "textarea")
_OPENS = re.compile(rf"<({'|'.join(_UNSEEN)})(?=[\s>/])[^>]*>", re.I)
_CLOSES = {tag: re.compile(rf"</{tag}[^>]{{0,99}}>", re.I) for tag in _UNSEEN}
_LINKED_DATA = re.compile(r"application/ld\+json", re.I)
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a tree, and the linked data that it carries."""

    root: etree._Element
    linked: tuple[str, ...]
    problems: tuple[Problem, ...]


def parse_page(data: bytes) -> Page | None:
    """The page; None where there is no markup at all."""
    text, problems = _characters(data)
    linked: list[str] = []
    seen = "".join(_seen(_NO_CHARACTER.sub(" ", text), linked))
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(seen.encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError:
        return None
    return None if root is None else Page(root, tuple(linked), problems)


def _characters(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The page's characters: by byte order mark, declaration, or as any text."""
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if encoding_by_mark(data) or declared is None:
        return decode(data)
    return decode_as(data, (declared.group(1) or declared.group(2)).decode("ascii"))


def _seen(text: str, linked: list[str]) -> Iterator[str]:
    """The parts of the markup between scripts and the like; linked data is put into `linked`."""
    at = 0
    unclosed: set[str] = set()
    while (opened := _OPENS.search(text, at)) is not None:
        yield text[at : opened.start()]
        tag = opened.group(1).lower()
        closed = None if tag in unclosed else _CLOSES[tag].search(text, opened.end())
        at = opened.end() if closed is None else closed.end()
        if closed is None:
            unclosed.add(tag)
        elif tag == "script" and _LINKED_DATA.search(opened.group()):
            linked.append(text[opened.end() : closed.start()])
    yield text[at:]
