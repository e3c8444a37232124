"""The first page: what the warehouse holds, what is new, who has most to do with whom."""

from __future__ import annotations

from tacitus.web.asking import Asks
from tacitus.web.events import newest
from tacitus.web.records import some_events
from tacitus.web.report import flat_event
from tacitus.web.room import Room
from tacitus.web.selecting import choose
from tacitus.web.views import Answer, Told, View, answer

_NEWEST = 12
_REPORTS = 8
PAIRS = """
WITH sides AS (
  SELECT e.score, unnest(e.actor_codes) AS actor, e.recipient_codes AS others FROM events e
  WHERE e.status = 'actual' AND len(e.recipient_codes) > 0
  UNION ALL
  SELECT e.score, e.actor_codes[1], e.actor_codes[2:] FROM events e
  WHERE e.status = 'actual' AND len(e.recipient_codes) = 0 AND len(e.actor_codes) > 1),
each AS (SELECT score, actor, unnest(others) AS other FROM sides)
SELECT least(actor, other) AS a, greatest(actor, other) AS b, count(*) AS events, round(avg(score), 2) AS mean_score,
  count(*) FILTER (score > 0) AS cooperative, count(*) FILTER (score < 0) AS conflictual
FROM each WHERE actor <> other AND ($code IS NULL OR actor = $code OR other = $code)
GROUP BY ALL ORDER BY events DESC, a, b LIMIT $rows"""
_COUNTS = "SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM events) AS events," \
          " (SELECT count(*) FROM quotes) AS quotes, (SELECT count(*) FROM figures) AS figures," \
          " (SELECT min(published) FROM articles) AS first, (SELECT max(published) FROM articles) AS last"  # fmt: skip
_MONTHS = """SELECT date_trunc('month', least(coalesce(e.day, a.published), a.published))::DATE AS month, e.quad,
  count(*) AS events FROM events e JOIN articles a ON a.id = e.article WHERE e.status = 'actual'
  AND a.published IS NOT NULL AND coalesce(e.day, a.published) > (SELECT max(published) - INTERVAL 3 YEAR FROM articles)
  GROUP BY ALL ORDER BY month"""
_NEW_REPORTS = """SELECT id, title, publisher, published, left(text, 120) AS begins FROM articles
  ORDER BY published DESC NULLS LAST, run DESC, id LIMIT $rows"""


def overview(room: Room, given: Told) -> Answer:
    """Counts, newest events and reports, the busiest pairs, events a month."""
    chosen = choose(room, {"status": ["actual"]})
    listed = some_events(room, newest(room, chosen, rows=_NEWEST))
    told = {
        "counts": room.rows(_COUNTS)[0],
        "months": room.rows(_MONTHS),
        "pairs": room.rows(PAIRS, {"rows": 12, "code": None}),
        "reports": room.rows(_NEW_REPORTS, {"rows": _REPORTS}),
        "events": listed,
    }
    return answer(room.name, told, [flat_event(e) for e in listed])


def pairs(room: Room, given: Told) -> Answer:
    """The pairs of countries that have most to do with each other, or those of one country."""
    listed = room.rows(PAIRS, {"rows": 200, "code": given["code"]})
    return answer("Pairs", {"code": given["code"], "pairs": listed}, listed)


VIEW = View("/", "overview.html", "What the warehouse holds, what is new, who has to do with whom", (), overview)
PAIRS_VIEW = View(
    "/pairs", "pairs.html", "Pairs of countries by how much they have to do with each other",
    (Asks("code", "code", "only pairs of this country"),), pairs,
)  # fmt: skip
