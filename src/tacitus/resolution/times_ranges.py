"""Ranges and lists of months, days and seasons, where one of them tells the year of the others."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from tacitus.knowledge.times import TimeLexicon
from tacitus.resolution.times_calendar import SEASONS
from tacitus.resolution.times_found import Found, LowerText
from tacitus.resolution.times_parts import Parts, month_of

# Parts that tell a year, or from where a month is counted.
_TELL_YEAR = frozenset(
    ("year", "short_year", "told_short_year", "told_year", "year_shift", "which", "told", "era_year")
)


def share_years(found: Sequence[Found], text: LowerText, lexicon: TimeLexicon) -> list[Found]:
    """What was found, where "March" of "between March and June 2019" has its year."""
    shared = list(found)
    joined = [bool(lexicon.joins.fullmatch(text.flat, a.end, b.start)) for a, b in itertools.pairwise(shared)]
    for place in range(len(shared) - 2, -1, -1):
        if joined[place]:
            shared[place] = _with_year(shared[place], shared[place + 1], later=False)
    for place, is_joined in enumerate(joined):
        if is_joined:
            shared[place + 1] = _with_year(shared[place + 1], shared[place], later=True)
    return shared


def _with_year(one: Found, other: Found, *, later: bool) -> Found:
    own, known = _months(one.parts), _months(other.parts)
    if "year" not in other.parts or not own or not known or not _TELL_YEAR.isdisjoint(one.parts):
        return one
    year = int(other.parts["year"])
    if later and own < known:
        year += 1
    elif not later and own > known:
        year -= 1
    return replace(one, parts={**one.parts, "year": year})


def _months(parts: Parts) -> int | None:
    """The month that a month, a day or a season begins with; winter opens the year that it is told with."""
    if "season" in parts:
        return SEASONS[str(parts["season"])] % 12 + 1
    return month_of(parts)
