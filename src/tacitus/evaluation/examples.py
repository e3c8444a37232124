"""Marked examples: "[actor Police] [trigger arrested] [recipient 40 protesters]." """

from __future__ import annotations

import re
from dataclasses import dataclass

from tacitus.errors import KnowledgeError
from tacitus.model import OffsetMap, Section, Span, Text

MARKS = frozenset({"actor", "trigger", "recipient", "time", "place"})
_MARK = re.compile(r"\[(\w+) ([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence without its marks, and what the marks cover, in its own offsets."""

    sentence: str
    marks: tuple[tuple[str, Span], ...]

    def marked(self, name: str) -> list[Span]:
        """The spans under a mark."""
        return [span for mark, span in self.marks if mark == name]


def read_example(marked: str, where: str) -> Example:
    """The example behind a marked sentence; KnowledgeError where a mark is unknown.

    >>> read_example("[actor Police] [trigger left].", "x").sentence
    'Police left.'
    """
    sentence, marks, position = "", [], 0
    for found in _MARK.finditer(marked):
        if found[1] not in MARKS:
            raise KnowledgeError(
                f"{where}: unknown mark '{found[1]}' in '{marked}'; known are {', '.join(sorted(MARKS))}"
            )
        sentence += marked[position : found.start()]
        marks.append((found[1], Span(len(sentence), len(sentence) + len(found[2]))))
        sentence += found[2]
        position = found.end()
    return Example(sentence + marked[position:], tuple(marks))


def as_text(sentences: list[str]) -> Text:
    """One clean text with a section for each sentence, so that all can be parsed at once."""
    sections, position = [], 0
    for sentence in sentences:
        sections.append(Section("body", Span(position, position + len(sentence))))
        position += len(sentence) + 1
    return Text("\n".join(sentences), OffsetMap(), tuple(sections))
