"""What stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tacitus.knowledge.quoting import Marks
from tacitus.model import Section, Span, Text

_PARAGRAPH = re.compile(r"[^\n]+")
_BEFORE_OPEN = "([{-–—/‘“'\""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks within one paragraph; `span` leaves the marks out, `outer` takes them in."""

    span: Span
    outer: Span
    section: Section
    paragraph: int


def find_quotations(text: Text, marks: Marks) -> tuple[Quotation, ...]:
    """All quotations, in order; one that runs over paragraphs gives one for each."""
    found: list[Quotation] = []
    count = 0
    for section in text.sections:
        for paragraph in _PARAGRAPH.finditer(text.clean, section.span.start, section.span.end):
            count += 1
            for inner, outer in _in_paragraph(text.clean, Span(*paragraph.span()), marks):
                found.append(Quotation(inner, outer, section, count))
    return tuple(found)


def _in_paragraph(clean: str, within: Span, marks: Marks) -> list[tuple[Span, Span]]:
    double = list(_double(clean, within, marks))
    position, pairs = within.start, list[tuple[int, int]]()
    for start, end in [*double, (within.end, within.end)]:
        pairs.extend(_single(clean, position, start, marks))
        position = max(position, end)
    trimmed = (_trimmed(clean, outer, marks) for outer in sorted([*double, *pairs]))
    return [pair for pair in trimmed if pair is not None]


def _double(clean: str, within: Span, marks: Marks) -> Iterator[tuple[int, int]]:
    """Outer ranges of double marks; one without its end runs to the end of the paragraph."""
    start: int | None = None
    for mark in marks.pattern.finditer(clean, within.start, within.end):
        sign = mark.group()
        if start is None:
            if sign in marks.opening or (sign not in marks.closing and _may_open(clean, mark, within)):
                start = mark.start()
        elif sign in marks.closing or (sign not in marks.opening and not _must_open(clean, mark, within)):
            yield start, mark.end()
            start = None
        elif sign not in marks.opening:
            start = mark.start()
    if start is not None and start < within.end - 1:
        yield start, within.end


def _may_open(clean: str, mark: re.Match[str], within: Span) -> bool:
    after = clean[mark.end() : mark.end() + 1]
    return mark.end() < within.end and not after.isspace()


def _must_open(clean: str, mark: re.Match[str], within: Span) -> bool:
    before, after = clean[mark.start() - 1], clean[mark.end() : mark.end() + 1]
    return before.isspace() and mark.end() < within.end and after.isalnum()


def _single(clean: str, start: int, end: int, marks: Marks) -> Iterator[tuple[int, int]]:
    """Outer ranges of single marks, which apostrophes look like."""
    opened: int | None = None
    weak: int | None = None
    for mark in marks.single.finditer(clean, start, end):
        before, after = clean[mark.start() - 1 : mark.start()], clean[mark.end() : mark.end() + 1]
        if opened is None:
            if (not before or before.isspace() or before in _BEFORE_OPEN) and after.isalnum():
                opened, weak = mark.start(), None
        elif not after.isalnum() and not before.isspace():
            if before in marks.before_close or (after and not after.isspace()) or not before.endswith("s"):
                yield opened, mark.end()
                opened = None
            else:
                # "the rebels' camp": an apostrophe, or the end if no other follows
                weak = weak or mark.end()
    if opened is not None and weak is not None:
        yield opened, weak


def _trimmed(clean: str, outer: tuple[int, int], marks: Marks) -> tuple[Span, Span] | None:
    start, end = outer
    inner_start, inner_end = outer
    opening = marks.pattern.match(clean, start) or marks.single.match(clean, start)
    if opening:
        inner_start = opening.end()
    for width in (2, 1):
        tail = clean[end - width : end]
        if marks.pattern.fullmatch(tail) or marks.single.fullmatch(tail):
            inner_end = end - width
            break
    words = clean[inner_start:inner_end]
    inner_start += len(words) - len(words.lstrip())
    inner_end -= len(words) - len(words.rstrip())
    return (Span(inner_start, inner_end), Span(start, end)) if inner_start < inner_end else None
