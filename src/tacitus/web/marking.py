"""A text with layers of marks -> paragraphs of pieces, each piece with the layers and parts that cover it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tacitus.web.room import Row


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text in a layer ('' shows only when chosen): which record it is of, as which part."""

    start: int
    end: int
    layer: str
    of: str
    part: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters under the same marks; `begins` are the starts of tellings to jump to."""

    text: str
    start: int
    layers: tuple[str, ...]
    of: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text with its section's role."""

    role: str
    pieces: tuple[Piece, ...]


def paragraphs(text: str, sections: Sequence[Row], marks: Iterable[Mark]) -> list[Paragraph]:
    """The text line by line; nothing of it is lost but the line breaks."""
    kept = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    sections = sorted(sections, key=lambda section: section["begins"])
    edges = {m.start for m in kept} | {m.end for m in kept}
    edges |= {edge for s in sections for edge in (s["begins"], s["ends"])}
    covering = _covering(sorted(edges | {0, len(text)}), kept)
    made, start = [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        if line.strip():
            pieces = tuple(_pieces(text, (start, start + len(line.rstrip())), covering, sections))
            made.append(Paragraph(_role(pieces), pieces))
        start = end
    return made


_Covering = tuple[list[int], list[list[Mark]]]


def _covering(edges: list[int], marks: list[Mark]) -> _Covering:
    """Which marks cover each stretch between two edges."""
    found: list[list[Mark]] = [[] for _ in edges]
    for mark in marks:
        for i in range(bisect_right(edges, mark.start) - 1, bisect_right(edges, mark.end - 1)):
            found[i].append(mark)
    return edges, found


def _pieces(text: str, line: tuple[int, int], covering: _Covering, sections: Sequence[Row]) -> Iterable[Piece]:
    edges, found = covering
    first, last = bisect_right(edges, line[0]), bisect_right(edges, line[1] - 1)
    for start, end in pairwise([line[0], *edges[first:last], line[1]]):
        marks = found[bisect_right(edges, start) - 1]
        layers = dict.fromkeys(m.layer for m in marks if m.layer)
        of = dict.fromkeys((m.of, m.part) for m in marks if m.of)
        role = _role_at(sections, start)
        yield Piece(text[start:end], start, (f"role-{role}", *layers), tuple(of))


def _role_at(sections: Sequence[Row], position: int) -> str:
    at = bisect_right(sections, position, key=lambda section: section["begins"]) - 1
    return sections[at]["role"] if at >= 0 and position < sections[at]["ends"] else "body"


def _role(pieces: tuple[Piece, ...]) -> str:
    """The role of a line whose pieces, but for residue, have one; else it is of the body."""
    roles = {piece.layers[0].removeprefix("role-") for piece in pieces if piece.text.strip()}
    alone = roles - {"residue"} or roles
    return alone.pop() if len(alone) == 1 else "body"
