"""Whether the user's own actors fit the base: codes, offices that overlap, names claimed twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise

from tacitus.knowledge.actors import ActorBase, Tenure

_BODIES = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
_SINGLE = 0.25  # an office with several holders at once in fewer of the countries has one holder


def lint_actors(base: ActorBase) -> Iterator[str]:
    """Every fault of the user's own entries, naming file, line and remedy."""
    for id_, where in base.own.items():
        codes = [base.actors[id_].code, *(t.code for t in base.tenures.get(id_, ()))]
        for code in dict.fromkeys(c for c in codes if c and c not in base.states and c not in _BODIES):
            bodies = ", ".join(sorted(_BODIES))
            yield f"{where}: {id_}: unknown code '{code}'; give an ISO 3166 alpha-3 code or one of {bodies}"
    yield from _overlaps(base)


def _overlaps(base: ActorBase) -> Iterator[str]:
    """Offices with one holder that two people hold at once, one of them the user's."""
    shared = _shared(base)
    for (office, code), held in base.offices.items():
        if office in shared or not any(t.person in base.own for t in held):
            continue
        for one, other in combinations(held, 2):
            mine = one if one.person in base.own else other
            if mine.person in base.own and one.person != other.person and _at_once(one, other):
                yield (
                    f"{base.own[mine.person]}: {office} of {code}: {one.person} ({_dates(one)}) and {other.person} "
                    f"({_dates(other)}) hold it at once; end one where the other starts"
                )


def _shared(base: ActorBase) -> frozenset[str]:
    """The offices that in many countries of the package's base several people hold at once."""
    countries: Counter[str] = Counter()
    several: Counter[str] = Counter()
    for (office, _), held in base.offices.items():
        known = sorted((t for t in held if t.person not in base.own), key=lambda t: t.start)
        countries[office] += 1
        several[office] += any(a.person != b.person and _at_once(a, b) for a, b in pairwise(known))
    return frozenset(office for office, count in countries.items() if several[office] >= _SINGLE * count)


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
