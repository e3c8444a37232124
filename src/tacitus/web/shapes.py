"""The shapes of countries, projected (Equal Earth) into paths of an SVG; committed, never fetched.

world-atlas 2.0.2, countries-110m.json, from Natural Earth (public domain), packed by Mike Bostock (ISC).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent / "shapes"
WIDTH, HEIGHT = 960, 430
_SCALE = WIDTH / 5.41326  # the equator is so long in units of the projection
_TOP = 83.0  # degrees north that the picture begins at
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_ANTARCTICA = "ATA"  # nothing is told of it, and it is large


def project(lat: float, lon: float) -> tuple[float, float]:
    """Where a place stands in the picture (Equal Earth: Šavrič, Patterson and Jenny 2018).

    >>> project(0.0, 0.0)[0]
    480.0
    """
    x, y = _equal_earth(lat, lon)
    return round(WIDTH / 2 + x * _SCALE, 1), round((_equal_earth(_TOP, 0)[1] - y) * _SCALE, 1)


@cache
def countries() -> Mapping[str, tuple[str, str]]:
    """Name and path of each country, by code; by name where it has none."""
    world = json.loads((_HERE / "countries-110m.json").read_text(encoding="utf-8"))
    with (_HERE / "codes.csv").open(encoding="utf-8", newline="") as table:
        codes = {row["number"]: row["code"] for row in csv.DictReader(table)}
    arcs = [_unpacked(arc, world["transform"]) for arc in world["arcs"]]
    found = {}
    for shape in world["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = codes.get(shape.get("id", ""), name)
        if code != _ANTARCTICA:
            found[code] = (name, _path(shape, arcs))
    return found


_Line = list[tuple[float, float]]


def _equal_earth(lat: float, lon: float) -> tuple[float, float]:
    theta = asin(sqrt(3) / 2 * sin(radians(lat)))
    two, six = theta**2, theta**6
    a, b, c, d = _A
    x = 2 * sqrt(3) / 3 * radians(lon) * cos(theta) / (a + 3 * b * two + six * (7 * c + 9 * d * two))
    return x, theta * (a + b * two + six * (c + d * two))


def _unpacked(arc: Sequence[Sequence[int]], transform: Mapping[str, Any]) -> _Line:
    """An arc of the topology as longitudes and latitudes."""
    (scale_x, scale_y), (from_x, from_y) = transform["scale"], transform["translate"]
    x = y = 0
    line = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        line.append((x * scale_x + from_x, y * scale_y + from_y))
    return line


def _path(shape: Mapping[str, Any], arcs: Sequence[_Line]) -> str:
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return "".join(_ring(ring, arcs) for polygon in polygons for ring in polygon)


def _ring(ring: Iterable[int], arcs: Sequence[_Line]) -> str:
    points: _Line = []
    for number in ring:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += line[1:] if points else line
    drawn = [project(lat, lon) for lon, lat in _unbroken(points)]
    kept = [p for i, p in enumerate(drawn) if not i or p != drawn[i - 1]]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z" if len(kept) > 2 else ""


def _unbroken(points: _Line) -> _Line:
    """A ring that goes on past 180 degrees where it would jump to the other edge of the picture."""
    made: _Line = []
    for lon, lat in points:
        turn = round((made[-1][0] - lon) / 360) * 360 if made else 0
        made.append((lon + turn, lat))
    west = made and min(lon for lon, _ in made) < -180
    return [(lon + 360, lat) for lon, lat in made] if west else made
