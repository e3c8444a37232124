"""Stretches of the calendar, from days to centuries, and how TIMEX3 writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tacitus.model import Precision

Grain = Literal["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"]

MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
_YEAR_DIGITS = {"decade": 3, "century": 2}
_CUTS = {"day": 10, "month": 7, "year": 4}
_SEASON_OF = {month: code for code, month in SEASONS.items()}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A unit of the calendar, told by its first day."""

    grain: Grain
    first: date

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        day = self.first
        if self.grain == "day":
            return day.isoformat()
        if self.grain in ("week", "weekend"):
            iso_year, week, _ = day.isocalendar()
            return f"{iso_year:04d}-W{week:02d}" + ("-WE" if self.grain == "weekend" else "")
        return f"{day.year:04d}"[: _YEAR_DIGITS.get(self.grain, 4)] + self._part_of_year()

    def _part_of_year(self) -> str:
        month = self.first.month
        if self.grain == "month":
            return f"-{month:02d}"
        if self.grain == "season":
            return f"-{_SEASON_OF.get(month, 'XX')}"
        if self.grain in ("quarter", "half"):
            return f"-Q{(month + 2) // 3}" if self.grain == "quarter" else f"-H{(month + 5) // 6}"
        return ""

    @property
    def last(self) -> date:
        """Its last day."""
        if self.grain == "weekend":
            return self.first + timedelta(days=1)
        return self.moved(1).first - timedelta(days=1)

    @property
    def precision(self) -> Precision:
        """What its ISO dates are cut to."""
        if self.grain in ("day", "week", "weekend"):
            return "day"
        return "year" if MONTHS[self.grain] >= 12 else "month"

    def moved(self, count: int) -> Stretch:
        """The one `count` units later."""
        if self.grain in DAYS:
            return Stretch(self.grain, self.first + timedelta(days=count * DAYS[self.grain]))
        return Stretch(self.grain, months_later(self.first, count * MONTHS[self.grain]))


def cut(day: date, precision: Precision) -> str:
    """The ISO date of `day`, cut to `precision`."""
    return day.isoformat()[: _CUTS[precision]]


def months_later(day: date, count: int) -> date:
    """The same day of another month, or its last where it is shorter."""
    month = day.year * 12 + day.month - 1 + count
    return _clipped(month // 12, month % 12 + 1, day.day)


def around(day: date, grain: Grain) -> Stretch:
    """The stretch of `grain` that holds `day`; of a weekend the one of its week."""
    if grain in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday())
        return Stretch(grain, monday if grain == "week" else monday + timedelta(days=5))
    if grain == "day":
        return Stretch(grain, day)
    if grain == "season":
        month = day.replace(day=1)
        return Stretch(grain, months_later(month, -(month.month % 3)))
    months = MONTHS[grain]
    if months < 12:
        return Stretch(grain, date(day.year, (day.month - 1) // months * months + 1, 1))
    years = months // 12
    return Stretch(grain, date(max(1, day.year // years * years), 1, 1))


def later_by(day: date, count: float, unit: str) -> date:
    """The day that lies `count` units, half ones too, after `day`."""
    if unit in DAYS:
        return day + timedelta(days=round(count * DAYS[unit]))
    if unit in MONTHS:
        return months_later(day, round(count * MONTHS[unit]))
    return day + timedelta(days=int(count / 24)) if unit == "hour" else day


def nth_weekday(year: int, month: int, count: int, weekday: int) -> date:
    """The `count`th weekday (Monday is 1) of a month, from its end where `count` is negative."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    if count > 0:
        return day + timedelta(days=7 * (count - 1))
    end = Stretch("month", first).last
    return end - timedelta(days=(end.isoweekday() - weekday) % 7)


def _clipped(year: int, month: int, day: int) -> date:
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            if day <= 28:
                raise
            day -= 1
