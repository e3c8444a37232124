"""Rows of the warehouse as nested records: some events, or all of one article, without a pass over everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from tacitus.web.room import Room, Row

_COUNTS = ("dead", "injured", "arrested", "size", "amount")
_KEYS = {"actor": "actors", "recipient": "recipients"}
_EVENT = (
    "id", "article", "type", "mode", "quad", "score", "status", "date", "date_end", "date_precision", "date_text",
    "contexts", "frame", "because", "confidence", "section", "day",
)  # fmt: skip


def events_of(room: Room, article: str) -> list[Row]:
    """The events of an article in the order of its text."""
    given = {"article": article}
    rows = room.rows("SELECT * FROM events WHERE article = $article ORDER BY trigger_begins, id", given)
    return _events(rows, _parts(room, "article = $article", given), mentions_of(room, article))


def some_events(room: Room, ids: list[str]) -> list[Row]:
    """Events by their ids, in that order, with title, publisher and day of their articles; without further tellings."""
    given = {"ids": ids}
    chosen = """SELECT e.*, a.title, a.publisher, a.published,
        least(coalesce(e.day, a.published), a.published) AS told_on
        FROM events e JOIN articles a ON a.id = e.article WHERE e.id IN (SELECT unnest($ids))"""
    rows = {row["id"]: row for row in room.rows(chosen, given)}
    ordered = [rows[one] for one in ids if one in rows]
    made = _events(ordered, _parts(room, "part IN (SELECT unnest($ids))", given), {})
    kept = ("title", "publisher", "published", "told_on")
    return [{**event, **{name: row[name] for name in kept}} for event, row in zip(made, ordered, strict=True)]


def quotes_of(room: Room, article: str) -> list[Row]:
    """The quotes of an article in the order of its text."""
    given = {"article": article}
    parts = _parts(room, "article = $article AND side = 'speaker'", given)
    rows = room.rows("SELECT * FROM quotes WHERE article = $article ORDER BY begins, id", given)
    return [
        {"id": r["id"], "start": r["begins"], "end": r["ends"], "text": r["text"], "direct": r["direct"],
         "speaker": _first(parts[r["id"]], "speaker"), "cue": _span(r, "cue"), "section": r["section"]}
        for r in rows
    ]  # fmt: skip


def figures_of(room: Room, article: str) -> list[Row]:
    """The figures of an article in the order of its text."""
    given = {"article": article}
    parts = _parts(room, "article = $article AND side = 'source'", given)
    rows = room.rows("SELECT * FROM figures WHERE article = $article ORDER BY begins, id", given)
    kept = ("id", "text", "value", "value_high", "bound", "unit", "what", "date", "section")
    return [
        {**{name: r[name] for name in kept}, "start": r["begins"], "end": r["ends"], "of": r["codes"],
         "attribution": _first(parts[r["id"]], "source")}
        for r in rows
    ]  # fmt: skip


def mentions_of(room: Room, article: str) -> dict[str, list[Row]]:
    """The further tellings of an article's events, by event."""
    told: dict[str, list[Row]] = defaultdict(list)
    query = "SELECT * FROM mentions WHERE article = $article ORDER BY event, position"
    for row in room.rows(query, {"article": article}):
        telling = {"text": row["text"], "start": row["begins"], "end": row["ends"], "section": row["section"]}
        told[row["event"]].append(telling)
    return told


def _events(rows: Iterable[Row], parts: dict[str, list[Row]], mentions: dict[str, list[Row]]) -> list[Row]:
    made = []
    for row in rows:
        sides = {key: [_entity(p) for p in parts[row["id"]] if p["side"] == side] for side, key in _KEYS.items()}
        evidence = {**(_span(row, "evidence") or {}), "section": row["section"]}
        event: dict[str, Any] = {name: row[name] for name in _EVENT}
        event.update(sides)
        event["place"] = _place(row)
        event["magnitude"] = _magnitude(row)
        event["attribution"] = _first(parts[row["id"]], "source")
        event.update(trigger=_span(row, "trigger"), evidence=evidence, mentions=mentions.get(row["id"], []))
        made.append(event)
    return made


def _parts(room: Room, where: str, given: dict[str, Any]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in room.rows(f"SELECT * FROM entities WHERE {where} ORDER BY part, side, position", given):
        found[row["part"]].append(row)
    return found


def _entity(row: Row) -> Row:
    kept = {name: row[name] for name in ("text", "name", "id", "wikidata", "code", "sectors", "role")}
    return {**kept, "start": row["begins"], "end": row["ends"]}


def _first(rows: list[Row], side: str) -> Row | None:
    own = [row for row in rows if row["side"] == side]
    return {**_entity(own[0]), "cue": _span(own[0], "cue")} if own else None


def _span(row: Row, name: str) -> Row | None:
    if row[name] is None:
        return None
    return {"text": row[name], "start": row[f"{name}_begins"], "end": row[f"{name}_ends"]}


def _place(row: Row) -> Row | None:
    if row["place_text"] is None:
        return None
    kept = {name: row[name] for name in ("geonameid", "lat", "lon", "admin1", "country")}
    span = {"text": row["place_text"], "start": row["place_begins"], "end": row["place_ends"]}
    return {**span, "name": row["place"], **kept, "precision": row["place_precision"]}


def _magnitude(row: Row) -> Row | None:
    stated = {name: row[name] for name in _COUNTS if row[name] is not None}
    bounds = {name: row[f"{name}_bound"] for name in stated if row[f"{name}_bound"]}
    return {**stated, "currency": row["currency"], "bound": bounds} if stated else None
