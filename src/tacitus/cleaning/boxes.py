"""Boxes: a heading and paragraphs set beside the report, which tell on their own."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from tacitus.cleaning.stretches import Stretch

_SENTENCE_END = re.compile(r"[.!?:,;][\"')\]]*$")
_LONGEST_HEADING = 80


def mark_boxes(folded: str, stretches: list[Stretch], openings: Container[int]) -> list[Stretch]:
    """The stretches with boxes marked: a heading above one of `openings`, that open in capitals.

    A box ends where a quotation that was open before it goes on, or with the text.
    """
    marked: list[Stretch] = []
    in_box = quote_open = False
    for index, stretch in enumerate(stretches):
        if index + 1 in openings and index and _is_heading(folded, stretch):
            quote_open = not in_box and _leaves_quote_open(folded, marked)
            in_box = True
        elif in_box and quote_open and folded[stretch.start] == '"':
            in_box = False
        is_box = in_box and stretch.role == "body"
        marked.append(replace(stretch, role="box") if is_box else stretch)
    return marked


def _is_heading(folded: str, stretch: Stretch) -> bool:
    words = folded[stretch.start : stretch.end]
    is_short = " " in words and len(words) <= _LONGEST_HEADING
    return stretch.role == "body" and is_short and not words.isupper() and not _SENTENCE_END.search(words)


def _leaves_quote_open(folded: str, before: list[Stretch]) -> bool:
    last = next((s for s in reversed(before) if s.role == "body"), None)
    return last is not None and folded.count('"', last.start, last.end) % 2 == 1
