"""HTML: a page is one article, its headline and the report's paragraphs and captions on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from tacitus.errors import InputError
from tacitus.knowledge.pages import PageRules, load_pages
from tacitus.model import Article, Section, Span
from tacitus.readers.article import article_from_fields
from tacitus.readers.page_body import Block, find_blocks
from tacitus.readers.page_facts import PageFacts, page_facts
from tacitus.readers.page_tree import parse_page
from tacitus.readers.source import MAX_BYTES, Format, Given, ReadFailure, Source

_DATA = Path(__file__).parent.parent / "data"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype html|html|head|body|meta|title|article|div|p)\b",
    re.I | re.S,
)
_FULLER = 2
"""By how much the text in a page's data has to be longer than what the page shows to be read in its place."""


def recognises(head: bytes) -> bool:
    """Whether the input begins as a page does."""
    return _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read_page(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields the page as one article; all offsets count into the text recovered from it."""
    markup = source.stream.read(MAX_BYTES + 1)
    if len(markup) > MAX_BYTES:
        yield ReadFailure(source.name, f"a page of more than {MAX_BYTES >> 20} MB: give the report's text")
        return
    try:
        yield article_of_page(markup, source.uri, given.published)
    except InputError as error:
        yield ReadFailure(source.name, str(error))


def article_of_page(markup: bytes, uri: str | None, published: date | None) -> Article:
    """The article of a page; its text is the headline, then a line a paragraph or caption, with given sections.

    Raises InputError where the page holds no report.
    """
    page = parse_page(markup)
    if page is None:
        raise InputError("a page without any words: give the report's text")
    facts = page_facts(page, _rules())
    blocks = _fuller(find_blocks(page.root, _rules()), facts)
    if not blocks:
        raise InputError("no report is found in the page: give the report's text")
    title = facts.title or ""
    headline = [Block("headline", title, "h1", 0)] if title else []
    text, sections = lines_of([*headline, *(block for block in blocks if block.text != title)])
    fields = {
        "text": text,
        "uri": facts.address or uri,
        "title": facts.title,
        "publisher": facts.publisher,
        "author": facts.author,
        "language": facts.language,
        "date": facts.published and facts.published.isoformat(),
    }
    article = article_from_fields(fields, published=published, problems=page.problems)
    return replace(article, sections=sections)


def lines_of(blocks: Sequence[Block]) -> tuple[str, tuple[Section, ...]]:
    """A text with a line a block, and the sections that blocks give it."""
    sections: list[Section] = []
    at = 0
    for block in blocks:
        sections.append(Section(block.role, Span(at, at + len(block.text))))
        at += len(block.text) + 1
    return "\n".join(block.text for block in blocks), tuple(sections)


def _fuller(blocks: list[Block], facts: PageFacts) -> list[Block]:
    """The blocks, or the lines of the text in the page's data where that is much longer."""
    if facts.body is None or len(facts.body) < _FULLER * sum(len(block.text) for block in blocks):
        return blocks
    lines = (" ".join(line.split()) for line in facts.body.splitlines())
    return [Block("body", line, "p", 0) for line in lines if line]


@cache
def _rules() -> PageRules:
    return load_pages(_DATA)


HTML = Format("HTML", recognises, read_page)
