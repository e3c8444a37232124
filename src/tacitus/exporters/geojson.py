"""GeoJSON (RFC 7946): a point for each event whose place has coordinates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tacitus.exporters.formats import Chosen, Format, Record, Told
from tacitus.exporters.json_records import write_array

_KEPT = ("type", "mode", "quad", "score", "status", "date", "date_end", "confidence", "article")


def write(chosen: Chosen, target: Path) -> None:
    """Writes one FeatureCollection; events without coordinates are left out."""
    with target.open("wb") as stream:
        stream.write(b'{"type": "FeatureCollection", "features": ')
        write_array(stream, _features(chosen))
        stream.write(b"}\n")


def _features(chosen: Chosen) -> Iterator[Record]:
    for told in chosen.told():
        place = told.record["place"]
        if place and place["lat"] is not None:
            point = {"type": "Point", "coordinates": [place["lon"], place["lat"]]}
            yield {"type": "Feature", "id": told.record["id"], "geometry": point, "properties": _properties(told)}


def _properties(told: Told) -> Record:
    record = told.record
    return {
        **{key: record[key] for key in _KEPT},
        "actors": told.names("actors"),
        "recipients": told.names("recipients"),
        "place": record["place"]["name"],
        "country": record["place"]["country"],
        "precision": record["place"]["precision"],
        "dead": (record["magnitude"] or {}).get("dead"),
        "text": record["evidence"]["text"],
        "publisher": told.publisher,
        "url": told.uri,
    }


FORMAT = Format("geojson", "a point for each event that has coordinates", (".geojson",), write)
