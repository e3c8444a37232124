"""An event of another dataset in our codes, and the rows of the warehouse that it becomes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from tacitus.exporters.mapping import codes, rows_of
from tacitus.knowledge.ontology import Ontology

Row = dict[str, Any]
Cells = Mapping[str, str]
# Datasets give no confidence; this says that none was measured.
UNMEASURED = 0.5
_NOTHING = frozenset({"", "None", "NA", "NULL", "nan"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient as another dataset gives it; `text` is how its report names it."""

    name: str
    text: str
    code: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A place as another dataset gives it; degrees, `precision` and `country` as in our records."""

    name: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The article that an event is from; `key` tells it from others of the dataset."""

    key: str
    uri: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Foreign:
    """An event of another dataset; `key` tells it from others there, `because` what its type rests on."""

    key: str
    type: str
    mode: str | None
    day: date
    report: Report
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    site: Site | None = None
    contexts: tuple[str, ...] = ()
    because: tuple[str, ...] = field(default=())


def event_row(event: Foreign, frame: str, ontology: Ontology) -> Row:
    """The row of the event; its words are empty: datasets do not give them."""
    told = dict.fromkeys(("trigger", "evidence"), "")
    places = {f"{name}_{end}": 0 for name in told for end in ("begins", "ends")}
    day = event.day.isoformat()
    return {
        "id": own_id(frame, event.key), "article": own_id(frame, "article", event.report.key), "type": event.type,
        "mode": event.mode, "quad": ontology.types[event.type].quad, "score": ontology.score(event.type, event.mode),
        "status": "actual", "actor_codes": _codes(event.actors), "recipient_codes": _codes(event.recipients),
        "date": day, "date_precision": "day", "day": event.day, "day_last": event.day,
        **_site_row(event.site), "contexts": list(event.contexts), **told, **places, "section": "body",
        "frame": frame, "because": [f"{frame}: {reason}" for reason in event.because], "confidence": UNMEASURED,
    }  # fmt: skip


def article_row(report: Report, frame: str) -> Row:
    """The row of the article, without its text."""
    return {
        "id": own_id(frame, "article", report.key), "uri": report.uri, "publisher": report.publisher,
        "published": report.published, "language": report.language, "text": "", "knowledge": frame,
    }  # fmt: skip


def entity_rows(event: Foreign, frame: str) -> list[Row]:
    """The rows of those who stand in the event."""
    own = {"part": own_id(frame, event.key), "article": own_id(frame, "article", event.report.key)}
    return [
        {**own, "side": side, "position": i, "text": party.text, "begins": 0, "ends": 0, "name": party.name,
         "code": party.code, "sectors": list(party.sectors), "role": party.role}
        for side, parties in (("actor", event.actors), ("recipient", event.recipients))
        for i, party in enumerate(parties)
    ]  # fmt: skip


def own_id(*parts: str) -> str:
    """An id that is the same for the same parts on every machine."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def told(cells: Cells, column: str) -> str | None:
    """What a cell holds; None where it says that nothing is known."""
    value = cells[column].strip()
    return None if value in _NOTHING else value


def number(cells: Cells, column: str) -> float | None:
    """The number in a cell; ValueError where it is none."""
    value = told(cells, column)
    try:
        return None if value is None else float(value)
    except ValueError as error:
        raise ValueError(f"{column}: '{value}' is no number") from error


def day(cells: Cells, column: str) -> date:
    """The day in a cell, with or without hyphens, a time after it cut off; ValueError where it is none."""
    value = cells[column].strip()
    try:
        return date.fromisoformat(value[:8] if value[:8].isdigit() else value[:10])
    except ValueError as error:
        raise ValueError(f"{column}: '{value}' is no day") from error


def known_code(code: str | None) -> str | None:
    """The code where we have it too."""
    return code if code in codes() else None


@cache
def plover_of(cameo: str) -> tuple[str, str | None] | None:
    """Type and mode for a CAMEO code, by its longest known beginning; None where PLOVER has no such event.

    ValueError for what is no CAMEO code.

    >>> plover_of("1822")
    ('ASSAULT', 'torture')
    """
    table = {row["code"]: row for row in rows_of("cameo")}
    beginning = next((cameo[:n] for n in range(len(cameo), 1, -1) if cameo[:n] in table), None)
    if beginning is None or not cameo.isdigit():
        raise ValueError(f"'{cameo}' is no CAMEO code")
    row = table[beginning]
    return (row["type"], row["mode"] or None) if row["type"] else None


def _codes(parties: tuple[Party, ...]) -> list[str]:
    return list(dict.fromkeys(party.code for party in parties if party.code))


def _site_row(site: Site | None) -> Row:
    if site is None:
        return {}
    return {
        "place": site.name, "place_text": site.name, "place_begins": 0, "place_ends": 0, "geonameid": site.geonameid,
        "lat": site.lat, "lon": site.lon, "admin1": site.admin1, "country": site.country,
        "place_precision": site.precision,
    }  # fmt: skip
