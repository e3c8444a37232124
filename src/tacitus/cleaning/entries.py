"""The entries of a live blog, each with its own time."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from tacitus.cleaning.stretches import Stretch
from tacitus.knowledge.residue import Stamps

_FEWEST = 3


class _Stamp(NamedTuple):
    """Where a stamp stands, the clock time it gives, and the day if it tells one."""

    stretch: int
    end: int
    clock: time
    day: date | None


def with_entry_times(folded: str, stretches: list[Stretch], published: date | None, rules: Stamps) -> list[Stretch]:
    """The stretches with the own times of the entries that at least three stamps open; the stamps are residue.

    The clock is as told, whatever its zone. The days of stamps that tell none follow from their order: the newest entry
    is of the day of the report. What no day is known for has no time of its own.
    """
    stamps = _stamps_of(folded, stretches, rules)
    if len(stamps) < _FEWEST:
        return stretches
    days = _days(stamps, published)
    marked: list[Stretch] = []
    own: datetime | None = None
    opened = {stamp.stretch: (stamp, day) for stamp, day in zip(stamps, days, strict=True)}
    for number, stretch in enumerate(stretches):
        rest: Stretch | None = stretch
        if number in opened:
            stamp, day = opened[number]
            own = datetime.combine(day, stamp.clock) if day else None
            if stretch.role != "residue":
                marked.append(replace(stretch, role="residue", end=stamp.end))
                rest = stretch.within(folded, stamp.end, stretch.end)
        if rest is not None:
            marked.append(replace(rest, published=own) if own else rest)
    return marked


def _stamps_of(folded: str, stretches: list[Stretch], rules: Stamps) -> list[_Stamp]:
    """The stamps that open a line."""
    found = []
    line = -1
    for number, stretch in enumerate(stretches):
        opens, line = stretch.line != line, stretch.line
        match = rules.pattern.match(folded, stretch.start, stretch.end) if opens else None
        clock = _clock(match, rules) if match else None
        if match and clock:
            found.append(_Stamp(number, len(folded[: match.end()].rstrip()), clock, _day(match, rules)))
    return found


def _clock(match: re.Match[str], rules: Stamps) -> time | None:
    hour, half = int(match["hour"] or match["hour2"]), (match["half"] or match["half2"] or "").lower()
    if half:
        hour = hour % 12 + 12 * half.startswith(rules.afternoon)
    minute = int(match["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day(match: re.Match[str], rules: Stamps) -> date | None:
    month, day, year = (match[name] or match[f"{name}2"] for name in ("month", "day", "year"))
    if not (month and day and year):
        return None
    try:
        return date(int(year), rules.months.index(month[:3].lower()) + 1, int(day))
    except ValueError:
        return None


def _days(stamps: list[_Stamp], published: date | None) -> list[date | None]:
    """The days of the stamps, from the newest to the oldest: a later clock than the one before is a day earlier."""
    falling = sum(later.clock < earlier.clock for earlier, later in pairwise(stamps))
    newest_first = 2 * falling >= len(stamps) - 1
    days: list[date | None] = []
    day, before = published, None
    for stamp in stamps if newest_first else reversed(stamps):
        if stamp.day is not None:
            day = stamp.day
        elif day is not None and before is not None and stamp.clock > before:
            day -= timedelta(1)
        before = stamp.clock
        days.append(day)
    return days if newest_first else days[::-1]
