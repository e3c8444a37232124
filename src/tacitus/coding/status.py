"""Whether it happened: the status of an event from the operators on its predicate and its date."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from tacitus.model import Predicate, Sentence, Status, TimeRef

_BACKGROUND_DAYS = 366
_FIRST: tuple[tuple[str, Status], ...] = (
    ("negated", "negated"),
    ("hypothetical", "hypothetical"),
    ("announced", "planned"),
)


def status_of(
    predicate: Predicate, sentence: Sentence, time: TimeRef | None, published: date | None
) -> tuple[Status, str]:
    """The status and, in a few words, what it rests on."""
    effects = dict(reversed(predicate.operators))
    for effect, status in _FIRST:
        if effect in effects:
            return status, f"{status}: '{sentence.tokens[effects[effect]].text}'"
    if time is not None and is_background(time, published):
        return "historical", f"historical: {time.date} is over a year before the report"
    return "actual", "actual: told as a fact"


def is_background(time: TimeRef, published: date | None) -> bool:
    """Whether the time lies over more than a year before the report."""
    if published is None or time.date is None:
        return False
    return (published - last_day(time.date_end or time.date)).days > _BACKGROUND_DAYS


def last_day(iso: str) -> date:
    """The last day of an ISO day, month or year.

    >>> last_day("2023-02")
    datetime.date(2023, 2, 28)
    """
    year, *rest = map(int, iso.split("-"))
    if len(rest) == 2:
        return date(year, *rest)
    return date(year, 12, 31) if not rest else date(year, rest[0], monthrange(year, rest[0])[1])
