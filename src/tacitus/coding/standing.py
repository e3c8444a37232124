"""In what standing somebody takes part: the office held on the day of the deed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from tacitus.model import Entity, TimeRef

OnDay = Callable[[Entity, date], Entity]


def day_of(time: TimeRef | None, published: date | None) -> date | None:
    """A day of the time told, in the middle of a month or year, if it lies before the report's own month."""
    if time is None or time.date is None:
        return None
    year, month, day = (*time.date.split("-"), "", "")[:3]
    if not year.isdigit() or len(year) != 4:
        return None
    told = date(int(year), int(month or 7), int(day or 15))
    return told if published is None or (told.year, told.month) < (published.year, published.month) else None


def standing(entities: Sequence[Entity], day: date | None, on_day: OnDay) -> tuple[Entity, ...]:
    """The same entities with the offices that they held on the day of the deed."""
    return tuple(on_day(e, day) if day and e.kind == "person" else e for e in entities)
