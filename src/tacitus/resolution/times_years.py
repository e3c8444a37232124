"""Days of the years that feasts go by: of the churches, the Islamic and the Jewish year."""

from __future__ import annotations

from datetime import date, timedelta
from math import floor

# Days from the beginning of the Islamic calendar to that of the Gregorian one, as `date.toordinal` counts.
_HIJRA = 227014


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm)."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - shift - rest % 4) % 7
    drift = (golden + 11 * shift + 22 * weekday) // 451
    month, day = divmod(shift + weekday - 7 * drift + 114, 31)
    return date(year, month, day + 1)


def islamic(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar, a day or two from what was sighted."""
    days = day + -(-59 * (month - 1) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_HIJRA + days)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches (Meeus' Julian algorithm)."""
    moon = (19 * (year % 19) + 15) % 30
    month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
    return date(year, month, day + 1) + timedelta(days=_julian_lag(year))


def passover(year: int) -> date:
    """The first day of Passover (Gauss's formula); other Jewish feasts are days from it."""
    jewish = year + 3760
    moon, leap = (12 * jewish + 17) % 19, jewish % 4
    exact = 32.0440932 + 1.5542418 * moon + leap / 4 - 0.003177794 * jewish
    day = floor(exact)
    weekday = (day + 3 * jewish + 5 * leap + 5) % 7
    if weekday in (2, 4, 6):
        day += 1
    elif weekday == 1 and moon > 6 and exact - floor(exact) >= 0.63287037:
        day += 2
    elif weekday == 0 and moon > 11 and exact - floor(exact) >= 0.89772376:
        day += 1
    return date(year, 3, 1) + timedelta(days=day - 1 + _julian_lag(year))


def hanukkah(year: int) -> date:
    """The first day of Hanukkah; the month before it is a day longer in years of 355 and 385 days."""
    began, ends = passover(year), passover(year + 1)
    long = (ends - began).days % 10 == 5
    return began + timedelta(days=163 + (84 if long else 83))


def _julian_lag(year: int) -> int:
    return year // 100 - year // 400 - 2
