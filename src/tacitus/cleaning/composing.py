"""Stretches and edits to the clean text, with the way back."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from tacitus.cleaning.repairs import Edit
from tacitus.cleaning.stretches import Stretch
from tacitus.model import OffsetMap, Section, Span, Text


@dataclass(slots=True)
class _Draft:
    """The clean text while it grows: its pieces, and where each began in the original."""

    pieces: list[str] = field(default_factory=list)
    clean: list[int] = field(default_factory=list)
    original: list[int] = field(default_factory=list)
    length: int = 0

    def add(self, words: str, begun: int) -> None:
        if not words:
            return
        if not self.clean or self.original[-1] + self.length - self.clean[-1] != begun:
            self.clean.append(self.length)
            self.original.append(begun)
        self.pieces.append(words)
        self.length += len(words)


def compose(folded: str, stretches: list[Stretch], edits: list[Edit]) -> Text:
    """The clean text: all stretches but residue, each on a line unless it goes on with the one before."""
    draft = _Draft()
    sections: list[Section] = []
    last: Stretch | None = None
    for stretch in stretches:
        if stretch.role == "residue":
            continue
        goes_on = last is not None and stretch.goes_on and last.line == stretch.line and last.role == stretch.role
        before = draft.length
        if last is not None:
            draft.add(" " if goes_on else "\n", last.end - 1)
        start = draft.length
        _copy(draft, folded, stretch, edits)
        if draft.length == start:
            _take_back(draft, before)
            continue
        if goes_on:
            start = sections.pop().span.start
        sections.append(Section(stretch.role, Span(start, draft.length), stretch.published))
        last = stretch
    if not draft.clean:
        return Text("", OffsetMap(), ())
    return Text("".join(draft.pieces), OffsetMap(tuple(draft.clean), tuple(draft.original)), tuple(sections))


def _copy(draft: _Draft, folded: str, stretch: Stretch, edits: list[Edit]) -> None:
    at = stretch.start
    number = bisect_left(edits, (stretch.start,))
    while number < len(edits) and edits[number].start < stretch.end and edits[number].end <= stretch.end:
        edit = edits[number]
        draft.add(folded[at : edit.start], at)
        _replace(draft, edit, folded)
        at = edit.end
        number += 1
    draft.add(folded[at : stretch.end], at)


def _replace(draft: _Draft, edit: Edit, folded: str) -> None:
    """Puts the edit's words in, each character leading back to where it came from.

    One character for several leads to the last of them, so that a span ending in it ends there too; at a
    word's beginning to the first.
    """
    last = max(edit.end - 1, edit.start - 1, 0)
    if edit.start == edit.end:
        draft.add(edit.words, last)
        return
    opens = edit.start == 0 or not folded[edit.start - 1].isalnum()
    for index, character in enumerate(edit.words):
        ends = index == len(edit.words) - 1 and not (opens and index == 0)
        draft.add(character, last if ends else min(edit.start + index, last))


def _take_back(draft: _Draft, length: int) -> None:
    """Undoes the separator before a stretch that turned out to be nothing."""
    if draft.length == length:
        return
    draft.pieces.pop()
    draft.length = length
    if draft.clean[-1] >= length:
        draft.clean.pop()
        draft.original.pop()
