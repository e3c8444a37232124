"""Rows of GDELT 2.0's events -> events: CAMEO codes become types and modes, FIPS and CAMEO countries ours."""

from __future__ import annotations

from functools import cache

from tacitus.exporters.mapping import rows_of, sectors_of
from tacitus.knowledge.ontology import Ontology
from tacitus.storage.importing.foreign import (
    Cells,
    Foreign,
    Party,
    Report,
    Site,
    day,
    known_code,
    number,
    plover_of,
    told,
)

_PRECISIONS = {"1": "country", "2": "region", "5": "region", "3": "city", "4": "city"}


def read(cells: Cells, _: Ontology) -> Foreign | None:
    """The event of a row, None where PLOVER has none such; ValueError, saying what is wrong, where it is broken."""
    coded = plover_of(cells["EventCode"])
    if coded is None:
        return None
    uri = told(cells, "SOURCEURL")
    return Foreign(
        key=cells["GLOBALEVENTID"],
        type=coded[0],
        mode=coded[1],
        day=day(cells, "SQLDATE"),
        report=Report(
            key=uri or cells["GLOBALEVENTID"],
            uri=uri,
            publisher=uri.split("/")[2] if uri and "://" in uri else None,
            published=day(cells, "DATEADDED"),
        ),
        actors=_party(cells, "Actor1"),
        recipients=_party(cells, "Actor2"),
        site=_site(cells),
        because=(f"CAMEO {cells['EventCode']}, Goldstein {cells['GoldsteinScale']}",),
    )


def _party(cells: Cells, side: str) -> tuple[Party, ...]:
    name = told(cells, f"{side}Name") or told(cells, f"{side}Code")
    if name is None:
        return ()
    kinds = [kind for n in (1, 2, 3) if (kind := told(cells, f"{side}Type{n}Code"))]
    country, group = told(cells, f"{side}CountryCode"), told(cells, f"{side}KnownGroupCode")
    code = _codes("cameo").get(country or "") or _groups().get(group or "")
    code = code or next((_kinds()[kind] for kind in kinds if kind in _kinds()), None)
    sectors = sectors_of("cameo")
    return (Party(name, name, code, tuple(sectors[kind] for kind in kinds if kind in sectors)),)


def _site(cells: Cells) -> Site | None:
    full = told(cells, "ActionGeo_FullName")
    if full is None:
        return None
    name, *around = (part.strip() for part in full.split(","))
    return Site(
        name=name,
        country=_codes("fips").get(cells["ActionGeo_CountryCode"]),
        admin1=around[0] if len(around) > 1 else None,
        lat=number(cells, "ActionGeo_Lat"),
        lon=number(cells, "ActionGeo_Long"),
        precision=_PRECISIONS.get(cells["ActionGeo_Type"]),
    )


@cache
def _codes(system: str) -> dict[str, str]:
    """Our codes for the countries of FIPS or CAMEO, which ISO's own stand among."""
    rows = rows_of("countries")
    own = {row["code"]: row["code"] for row in rows} if system == "cameo" else {}
    return own | {row[system]: row["code"] for row in rows if row[system]}


@cache
def _groups() -> dict[str, str]:
    return {row["group"]: row["code"] for row in rows_of("bodies") if row["group"]}


@cache
def _kinds() -> dict[str, str]:
    """The bodies that CAMEO tells by their kind alone."""
    return {row["cameo"]: row["code"] for row in rows_of("bodies") if known_code(row["cameo"])} | {
        row["cameo"]: row["code"] for row in rows_of("bodies") if not row["group"]
    }
