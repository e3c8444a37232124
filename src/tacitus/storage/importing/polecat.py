"""Rows of POLECAT -> events: the types are ours already, several actors of a row stand with semicolons."""

from __future__ import annotations

from itertools import zip_longest

from tacitus.knowledge.ontology import Ontology
from tacitus.storage.importing.foreign import Cells, Foreign, Party, Report, Site, day, known_code, number, told

_PRECISIONS = {"PPL": "city", "ADM": "region", "PCL": "country"}


def read(cells: Cells, ontology: Ontology) -> Foreign:
    """The event of a row; ValueError, saying what is wrong, where it is broken."""
    type_, mode = cells["Event Type"].upper(), (told(cells, "Event Mode") or "").lower() or None
    if type_ not in ontology.types:
        raise ValueError(f"'{type_}' is no PLOVER type")
    because = [f"{type_}/{mode}" if mode else type_]
    if mode and mode not in ontology.types[type_].modes:
        because.append(f"mode '{mode}' is not known")
        mode = None
    language = told(cells, "Language")
    return Foreign(
        key=cells["Event ID"],
        type=type_,
        mode=mode,
        day=day(cells, "Event Date"),
        report=Report(
            key=cells["Event ID"].rpartition("_")[0] or cells["Event ID"],
            publisher=told(cells, "Source"),
            published=day(cells, "Publication Date") if told(cells, "Publication Date") else None,
            language=language.lower() if language else None,
        ),
        actors=_parties(cells, "Actor"),
        recipients=_parties(cells, "Recipient"),
        site=_site(cells),
        contexts=tuple(context for context in _parts(cells, "Contexts") if context in ontology.contexts),
        because=tuple(because),
    )


def _parties(cells: Cells, side: str) -> tuple[Party, ...]:
    columns = ("Name", "Name Raw", "Country", "Title")
    named = (_parts(cells, f"{side} {column}") for column in columns)
    sectors = _parts(cells, f"{side} Sectors")
    found = zip_longest(*named, sectors)
    return tuple(
        Party(name or text or "", text or name or "", known_code(code), tuple(roles.split("|")) if roles else (), title)
        for name, text, code, title, roles in found
        if name or text
    )


def _parts(cells: Cells, column: str) -> list[str | None]:
    """The parts of a cell, None where one is not known."""
    return [told({column: part}, column) for part in cells[column].split(";")]


def _site(cells: Cells) -> Site | None:
    name = told(cells, "Placename") or told(cells, "City") or told(cells, "Province")
    if name is None:
        return None
    geonames, feature = number(cells, "GeoNames ID"), told(cells, "Feature Type")
    return Site(
        name=name,
        country=known_code(told(cells, "Country")),
        admin1=told(cells, "Province"),
        lat=number(cells, "Latitude"),
        lon=number(cells, "Longitude"),
        precision=_PRECISIONS.get(feature[:3], "point") if feature else None,
        geonameid=int(geonames) if geonames else None,
    )
