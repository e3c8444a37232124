"""Markdown: a document is one article of its words alone, with what its front matter says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.errors import InputError
from tacitus.model import Article, Problem, Role, Section, Span
from tacitus.readers.article import article_from_fields
from tacitus.readers.encoding import decode
from tacitus.readers.fields import is_known
from tacitus.readers.plain import article_of_plain
from tacitus.readers.source import MAX_BYTES, MAX_CHARACTERS, Format, Given, ReadFailure, Source

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n((?:[^\r\n]{0,2000}\r?\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_KEY = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]+(\S.*)")
_HEADING = re.compile(r"^#{1,6} +\S", re.M)
_OTHER_MARKS = tuple(
    re.compile(mark, re.M)
    for mark in (
        r"^#{2,6} +\S",
        r"!\[[^\]\n]{0,300}\]\([^)\s]+",
        r"(?<!!)\[[^\]\n]{1,300}\]\((?:https?:|mailto:|[/#.])[^)\s]*",
        r"\*\*\w[^*\n]{0,300}\*\*",
        r"^> \S",
        r"^```",
    )
)
_LONGEST = 500_000
_TOO_LONG = Problem("reading", f"Markdown of more than {_LONGEST:,} characters: read as it is, with its marks")
_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class _Line:
    role: Role
    text: str


def recognises(head: bytes) -> bool:
    """Whether the input is surely Markdown: by its front matter, or by a heading and another mark."""
    text = decode(head)[0]
    if _front_matter(text)[0]:
        return True
    return _HEADING.search(text) is not None and any(mark.search(text) for mark in _OTHER_MARKS)


def read_markdown(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields the document as one article; all offsets count into its words without their marks."""
    data = source.stream.read(MAX_BYTES + 1)
    text, problems = decode(data)
    if len(data) > MAX_BYTES or len(text) > MAX_CHARACTERS:
        yield ReadFailure(source.name, f"more than {MAX_CHARACTERS:,} characters: split it into one text per report")
        return
    try:
        if len(text) > _LONGEST:
            yield article_of_plain(text, source.uri, given.published, (*problems, _TOO_LONG))
        else:
            yield _article(text, source.uri, given, problems)
    except InputError as error:
        yield ReadFailure(source.name, str(error))


def _article(text: str, uri: str | None, given: Given, problems: tuple[Problem, ...]) -> Article:
    front, body = _front_matter(text)
    lines = list(_lines(body))
    heading = next((line.text for line in lines if line.role == "headline"), None)
    told: dict[str, object] = {key: value for key, value in front.items() if not is_known(key, "text", "title")}
    title = next((value for key, value in front.items() if is_known(key, "title")), heading)
    if title and heading is None:
        lines.insert(0, _Line("headline", title))
    words, sections = _joined(lines)
    if not words:
        raise InputError("Markdown without any words: give the report's text")
    fields = {"url": uri} | told | {"text": words, "title": title}
    return replace(article_from_fields(fields, given.published, problems=problems), sections=sections)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """What the lines `key: value` between two rules at the beginning say, if a key is known, and what follows them."""
    found = _FRONT.match(text)
    if found is None:
        return {}, text
    lines = (_KEY.fullmatch(line.rstrip()) for line in found[1].splitlines())
    told = {line[1]: _unquoted(line[2]) for line in lines if line}
    return (told, text[found.end() :]) if any(map(is_known, told)) else ({}, text)


def _unquoted(value: str) -> str:
    """A value without its quotes, or the values of a list with commas between."""
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(one.strip()) for one in value[1:-1].split(","))
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _lines(body: str) -> Iterator[_Line]:
    """The paragraphs, headings, items and captions of the document, a line each."""
    from markdown_it import MarkdownIt  # noqa: PLC0415

    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    titled = False
    cells: list[str] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "html_block":
            yield from _some("body", _TAG.sub(" ", token.content))
        elif token.type in ("fence", "code_block"):
            yield from (line for one in token.content.splitlines() for line in _some("residue", one))
        elif token.type == "inline":
            if before is not None and before.tag in ("td", "th"):
                cells.append("".join(_words(token.children or ())))
                continue
            is_title = not titled and before is not None and before.tag == "h1"
            titled = titled or is_title
            yield from _paragraph(token.children or (), "headline" if is_title else "body")
        elif token.type == "tr_close":
            yield from _some("box", ", ".join(cells))
            cells = []


def _paragraph(tokens: Sequence[Token], role: Role) -> Iterator[_Line]:
    """The words of a paragraph, and below them the captions of its images."""
    yield from _some(role, "".join(_words(tokens)))
    for token in tokens:
        if token.type == "image":
            yield from _some("caption", token.content)


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "


def _some(role: Role, words: str) -> Iterator[_Line]:
    text = " ".join(words.split())
    if text:
        yield _Line(role, text)


def _joined(lines: Iterable[_Line]) -> tuple[str, tuple[Section, ...]]:
    """The text with a line each, and their sections."""
    sections: list[Section] = []
    at = 0
    texts = []
    for line in lines:
        sections.append(Section(line.role, Span(at, at + len(line.text))))
        texts.append(line.text)
        at += len(line.text) + 1
    return "\n".join(texts), tuple(sections)


MARKDOWN = Format("Markdown", recognises, read_markdown)
