"""The world: where events happen, on a map; and who has to do with whom, as a network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, log1p, pi, sin

import numpy as np

from tacitus.web.asking import Asks
from tacitus.web.names import code_names
from tacitus.web.overview import PAIRS
from tacitus.web.room import Room, Row
from tacitus.web.selecting import FACETS, choose
from tacitus.web.shapes import HEIGHT, WIDTH, countries, project
from tacitus.web.views import Answer, Told, View, answer

_MOST_PLACES = 300
_STEPS = 5  # shades of the map
_MOST_TIES = 60
SIDE = 620  # of the picture of the network


@dataclass(frozen=True, slots=True)
class Dot:
    """A place or country in a picture."""

    x: float
    y: float
    radius: float
    kind: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two dots."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    kind: str
    title: str


def world(room: Room, given: Told) -> Answer:
    """Events that happened, by country and by place."""
    chosen = choose(room, {**given, "status": given["status"] or ["actual"]})
    by_country = room.rows(
        f"SELECT e.country, count(*) AS events, round(avg(e.score), 2) AS mean_score, sum(e.dead) AS dead {chosen.sql}"
        " AND e.country IS NOT NULL GROUP BY ALL ORDER BY events DESC, e.country", dict(chosen.values))  # fmt: skip
    places = room.rows(
        "SELECT e.place, e.country, any_value(e.lat) AS lat, any_value(e.lon) AS lon, count(*) AS events,"
        f" round(avg(e.score), 2) AS mean_score, mode(e.quad) AS quad {chosen.sql} AND e.lat IS NOT NULL"
        " AND e.place_precision <> 'country' GROUP BY e.place, e.country, e.geonameid ORDER BY events DESC, e.place"
        f" LIMIT {_MOST_PLACES}", dict(chosen.values))  # fmt: skip
    told = {"countries": by_country, "places": places}
    own = {asks.name: given[asks.name] for asks in FACETS}
    return answer(
        "The world", told, by_country, chosen=own, shapes=countries(), shades=_shades(by_country),
        dots=_dots(places), size=(WIDTH, HEIGHT), by_code={row["country"]: row for row in by_country},
    )  # fmt: skip


def network(room: Room, given: Told) -> Answer:
    """The countries that have most to do with each other, joined by what is between them."""
    pairs = room.rows(PAIRS, {"rows": _MOST_TIES, "code": given["code"]})
    codes = sorted({code for pair in pairs for code in (pair["a"], pair["b"])})
    at = _spread(codes, pairs)
    return answer(
        "Who has to do with whom", {"code": given["code"], "pairs": pairs}, pairs,
        ties=_ties(pairs, at), dots=_knots(codes, pairs, at), side=SIDE,
    )  # fmt: skip


def _shades(rows: Sequence[Row]) -> dict[str, int]:
    """A step from 1 for each country with events, by the logarithm of how many."""
    most = log1p(max((row["events"] for row in rows), default=1))
    return {row["country"]: max(1, round(_STEPS * log1p(row["events"]) / most)) for row in rows}


def _dots(places: Sequence[Row]) -> list[Dot]:
    most = max((row["events"] for row in places), default=1)
    made = []
    for row in places:
        x, y = project(row["lat"], row["lon"])
        radius = round(1.8 + 8 * (row["events"] / most) ** 0.5, 1)
        title = f"{row['place']}: {row['events']:,}, mean score {row['mean_score']:+.1f}"
        made.append(Dot(x, y, radius, row["quad"], row["place"], title))
    return made


def _spread(codes: Sequence[str], pairs: Sequence[Row]) -> dict[str, tuple[float, float]]:
    """Places for the countries so that who is tied stands together (Fruchterman and Reingold), the same each time."""
    if not codes:
        return {}
    index = {code: i for i, code in enumerate(codes)}
    at = np.array([[cos(2 * pi * i / len(codes)), sin(2 * pi * i / len(codes))] for i in range(len(codes))])
    pull = np.zeros((len(codes), len(codes)))
    for pair in pairs:
        i, j = index[pair["a"]], index[pair["b"]]
        pull[i, j] = pull[j, i] = log1p(pair["events"])
    pull /= max(pull.max(), 1e-9)
    ideal = 1.6 / len(codes) ** 0.5
    for heat in np.linspace(0.15, 0.005, 150):
        apart = at[:, None] - at[None, :]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 1e-3)
        force = (ideal**2 / distance**2 - pull * distance / ideal)[..., None] * apart
        step = force.sum(axis=1) - 0.5 * at
        at += step / np.maximum(np.linalg.norm(step, axis=1, keepdims=True), 1e-9) * heat
    low, high = at.min(axis=0), at.max(axis=0)
    placed = 46 + (at - low) / np.maximum(high - low, 1e-9) * (SIDE - 92)
    return {code: (round(float(x), 1), round(float(y), 1)) for code, (x, y) in zip(codes, placed, strict=True)}


def _ties(pairs: Sequence[Row], at: dict[str, tuple[float, float]]) -> list[Tie]:
    most = log1p(max((pair["events"] for pair in pairs), default=1))
    names = code_names()
    return [
        Tie(*at[p["a"]], *at[p["b"]], round(0.6 + 6 * (log1p(p["events"]) / most) ** 2, 1),
            "mcoop" if p["mean_score"] > 1 else "mconf" if p["mean_score"] < -1 else "even",
            f"{names.get(p['a'], p['a'])}, {names.get(p['b'], p['b'])}: {p['events']:,}, score {p['mean_score']:+.1f}")
        for p in reversed(pairs)
    ]  # fmt: skip


def _knots(codes: Sequence[str], pairs: Sequence[Row], at: dict[str, tuple[float, float]]) -> list[Dot]:
    events = {code: sum(p["events"] for p in pairs if code in (p["a"], p["b"])) for code in codes}
    most = max(events.values(), default=1)
    names = code_names()
    return [
        Dot(*at[code], round(5 + 13 * (events[code] / most) ** 0.5, 1), "", code, names.get(code, code))
        for code in codes
    ]  # fmt: skip


VIEW = View("/world", "world.html", "Where events happen: by country and place", FACETS, world)
NETWORK_VIEW = View(
    "/network", "network.html", "Who has to do with whom, as a network",
    (Asks("code", "code", "only pairs of this country"),), network,
)  # fmt: skip
