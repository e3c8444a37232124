"""NewsML-G2, NewsML 1 and NITF: the news agencies' XML, one article a news item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from tacitus.errors import InputError
from tacitus.model import Article, Role
from tacitus.readers.article import article_from_fields
from tacitus.readers.html import lines_of
from tacitus.readers.page_body import Block
from tacitus.readers.source import MAX_BYTES, Format, Given, ReadFailure, Source

_START = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[^>]*\?>\s*)*(?:<!DOCTYPE[^>\[]*>\s*)?"
    rb"<(?:\w+:)?(newsMessage|newsItem|packageItem|NewsML|nitf)\b",
    re.S,
)
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
# The elements of one item that hold what, likeliest first.
_TITLES = ("hl1", "headline", "HeadLine", "title")
_DAYS = ("story.date", "contentCreated", "versionCreated", "firstCreated", "FirstCreated", "date.issue", "DateId")
_AUTHORS = ("byline", "ByLine", "creator", "by")
_PUBLISHERS = ("infoSource", "provider", "Provider", "creditline", "CreditLine", "doc.copyright")
_DATELINES = ("dateline", "DateLine")
_ROLES: dict[str, Role] = {"p": "body", "hl2": "body", "media-caption": "caption", "caption": "caption"}


def is_newsml(head: bytes) -> bool:
    """Whether the input begins as NewsML does, of either version."""
    return _root(head) not in (None, b"nitf")


def is_nitf(head: bytes) -> bool:
    """Whether the input begins as NITF does."""
    return _root(head) == b"nitf"


def _root(head: bytes) -> bytes | None:
    start = _START.match(head.removeprefix(b"\xef\xbb\xbf"))
    return start[1] if start else None


def read_news(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields the news items in the order of the message; entities of its own making are refused."""
    data = source.stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES or b"<!ENTITY" in data:
        what = "entities of its own" if b"<!ENTITY" in data else f"more than {MAX_BYTES >> 20} MB"
        yield ReadFailure(source.name, f"a news message with {what}, which is not read: give the reports' texts")
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        root = None
    items = [] if root is None else _items(root)
    if not items:
        yield ReadFailure(source.name, "a news message without text: check that it is whole")
    for number, item in enumerate(items, start=1):
        try:
            yield _article(item, source, given)
        except InputError as error:
            yield ReadFailure(f"{source.name}, item {number}", str(error))


def _items(root: etree._Element) -> list[etree._Element]:
    """The elements that are one report each: innermost news items, or the whole."""
    kinds = ("newsItem", "NewsItem", "nitf")
    found = [e for e in root.iter(etree.Element) if _name(e) in kinds]
    outermost = [e for e in found if not any(_name(a) in kinds for a in e.iterancestors())]
    return outermost or [root]


def _article(item: etree._Element, source: Source, given: Given) -> Article:
    title = _first(item, _TITLES)
    blocks = list(_blocks(item))
    if not blocks:
        raise InputError("a news item without text: pictures and mere links are not coded")
    if title:
        blocks.insert(0, Block("headline", title, "h1", 0))
    dateline = _first(item, _DATELINES)
    if dateline:
        blocks.insert(1 if title else 0, Block("dateline", dateline, "p", 0))
    text, sections = lines_of(blocks)
    fields = {"text": text, "title": title, "date": _day(item), "publisher": _first(item, _PUBLISHERS),
              "author": _first(item, _AUTHORS), "language": _language(item), "id": item.get("guid"),
              "uri": source.uri}  # fmt: skip
    return replace(article_from_fields(fields, published=given.published), sections=sections)


def _blocks(item: etree._Element) -> Iterator[Block]:
    """The paragraphs and captions of the text, in order; what stands in them is theirs."""
    for element in item.iter(etree.Element):
        role = _ROLES.get(_name(element))
        words = _words(element)
        if role is None or not words or any(_name(a) in _ROLES or _name(a) == "head" for a in element.iterancestors()):
            continue
        inside_media = any(_name(a) in ("media", "figure") for a in element.iterancestors())
        yield Block("caption" if inside_media else role, words, "p", 0)
    if not any(_name(e) == "p" for e in item.iter(etree.Element)):
        for element in item.iter(etree.Element):
            if _name(element) in ("inlineData", "DataContent", "body.content"):
                yield from (Block("body", line, "p", 0) for line in _lines(element))


def _lines(element: etree._Element) -> Sequence[str]:
    lines = (" ".join(line.split()) for line in "".join(element.itertext()).splitlines())
    return [line for line in lines if line]


def _day(item: etree._Element) -> str | None:
    for kind in _DAYS:
        for element in _named(item, kind):
            words = element.get("norm") or _words(element)
            if words:
                # NITF writes 20190304T080000Z.
                return _COMPACT_DAY.sub(r"\1-\2-\3", words, count=1)[:10]
    return None


def _language(item: etree._Element) -> str | None:
    told: str | None = next((e.get("tag") for e in _named(item, "language") if e.get("tag")), None)
    return told or item.get("{http://www.w3.org/XML/1998/namespace}lang")


def _first(item: etree._Element, kinds: Sequence[str]) -> str | None:
    """The words of the first element of the likeliest kind that has any; a name within stands for it."""
    for kind in kinds:
        for element in _named(item, kind):
            inner = next((e for e in element.iter(etree.Element) if _name(e) == "name" and _words(e)), None)
            words = _words(element if inner is None else inner) or element.get("holder") or element.get("literal")
            if words:
                return words
    return None


def _named(item: etree._Element, kind: str) -> Iterator[etree._Element]:
    return (e for e in item.iter(etree.Element) if _name(e) == kind)


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


NEWSML = Format("NewsML-G2", is_newsml, read_news)
NITF = Format("NITF", is_nitf, read_news)
