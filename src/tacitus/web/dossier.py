"""The pair: two countries, everything between them, and how it went over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from tacitus.web.asking import PAGE, Asks
from tacitus.web.charts import scored
from tacitus.web.names import code_names, words_for
from tacitus.web.records import some_events
from tacitus.web.report import flat_event
from tacitus.web.room import Room, Row
from tacitus.web.selecting import TOLD_ON, Chosen, choose
from tacitus.web.turning import running_mean, turning_points
from tacitus.web.views import Answer, NotHere, Told, View, answer

_BETWEEN = (
    "((list_contains(e.actor_codes, $a) AND (list_contains(e.recipient_codes, $b) OR list_contains(e.actor_codes, $b)))"
    " OR (list_contains(e.actor_codes, $b) AND list_contains(e.recipient_codes, $a)))"
)
_MOST_POINTS = 600
_ROWS = 25
_LISTS = {
    "agreements": "e.type IN ('AGREE', 'SUPPORT', 'COOPERATE')",
    "pressure": "e.type IN ('SANCTION', 'THREATEN')",
    "casualties": "(e.dead > 0 OR e.injured > 0)",
}


def dossier(room: Room, given: Told) -> Answer:
    """All between two countries; with another period or pair, both side by side."""
    pair = between(room, given, given["a"], given["b"])
    count = room.rows(f"SELECT count(*) AS n {pair.sql}", dict(pair.values))[0]["n"]
    points, months = over_time(room, pair, count)
    page = given["page"] or 1
    most = 100_000 if given["exported"] else _ROWS
    chosen = {name: _ids(room, pair, also, rows=8) for name, also in _LISTS.items()}
    chosen["events"] = _ids(room, pair, "true", rows=most, skipped=(page - 1) * _ROWS)
    lists = _filled(room, chosen)
    curve = running_mean(months)
    told = {
        "a": given["a"].upper(), "b": given["b"].upper(), "count": count, "page": page, "pages": -(-count // _ROWS),
        "months": months, "curve": curve, "turning": _turning(room, pair, months), "summary": summary(room, pair),
        "quotes": quotes_about(room, pair), "figures": figures_of_both(room, given), **sources(room, pair),
        "other": _other(room, given), **lists,
    }  # fmt: skip
    names = code_names()
    title = f"{names.get(told['a'], told['a'])} and {names.get(told['b'], told['b'])}"
    own = {asks.name: given[asks.name] for asks in VIEW.asks if asks.name != "page"}
    rows = [flat_event(event) for event in lists["events"]]
    return answer(title, told, rows, plot=scored(points, curve), chosen=own)


def between(room: Room, given: Told, a: str, b: str) -> Chosen:
    """The events between two countries, whoever acts, that happened (or have the chosen statuses)."""
    for code in (a, b):
        if len(code) != 3 or not code.isalpha():
            raise NotHere(f"'{code}' is no code of a country or body; codes have three letters, such as KEN or UNO.")
    narrowed = choose(room, {**given, "status": given["status"] or ["actual"], "q": given.get("q")})
    values = {**narrowed.values, "a": a.upper(), "b": b.upper()}
    return Chosen(f"{narrowed.where} AND {_BETWEEN}", values)


def over_time(room: Room, pair: Chosen, count: int) -> tuple[list[Row], list[Row]]:
    """Points to draw (by day, or by month where they are many), and events a month by quad with their mean score."""
    grain = "day" if count <= _MOST_POINTS else "month"

    def by(grain: str, name: str) -> list[Row]:
        query = f"SELECT date_trunc('{grain}', {TOLD_ON})::DATE AS {name}, e.quad, count(*) AS events," \
                f" avg(e.score) AS score {pair.sql} AND {TOLD_ON} IS NOT NULL" \
                f" GROUP BY ALL ORDER BY {name}, e.quad"  # fmt: skip
        return room.rows(query, dict(pair.values))

    return by(grain, "day"), by("month", "month")


def summary(room: Room, pair: Chosen) -> Row:
    """How many events, how cooperative, of which quads and types."""
    query = (
        f"SELECT e.type, e.quad, count(*) AS events, sum(e.score) AS total, sum(e.dead) AS dead {pair.sql} GROUP BY ALL"
    )
    rows = room.rows(query, dict(pair.values))
    events = sum(row["events"] for row in rows)
    return {
        "events": events,
        "score": sum(row["total"] for row in rows) / events if events else None,
        "dead": sum(row["dead"] or 0 for row in rows),
        "quads": _sums(rows, "quad"),
        "types": dict(sorted(_sums(rows, "type").items(), key=lambda one: -one[1])),
    }


def quotes_about(room: Room, pair: Chosen) -> list[Row]:
    """What speakers of each say that names the other, in the reports of their events."""
    query = f"""WITH own AS MATERIALIZED (SELECT DISTINCT e.article {pair.sql}),
        speakers AS MATERIALIZED (SELECT n.part, n.name, n.code, n.role FROM entities n
          SEMI JOIN own ON own.article = n.article WHERE n.side = 'speaker' AND n.code IN ($a, $b)),
        said AS MATERIALIZED (SELECT q.*, n.name AS speaker, n.code, n.role FROM quotes q
          JOIN speakers n ON n.part = q.id)
        SELECT s.id, s.article, s.text, s.direct, s.speaker, s.code, s.role, p.published, p.publisher
        FROM said s JOIN articles p ON p.id = s.article
        WHERE (s.code = $a AND regexp_matches(s.text, $of_b)) OR (s.code = $b AND regexp_matches(s.text, $of_a))
        ORDER BY s.direct DESC, p.published DESC NULLS LAST, s.id LIMIT 12"""
    of = {f"of_{key}": words_for(pair.values[key]) for key in ("a", "b")}
    return room.rows(query, {**pair.values, **of})


def figures_of_both(room: Room, given: Told) -> list[Row]:
    """Stated figures about both countries."""
    query = """SELECT f.id, f.article, f.value, f.value_high, f.unit, f.what, f.bound, f.date, f.text, a.published,
        a.publisher FROM figures f JOIN articles a ON a.id = f.article
        WHERE list_contains(f.codes, $a) AND list_contains(f.codes, $b)
        ORDER BY coalesce(f.day, a.published) DESC NULLS LAST, f.id LIMIT 12"""
    return room.rows(query, {"a": given["a"].upper(), "b": given["b"].upper()})


def sources(room: Room, pair: Chosen) -> dict[str, list[Row]]:
    """Who publishes these events, and who is given as their source."""
    publishers = f"SELECT a.publisher AS name, count(*) AS events {pair.sql} AND a.publisher IS NOT NULL" \
                 " GROUP BY ALL ORDER BY events DESC, name LIMIT 10"  # fmt: skip
    said = f"SELECT n.name, any_value(n.code) AS code, count(*) AS events FROM entities n" \
           f" WHERE n.side = 'source' AND n.part IN (SELECT e.id {pair.sql}) GROUP BY n.name" \
           " ORDER BY events DESC, n.name LIMIT 10"  # fmt: skip
    return {"publishers": room.rows(publishers, dict(pair.values)), "said_by": room.rows(said, dict(pair.values))}


def _other(room: Room, given: Told) -> Told | None:
    """The summary of what is compared with: another period of the pair, or another pair."""
    names = ("other_a", "other_b", "other_since", "other_until")
    if not any(given[name] for name in names):
        return None
    a, b = given["other_a"] or given["a"], given["other_b"] or given["b"]
    period = {"since": given["other_since"], "until": given["other_until"]}
    return {"a": a.upper(), "b": b.upper(), **period, **summary(room, between(room, {**given, **period}, a, b))}


def _ids(room: Room, pair: Chosen, also: str, *, rows: int, skipped: int = 0) -> list[str]:
    order = f"{TOLD_ON} DESC NULLS LAST, e.article, e.trigger_begins, e.id"
    query = f"SELECT e.id {pair.sql} AND {also} ORDER BY {order} LIMIT $rows OFFSET $skipped"
    return [row["id"] for row in room.rows(query, {**pair.values, "rows": rows, "skipped": skipped})]


def _filled(room: Room, lists: Mapping[str, list[str]]) -> dict[str, list[Row]]:
    """Lists of ids as lists of events, looked up at once."""
    events = {event["id"]: event for event in some_events(room, list({i for ids in lists.values() for i in ids}))}
    return {name: [events[i] for i in ids if i in events] for name, ids in lists.items()}


def _turning(room: Room, pair: Chosen, months: Sequence[Row]) -> list[Told]:
    """The turning points, each with the events of its month that weigh most."""
    turns, lists = turning_points(months), {}
    for turn in turns:
        query = f"SELECT e.id {pair.sql} AND {TOLD_ON} >= $turn AND {TOLD_ON} < $turned" \
                " ORDER BY abs(e.score) * e.confidence DESC, e.id LIMIT 3"  # fmt: skip
        period = {"turn": turn["month"], "turned": _next_month(turn["month"])}
        lists[str(turn["month"])] = [row["id"] for row in room.rows(query, {**pair.values, **period})]
    filled = _filled(room, lists)
    return [{**turn, "events": filled[str(turn["month"])]} for turn in turns]


def _next_month(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def _sums(rows: Sequence[Mapping[str, Any]], name: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row[name]] = counts.get(row[name], 0) + row["events"]
    return counts


VIEW = View(
    "/pair/{a}/{b}", "pair.html", "Two countries: all between them over time",
    (
        Asks("since", "day", "first day"), Asks("until", "day", "last day"),
        Asks("status", "list", "statuses that count; actual if not told"),
        Asks("type", "list", "event types"), Asks("confidence", "share", "at least so sure"),
        Asks("other_a", "code", "first country of a pair to compare with"),
        Asks("other_b", "code", "second country of a pair to compare with"),
        Asks("other_since", "day", "first day of a period to compare with"),
        Asks("other_until", "day", "last day of a period to compare with"), PAGE,
    ), dossier,
)  # fmt: skip
