"""Which place a name means: by what contains it, what else the article tells, and how large it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import cos, exp, hypot, radians
from typing import Literal

from tacitus.knowledge.places import ALTERNATE, PlaceBase, fold
from tacitus.model import Place, Span
from tacitus.resolution.toponyms import (
    Toponym,
    Word,
    ambiguity,
    evidence,
    find_toponyms,
    is_part_of_name,
    surroundings,
    words_of,
)

_PRECISION: dict[str, Literal["point", "city", "region", "country"]] = {
    "city": "city",
    "capital": "city",
    "county": "region",
    "region": "region",
    "country": "country",
    "continent": "region",
    "water": "region",
    "island": "region",
    "facility": "point",
}
# What a name must reach to be taken for a place, on the scale of log10(population).
_ACCEPTED = 4.6
_PROMINENT = 5.0
# Below this a name says nothing of what the article speaks of.
_DOUBTED = 1.0
_ALTERNATE_LOSS = 2.0
# What the country and the division that the article speaks of, and the nearest other place, count for.
_COUNTRY, _REGION, _NEAR = 1.4, 1.4, 2.0
_FALLS_OVER_KM = 200.0

Scored = dict[int, tuple[Toponym, float]]
Options = dict[int, float]


@dataclass(frozen=True, slots=True)
class _Weights:
    """How strongly the article speaks of each country and division, and how far each name was trusted for it."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    regions: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    credits: dict[str, float] = field(default_factory=dict)

    def add(self, rows: Options, base: PlaceBase, credit: float) -> None:
        """Take in what one name says, its places weighing as the roots of their populations."""
        top = max(rows.values())
        raw = {row: 10 ** ((known - top) / 2) for row, known in rows.items()}
        total = sum(raw.values())
        for row, r in raw.items():
            share = credit * r / total
            country, admin1 = base.countries[row], base.admin1s[row]
            self.countries[country] += share
            if admin1:
                self.regions[country, admin1] += share


def find_places(clean: str, base: PlaceBase, *, not_places: Sequence[Span] = ()) -> tuple[Place, ...]:
    """The places that the text names, in order; what overlaps `not_places` (persons, groups) is none."""
    words = words_of(clean)
    toponyms = find_toponyms(clean, words, base)
    told = [t for t in toponyms if not any(t.span.overlaps(s) for s in not_places)]
    scored = _supported(told, words, base)
    inside = _inside(scored, words, base)
    chosen = _resolve(scored, inside, words, base)
    return tuple(_place(toponym, chosen[i], base) for i, toponym in enumerate(told) if i in chosen)


def country_of(name: str, base: PlaceBase) -> str | None:
    """The country of the most prominent place of that name ("Raqqa": SYR), None where none is prominent."""
    known = _prominence(base.entries(fold(name)), base)
    row = max(known, key=known.__getitem__, default=-1)
    return (base.countries[row] or None) if row >= 0 and known[row] >= _PROMINENT else None


def _place(toponym: Toponym, row: int, base: PlaceBase) -> Place:
    """The record of one told place."""
    return Place(
        span=toponym.span,
        name=base.names[row],
        geonameid=base.geonameids[row] or None,
        lat=round(base.lats[row], 4),
        lon=round(base.lons[row], 4),
        admin1=base.admin1s[row] or None,
        country=base.countries[row] or None,
        precision=_PRECISION[base.kinds[row]],
    )


def _supported(told: Sequence[Toponym], words: Sequence[Word], base: PlaceBase) -> Scored:
    """The toponyms that are no part of another name, with what speaks for them as places."""
    persons: set[str] = set()
    scored: Scored = {}
    strongest: defaultdict[str, float] = defaultdict(float)
    for i, toponym in enumerate(told):
        around = surroundings(words, toponym)
        if is_part_of_name(toponym, around, base):
            persons.add(toponym.key)
            continue
        said = evidence(toponym, around, base)
        strongest[toponym.key] = max(strongest[toponym.key], said)
        scored[i] = (toponym, said - ambiguity(toponym))
    return {
        i: (t, said + 0.6 * strongest[t.key] - (2.0 if t.key in persons else 0.0)) for i, (t, said) in scored.items()
    }


def _inside(scored: Scored, words: Sequence[Word], base: PlaceBase) -> dict[int, Options]:
    """What each toponym can mean whose container stands beside it ("Aleppo, Syria", "Iraq's Mosul")."""
    found = {}
    for i, (toponym, _) in scored.items():
        beside = [scored[j][0] for j in (i + 1, i - 1) if j in scored and _contains(scored[j][0], toponym, words, base)]
        if beside and (rows := _contained(toponym, beside[0], base)):
            found[i] = {row: known for row, known in _prominence(toponym.entries, base).items() if row in rows}
    return found


def _contains(outer: Toponym, inner: Toponym, words: Sequence[Word], base: PlaceBase) -> bool:
    """Whether the wording puts the inner place into the outer one."""
    if outer.last + 1 == inner.first:
        return words[outer.last].gap in ("'s ", "’s ")
    between = words[inner.last + 1 : outer.first]
    if not between:
        return outer.first == inner.last + 1 and words[inner.last].gap.strip(" .") in (",", "(")
    allowed = between[0].key in base.cues.within and all(w.key in base.cues.directions for w in between[1:])
    return inner.last < outer.first and allowed and all(w.gap == " " for w in (words[inner.last], *between))


def _contained(inner: Toponym, outer: Toponym, base: PlaceBase) -> set[int]:
    """The rows of the inner name that lie in a country or division of the outer name."""
    countries = {base.countries[row] for row, _ in outer.entries if base.kinds[row] == "country"}
    regions = {(base.countries[r], base.admin1s[r]) for r, _ in outer.entries if base.kinds[r] == "region"}
    return {
        row
        for row, _ in inner.entries
        if base.kinds[row] != "country"
        and (base.countries[row] in countries or (base.countries[row], base.admin1s[row]) in regions)
    }


def _resolve(scored: Scored, inside: dict[int, Options], words: Sequence[Word], base: PlaceBase) -> dict[int, int]:
    """The row that each toponym means; one that is too unlikely a place is left out."""
    options: dict[str, Options] = {}
    for i, (toponym, _) in scored.items():
        # "Ohio, IN" reads "Indiana", but "IN" and "Miss." alone do not.
        if not (toponym.short and toponym.first == toponym.last) or i - 1 in inside:
            options.setdefault(toponym.key, _prominence(toponym.entries, base))
    options |= {scored[i][0].key: rows for i, rows in inside.items()}
    support = {toponym.key: said for toponym, said in scored.values()}
    weights = _weigh(options, support, words, base)
    picked = _pick(options, weights, base)
    chosen = {}
    for i, (toponym, said) in scored.items():
        row = picked.get(toponym.key)
        if i in inside and row not in inside[i]:
            row = max(inside[i], key=inside[i].__getitem__)
        if row is not None and _accepted(toponym, row, said + (3.0 if i in inside else 0.0), weights, base):
            chosen[i] = row
    return chosen


def _pick(options: dict[str, Options], weights: _Weights, base: PlaceBase) -> dict[str, int]:
    """The most likely place of each name: first by itself, then also by its distance to the others."""
    picked = {key: _best(rows, key, weights, (), base) for key, rows in options.items()}
    anchors = [
        (key, row) for key, row in picked.items() if base.kinds[row] in ("city", "capital", "county", "facility")
    ]
    return {key: _best(rows, key, weights, anchors, base) for key, rows in options.items()}


def _prominence(entries: Iterable[tuple[int, int]], base: PlaceBase) -> Options:
    """The rows that bear the name, with how likely each is told; a name that is not its first counts less."""
    found: Options = {}
    for row, flags in entries:
        known = base.priors[row] - (_ALTERNATE_LOSS if flags & ALTERNATE else 0.0)
        found[row] = max(found.get(row, 0.0), known)
    return found


def _weigh(options: dict[str, Options], support: dict[str, float], words: Sequence[Word], base: PlaceBase) -> _Weights:
    """The countries and divisions that the article speaks of."""
    weights = _Weights()
    for word in words:
        code = base.adjectives.get(word.key) if word.capital else None
        if code:
            weights.countries[code] = min(1.5, weights.countries[code] + 0.5)
    for key, rows in options.items():
        weights.credits[key] = _credit(rows, support[key])
        weights.add(rows, base, weights.credits[key])
    return weights


def _credit(rows: Options, support: float) -> float:
    """How far a name can be trusted to speak of its places, from 0 to 1."""
    return min(1.0, max(0.0, (max(rows.values()) + support - _DOUBTED) / (_ACCEPTED - _DOUBTED)))


def _best(rows: Options, key: str, weights: _Weights, anchors: Sequence[tuple[str, int]], base: PlaceBase) -> int:
    """The most likely of the places of one name."""
    if len(rows) == 1:
        return next(iter(rows))
    own = _Weights()
    own.add(rows, base, weights.credits[key])

    def score(row: int) -> float:
        country, region = base.countries[row], (base.countries[row], base.admin1s[row])
        total = rows[row] + _COUNTRY * min(2.0, weights.countries[country] - own.countries[country])
        total += _REGION * min(2.0, weights.regions[region] - own.regions[region])
        if anchors and base.kinds[row] not in ("country", "continent"):
            total += _NEAR * _nearness(row, key, anchors, base)
        return total

    return max(rows, key=score)


def _nearness(row: int, key: str, anchors: Sequence[tuple[str, int]], base: PlaceBase) -> float:
    """How near the place lies to the nearest other place of the article: 1 at the spot, 0 far away."""
    lat, lon = base.lats[row], base.lons[row]
    narrow = cos(radians(lat))
    nearest = 1e9
    for other, anchor in anchors:
        if other != key:
            nearest = min(nearest, hypot(base.lats[anchor] - lat, (base.lons[anchor] - lon) * narrow))
    return exp(-nearest * 111.0 / _FALLS_OVER_KM)


def _accepted(toponym: Toponym, row: int, support: float, weights: _Weights, base: PlaceBase) -> bool:
    """Whether the name is likely enough that place."""
    own = [flags for r, flags in toponym.entries if r == row]
    alternate = all(flags & ALTERNATE for flags in own)
    best = max((base.priors[r] for r, flags in toponym.entries if not flags & ALTERNATE), default=0.0)
    known = (base.priors[row] + max(best, base.priors[row])) / 2
    if base.kinds[row] == "county":
        known += 1.5
    region = (base.countries[row], base.admin1s[row])
    near = min(1.5, 0.5 * weights.regions[region]) if region[1] else 0.0
    return known + support + near - (1.0 if alternate else 0.0) >= _ACCEPTED
