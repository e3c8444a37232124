"""Boxes: a heading and paragraphs set beside the report, which tell on their own."""

from __future__ import annotations

import re
from dataclasses import replace

from tacitus.cleaning.stretches import Stretch

_CAPITALS = re.compile(r"[A-Z][A-Z'-]+ [\"']?[A-Za-z0-9]")
_SENTENCE_END = re.compile(r"[.!?:,;][\"')\]]*$")
_LONGEST_HEADING = 80


def mark_boxes(folded: str, stretches: list[Stretch]) -> list[Stretch]:
    """The stretches with boxes marked: a heading above a paragraph that opens in capitals like a report's first.

    A box ends at the next heading of its kind, where a quotation that was open before it goes on, or with
    the text.
    """
    if not any(s.role == "body" and _opens_in_capitals(folded, s) for s in stretches):
        return stretches
    marked: list[Stretch] = []
    in_box = quote_open = False
    for index, stretch in enumerate(stretches):
        words = folded[stretch.start : stretch.end]
        if _heads_box(folded, stretches, index):
            in_box, quote_open = True, not in_box and _leaves_quote_open(folded, marked)
        elif in_box and quote_open and words.startswith('"'):
            in_box = False
        is_box = in_box and stretch.role == "body"
        marked.append(replace(stretch, role="box") if is_box else stretch)
    return marked


def _heads_box(folded: str, stretches: list[Stretch], index: int) -> bool:
    heading, below = stretches[index], stretches[index + 1 : index + 2]
    if heading.role != "body" or not below or below[0].role != "body" or not index:
        return False
    words = folded[heading.start : heading.end]
    is_heading = len(words) <= _LONGEST_HEADING and not _SENTENCE_END.search(words) and not words.isupper()
    return is_heading and " " in words and _opens_in_capitals(folded, below[0])


def _opens_in_capitals(folded: str, stretch: Stretch) -> bool:
    found = _CAPITALS.match(folded, stretch.start, stretch.end)
    return found is not None and not folded[stretch.start : stretch.end].isupper()


def _leaves_quote_open(folded: str, before: list[Stretch]) -> bool:
    last = next((s for s in reversed(before) if s.role == "body"), None)
    return last is not None and folded.count('"', last.start, last.end) % 2 == 1
