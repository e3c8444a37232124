"""In what standing somebody takes part: the office held on the day of the deed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from tacitus.model import Entity, Magnitude, TimeRef

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


def befallen(recipients: Sequence[Entity], magnitude: Magnitude | None, victims: str | None) -> tuple[Entity, ...]:
    """The recipients; where people die or are hurt, a state told by its name is its people, not its government."""
    if victims is None or magnitude is None or not (magnitude.dead or magnitude.injured):
        return tuple(recipients)
    return tuple(
        replace(e, sectors=(victims,), reason=f"{e.reason}; people were hurt there") if e.kind == "state" else e
        for e in recipients
    )
