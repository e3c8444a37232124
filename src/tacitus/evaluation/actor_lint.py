"""Whether the actor base is sound: offices that overlap, the codes of the user's own actors, names claimed twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tacitus.knowledge.actors import ActorBase, Tenure

_BODIES = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})


def lint_actors(base: ActorBase) -> Iterator[str]:
    """Every fault of the base with file and remedy: offices that overlap, and unknown codes of the user's entries."""
    for id_, where in base.own.items():
        codes = [base.actors[id_].code, *(t.code for t in base.tenures.get(id_, ()))]
        for code in dict.fromkeys(c for c in codes if c and c not in base.states and c not in _BODIES):
            bodies = ", ".join(sorted(_BODIES))
            yield f"{where}: {id_}: unknown code '{code}'; give an ISO 3166 alpha-3 code or one of {bodies}"
    yield from _overlaps(base)


def _overlaps(base: ActorBase) -> Iterator[str]:
    """Offices with one holder that two people hold at once."""
    for (office, place), held in base.offices.items():
        name = base.office_names.get(office)
        if not place or name is None or name.holders not in ("one", "sole"):
            continue
        for one, other in pairwise(sorted(held, key=lambda t: (t.start, t.end or "9"))):
            if one.person != other.person and _at_once(one, other):
                where = base.own.get(other.person) or base.own.get(one.person) or "offices.csv"
                yield (
                    f"{where}: {office} of {place}: {one.person} ({_dates(one)}) and {other.person} "
                    f"({_dates(other)}) hold it at once; end one where the other starts"
                )


def _at_once(one: Tenure, other: Tenure) -> bool:
    first, second = sorted((one, other), key=lambda t: t.start)
    return not first.end or second.start[: len(first.end)] < first.end


def _dates(held: Tenure) -> str:
    return f"{held.start or 'always'} to {held.end or 'today'}"


def claimed_twice(base: ActorBase) -> Iterator[str]:
    """The names of the user's own entries that stand for another entry too; the report decides between them."""
    for form, readings in zip(base.forms, base.readings, strict=True):
        ids = [r.actor for r in readings]
        mine = next((i for i in ids if i in base.own), None)
        if mine and len(ids) > 1:
            yield f"{base.own[mine]}: '{form}' names {' and '.join(ids)}"
