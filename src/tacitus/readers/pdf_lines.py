"""Printed lines to the report's paragraphs: what runs on every page goes, what a line's end has cut is joined."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tacitus.readers.page_body import Block

_NUMBER = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?:;][\"'”’»)\]]*$")
_HYPHENS = "-\u2010\u00ad"
_BULLET = re.compile(r"[•▪◦‣∙●–—-]\s")
_EDGE = 2
_LONGEST_RUNNING = 150
_SAME_PLACE = 4.0
_LARGER = 1.3
_FEWEST_WORDS = 4
_LONGEST_HEADLINE = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: where it begins on its page, in points from the lower left, and the size of its letters."""

    text: str
    page: int
    x: float
    y: float
    size: float


def blocks_of_lines(lines: Sequence[Line]) -> list[Block]:
    """The headline, where letters tell it, and the paragraphs of a document."""
    kept = without_running(lines)
    sizes = Counter[float]()
    for line in kept:
        sizes[line.size] += len(line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    drafts = [(group[0], _joined(group)) for group in _paragraphs(kept)]
    large = [
        (first.size, -number)
        for number, (first, words) in enumerate(drafts)
        if first.page == 0 and first.size > _LARGER * usual and len(words) <= _LONGEST_HEADLINE
        and len(words.split()) >= _FEWEST_WORDS
    ]  # fmt: skip
    headline = -max(large)[1] if large else None
    return [
        Block("headline" if number == headline else "body", words, "p", 0) for number, (_, words) in enumerate(drafts)
    ]


def without_running(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that return on many pages at the same place, with nothing new but the page's number."""
    pages = len({line.page for line in lines})
    alike: dict[str, list[Line]] = defaultdict(list)
    for line in _at_edges(lines):
        if len(line.text) <= _LONGEST_RUNNING:
            alike[_NUMBER.sub("#", line.text.casefold())].append(line)
    dropped: set[Line] = set()
    for group in alike.values():
        for one in group:
            same = {other for other in group if abs(other.y - one.y) <= _SAME_PLACE and _counts_on(one, other)}
            if len({other.page for other in same}) >= max(2, 0.4 * pages):
                dropped |= same
    return [line for line in lines if line not in dropped]


def _at_edges(lines: Iterable[Line]) -> Iterator[Line]:
    """The highest and the lowest lines of each page."""
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    for page in by_page.values():
        ordered = sorted(page, key=lambda line: line.y)
        yield from dict.fromkeys(ordered[:_EDGE] + ordered[-_EDGE:])


def _counts_on(one: Line, other: Line) -> bool:
    """Whether the numbers in two lines are the same, or as far apart as their pages."""
    here, there = ([int(n[:9]) for n in _NUMBER.findall(line.text)] for line in (one, other))
    return all(b - a in (0, other.page - one.page) for a, b in zip(here, there, strict=True))


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    gap = _usual_gap(lines)
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(0.8 * (len(lengths) - 1))] if lengths else 0
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, gap, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _usual_gap(lines: Sequence[Line]) -> float:
    gaps = [a.y - b.y for a, b in pairwise(lines) if a.page == b.page and 0 < a.y - b.y < 4 * a.size]
    return median(gaps) if gaps else 0.0


def _begins(group: Sequence[Line], line: Line, gap: float, width: int) -> bool:
    """Whether a line begins a paragraph, by its letters, its distance, its indent, or how the one before it ended."""
    last = group[-1]
    if abs(line.size - last.size) > 0.12 * last.size or _BULLET.match(line.text):
        return True
    ended = _ENDS.search(last.text) is not None
    if line.page != last.page or line.y > last.y + last.size:
        return ended or (line.text[:1].isupper() and len(last.text) < 0.6 * width)
    if last.y - line.y > 1.3 * gap + 0.5:
        return True
    indented = line.x > last.x + 0.8 * line.size and line.y < last.y - 1
    return ended and (indented or len(last.text) < 0.75 * width)


def _joined(group: Sequence[Line]) -> str:
    """The lines as one; a hyphen at a line's end goes where a word goes on in small letters."""
    pieces = [group[0].text]
    for line in group[1:]:
        last, next_ = pieces[-1], line.text[:1]
        is_cut = last[-1] in _HYPHENS and last[-2:-1].isalnum()
        if is_cut and last[-2].isalpha() and next_.islower():
            pieces[-1] = last[:-1]
        elif not (is_cut and next_.isalnum()):
            pieces.append(" ")
        pieces.append(line.text)
    return " ".join("".join(pieces).split())
