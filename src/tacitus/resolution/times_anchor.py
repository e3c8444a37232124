"""What an underspecified time is reckoned from, and which way it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tacitus.resolution.times_calendar import Grain, Stretch, around, months_later

# A day of a month told without a year lies at most so many days after the report.
_SOON = 90
# A narrative goes forward from the told time, and back by half a year at most, in days of a month less.
_FEW_MONTHS = 6
_STEP_BACK = 3


@dataclass(frozen=True, slots=True)
class Anchor:
    """The publication date, the time that was last told, and which way the words look.

    `narrative` holds where a text tells of times long past, one after the other: there the told time counts.
    """

    published: date | None
    told: Stretch | None
    forward: bool = False
    narrative: bool = False

    @property
    def now(self) -> date | None:
        """The day from which times are reckoned."""
        if self.narrative and self.told:
            return self.told.first
        return self.published

    @property
    def _told_year(self) -> int | None:
        """The year that a narrative has come to, where it told no more: "In 1915 ... In October"."""
        return self.told.first.year if self.narrative and self.told and self.told.grain == "year" else None

    @property
    def last_told(self) -> date | None:
        """The day that was last told, else the day of publication."""
        return self.told.first if self.told else self.published

    def weekday(self, number: int) -> date | None:
        """The nearest such weekday, of today too: back, or ahead where the words look forward."""
        if self.now is None:
            return None
        ahead = timedelta(days=(number - self.now.isoweekday()) % 7)
        if self.forward or self.narrative:
            return self.now + ahead
        if ahead.days == 1:
            return self.now + ahead
        return self.now + ahead - timedelta(days=7 if ahead else 0)

    def year_of_stretch(self, month: int, grain: Grain) -> int | None:
        """The year of a month or season that is told without it."""
        if self.now is None:
            return None
        if self._told_year is not None:
            return self._told_year
        here = around(self.now, grain).first
        months = (month - here.month) % 12
        back = months > _FEW_MONTHS if self.narrative else not self.forward and months > 0
        return months_later(here, months - (12 if back else 0)).year

    def year_of_day(self, month: int, day: int) -> int | None:
        """The year of a day of a month that is told without it."""
        if self.now is None:
            return None
        if self._told_year is not None:
            return self._told_year
        earliest = self.now if self.forward else self.now + timedelta(days=_SOON - 365)
        if self.narrative:
            earliest = months_later(self.now, -_STEP_BACK)
        year = earliest.year
        return year if (month, day) >= (earliest.month, earliest.day) else year + 1
