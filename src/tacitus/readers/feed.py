"""RSS and Atom: one article an entry, of the text that the feed itself carries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from email.utils import parseaddr

from lxml import etree

from tacitus.errors import InputError
from tacitus.model import Article, Problem
from tacitus.readers.article import article_from_fields
from tacitus.readers.html import article_of_page
from tacitus.readers.source import MAX_BYTES, Format, Given, ReadFailure, Source

_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[^>]*\?>\s*)*"
    rb"(?:<!DOCTYPE[^>\[]*(?:\[.{0,20000}?\]\s*)?>\s*)?<(?:rss|feed|rdf:RDF)\b",
    re.S,
)
_TEXTS = ("encoded", "content", "description", "summary")
_DAYS = ("pubDate", "published", "date", "issued", "updated")
_PREFIX = re.compile(r"(</?)[\w.-]+:(?=\w)")
_PAGE = re.compile(r"(?i)\s*<(?:!doctype html|html)\b")
_BOM = b"\xef\xbb\xbf"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_BREAK = re.compile(r"(?i)</?(?:p|br|div|li|h[1-6]|blockquote)\b[^>]*>")
_ONLY_SUMMARY = Problem("reading", "the feed carries only a summary: give the page itself for the whole report")


def recognises(head: bytes) -> bool:
    """Whether the input begins as a feed does."""
    return _FEED.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read_feed(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields the entries in the order of the feed; entities of the feed's own making are refused."""
    data = source.stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES or b"<!ENTITY" in data:
        what = "entities of its own" if b"<!ENTITY" in data else f"more than {MAX_BYTES >> 20} MB"
        yield ReadFailure(source.name, f"a feed with {what}, which is not read: give the pages that it names")
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        root = None
    entries = [] if root is None else [e for e in root.iter(etree.Element) if _name(e) in ("item", "entry")]
    if root is None or not entries:
        yield ReadFailure(source.name, "a feed without entries: check that it is whole")
        return
    channel = next((e for e in root.iter(etree.Element) if _name(e) in ("channel", "feed")), root)
    about = {
        "publisher": _first(channel, ("title",)),
        "language": _first(channel, ("language",)) or root.get(_LANGUAGE),
    }
    for number, entry in enumerate(entries, start=1):
        try:
            yield _article(entry, about, given.published)
        except InputError as error:
            yield ReadFailure(f"{source.name}, entry {number}", str(error))


def _article(entry: etree._Element, about: Mapping[str, str | None], published: date | None) -> Article:
    kinds = {_name(child): _markup(child) for child in reversed(entry) if isinstance(child.tag, str)}
    kind = next((kind for kind in _TEXTS if kinds.get(kind)), "")
    fields = {
        "text": _text(kinds.get(kind, "")),
        "title": _plain(kinds.get("title", "")),
        "date": next((kinds[name] for name in _DAYS if kinds.get(name)), None),
        "url": kinds.get("link") or _address(entry),
        "author": _author(entry),
        **about,
    }
    article = article_from_fields(fields, published=published)
    if kind in ("encoded", "content"):
        return article
    return replace(article, problems=(*article.problems, _ONLY_SUMMARY))


def _markup(element: etree._Element) -> str:
    """The markup that an element holds, whether it is written as text or, in XHTML, as elements of the feed."""
    if not len(element) or _name(element) not in _TEXTS:
        return _words(element)
    inner = "".join(etree.tostring(child, encoding="unicode") for child in element)
    return (element.text or "").strip() + _PREFIX.sub(r"\1", inner)


def _text(markup: str) -> str:
    """The words of an entry's markup; of a whole page, those of the report in it."""
    if _PAGE.match(markup):
        try:
            return article_of_page(_BOM + markup.encode("utf-8", errors="replace"), None, None).text
        except InputError:
            pass
    return _plain(markup)


def _author(entry: etree._Element) -> str | None:
    """Who wrote the entry; of an address with a name, the name."""
    for child in entry:
        if _name(child) in ("creator", "author"):
            words = _first(child, ("name",)) or _words(child)
            name = parseaddr(words)[0] if "@" in words else words
            if name:
                return name
    return None


def _plain(markup: str) -> str:
    """The words of markup within an entry, a paragraph a line."""
    parser = etree.HTMLParser(remove_comments=True)
    lines = []
    for part in _BREAK.split(markup):
        root = etree.HTML(part, parser) if part.strip() else None
        words = "" if root is None else " ".join("".join(root.itertext()).split())
        if words:
            lines.append(words)
    return "\n".join(lines)


def _first(parent: etree._Element, names: tuple[str, ...]) -> str | None:
    return next((_words(child) for child in parent if _name(child) in names), None)


def _address(entry: etree._Element) -> str | None:
    return next((child.get("href") for child in entry if _name(child) == "link" and child.get("href")), None)


def _name(element: etree._Element) -> str:
    # Damaged feeds hold names, such as "item:", that lxml itself refuses to take apart.
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def _words(element: etree._Element) -> str:
    return "".join(element.itertext()).strip()


FEED = Format("RSS or Atom", recognises, read_feed)
