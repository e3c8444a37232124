"""The day of publication, from what an input says in any clear form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path

from tacitus.knowledge.calendar import Calendar, load_calendar

_DATA = Path(__file__).parent.parent / "data"
_YEARS = range(1600, 2200)
_LONGEST = 100
_TIME = r"(?:[T\s,|·–-]+(?:[^\W\d_]{1,3}\s)?\d{1,2}[:.h]?\d\d\b.{0,40})?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d\d?)\2(\d\d?)(?!\d){_TIME}", re.S)
_YEAR_LAST = re.compile(rf"(\d\d?)([-/.])(\d\d?)\2(\d{{4}})(?!\d){_TIME}", re.S)
# "17 May 2024", "17th May, 2024", "17-May-2024"; "May 17, 2024"
_DAY_IN_WORDS = re.compile(
    r"(?<![\w.])(?:(\d\d?)(?:[^\W\d_]{2})?[ -]([^\W\d_]{3,})\.?,?[ -](\d{4})"
    r"|([^\W\d_]{3,})\.? (\d\d?)(?:[^\W\d_]{2})?,? (\d{4}))(?![\d-])"
)
_DAY_IN_DIGITS = re.compile(r"(?<![\d/.-])(\d{4})([-/])(\d\d)\2(\d\d)(?![\d/-])")
_DAY_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
_ADDRESS = re.compile(r"(?:[a-z]+://|www\.)[^/?#]*(/[^?#]*)", re.I)
_WEEKDAY = re.compile(r"([^\W\d_]+)\.?,?\s+(?=[^\W_])")
# The largest number that is taken for seconds since 1970: they reach the year 2033.
_MOST_SECONDS = 2_000_000_000
_LEAST_SECONDS = 100_000_000


def read_date(words: str) -> date | None:
    """The calendar day that a date names, as written there and whatever its zone; None where it names none clearly.

    It may be written after ISO 8601 or RFC 5322, in words, or as seconds or milliseconds since 1970.

    >>> read_date("2021-03-09T23:30:00-05:00")
    datetime.date(2021, 3, 9)
    """
    words = words.strip()
    if not words or len(words) > _LONGEST:
        return None
    if words.isdecimal():
        return _from_digits(words)
    return _checked(_from_numbers(words) or _from_names(words) or _from_standards(words))


def day_of(value: object) -> date | None:
    """The day that a value of a row names: a date, a time, a number, or a string as `read_date` takes it."""
    if isinstance(value, datetime):
        return _checked(value.date())
    if isinstance(value, date):
        return _checked(value)
    if isinstance(value, str):
        return read_date(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return _from_digits(str(value)) if is_number and 0 < value < 10**20 else None  # type: ignore[operator]


def is_ambiguous(words: str) -> bool:
    """Whether a date may name one of two days: 03/04/2024 is in March or in April."""
    found = _YEAR_LAST.fullmatch(words.strip())
    return found is not None and _from_numbers(words.strip()) is None and max(int(found[1]), int(found[3])) <= 12


def day_in_address(address: str | None) -> date | None:
    """The day that the path of a web address names, as /2024/05/17/ does.

    >>> day_in_address("https://example.org/world/2024/05/17/rain-in-lima")
    datetime.date(2024, 5, 17)
    """
    found = _ADDRESS.match(address or "")
    day = _DAY_IN_PATH.search(found[1]) if found else None
    return _checked(_day(day[1], day[3], day[4])) if day else None


def days_in(line: str) -> Iterator[date]:
    """The days that a line of text names with their year."""
    for found in _DAY_IN_WORDS.finditer(line):
        day = _checked(_named_day(found))
        if day is not None:
            yield day
    for found in _DAY_IN_DIGITS.finditer(line):
        day = _checked(_day(found[1], found[3], found[4]))
        if day is not None:
            yield day


def _from_digits(digits: str) -> date | None:
    """20240517 and longer, or seconds, milliseconds, micro- or nanoseconds since 1970."""
    if len(digits) in (8, 12, 14):
        return _checked(_day(digits[:4], digits[4:6], digits[6:8]))
    for factor in (1, 10**3, 10**6, 10**9):
        if _LEAST_SECONDS <= int(digits) // factor < _MOST_SECONDS:
            return datetime.fromtimestamp(int(digits) // factor, UTC).date()
    return None


def _from_numbers(words: str) -> date | None:
    found = _YEAR_FIRST.fullmatch(words)
    if found is not None:
        return _day(found[1], found[3], found[4])
    found = _YEAR_LAST.fullmatch(words)
    if found is None:
        return None
    first, second = int(found[1]), int(found[3])
    if first <= 12 and second <= 12 and first != second:
        return None
    return _day(found[4], found[3], found[1]) if second <= 12 else _day(found[4], found[1], found[3])


def _from_names(words: str) -> date | None:
    weekday = _WEEKDAY.match(words)
    if weekday is not None and weekday[1].lower() in _calendar().weekdays:
        words = words[weekday.end() :]
    found = _DAY_IN_WORDS.match(words)
    if found is None or not re.fullmatch(_TIME, words[found.end() :], re.S):
        return None
    return _named_day(found)


def _from_standards(words: str) -> date | None:
    if _YEAR_LAST.fullmatch(words):
        return None
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _named_day(found: re.Match[str]) -> date | None:
    number, name, year = found.group(1, 2, 3) if found[1] else found.group(5, 4, 6)
    month = _calendar().months.get(name.lower())
    return _day(year, str(month), number) if month else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _checked(day: date | None) -> date | None:
    """The day, if reports were printed in its year."""
    return day if day is not None and day.year in _YEARS else None


@cache
def _calendar() -> Calendar:
    return load_calendar(_DATA)
