"""When feasts fall: fixed days, days from Easter, weekdays of a month, days of the Islamic year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tacitus.resolution.times_anchor import Anchor
from tacitus.resolution.times_calendar import Stretch, easter, islamic, nth_weekday
from tacitus.resolution.times_parts import Parts, Reading, year_of

_BEHIND = timedelta(days=300)


def feast(parts: Parts, anchor: Anchor) -> Reading | None:
    """The feast of the year that is told, else the nearest one."""
    rule = str(parts["feast"])
    year = year_of(parts, anchor)
    if year is not None:
        return next((_reading(day, rule) for day in _days(rule, year) if day.year == year), None)
    if anchor.now is None:
        return Reading("DATE", "XXXX-XX-XX")
    now = anchor.now
    days = sorted(day for y in (-1, 0, 1) for day in _days(rule, now.year + y))
    which = parts.get("which")
    if which == 0:
        return next((_reading(day, rule) for day in days if day.year == now.year), None)
    if which == -1:
        return _reading(max(day for day in days if day < now), rule)
    earliest = now if which == 1 or anchor.forward else now - _BEHIND
    return _reading(min(day for day in days if day >= earliest), rule)


def _reading(day: date, rule: str) -> Reading:
    if rule[0] == "H" and "-" not in rule:
        return Reading("DATE", day.isoformat()[:7], Stretch("day", day), day + timedelta(days=29))
    return Reading("DATE", day.isoformat(), Stretch("day", day))


def _days(rule: str, year: int) -> Iterator[date]:
    if rule[0] == "E":
        yield easter(year) + timedelta(days=int(rule[1:]))
    elif rule[0] == "H":
        month, _, day = rule[1:].partition("-")
        first = (year - 622) * 33 // 32
        found = (islamic(y, int(month), int(day or 1)) for y in range(first, first + 4))
        yield from (d for d in found if d.year == year)
    elif "#" in rule:
        month, _, place = rule.partition("#")
        count, _, weekday = place.partition(".")
        yield nth_weekday(year, int(month), int(count), int(weekday))
    else:
        yield date(year, int(rule[:2]), int(rule[3:]))
