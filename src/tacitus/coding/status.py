"""Whether it happened: the status of an event from the operators on its predicate and its date."""

from __future__ import annotations

from datetime import date

from tacitus.model import Predicate, Sentence, Status, TimeRef

_BACKGROUND_DAYS = 366
_FIRST: tuple[tuple[str, Status], ...] = (("negated", "negated"), ("hypothetical", "hypothetical"), ("announced", "planned"))


def status_of(predicate: Predicate, sentence: Sentence, time: TimeRef | None, published: date | None) -> tuple[Status, str]:
    """The status and, in a few words, what it rests on."""
    effects = {effect: i for effect, i in reversed(predicate.operators)}
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
    last = time.date_end or time.date
    padded = last + "-12-31"[len(last) - 4 :] if len(last) < 10 else last
    try:
        return (published - date.fromisoformat(padded)).days > _BACKGROUND_DAYS
    except ValueError:  # "2024-02-31" from a padded month
        return (published - date.fromisoformat(last + "-28")).days > _BACKGROUND_DAYS
