"""Whether it happened: the status of an event from the operators on its predicate and its date."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Container
from datetime import date

from tacitus.model import Predicate, Sentence, Status, TimeRef

_BACKGROUND_DAYS = 366
_FIRST: tuple[tuple[str, Status], ...] = (
    ("negated", "negated"),
    ("hypothetical", "hypothetical"),
    ("announced", "planned"),
)


def status_of(
    predicate: Predicate, sentence: Sentence, time: TimeRef | None, published: date | None, lasting: Container[str] = ()
) -> tuple[Status, str]:
    """The status and, in a few words, what it rests on; `lasting` are the prepositions of what still goes on."""
    effects = dict(reversed(predicate.operators))
    for effect, status in _FIRST:
        if effect in effects:
            return status, f"{status}: '{sentence.tokens[effects[effect]].text}'"
    if time is not None and is_background(time, published) and not _lasts(predicate, sentence, time, lasting):
        return "historical", f"historical: {time.date or 'long ago'} is over a year before the report"
    return "actual", "actual: told as a fact"


def _lasts(predicate: Predicate, sentence: Sentence, time: TimeRef, lasting: Container[str]) -> bool:
    """Whether what began then still goes on: "since 2016", "stations troops there, a legacy of the war of 1950"."""
    before = [t.lemma for t in sentence.tokens if t.end <= time.span.start]
    return predicate.tense == "present" or bool(before and before[-1] in lasting)


def is_background(time: TimeRef, published: date | None) -> bool:
    """Whether the time lies over a year before the report: what is long gone does; a year is taken by its middle."""
    if time.date is None:
        return True
    if published is None:
        return False
    last = time.date_end or time.date
    told = date(int(last), 7, 1) if time.precision == "year" else last_day(last)
    return (published - told).days > _BACKGROUND_DAYS


def last_day(iso: str) -> date:
    """The last day of an ISO day, month or year.

    >>> last_day("2023-02")
    datetime.date(2023, 2, 28)
    """
    year, *rest = map(int, iso.split("-"))
    if len(rest) == 2:
        return date(year, *rest)
    return date(year, 12, 31) if not rest else date(year, rest[0], monthrange(year, rest[0])[1])
