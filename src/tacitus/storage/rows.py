"""Records -> rows of the warehouse's tables, and back to whole records."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Any

from tacitus.exporters.records import article_record, event_records, figure_records, place_record, quote_records
from tacitus.model import Coded

Record = dict[str, Any]
Rows = dict[str, list[Record]]

PARTS = ("events", "quotes", "figures")  # what an article tells, each with an id of its own
_COUNTS = ("dead", "injured", "arrested", "size", "amount")
_PLAIN_EVENT = (
    "id", "article", "type", "mode", "quad", "score", "status", "date", "date_end", "date_precision", "date_text",
    "contexts", "frame", "because", "confidence",
)  # fmt: skip
_PLAIN_ENTITY = ("text", "name", "id", "wikidata", "code", "sectors", "role")


def part_records(coded: Coded) -> Rows:
    """The records of an article by kind."""
    return {"events": event_records(coded), "quotes": quote_records(coded), "figures": figure_records(coded)}


def article_rows(coded: Coded, run: int) -> Rows:
    """The rows that tell of the article itself."""
    article, record = coded.article, article_record(coded.article)
    kept = {key: record[key] for key in record if key not in ("sections", "problems", "published")}
    own = {"article": article.id}
    return {
        "articles": [{**kept, "author": article.author, "published": article.published, "run": run}],
        "sections": [{**own, "role": s["role"], **_ends(s)} for s in record["sections"]],
        "problems": [{**own, **problem} for problem in record["problems"]],
        "places": [{**own, **_place(place_record(place, article.text))} for place in coded.places],
    }


def rows_of(kind: str, records: Iterable[Record], run: int) -> Rows:
    """The rows of events, quotes or figures, with those of who stands in them."""
    rows: Rows = {kind: [], "entities": [], "mentions": []}
    for record in records:
        rows[kind].append({**_ROW[kind](record), "run": run})
        rows["entities"].extend(_entities(record))
        rows["mentions"].extend(
            {"event": record["id"], "article": record["article"], "position": i, "text": told["text"], **_ends(told),
             "section": told["section"]}
            for i, told in enumerate(record.get("mentions", ()))
        )  # fmt: skip
    return rows


def whole(kind: str, row: Record) -> Record:
    """The record that a row of `whole_events`, `whole_quotes` or `whole_figures` gives."""
    record = {key: value for key, value in row.items() if key not in ("run", "attribution_cue")}
    if record.get("attribution"):
        record["attribution"] = {**record["attribution"], "cue": row["attribution_cue"]}
    if kind == "figures":
        record["value"], record["value_high"] = _number(record["value"]), _number(record["value_high"])
    if record.get("magnitude"):
        stated = record["magnitude"]
        bounds = {name: bound for name, bound in stated["bound"].items() if bound}
        counts = {name: _number(stated[name]) for name in _COUNTS}
        record["magnitude"] = {**counts, "currency": stated["currency"], "bound": bounds}
    return record


def first_day(iso: str | None) -> date | None:
    """The first day of an ISO day, month or year.

    >>> first_day("2023-02")
    datetime.date(2023, 2, 1)
    """
    if iso is None:
        return None
    year, month, day = (*map(int, iso.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(iso: str | None) -> date | None:
    """The last day of an ISO day, month or year."""
    if iso is None:
        return None
    year, *rest = map(int, iso.split("-"))
    if len(rest) == 2:
        return date(year, *rest)
    month = rest[0] if rest else 12
    return date(year, month, monthrange(year, month)[1])


def _event(record: Record) -> Record:
    stated = record["magnitude"] or {}
    place = record["place"] or {}
    return {
        **{key: record[key] for key in _PLAIN_EVENT},
        "actor_codes": _codes(record["actors"]),
        "recipient_codes": _codes(record["recipients"]),
        "day": first_day(record["date"]),
        "day_last": last_day(record["date_end"] or record["date"]),
        **_named("place", place),
        **{key: place.get(key) for key in ("geonameid", "lat", "lon", "admin1", "country")},
        "place": place.get("name"),
        "place_text": place.get("text"),
        "place_precision": place.get("precision"),
        **{name: stated.get(name) for name in (*_COUNTS, "currency")},
        **{f"{name}_bound": stated.get("bound", {}).get(name) for name in _COUNTS},
        **_named("trigger", record["trigger"]),
        **_named("evidence", record["evidence"]),
        "section": record["evidence"]["section"],
    }


def _codes(entities: list[Record]) -> list[str]:
    return list(dict.fromkeys(entity["code"] for entity in entities if entity["code"]))


def _quote(record: Record) -> Record:
    kept = {key: record[key] for key in ("id", "article", "text", "direct", "section")}
    return {**kept, **_ends(record), **_named("cue", record["cue"] or {})}


def _figure(record: Record) -> Record:
    kept = {key: record[key] for key in record if key not in ("start", "end", "of", "attribution")}
    return {**kept, **_ends(record), "codes": record["of"], "day": first_day(record["date"])}


_ROW = {"events": _event, "quotes": _quote, "figures": _figure}
_SIDES = {"actors": "actor", "recipients": "recipient", "attribution": "source", "speaker": "speaker"}


def _entities(record: Record) -> Iterable[Record]:
    for key, side in _SIDES.items():
        filled = record.get(key) or []
        for i, entity in enumerate(filled if isinstance(filled, list) else [filled]):
            yield {
                "part": record["id"],
                "article": record["article"],
                "side": side,
                "position": i,
                **{name: entity[name] for name in _PLAIN_ENTITY},
                **_ends(entity),
                **_named("cue", entity.get("cue") or {}),
            }


def _ends(span: Record) -> Record:
    return {"begins": span["start"], "ends": span["end"]}


def _named(name: str, span: Record) -> Record:
    return {name: span.get("text"), f"{name}_begins": span.get("start"), f"{name}_ends": span.get("end")}


def _place(record: Record) -> Record:
    return {**{key: value for key, value in record.items() if key not in ("start", "end")}, **_ends(record)}


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value
