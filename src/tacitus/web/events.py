"""Events by facets: a list that can be narrowed, turned over and shared."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from tacitus.web.asking import MOST_EXPORTED, MOST_ROWS, PAGE, ROWS, ROWS_ASKED
from tacitus.web.names import code_names, sector_names
from tacitus.web.records import some_events
from tacitus.web.report import flat_event
from tacitus.web.room import Room
from tacitus.web.selecting import FACETS, TOLD_ON, Chosen, choose
from tacitus.web.views import Answer, Told, View, answer

_SHOWN = 12  # values of a facet
_MOST_COUNTED = 150_000  # events whose entities are looked through
_SCALARS = {
    "type": "e.type",
    "mode": "e.mode",
    "status": "e.status",
    "country": "e.country",
    "publisher": "a.publisher",
}
LABELS = {"type": "Type", "mode": "Mode", "status": "Status", "actor": "Actor", "sector": "Sector", "country": "Place",
          "publisher": "Publisher", "source": "Says"}  # fmt: skip


def events(room: Room, given: Told) -> Answer:
    """The events that the facets choose, newest first, and how many more each facet's values would leave."""
    chosen = choose(room, given)
    most = MOST_EXPORTED if given["exported"] else MOST_ROWS
    rows = min(given["rows"] or (MOST_EXPORTED if given["exported"] else ROWS), most)
    page = given["page"] or 1
    count, counted = facets(room, chosen)
    ids = newest(room, chosen, rows=rows, skipped=(page - 1) * rows)
    listed = some_events(room, ids)
    told = {"count": count, "page": page, "pages": -(-count // rows), "rows": rows, "found": chosen.found,
            "facets": counted}  # fmt: skip
    own = {asks.name: given[asks.name] for asks in FACETS}
    named = {"actor": code_names(), "country": code_names(), "sector": sector_names()}
    return answer(
        "Events", {**told, "events": listed}, [flat_event(e) for e in listed], chosen=own, labels=LABELS, named=named
    )


def newest(room: Room, chosen: Chosen, *, rows: int, skipped: int = 0) -> list[str]:
    """The ids of the chosen events, newest first."""
    query = f"SELECT e.id {chosen.sql} ORDER BY {TOLD_ON} DESC NULLS LAST, e.article, e.trigger_begins, e.id" \
            " LIMIT $rows OFFSET $skipped"  # fmt: skip
    return [row["id"] for row in room.rows(query, {**chosen.values, "rows": rows, "skipped": skipped})]


def facets(room: Room, chosen: Chosen) -> tuple[int, dict[str, list[dict[str, Any]]]]:
    """How many events are chosen, and how many of them have each value of each facet, the most frequent first.

    Of more than 150,000 events sectors and sources are not counted: it would take too long.
    """
    values = dict(chosen.values)
    sets = ", ".join(f"({column})" for column in _SCALARS.values())
    names = ", ".join(f"{column} AS {name}" for name, column in _SCALARS.items())
    marks = ", ".join(f"grouping({column}) AS {name}_" for name, column in _SCALARS.items())
    counted: dict[str, list[dict[str, Any]]] = defaultdict(list)
    query = f"SELECT {names}, {marks}, count(*) AS n {chosen.sql} GROUP BY GROUPING SETS ((), {sets}) ORDER BY n DESC"
    count = 0
    for row in room.rows(query, values):
        name = next((name for name in _SCALARS if not row[f"{name}_"]), None)
        if name is None:
            count = row["n"]
        elif row[name] is not None:
            counted[name].append({"value": row[name], "count": row["n"]})
    for name, query in _lists(chosen).items():
        if name == "actor" or count <= _MOST_COUNTED:
            counted[name] = room.rows(query, values)
    return count, {name: counted[name][:_SHOWN] for name in LABELS if counted[name]}


def _lists(chosen: Chosen) -> dict[str, str]:
    """The queries for what an event has several of."""
    codes = "list_distinct(list_concat(e.actor_codes, e.recipient_codes))"
    ending = f"GROUP BY value ORDER BY count DESC, value LIMIT {_SHOWN}"
    own = f"WITH own AS (SELECT e.id {chosen.sql})"
    sectors = "SELECT DISTINCT n.part, unnest(n.sectors) AS value FROM entities n SEMI JOIN own ON own.id = n.part" \
              " WHERE n.side IN ('actor', 'recipient')"  # fmt: skip
    return {
        "actor": f"SELECT value, count(*) AS count FROM (SELECT unnest({codes}) AS value {chosen.sql}) {ending}",
        "sector": f"{own} SELECT value, count(*) AS count FROM ({sectors}) {ending}",
        "source": f"{own} SELECT n.name AS value, count(*) AS count FROM entities n SEMI JOIN own ON own.id = n.part"
        f" WHERE n.side = 'source' {ending}",
    }


VIEW = View("/events", "events.html", "Events by facets, newest first", (*FACETS, PAGE, ROWS_ASKED), events)
