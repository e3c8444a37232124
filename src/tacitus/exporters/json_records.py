"""Records as JSON: our own, a line each, and PLOVER's in one array."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO

import msgspec

from tacitus.exporters.formats import Chosen, Format, Record, Told

_encode = msgspec.json.encode


def write_lines(chosen: Chosen, target: Path) -> None:
    """Writes events as `tacitus code` does."""
    with target.open("wb") as stream:
        stream.writelines(_encode(told.record) + b"\n" for told in chosen.told())


def write_plover(chosen: Chosen, target: Path) -> None:
    """Writes an array of PLOVER records."""
    with target.open("wb") as stream:
        write_array(stream, (_plover(told) for told in chosen.told()))


def write_array(stream: IO[bytes], records: Iterable[Record]) -> None:
    """Writes a JSON array, an element a line."""
    stream.write(b"[")
    for number, record in enumerate(records):
        stream.write((b",\n" if number else b"\n") + _encode(record))
    stream.write(b"\n]")


def _plover(told: Told) -> Record:
    record = told.record
    return {
        "id": record["id"],
        "date": told.first,
        "type": record["type"],
        "mode": record["mode"],
        "quad": record["quad"],
        "score": record["score"],
        "auxiliary": record["status"],
        "context": record["contexts"],
        "actor": [_entity(entity) for entity in record["actors"]],
        "recipient": [_entity(entity) for entity in record["recipients"]],
        "location": record["place"],
        "magnitude": record["magnitude"],
        "text": record["evidence"]["text"],
        "confidence": record["confidence"],
        "source": {
            "id": record["article"], "publisher": told.publisher, "url": told.uri, "published": told.published
        },
    }  # fmt: skip


def _entity(entity: Record) -> Record:
    kept = {key: entity[key] for key in ("text", "name", "code", "wikidata")}
    return {**kept, "sector": entity["sectors"], "title": entity["role"]}


LINES = Format("jsonl", "whole records as tacitus code writes them, a line each", (".jsonl",), write_lines)
PLOVER = Format("plover", "PLOVER records in one JSON array", (".plover.json", ".json"), write_plover)
