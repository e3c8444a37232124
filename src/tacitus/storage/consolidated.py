"""What `tacitus stories` reads from a warehouse and writes into it: stories, copies, happenings, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from tacitus.errors import InputError
from tacitus.storage.warehouse import Warehouse

Row = dict[str, Any]


def window(warehouse: Warehouse, days: int) -> tuple[date, date] | None:
    """The first and last day of the articles that have no story yet, widened by `days`; None where all have one."""
    found = warehouse.connection.execute(
        f"""SELECT min(published) - {int(days)}, max(published) + {int(days)}, count(*)
        FROM articles WHERE text <> '' AND id NOT IN (SELECT article FROM placings)"""
    ).fetchall()[0]
    if not found[2]:
        return None
    return found[0] or date.min, found[1] or date.max


def told_articles(warehouse: Warehouse, days: tuple[date, date]) -> Iterator[Row]:
    """The articles of the days and the undated ones, in order of day, the longest of a day first; without residue."""
    found = warehouse.connection.cursor().execute(
        """WITH residue AS (
          SELECT article, list([begins, ends] ORDER BY begins) AS spans FROM sections
          WHERE role = 'residue' GROUP BY article)
        SELECT a.id, a.title, a.text, a.published, p.story, r.spans FROM articles a
        LEFT JOIN placings p ON p.article = a.id LEFT JOIN residue r ON r.article = a.id
        WHERE a.text <> '' AND NOT coalesce(p.fixed, false) AND (a.published IS NULL OR a.published BETWEEN ? AND ?)
        ORDER BY a.published NULLS LAST, length(a.text) DESC, a.id""",
        list(days),
    )
    while rows := found.fetchmany(1_000):
        for id_, title, text, published, story, spans in rows:
            yield {
                "id": id_,
                "title": title,
                "text": _without(text, spans or ()),
                "published": published,
                "story": story,
            }


def untold_events(warehouse: Warehouse) -> Iterator[Row]:
    """The events of every story in which some event has no happening yet, each with who stands in it."""
    found = warehouse.connection.cursor().execute(
        """WITH open AS (
          SELECT DISTINCT a.story FROM events e JOIN articles a ON a.id = e.article
          WHERE a.story IS NOT NULL AND e.id NOT IN (SELECT event FROM tellings)),
        sides AS (
          SELECT part,
            list({'name': name, 'id': id, 'code': code, 'sectors': sectors}) FILTER (side = 'actor') AS actors,
            list({'name': name, 'id': id, 'code': code, 'sectors': sectors}) FILTER (side = 'recipient') AS recipients
          FROM entities WHERE side IN ('actor', 'recipient') GROUP BY part)
        SELECT e.id AS event, e.article, a.story, e.type, e.mode, e.status, e.day, e.day_last, a.published, e.country,
          CASE WHEN e.place_precision IN ('point', 'city') THEN [e.lat, e.lon] END AS point,
          coalesce(s.actors, []) AS actors, coalesce(s.recipients, []) AS recipients, e.dead, e.dead_bound, t.happening
        FROM events e JOIN articles a ON a.id = e.article JOIN open o ON o.story = a.story
        LEFT JOIN sides s ON s.part = e.id LEFT JOIN tellings t ON t.event = e.id"""
    )
    names = [column[0] for column in found.description or ()]
    while rows := found.fetchmany(1_000):
        yield from (dict(zip(names, row, strict=True)) for row in rows)


def write_stories(warehouse: Warehouse, placings: Iterable[Row], copies: Iterable[Row]) -> None:
    """Writes stories and copies down, all or nothing."""
    with warehouse.transaction():
        warehouse.insert("placings", [{"fixed": False, **row} for row in placings])
        warehouse.insert("copies", list(copies))
        _point(warehouse)


def write_tellings(warehouse: Warehouse, tellings: Sequence[Row]) -> None:
    """Writes down which happening each event tells, all or nothing."""
    with warehouse.transaction():
        warehouse.insert("tellings", [{"fixed": False, **row} for row in tellings])


def forget(warehouse: Warehouse) -> None:
    """Takes back every story, copy and happening but what a reader has set apart."""
    with warehouse.transaction():
        warehouse.connection.execute("DELETE FROM copies")
        for table in ("placings", "tellings"):
            warehouse.connection.execute(f"DELETE FROM {table} WHERE NOT fixed")
        _point(warehouse)


def set_apart(warehouse: Warehouse, id_: str) -> str:
    """Gives an article a story, or an event a happening, of its own for good; what was done, in words.

    InputError where the warehouse holds neither, or it stands alone.
    """
    with warehouse.transaction():
        if _one(warehouse, "SELECT 1 FROM placings WHERE article = ?", id_):
            return _article_apart(warehouse, id_)
        found = _one(warehouse, "SELECT happening, article FROM tellings WHERE event = ?", id_)
        if found is None:
            raise InputError(
                f"{id_}: no article with a story and no event with a happening; `tacitus stories` finds them"
            )
        warehouse.connection.execute("DELETE FROM tellings WHERE event = ?", [id_])
        if found[0] == id_:
            _rename(warehouse, "tellings", "event", "happening", id_)
        row = {"event": id_, "article": found[1], "happening": id_, "because": ["set apart"], "fixed": True}
        warehouse.insert("tellings", [row])
        return f"event {id_} is a happening of its own"


def explanation(warehouse: Warehouse, id_: str) -> list[Row]:
    """Why an article is in its story or a copy, or why an event tells its happening: each with what stands beside it.

    InputError where the warehouse holds neither.
    """
    answers: list[Row] = []
    for kind, query in _EXPLAINED.items():
        found = warehouse.connection.execute(query, {"id": id_})
        names = [column[0] for column in found.description or ()]
        answers.extend({"kind": kind, **dict(zip(names, row, strict=True))} for row in found.fetchall())
    if not answers:
        raise InputError(f"{id_}: no article with a story and no event with a happening; `tacitus stories` finds them")
    return answers


_EXPLAINED = {
    "story": """SELECT p.article AS id, s.title, p.likeness, p.words AS because, a.publisher, a.published
      FROM placings q JOIN placings p ON p.story = q.story JOIN articles a ON a.id = p.article
      JOIN stories s ON s.id = p.story WHERE q.article = $id ORDER BY p.article <> $id, a.published, p.article""",
    "copy": """SELECT c.article AS id, o.title, c.share AS likeness, [c.passage] AS because, o.publisher, o.published
      FROM copies c JOIN articles o ON o.id = c.original WHERE c.article = $id OR c.original = $id
      ORDER BY c.article""",
    "happening": """SELECT t.event AS id, e.evidence AS title, e.confidence AS likeness, t.because,
        a.publisher, a.published
      FROM tellings q JOIN tellings t ON t.happening = q.happening JOIN events e ON e.id = t.event
      JOIN articles a ON a.id = e.article WHERE q.event = $id ORDER BY t.event <> $id, a.published, t.event""",
}


def _article_apart(warehouse: Warehouse, id_: str) -> str:
    story = _one(warehouse, "SELECT story FROM placings WHERE article = ?", id_)
    for table, key in (("placings", "article"), ("copies", "article"), ("tellings", "article")):
        warehouse.connection.execute(f"DELETE FROM {table} WHERE {key} = ?", [id_])
    if story == (id_,):
        _rename(warehouse, "placings", "article", "story", id_)
    own = {"article": id_, "story": id_, "likeness": 1.0, "words": [], "fixed": True}
    warehouse.insert("placings", [own])
    _point(warehouse)
    return f"article {id_} is a story of its own"


def _rename(warehouse: Warehouse, table: str, key: str, group: str, gone: str) -> None:
    """Names a story or happening anew whose first member has left it."""
    warehouse.connection.execute(
        f"UPDATE {table} SET {group} = (SELECT min({key}) FROM {table} WHERE {group} = $gone) WHERE {group} = $gone",
        {"gone": gone},
    )


def _point(warehouse: Warehouse) -> None:
    """Makes the columns of `articles` say what `placings` and `copies` say."""
    for column, table, value in (("story", "placings", "story"), ("copy_of", "copies", "original")):
        told = f"(SELECT any_value({value}) FROM {table} WHERE article = articles.id)"
        warehouse.connection.execute(f"UPDATE articles SET {column} = {told} WHERE {column} IS DISTINCT FROM {told}")


def _one(warehouse: Warehouse, query: str, id_: str) -> Any:
    return warehouse.connection.execute(query, [id_]).fetchone()


def _without(text: str, spans: Sequence[Sequence[int]]) -> str:
    kept, last = [], 0
    for begins, ends in spans:
        kept.append(text[last:begins])
        last = ends
    return "".join([*kept, text[last:]])
