"""What the parts of an expression of time tell: numbers, lengths, years, days and clock times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tacitus.knowledge.times import Meaning
from tacitus.resolution.times_anchor import Anchor
from tacitus.resolution.times_calendar import CODES, Stretch

Parts = Mapping[str, Meaning]

# Two digits mean a year up to so many years ahead, else one of the century before.
_AHEAD = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means; `stretch` is what it covers, up to `until` where it reaches further."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    stretch: Stretch | None = None
    until: date | None = None
    mod: str | None = None


def year_of(parts: Parts, anchor: Anchor) -> int | None:
    """The year that the words tell, in digits or by its distance."""
    if "year" in parts:
        return int(parts["year"])
    if "short_year" in parts:
        latest = (anchor.published.year if anchor.published else 2000) + _AHEAD
        year = latest // 100 * 100 + int(parts["short_year"])
        return year if year <= latest else year - 100
    if "told_short_year" in parts and anchor.last_told:
        return anchor.last_told.year // 100 * 100 + int(parts["told_short_year"])
    if "told_year" in parts and anchor.last_told:
        return anchor.last_told.year
    if "year_shift" in parts and anchor.published:
        return anchor.published.year + int(parts["year_shift"])
    return None


def month_of(parts: Parts) -> int | None:
    """The month that the words tell, by name or in digits."""
    number = parts.get("month") or parts.get("month_digits")
    return int(number) if number else None


def day_of_month(parts: Parts, year: int | None, month: int, anchor: Anchor) -> Reading | None:
    """A day of a month; None where no such day is."""
    number = int(parts["day"])
    year = year or anchor.year_of_day(month, number)
    if year is None:
        return at_time(parts, None, f"XXXX-{month:02d}-{number:02d}")
    try:
        return at_time(parts, date(year, month, number), "")
    except ValueError:
        return None


def at_time(parts: Parts, day: date | None, unknown: str) -> Reading:
    """The day, or the part or clock time of it that the words tell; `unknown` stands for no day."""
    value = day.isoformat() if day else unknown
    stretch = Stretch("day", day) if day else None
    clock = _clock(parts)
    if clock:
        return Reading("TIME", f"{value}T{clock}", stretch)
    return Reading("DATE", value, stretch)


def dated(stretch: Stretch, parts: Parts) -> Reading:
    """The reading of a stretch of the calendar."""
    mod = parts.get("mod")
    return Reading("DATE", stretch.value, stretch, mod=str(mod) if mod else None)


def number_of(parts: Parts) -> float | None:
    """How many units; None where the words leave it open."""
    if "digits" in parts:
        number = float(str(parts["digits"]).replace(",", ""))
    elif "number" in parts:
        number = float(parts["number"])
        more = float(parts.get("number_more", 0))
        number = number + more if number >= 20 or not more else number * more
    else:
        return None if "vague" in parts else 1.0
    return number + 0.5 if "half" in parts else number


def length(parts: Parts) -> str:
    """How long, as a TIMEX3 period."""
    number, unit = number_of(parts), str(parts["unit"])
    if number is not None:
        number *= float(parts.get("every", 1))
    if number == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    if unit == "fortnight":
        number, unit = (number * 2 if number else None), "week"
    code = CODES.get(unit, unit)
    told = "X" if number is None else f"{number:g}"
    return f"PT{told}{code[1]}" if code[0] == "T" else f"P{told}{code}"


_HALVES = {
    "hour": "PT30M",
    "minute": "PT30S",
    "year": "P6M",
    "decade": "P5Y",
    "century": "P50Y",
    "day": "PT12H",
}


def _clock(parts: Parts) -> str | None:
    if "hour" not in parts:
        return str(parts["part"]) if "part" in parts else None
    hour = int(parts["hour"])
    meridiem = parts.get("meridiem")
    if meridiem and hour > 12:
        return None
    if meridiem:
        hour = hour % 12 + (12 if meridiem == "pm" else 0)
    return f"{hour:02d}:{int(parts.get('minute', 0)):02d}"
