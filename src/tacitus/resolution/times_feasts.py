"""When feasts fall: days of the calendar, days from Easter or Passover, weekdays of a month, listed days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from tacitus.resolution.times_anchor import Anchor
from tacitus.resolution.times_calendar import Stretch, nth_weekday
from tacitus.resolution.times_parts import Parts, Reading, year_of
from tacitus.resolution.times_years import easter, hanukkah, islamic, orthodox_easter, passover

_BEHIND = timedelta(days=300)
# "H9": a whole month of the Islamic year.
_MONTH = re.compile(r"H\d+(?:@|$)")
_FROM: Mapping[str, Callable[[int], date]] = {"E": easter, "O": orthodox_easter, "P": passover, "K": hanukkah}


def feast(parts: Parts, anchor: Anchor) -> Reading | None:
    """The feast of the year that is told, else the nearest one."""
    rule = str(parts["feast"])
    year = year_of(parts, anchor)
    if year is not None:
        known = next((_reading(day, rule) for day in _days(rule, year) if day.year == year), None)
        return known or Reading("DATE", f"{year:04d}", Stretch("year", date(year, 1, 1)))
    if anchor.now is None:
        return Reading("DATE", "XXXX-XX-XX")
    now = anchor.now
    days = sorted(day for y in (-1, 0, 1) for day in _days(rule, now.year + y))
    if not days:
        return Reading("DATE", "XXXX-XX-XX")
    which = parts.get("which")
    if which == 0:
        return next((_reading(day, rule) for day in days if day.year == now.year), None)
    if which == -1:
        return _reading(max(day for day in days if day < now), rule)
    earliest = now if which == 1 or anchor.forward else now - _BEHIND
    return _reading(min(day for day in days if day >= earliest), rule)


def _reading(day: date, rule: str) -> Reading:
    if _MONTH.match(rule):
        return Reading("DATE", day.isoformat()[:7], Stretch("day", day), day + timedelta(days=29))
    return Reading("DATE", day.isoformat(), Stretch("day", day))


def _days(rule: str, year: int) -> Iterator[date]:
    computed, _, listed = rule.partition("@")
    known = [date.fromisoformat(day) for day in listed.split() if day.startswith(f"{year}-")]
    if known or not computed:
        yield from known
    elif computed[0] in _FROM:
        yield _FROM[computed[0]](year) + timedelta(days=int(computed[1:]))
    elif computed[0] == "H":
        yield from _islamic_days(computed, year)
    elif "#" in computed:
        place, _, later = computed.partition("+")
        month, count, weekday = (int(part) for part in re.split("[#.]", place))
        yield nth_weekday(year, month, count, weekday) + timedelta(days=int(later or 0))
    else:
        yield date(year, int(computed[:2]), int(computed[3:]))


def _islamic_days(rule: str, year: int) -> Iterator[date]:
    month, _, day = rule[1:].partition("-")
    first = (year - 622) * 33 // 32
    found = (islamic(y, int(month), int(day or 1)) for y in range(first, first + 4))
    yield from (d for d in found if d.year == year)
