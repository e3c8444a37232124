"""The rules by which expressions of time are read: each turns what the words tell into a reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from tacitus.resolution.times_anchor import Anchor
from tacitus.resolution.times_calendar import SEASONS, Grain, Stretch, around, later_by, months_later
from tacitus.resolution.times_feasts import feast
from tacitus.resolution.times_parts import (
    Parts,
    Reading,
    at_time,
    dated,
    day_of_month,
    length,
    month_of,
    number_of,
    year_of,
)

_WEEK = 7
_WINDOW_GRAIN: Mapping[str, Grain] = {
    **dict.fromkeys(("second", "minute", "hour", "day", "week", "fortnight"), "day"),
    "month": "month",
    "quarter": "month",
}


def calendar(parts: Parts, anchor: Anchor) -> Reading | None:
    """Days, months, seasons, years, weekdays, parts of day and clock times, as far as they are told."""
    if "era_year" in parts:
        return _before_era(parts)
    year = year_of(parts, anchor)
    month = month_of(parts)
    if "told_day" in parts:
        if anchor.told is None:
            return None
        day = anchor.told.first.replace(year=year or anchor.told.first.year, day=int(parts["told_day"]))
        return dated(Stretch("day", day), parts)
    if month and "day" in parts:
        return day_of_month(parts, year, month, anchor)
    if month:
        return _month_or_season("month", year or anchor.year_of_stretch(month, "month"), month, f"XXXX-{month:02d}")
    if "season" in parts:
        first = SEASONS[str(parts["season"])]
        year = year or anchor.year_of_stretch(first, "season")
        return _month_or_season("season", year, first, f"XXXX-{parts['season']}")
    if "weekday" in parts:
        return at_time(parts, _weekday_of_week(parts, anchor), f"XXXX-WXX-{parts['weekday']}")
    if "deictic" in parts:
        return deictic(parts, anchor)
    if year is not None:
        return Reading("DATE", f"{year:04d}", Stretch("year", date(year, 1, 1)))
    return at_time(parts, _day_now(anchor), "XXXX-XX-XX")


def _before_era(parts: Parts) -> Reading:
    month = month_of(parts)
    within = f"-{month:02d}" if month else f"-{parts['season']}" if "season" in parts else ""
    return Reading("DATE", f"BC{int(parts['era_year']):04d}{within}")


def deictic(parts: Parts, anchor: Anchor) -> Reading | None:
    """Days counted from the publication: yesterday, today, tomorrow."""
    count = int(parts["deictic"])
    if anchor.published is None and "part" not in parts and "hour" not in parts:
        return Reading("DATE", "XXXX-XX-XX" if count else "PRESENT_REF")
    day = anchor.published and anchor.published + timedelta(days=count)
    return at_time(parts, day, "XXXX-XX-XX")


def shift(parts: Parts, anchor: Anchor) -> Reading | None:
    """Units, weekdays, months, seasons and parts of day, counted from the publication or the told time."""
    told = "told" in parts
    count = int(parts["told"] if told else parts["which"])
    near = anchor.last_told if told or (parts.get("near") and anchor.narrative) else anchor.published
    if told and anchor.told and count == 0 and parts.get("single") == anchor.told.grain:
        return dated(anchor.told, parts)
    if near is None:
        return Reading("DATE", "PAST_REF" if count < 0 else "FUTURE_REF" if count else "PRESENT_REF")
    if "weekday" in parts:
        return at_time(parts, _shifted_weekday(int(parts["weekday"]), near, count, told), "")
    if "month" in parts:
        return dated(_shifted_cycle("month", int(parts["month"]), near, count), parts)
    if "season" in parts:
        return dated(_shifted_cycle("season", SEASONS[str(parts["season"])], near, count), parts)
    if "part" in parts:
        return at_time(parts, near + timedelta(days=count), "")
    return _shifted_unit(parts, near, count, anchor)


def offset(parts: Parts, anchor: Anchor) -> Reading | None:
    """So many units before or after the publication or the told time."""
    direction = str(parts["direction"])
    sign = 1 if direction[0] == "+" else -1
    number = number_of(parts)
    told = direction.endswith("told")
    near = anchor.last_told if told else anchor.now
    unit = str(parts["unit"])
    if number is None or near is None:
        vague = None if told or near is None else _some_days_off(near, sign, unit)
        return Reading("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF", vague)
    moved = later_by(near, sign * number, unit)
    if unit in ("hour", "minute", "second"):
        return Reading("TIME", f"{moved.isoformat()}TXX", Stretch("day", moved))
    exact = told and anchor.told is not None and anchor.told.grain == "day"
    return dated(around(moved, _offset_grain(unit, number, exact)), parts)


def _some_days_off(near: date, sign: int, unit: str) -> Stretch | None:
    """The month that "days ago" falls into, where a week either way is still that month."""
    week = near + timedelta(days=sign * _WEEK)
    return Stretch("month", near.replace(day=1)) if unit == "day" and week.month == near.month else None


def duration(parts: Parts, anchor: Anchor) -> Reading | None:
    """A length of time."""
    return Reading("DURATION", length(parts))


def window(parts: Parts, anchor: Anchor) -> Reading | None:
    """A length of time that ends, or begins, with the publication."""
    number, now, unit = number_of(parts), anchor.now, str(parts["unit"])
    if number is None or now is None:
        return Reading("DURATION", length(parts))
    other = later_by(now, number if parts["back"] == "+" else -number, unit)
    stretch = around(min(now, other), _WINDOW_GRAIN.get(unit, "year"))
    return Reading("DURATION", length(parts), stretch, max(now, other))


def repeated(parts: Parts, anchor: Anchor) -> Reading | None:
    """What comes again and again."""
    if "adverb" in parts:
        return Reading("SET", str(parts["adverb"]))
    if "weekday" in parts:
        return Reading("SET", f"XXXX-WXX-{parts['weekday']}")
    if "month" in parts:
        return Reading("SET", f"XXXX-{int(parts['month']):02d}")
    for name, form in (("season", "XXXX-{}"), ("part", "XXXX-XX-XXT{}"), ("weekend", "XXXX-WXX-WE")):
        if name in parts:
            return Reading("SET", form.format(parts[name]))
    return Reading("SET", length(parts))


def word(parts: Parts, anchor: Anchor) -> Reading | None:
    """A word for now, for the past or for the future."""
    return Reading("DATE", str(parts["word"]))


def quarter(parts: Parts, anchor: Anchor) -> Reading | None:
    """Quarters and halves of a year."""
    number = int(parts["ordinal"])
    grain: Grain = "half" if parts.get("quarter_word") == "half" else "quarter"
    months = 6 if grain == "half" else 3
    if number > 12 // months:
        if number != 4:
            return None
        number = 12 // months
    year = year_of(parts, anchor)
    if "this_year" in parts and anchor.now:
        year = anchor.now.year
    month = (number - 1) * months + 1
    if year is None:
        year = anchor.year_of_stretch(month, grain)
    if year is None:
        return Reading("DATE", f"XXXX-Q{number}" if grain == "quarter" else f"XXXX-H{number}")
    return Reading("DATE", Stretch(grain, date(year, month, 1)).value, Stretch(grain, date(year, month, 1)))


def decade(parts: Parts, anchor: Anchor) -> Reading | None:
    """Decades, also those whose century is not told."""
    if "decade" in parts:
        return dated(Stretch("decade", date(int(parts["decade"]) * 10, 1, 1)), parts)
    number = int(parts.get("tens") or parts["short_decade"])
    latest = anchor.published.year if anchor.published else 1999
    year = latest // 100 * 100 + number * 10
    return dated(Stretch("decade", date(year if year <= latest else year - 100, 1, 1)), parts)


def century(parts: Parts, anchor: Anchor) -> Reading | None:
    """Centuries by their number."""
    number = int(parts.get("ordinal_digits") or parts["ordinal"])
    if "era" in parts:
        return Reading("DATE", f"BC{number - 1:02d}")
    if not 2 <= number <= 30:
        return None
    return dated(Stretch("century", date((number - 1) * 100, 1, 1)), parts)


RULES: Mapping[str, Callable[[Parts, Anchor], Reading | None]] = {
    "calendar": calendar,
    "deictic": deictic,
    "shift": shift,
    "offset": offset,
    "duration": duration,
    "window": window,
    "set": repeated,
    "word": word,
    "quarter": quarter,
    "decade": decade,
    "century": century,
    "feast": feast,
}


def _month_or_season(grain: Grain, year: int | None, month: int, unknown: str) -> Reading:
    if year is None:
        return Reading("DATE", unknown)
    stretch = Stretch(grain, date(year, month, 1))
    return Reading("DATE", stretch.value, stretch)


def _weekday_of_week(parts: Parts, anchor: Anchor) -> date | None:
    if "week_shift" in parts and anchor.published:
        week = around(anchor.published, "week").moved(int(parts["week_shift"]))
        return week.first + timedelta(days=int(parts["weekday"]) - 1)
    return anchor.weekday(int(parts["weekday"]))


def _day_now(anchor: Anchor) -> date | None:
    if anchor.told and anchor.told.grain == "day":
        return anchor.told.first
    return anchor.published


def _shifted_weekday(number: int, near: date, count: int, told: bool) -> date:
    ahead = (number - near.isoweekday()) % 7
    if count > 0:
        return near + timedelta(days=ahead or 7)
    if count < 0:
        return near + timedelta(days=ahead - 7)
    if told:
        return near + timedelta(days=(ahead + 3) % 7 - 3)
    return around(near, "week").first + timedelta(days=number - 1)


def _shifted_cycle(grain: Grain, month: int, near: date, count: int) -> Stretch:
    here = around(near, grain).first
    months = (month - here.month) % 12
    if count > 0:
        months = months or 12
    elif count < 0:
        # In May "last April" is the one of the year before; the other is "last month".
        months -= 24 if grain == "month" and months == 11 else 12
    else:
        return Stretch(grain, date(near.year, month, 1))
    return Stretch(grain, months_later(here, months))


def _shifted_unit(parts: Parts, near: date, count: int, anchor: Anchor) -> Reading | None:
    grain: Grain = parts["single"]  # type: ignore[assignment]
    if grain == "day" and "which" in parts and count:
        return None
    if grain == "weekend" and "which" in parts:
        return dated(_weekend(near, count, anchor.forward), parts)
    if "told" in parts and anchor.told and grain == "day" and anchor.told.grain not in ("day", "weekend"):
        return Reading("DATE", f"{anchor.told.value}-XX", anchor.told if count == 0 else None)
    return dated(around(near, grain).moved(count), parts)


def _weekend(near: date, count: int, forward: bool) -> Stretch:
    # On a Monday "the weekend" is the one before, on a Friday the one ahead, unless the words look forward.
    this = around(near, "weekend")
    weekday = near.isoweekday()
    if count < 0 or (count == 0 and not forward and weekday <= 3):
        return this.moved(-1)
    return this.moved(count)


def _offset_grain(unit: str, number: float, exact: bool) -> Grain:
    if unit in ("day", "fortnight") or (unit == "week" and exact):
        return "day"
    if number % 1:
        return {"year": "month", "decade": "year", "century": "year", "month": "week"}.get(unit, "day")  # type: ignore[return-value]
    if unit in ("decade", "century"):
        return "year"
    return unit  # type: ignore[return-value]
