"""The map and the network."""

from __future__ import annotations

import hashlib
import tomllib

from starlette.testclient import TestClient

from tacitus.knowledge import DATA
from tacitus.web.shapes import HEIGHT, WIDTH, countries, project
from tacitus.web.showing import HERE


def test_the_shapes_are_those_that_the_sources_name() -> None:
    told = tomllib.loads((DATA / "SOURCES.toml").read_text(encoding="utf-8"))
    source = next(source for source in told["source"] if source["id"] == "world-atlas")
    held = hashlib.sha256((HERE / "shapes" / "countries-110m.json").read_bytes()).hexdigest()
    assert held in source["name"]
    assert source["licence"] == "ISC"


def test_places_stand_where_they_are() -> None:
    lagos, oslo, lima, suva = project(6.5, 3.4), project(59.9, 10.7), project(-12.0, -77.0), project(-18.1, 178.4)
    assert lima[0] < lagos[0] < oslo[0] < suva[0]
    assert oslo[1] < lagos[1] < lima[1] < suva[1]
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in (lagos, oslo, lima, suva))


def test_every_country_has_a_closed_shape() -> None:
    shapes = countries()
    assert len(shapes) > 170
    assert {"KEN", "PER", "CHL", "NGA", "FJI"} <= shapes.keys()
    assert [name for name, path in shapes.values() if not (path.startswith("M") and path.endswith("Z"))] == []


def test_countries_and_places_with_events_are_told(client: TestClient) -> None:
    told = client.get("/world.json").json()
    assert "NGA" in {row["country"] for row in told["countries"]}
    assert "Maiduguri" in {row["place"] for row in told["places"]}
    page = client.get("/world").text
    assert 'href="/events?country=NGA"' in page
    assert len(page) < 300_000


def test_the_network_joins_who_has_to_do_with_each_other(client: TestClient) -> None:
    assert [(row["a"], row["b"]) for row in client.get("/network.json?code=KEN").json()["pairs"]] == [("KEN", "UGA")]
    assert client.get("/network?code=KEN").text.count('class="knot"') == 2
