"""Stories: reports that tell of the same, with all their sources, and where their figures differ."""

from __future__ import annotations

from tacitus.web.asking import PAGE, ROWS, Asks
from tacitus.web.events import newest
from tacitus.web.records import some_events
from tacitus.web.room import Room, Row
from tacitus.web.selecting import Chosen
from tacitus.web.views import Answer, NotHere, Told, View, answer

_STORIES = """SELECT story AS id, arg_min(coalesce(title, left(text, 90)), published) AS title, count(*) AS reports,
  count(copy_of) AS copies, count(DISTINCT publisher) AS publishers, min(published) AS first, max(published) AS last
  FROM articles WHERE story IS NOT NULL AND ($since IS NULL OR published >= $since)
  GROUP BY story HAVING count(*) > 1 ORDER BY reports DESC, last DESC NULLS LAST, id LIMIT $rows OFFSET $skipped"""
_COUNT = """SELECT count(*) AS n FROM (SELECT story FROM articles WHERE story IS NOT NULL
  AND ($since IS NULL OR published >= $since) GROUP BY story HAVING count(*) > 1)"""
_REPORTS = """SELECT id, coalesce(title, left(text, 90)) AS title, publisher, published, copy_of FROM articles
  WHERE story = $story ORDER BY published NULLS LAST, id"""
_HAPPENINGS = """SELECT * FROM happenings WHERE story = $story
  ORDER BY publishers DESC, tellings DESC, day NULLS LAST, id LIMIT 60"""
_COUNTED = ("dead", "injured", "arrested")


def stories(room: Room, given: Told) -> Answer:
    """Stories told by more than one report, the largest first."""
    page, since = given["page"] or 1, {"since": given["since"]}
    count = room.rows(_COUNT, since)[0]["n"]
    listed = room.rows(_STORIES, {**since, "rows": ROWS, "skipped": (page - 1) * ROWS})
    told = {"count": count, "page": page, "pages": -(-count // ROWS), "since": given["since"], "stories": listed}
    return answer("Stories", told, listed)


def story(room: Room, given: Told) -> Answer:
    """One story: its reports, and what happened according to all of them."""
    own = {"story": given["story"]}
    reports = room.rows(_REPORTS, own)
    if not reports:
        raise NotHere("There is no such story in this warehouse.")
    found = [_disputed(row) for row in room.rows(_HAPPENINGS, own)] if _are_happenings(room) else []
    events = [] if found else _events(room, [row["id"] for row in reports])
    first = next((row["title"] for row in reports if not row["copy_of"]), reports[0]["title"])
    return answer(str(first), {"id": given["story"], "reports": reports, "happenings": found, "events": events},
                  found or reports)  # fmt: skip


def _disputed(row: Row) -> Row:
    """A happening with the figures about which its tellings differ."""
    differ = [name for name in _COUNTED if row[f"{name}_low"] != row[f"{name}_high"]]
    return {**row, "disputed": differ}


def _are_happenings(room: Room) -> bool:
    return bool(room.rows("SELECT 1 FROM duckdb_views() WHERE view_name = 'happenings'"))


def _events(room: Room, articles: list[str]) -> list[Row]:
    own = Chosen("e.status = 'actual' AND list_contains($own, e.article)", {"own": articles})
    return some_events(room, newest(room, own, rows=60))


VIEW = View(
    "/stories", "stories.html", "Stories told by more than one report, the largest first",
    (Asks("since", "day", "only reports of this day and later"), PAGE), stories,
)  # fmt: skip
STORY_VIEW = View("/story/{story}", "story.html", "A story: its reports and what they agree and differ in", (), story)
