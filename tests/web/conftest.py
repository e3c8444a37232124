"""A warehouse of a few reports, some of them hostile, and the reading room over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import tacitus
from tacitus.api import Coder
from tacitus.storage import Warehouse
from tacitus.web.app import make_app
from tacitus.web.guards import entry_of
from tacitus.web.room import Room

SCRIPT = "<script>alert('x')</script>"
PERU = "Peru accused Chile of overfishing on Monday. Peru's president met Chile's president in Arica."
RAID = "Gunmen killed 14 farmers and wounded three in Maiduguri on Friday, Nigerian police said."
CHILE = 'Chile rejected the charge. "Our boats obey the law," foreign minister Antonia Urrejola said.'
TRADE = "Trade between Peru and Chile fell to $3 billion in 2021, according to Chilean customs."
HOSTILE = (
    f"Kenya condemned Uganda on Monday. {SCRIPT} Kenya's president \u202egnikcatta\u202c met Uganda's president"
    " in Kisumu.\n"
    '" onmouseover="alert(1) </p></article><style>body{display:none}</style> {{ 7 * 7 }} Kenya praised Uganda.'
)
REPORTS = (
    ("Gazette", date(2022, 3, 8), PERU),
    ("Herald", date(2022, 4, 2), RAID),
    ("Gazette", date(2022, 4, 9), CHILE),
    ("Herald", date(2022, 4, 10), TRADE),
    (f'"><img src=x onerror=alert(1)> {SCRIPT}', date(2022, 5, 1), HOSTILE),
)


@pytest.fixture(scope="session")
def stock(coder: Coder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file, to be copied by whoever writes."""
    path = tmp_path_factory.mktemp("stock") / "news.duckdb"
    with Warehouse(path) as filled:
        for number, (publisher, published, text) in enumerate(REPORTS):
            coded = tacitus.code(text, published=published, coder=coder)
            title = f"Report {number}" if number < 4 else f"{SCRIPT}</title>"
            filled.put(replace(coded, article=replace(coded.article, publisher=publisher, title=title)))
    return path


@pytest.fixture(scope="session")
def room(stock: Path) -> Iterator[Room]:
    opened = Room(stock)
    yield opened
    opened.close()


Open = Callable[..., TestClient]


@pytest.fixture(scope="session")
def client_of() -> Open:
    """A browser of a room, as it is served at a host."""

    def opened(room: Room, host: str = "127.0.0.1", token: str | None = None) -> TestClient:
        app = make_app(room, entry_of(host, token))
        return TestClient(app, base_url=f"http://{host}:8470", raise_server_exceptions=False, follow_redirects=False)

    return opened


@pytest.fixture(scope="session")
def client(room: Room, client_of: Open) -> TestClient:
    return client_of(room)


@pytest.fixture(scope="session")
def hostile(room: Room) -> str:
    """The id of the report that tries to break out of its page."""
    return str(room.rows("SELECT id FROM articles WHERE publisher LIKE '%onerror%'")[0]["id"])
