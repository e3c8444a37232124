"""Which place a name means: by what contains it, what else the article tells, and how large it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, exp, hypot, radians

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

_PRECISION = {"city": "city", "county": "region", "region": "region", "country": "country", "continent": "region",
              "water": "region", "island": "region", "facility": "point"}  # fmt: skip
_ACCEPTED = 4.6
_PROMINENT = 5.0


@dataclass(slots=True)
class _Weights:
    """How strongly the article speaks of each country and each first-level division."""

    countries: defaultdict[str, float]
    regions: defaultdict[tuple[str, str], float]


def find_places(clean: str, base: PlaceBase, *, not_places: Sequence[Span] = ()) -> tuple[Place, ...]:
    """The places that the text names, in order; what overlaps `not_places` (persons, organisations) is none."""
    words = words_of(clean)
    toponyms = find_toponyms(clean, words, base)
    told = [t for t in toponyms if not any(t.span.overlaps(s) for s in not_places)]
    scored = _supported(told, words, base)
    containers = _containers(scored, words, base)
    chosen = _resolve(scored, containers, words, base)
    return tuple(_place(t, chosen[i], base) for i, t in enumerate(told) if i in chosen)


def country_of(name: str, base: PlaceBase) -> str | None:
    """The country of the most prominent place of that name, None where none is prominent ("Raqqa" is Syria's)."""
    entries = base.entries(fold(name))
    if not entries:
        return None
    row = max(entries, key=lambda e: base.priors[e[0]] - (1.0 if e[1] & ALTERNATE else 0.0))[0]
    return (base.countries[row] or None) if base.priors[row] >= _PROMINENT else None


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
        precision=_PRECISION[base.kinds[row]],  # type: ignore[arg-type]
    )


def _supported(told: Sequence[Toponym], words: Sequence[Word], base: PlaceBase) -> dict[int, tuple[Toponym, float]]:
    """The toponyms that are no part of another name, with what speaks for them as places."""
    persons: set[str] = set()
    scored = {}
    for i, toponym in enumerate(told):
        around = surroundings(words, toponym)
        if is_part_of_name(toponym, around, base):
            persons.add(toponym.key)
        else:
            scored[i] = (toponym, evidence(toponym, around, base) - ambiguity(toponym))
    return {i: (t, s - (2.0 if t.key in persons else 0.0)) for i, (t, s) in scored.items()}


def _containers(scored: dict[int, tuple[Toponym, float]], words: Sequence[Word], base: PlaceBase) -> dict[int, int]:
    """Toponyms that are directly followed by what contains them ("Aleppo, Syria"): number -> the container's number."""
    found = {}
    for i, (toponym, _) in scored.items():
        following = scored.get(i + 1)
        if following and following[0].first == toponym.last + 1 and words[toponym.last].gap.strip(" .") in (",", "("):
            if _contained(toponym, following[0], base):
                found[i] = i + 1
    return found


def _contained(inner: Toponym, outer: Toponym, base: PlaceBase) -> list[int]:
    """The rows of the inner name that lie in a country or division of the outer name."""
    countries = {base.countries[row] for row, _ in outer.entries if base.kinds[row] == "country"}
    regions = {(base.countries[row], base.admin1s[row]) for row, _ in outer.entries if base.kinds[row] == "region"}
    return [
        row
        for row, _ in inner.entries
        if base.kinds[row] != "country"
        and ((base.countries[row] in countries) or (base.countries[row], base.admin1s[row]) in regions)
    ]


def _resolve(
    scored: dict[int, tuple[Toponym, float]], containers: dict[int, int], words: Sequence[Word], base: PlaceBase
) -> dict[int, int]:
    """The row that each toponym means; one that is too unlikely a place is left out."""
    options: dict[str, list[int]] = {}
    bound: dict[str, list[int]] = {}
    for i, (toponym, _) in scored.items():
        options.setdefault(toponym.key, [row for row, _ in toponym.entries])
        if i in containers:
            bound[toponym.key] = _contained(toponym, scored[containers[i]][0], base)
    weights = _weigh(options | bound, words, scored, base)
    picked = {key: _best(rows, key, weights, (), base) for key, rows in (options | bound).items()}
    anchors = [(key, row) for key, row in picked.items() if base.kinds[row] in ("city", "county", "facility")]
    for key, rows in (options | bound).items():
        if len(rows) > 1:
            picked[key] = _best(rows, key, weights, anchors, base)
    chosen = {}
    for i, (toponym, support) in scored.items():
        row = picked[toponym.key]
        if i in containers and row not in bound[toponym.key]:
            row = bound[toponym.key][0]
        if _accepted(toponym, row, support + (3.0 if i in containers else 0.0), weights, base):
            chosen[i] = row
    return chosen


def _weigh(
    options: dict[str, list[int]], words: Sequence[Word], scored: dict[int, tuple[Toponym, float]], base: PlaceBase
) -> _Weights:
    """The countries and divisions that the article speaks of."""
    weights = _Weights(defaultdict(float), defaultdict(float))
    for word in words:
        code = base.adjectives.get(word.key) if word.capital else None
        if code:
            weights.countries[code] = min(1.5, weights.countries[code] + 0.5)
    for rows in options.values():
        shares = _shares(rows, base)
        for row, share in shares:
            country, admin1 = base.countries[row], base.admin1s[row]
            weights.countries[country] += share
            if admin1:
                weights.regions[country, admin1] += share
    return weights


def _shares(rows: Iterable[int], base: PlaceBase) -> list[tuple[int, float]]:
    """How likely each place is before anything else is known, half by prominence and half evenly."""
    rows = list(rows)
    top = max(base.priors[row] for row in rows)
    raw = [10 ** (base.priors[row] - top) for row in rows]
    total = sum(raw)
    return [(row, 0.5 * r / total + 0.5 / len(rows)) for row, r in zip(rows, raw, strict=True)]


def _best(rows: list[int], key: str, weights: _Weights, anchors: Sequence[tuple[str, int]], base: PlaceBase) -> int:
    """The most likely of the places of one name."""
    if len(rows) == 1:
        return rows[0]
    own = dict(_shares(rows, base))
    best, best_score = rows[0], -1e9
    for row in rows:
        country, admin1 = base.countries[row], base.admin1s[row]
        around = weights.countries[country] - own[row]
        near = weights.regions[country, admin1] - own[row] if admin1 else 0.0
        score = base.priors[row] + 1.0 * min(2.0, around) + 1.5 * min(2.0, near)
        if anchors and base.kinds[row] not in ("country", "continent"):
            score += 1.5 * _nearness(row, key, anchors, base)
        if score > best_score:
            best, best_score = row, score
    return best


def _nearness(row: int, key: str, anchors: Sequence[tuple[str, int]], base: PlaceBase) -> float:
    """How near the place lies to the nearest other place of the article: 1 at the spot, falling over 150 km."""
    lat, lon = base.lats[row], base.lons[row]
    narrow = cos(radians(lat))
    nearest = 1e9
    for other, anchor in anchors:
        if other != key:
            nearest = min(nearest, hypot(base.lats[anchor] - lat, (base.lons[anchor] - lon) * narrow))
    return exp(-nearest * 111.0 / 150.0)


def _accepted(toponym: Toponym, row: int, support: float, weights: _Weights, base: PlaceBase) -> bool:
    """Whether the name is likely enough that place."""
    alternate = any(r == row and flags & ALTERNATE for r, flags in toponym.entries)
    near = weights.regions[base.countries[row], base.admin1s[row]] if base.admin1s[row] else 0.0
    score = base.priors[row] + support + min(1.5, 0.5 * near) - (1.0 if alternate else 0.0)
    return score >= _ACCEPTED
