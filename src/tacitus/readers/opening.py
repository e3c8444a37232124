"""What the first lines of a report state of it, where its input does not: its title, and the day it is dated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from tacitus.knowledge.residue import ResidueRule, load_residue
from tacitus.readers.dates import days_in

_DATA = Path(__file__).parent.parent / "data"
_LOOKED_AT = 20_000
_LINES = 6
_LONGEST_LINE = 120
_LONGEST_TITLE = 120
_WORDS_OF_TITLE = range(4, 15)
_SHORTEST_PARAGRAPH = 90
_SENTENCE_END = re.compile(r"[.!?:;,][\"')\]”’]*$")
_PARAGRAPH_END = re.compile(r"[.!?][\"')\]”’]*$")
_TITLE_START = re.compile(r"[\"'“‘(]?(?:[^\W\d_a-z]|\d)")
# The rules look at lines with plain quotes and spaces.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def stated_day(text: str) -> date | None:
    """The day of a line of its own or of a dateline among the first lines; the earliest where they name several."""
    days: list[date] = []
    for line in _lines(text):
        whole = len(line) <= _LONGEST_LINE and any(rule.pattern.fullmatch(line) for rule in _rules("timestamp"))
        heads = (rule.pattern.match(line) for rule in _rules("dateline") if rule.scope == "head")
        stamps = [line] if whole else [found.group() for found in heads if found]
        days.extend(day for stamp in stamps for day in days_in(stamp))
    return min(days, default=None)


def stated_title(text: str) -> str | None:
    """The first line, if it is clearly a headline: no sentence, no known residue, and a paragraph stands below it."""
    title, *below = [*_lines(text), ""]
    is_short = len(title) <= _LONGEST_TITLE and len(title.split()) in _WORDS_OF_TITLE
    if not is_short or _SENTENCE_END.search(title) or not _TITLE_START.match(title):
        return None
    if _is_known(title) or any(days_in(title)):
        return None
    paragraph = next((line for line in below if not _is_known(line)), "")
    longest = max(_SHORTEST_PARAGRAPH, 1.5 * len(title))
    is_told = len(paragraph) > longest and _PARAGRAPH_END.search(paragraph) is not None
    return text.lstrip()[: len(title)] if is_told else None


def _lines(text: str) -> Iterator[str]:
    lines = (line.strip().translate(_PLAIN) for line in text[:_LOOKED_AT].splitlines())
    return (line for line, _ in zip(filter(None, lines), range(_LINES), strict=False))


def _is_known(line: str) -> bool:
    """Whether a rule knows the line for something other than a headline or a paragraph."""
    return len(line) <= _LONGEST_TITLE and any(rule.holds(line) for rule in _whole())


@cache
def _rules(kind: str) -> tuple[ResidueRule, ...]:
    return tuple(rule for rule in load_residue(_DATA).rules if rule.kind == kind)


@cache
def _whole() -> tuple[ResidueRule, ...]:
    return tuple(rule for rule in load_residue(_DATA).rules if rule.scope in ("line", "list"))
