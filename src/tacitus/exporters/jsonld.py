"""JSON-LD after the Simple Event Model (SEM), with Wikidata and GeoNames for whom and where they know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from tacitus.exporters.formats import Chosen, Format, Record
from tacitus.exporters.json_records import write_array

_CONTEXT = {
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "plover": "urn:plover:",
    "event": "urn:tacitus:event:",
    "article": "urn:tacitus:article:",
    "actor": "urn:tacitus:actor:",
    "country": "urn:iso:std:iso:3166:-1:alpha-3:",
    "wikidata": "http://www.wikidata.org/entity/",
    "geonames": "https://sws.geonames.org/",
    "label": "rdfs:label",
    "eventType": {"@id": "sem:eventType", "@type": "@id"},
    "began": {"@id": "sem:hasEarliestBeginTimeStamp", "@type": "xsd:date"},
    "ended": {"@id": "sem:hasLatestEndTimeStamp", "@type": "xsd:date"},
    "did": "plover:actor",
    "befell": "plover:recipient",
    "where": "sem:hasPlace",
    "code": {"@id": "plover:code", "@type": "@id"},
    "sector": "plover:sector",
    "score": {"@id": "plover:score", "@type": "xsd:double"},
    "status": "plover:status",
    "confidence": {"@id": "plover:confidence", "@type": "xsd:double"},
    "evidence": "prov:value",
    "report": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "url": {"@id": "prov:atLocation", "@type": "@id"},
}


def write(chosen: Chosen, target: Path) -> None:
    """Writes one document, an event a line."""
    with target.open("wb") as stream:
        stream.write(b'{"@context": ' + msgspec.json.encode(_CONTEXT) + b',\n"@graph": ')
        write_array(stream, _nodes(chosen))
        stream.write(b"}\n")


def _nodes(chosen: Chosen) -> Iterator[Record]:
    for told in chosen.told():
        record = told.record
        yield _known({
            "@id": f"event:{record['id']}",
            "@type": "sem:Event",
            "eventType": f"plover:{told.kind}",
            "label": f"{told.kind}: {told.names('actors')} > {told.names('recipients')}",
            "began": told.first,
            "ended": told.last,
            "did": [_actor(entity) for entity in record["actors"]],
            "befell": [_actor(entity) for entity in record["recipients"]],
            "where": _place(record["place"]) if record["place"] else None,
            "score": record["score"],
            "status": record["status"],
            "confidence": record["confidence"],
            "evidence": record["evidence"]["text"],
            "report": f"article:{record['article']}",
            "url": told.uri if (told.uri or "").startswith(("http://", "https://")) else None,
        })  # fmt: skip


def _actor(entity: Record) -> Record:
    known = f"actor:{entity['id']}" if entity["id"] else None
    country = f"country:{entity['code']}" if entity["code"] else None
    node = {"@id": f"wikidata:{entity['wikidata']}" if entity["wikidata"] else known, "@type": "sem:Actor"}
    return _known({**node, "label": entity["name"], "code": country, "sector": entity["sectors"]})


def _place(place: Record) -> Record:
    known = f"geonames:{place['geonameid']}/" if place["geonameid"] else None
    country = f"country:{place['country']}" if place["country"] else None
    node = {"@id": known, "@type": "sem:Place", "label": place["name"], "code": country}
    return _known({**node, "wgs:lat": place["lat"], "wgs:long": place["lon"]})


def _known(node: Record) -> Record:
    return {key: value for key, value in node.items() if value not in (None, [])}


FORMAT = Format("jsonld", "RDF after the Simple Event Model", (".jsonld",), write)
