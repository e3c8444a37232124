"""Values -> records: plain dictionaries with their keys in the order of the record's definition, absent values None."""

from __future__ import annotations

import hashlib
from typing import Any

from tacitus.model import (
    Article,
    Attribution,
    Coded,
    Entity,
    Event,
    Figure,
    Magnitude,
    Place,
    Quantity,
    Quote,
    Span,
    Telling,
    TimeRef,
)  # fmt: skip

Record = dict[str, Any]


def event_records(coded: Coded) -> list[Record]:
    """The events of an article as records."""
    return [_event(event, coded.article.text) for event in coded.events]


def quote_records(coded: Coded) -> list[Record]:
    """The quotes of an article as records: what was said or written."""
    return [quote_record(quote, coded.article) for quote in coded.quotes if quote.said]


def figure_records(coded: Coded) -> list[Record]:
    """The figures of an article as records."""
    return [_figure(figure, coded.article) for figure in coded.figures]


def article_record(article: Article) -> Record:
    """An article as a record, its original text included."""
    return {
        "id": article.id,
        "uri": article.uri,
        "publisher": article.publisher,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "text": article.text,
        "sections": [{"role": s.role, "start": s.span.start, "end": s.span.end} for s in article.sections],
        "story": article.story,
        "copy_of": article.copy_of,
        "knowledge": article.knowledge,
        "problems": [{"stage": p.stage, "message": p.message} for p in article.problems],
    }


def time_record(time: TimeRef, text: str) -> Record:
    """A temporal expression after TIMEX3."""
    return {**span_record(time.span, text), "type": time.type, "value": time.value, "mod": time.mod}


def place_record(place: Place, text: str) -> Record:
    """A resolved toponym."""
    return {
        **span_record(place.span, text),
        "name": place.name,
        "geonameid": place.geonameid,
        "lat": place.lat,
        "lon": place.lon,
        "admin1": place.admin1,
        "country": place.country,
        "precision": place.precision,
    }


def span_record(span: Span, text: str) -> Record:
    """A span with the original words it covers."""
    return {"text": text[span.start : span.end], "start": span.start, "end": span.end}


def _event(event: Event, text: str) -> Record:
    time = event.time
    return {
        "id": event.id,
        "article": event.article,
        "type": event.type,
        "mode": event.mode,
        "quad": event.quad,
        "score": event.score,
        "status": event.status,
        "actors": [_entity(e, text) for e in event.actors],
        "recipients": [_entity(e, text) for e in event.recipients],
        "date": time.date if time else None,
        "date_end": time.date_end if time else None,
        "date_precision": time.precision if time else None,
        "date_text": text[time.span.start : time.span.end] if time else None,
        "place": place_record(event.place, text) if event.place else None,
        "magnitude": _magnitude(event.magnitude) if event.magnitude else None,
        "attribution": _attribution(event.attribution, text),
        "contexts": list(event.contexts),
        "trigger": span_record(event.trigger, text),
        "evidence": _telling(event.evidence, text),
        "mentions": [_telling(m, text) for m in event.mentions],
        "frame": event.frame,
        "because": list(event.because),
        "confidence": event.confidence,
    }


def _entity(entity: Entity, text: str) -> Record:
    return {
        **span_record(entity.span, text),
        "name": entity.name,
        "id": entity.id,
        "wikidata": entity.wikidata,
        "code": entity.code,
        "sectors": list(entity.sectors),
        "role": entity.role,
    }


def _telling(telling: Telling, text: str) -> Record:
    return {**span_record(telling.span, text), "section": telling.section}


def _attribution(attribution: Attribution | None, text: str) -> Record | None:
    if attribution is None:
        return None
    cue = span_record(attribution.cue, text) if attribution.cue else None
    return {**_entity(attribution.entity, text), "cue": cue}


def _magnitude(magnitude: Magnitude) -> Record:
    kinds = ("dead", "injured", "arrested", "size", "amount")
    stated: dict[str, Quantity | None] = {kind: getattr(magnitude, kind) for kind in kinds}
    bounds = {kind: quantity.bound for kind, quantity in stated.items() if quantity}
    values = {kind: _number(quantity.value) if quantity else None for kind, quantity in stated.items()}
    return {**values, "currency": magnitude.currency, "bound": bounds}


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def quote_record(quote: Quote, article: Article) -> Record:
    """A quote, said or thought, as a record."""
    return {
        "id": _part_id(article.id, "quote", quote.span),
        "article": article.id,
        "start": quote.span.start,
        "end": quote.span.end,
        "text": article.text[quote.span.start : quote.span.end],
        "direct": quote.direct,
        "speaker": _entity(quote.speaker, article.text) if quote.speaker else None,
        "cue": span_record(quote.cue, article.text) if quote.cue else None,
        "section": quote.section,
    }


def _figure(figure: Figure, article: Article) -> Record:
    return {
        "id": _part_id(article.id, "figure", figure.span),
        "article": article.id,
        "start": figure.span.start,
        "end": figure.span.end,
        "text": article.text[figure.span.start : figure.span.end],
        "value": _number(figure.value),
        "value_high": None if figure.value_high is None else _number(figure.value_high),
        "bound": figure.bound,
        "unit": figure.unit,
        "what": figure.what,
        "of": list(figure.of),
        "date": figure.date,
        "attribution": _attribution(figure.attribution, article.text),
        "section": figure.section,
    }


def _part_id(article: str, kind: str, span: Span) -> str:
    return hashlib.sha256(f"{article}\0{kind}\0{span.start}\0{span.end}".encode()).hexdigest()[:16]
