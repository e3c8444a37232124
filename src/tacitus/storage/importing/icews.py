"""Rows of ICEWS -> events: CAMEO codes become types and modes, names of countries and sectors our codes."""

from __future__ import annotations

from functools import cache

from tacitus.exporters.mapping import rows_of, sectors_of
from tacitus.knowledge.ontology import Ontology
from tacitus.storage.importing.foreign import Cells, Foreign, Party, Report, Site, day, number, plover_of, told


def read(cells: Cells, _: Ontology) -> Foreign | None:
    """The event of a row, None where PLOVER has none such; ValueError, saying what is wrong, where it is broken."""
    coded = plover_of(cells["CAMEO Code"])
    if coded is None:
        return None
    happened = day(cells, "Event Date")
    return Foreign(
        # An id of ICEWS may stand for several pairs of actors.
        key="|".join(cells[name] for name in ("Event ID", "Source Name", "Target Name")),
        type=coded[0],
        mode=coded[1],
        day=happened,
        report=Report(key=cells["Story ID"], publisher=told(cells, "Publisher"), published=happened),
        actors=_party(cells, "Source"),
        recipients=_party(cells, "Target"),
        site=_site(cells),
        because=(f"CAMEO {cells['CAMEO Code']} ({cells['Event Text']})",),
    )


def _party(cells: Cells, side: str) -> tuple[Party, ...]:
    name = told(cells, f"{side} Name")
    if name is None:
        return ()
    theirs = [sector.strip() for sector in (told(cells, f"{side} Sectors") or "").split(",")]
    code = _countries().get(told(cells, f"{side} Country") or "")
    code = code or next((_bodies()[sector] for sector in theirs if sector in _bodies()), None)
    sectors = sectors_of("icews")
    ours = dict.fromkeys(sectors[sector] for sector in theirs if sector in sectors)
    return (Party(name, name, code, tuple(ours)),)


def _site(cells: Cells) -> Site | None:
    parts = {precision: told(cells, column) for precision, column in
             (("city", "City"), ("region", "Province"), ("country", "Country"))}  # fmt: skip
    precision = next((precision for precision, name in parts.items() if name), None)
    if precision is None:
        return None
    return Site(
        name=parts[precision] or "",
        country=_countries().get(parts["country"] or ""),
        admin1=parts["region"],
        lat=number(cells, "Latitude"),
        lon=number(cells, "Longitude"),
        precision=precision,
    )


@cache
def _countries() -> dict[str, str]:
    return {name: row["code"] for row in rows_of("countries") for name in (row["name"], row["icews"])}


@cache
def _bodies() -> dict[str, str]:
    """The bodies that a sector tells; of several the most general."""
    return {row["icews"]: row["code"] for row in rows_of("bodies") if row["code"] in ("IGO", "NGO", "MNC")}
