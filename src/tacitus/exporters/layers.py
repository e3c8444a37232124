"""Layers of annotation, one row an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tacitus.exporters.records import event_records, place_record, quote_records, time_record
from tacitus.model import Coded

Record = dict[str, Any]


def _times(coded: Coded) -> list[Record]:
    return [time_record(time, coded.article.text) for time in coded.times]


def _places(coded: Coded) -> list[Record]:
    return [place_record(place, coded.article.text) for place in coded.places]


_WRITERS: Mapping[str, Callable[[Coded], list[Record]]] = {
    "events": event_records,
    "times": _times,
    "quotes": quote_records,
    "places": _places,
}
LAYERS = tuple(_WRITERS)


def layers_record(coded: Coded, layers: tuple[str, ...] = LAYERS) -> Record:
    """The id of an article and a list of records for each layer."""
    return {"id": coded.article.id, **{name: _WRITERS[name](coded) for name in layers}}
