"""Layers of annotation, one row an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from tacitus.exporters.records import event_records, place_record, quote_record, time_record
from tacitus.model import Coded, Quote, Span

Record = dict[str, Any]


def _times(coded: Coded) -> list[Record]:
    return [time_record(time, coded.article.text) for time in coded.times]


def _places(coded: Coded) -> list[Record]:
    return [place_record(place, coded.article.text) for place in coded.places]


def _quotes(coded: Coded) -> list[Record]:
    """Every attribution, thoughts and judgements too; direct speech that its cue interrupts is one."""
    joined: list[Quote] = []
    for quote in coded.quotes:
        if quote.continues and joined and joined[-1].direct:
            joined[-1] = replace(joined[-1], span=Span(joined[-1].span.start, quote.span.end))
        else:
            joined.append(quote)
    return [quote_record(quote, coded.article) for quote in joined]


_WRITERS: Mapping[str, Callable[[Coded], list[Record]]] = {
    "events": event_records,
    "times": _times,
    "quotes": _quotes,
    "places": _places,
}
LAYERS = tuple(_WRITERS)


def layers_record(coded: Coded, layers: tuple[str, ...] = LAYERS) -> Record:
    """The id of an article and a list of records for each layer."""
    return {"id": coded.article.id, **{name: _WRITERS[name](coded) for name in layers}}
