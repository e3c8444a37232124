"""The review: one event at a time; what is said goes beside the warehouse and out as gold records."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tacitus.errors import InputError
from tacitus.web.asking import Asks
from tacitus.web.corrections import Corrections, Verdict, agreement, is_of, standing
from tacitus.web.mending import ENTITIES, Form, added, mended
from tacitus.web.names import modes_of_types, sector_names, statuses
from tacitus.web.records import events_of
from tacitus.web.report import article_of
from tacitus.web.room import Room, Row
from tacitus.web.showing import link
from tacitus.web.views import Answer, NotHere, Told, View, answer

_LOOKED_AT = 400  # newest articles among which the next is looked for


def review(room: Room, given: Told) -> Answer:
    """The next event that this reviewer has not judged, newest reports first."""
    who = given["by"] or "reviewer"
    held = Corrections(room.path)
    verdicts = held.verdicts()
    article, event = _next(room, given, verdicts, who)
    told: Told = {"by": who, "judged": len(standing(verdicts)), "agreement": agreement(verdicts), "event": event,
                  "article": {k: article[k] for k in ("id", "title", "publisher", "published")} if article else None,
                  "verdicts": [_flat(v) for v in reversed(verdicts[-20:])]}  # fmt: skip
    modes = sorted({mode for of in modes_of_types().values() for mode in of})
    around = _around(article, event) if article and event else None
    return answer(
        "Review", told, [_flat(v) for v in verdicts], before_after=around,
        modes=modes, statuses=statuses(), sectors=sector_names(), slots=range(ENTITIES), adding=given["add"],
    )  # fmt: skip


def routes(room: Room, form_secret: str) -> list[Route]:
    """Where the review is written to, and where it is taken out as gold."""

    async def judge(request: Request) -> Response:
        form = {name: str(value) for name, value in (await request.form()).items()}
        check_secret(form, form_secret)
        return await run_in_threadpool(_judged, room, form)

    def export(request: Request) -> Response:
        lines = b"".join(msgspec.json.encode(row, enc_hook=str) + b"\n" for row in gold(room))
        headers = {"Content-Disposition": 'attachment; filename="gold.jsonl"'}
        return Response(lines, media_type="application/jsonl", headers=headers)

    return [Route("/review", judge, methods=["POST"]), Route("/review/gold.jsonl", export)]


def check_secret(form: Form, secret: str) -> None:
    """InputError where a form does not come from a page of this room."""
    if not hmac.compare_digest(form.get("secret", "").encode(), secret.encode()):
        raise InputError("this form does not come from this reading room, or from before it was started: load it anew")


def gold(room: Room) -> list[Row]:
    """The articles of which each event was judged, as gold records that `tacitus evaluate` reads."""
    by_article: dict[str, list[Verdict]] = {}
    for verdict in Corrections(room.path).verdicts():
        by_article.setdefault(verdict.article, []).append(verdict)
    rows = []
    for article_id, verdicts in by_article.items():
        stands = list(standing(verdicts).values())
        try:
            article = article_of(room, article_id)
        except NotHere:
            continue
        if all(any(is_of(v, event) for v in stands) for event in events_of(room, article_id)):
            events = [v.record for v in stands if v.action != "reject"]
            rows.append({"id": article_id, "outlet": article["publisher"], "date": article["published"],
                         "headline": article["title"], "text": article["text"], "url": article["uri"],
                         "events": sorted(events, key=lambda event: event["trigger"]["start"])})  # fmt: skip
    return rows


def _judged(room: Room, form: Form) -> Response:
    """Writes down what a form says, and leads to the next event."""
    held, who = Corrections(room.path), form.get("who", "").strip()[:80] or "reviewer"
    action = form.get("action", "")
    back = {"by": who}
    if action == "undo":
        if (undone := held.undo(who)) and undone.action != "add":
            back["event"] = undone.event
    elif action == "add":
        article = article_of(room, form.get("article", ""))
        event = added(form, article)
        held.put((article["id"], event["id"], action), event, who)
        back["article"] = article["id"]
    else:
        event = _event(room, form.get("event", ""))
        record = mended(form, event) if action == "mend" else event
        held.put((event["article"], event["id"], action), record, who)
    return RedirectResponse(link("/review", back), 303)


def _event(room: Room, event: str) -> Row:
    found = room.rows("SELECT article FROM events WHERE id = $id", {"id": event})
    if not found:
        raise NotHere("There is no such event in this warehouse.")
    return next(e for e in events_of(room, found[0]["article"]) if e["id"] == event)


def _next(room: Room, given: Told, verdicts: list[Verdict], who: str) -> tuple[Row | None, Row | None]:
    if given["event"]:
        event = _event(room, given["event"])
        return article_of(room, event["article"]), event
    own: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.who == who:
            own.setdefault(verdict.article, []).append(verdict)
    for article in _articles(room, given["article"]):
        events = events_of(room, article)
        left = [e for e in events if not any(is_of(v, e) for v in own.get(article, ()))]
        if left or given["article"]:
            return article_of(room, article), left[0] if left else None
    return None, None


def _articles(room: Room, article: str | None) -> Iterable[str]:
    if article:
        return [article]
    query = f"""SELECT id FROM articles WHERE id IN (SELECT article FROM events)
        ORDER BY published DESC NULLS LAST, id LIMIT {_LOOKED_AT}"""
    return [row["id"] for row in room.rows(query)]


def _around(article: Row, event: Row) -> dict[str, str]:
    """The sentence in its surroundings, cut at the trigger."""
    text, told, trigger = article["text"], event["evidence"], event["trigger"]
    start, end = told["start"], told["end"]
    inside = start <= trigger["start"] and trigger["end"] <= end
    cut = (trigger["start"], trigger["end"]) if inside else (end, end)
    return {
        "before": text[max(0, start - 400) : start],
        "until": text[start : cut[0]],
        "trigger": text[cut[0] : cut[1]],
        "from": text[cut[1] : end],
        "after": text[end : end + 400],
    }


def _flat(verdict: Verdict) -> dict[str, Any]:
    return {"number": verdict.number, "article": verdict.article, "event": verdict.event, "action": verdict.action,
            "type": verdict.record["type"], "who": verdict.who, "made": verdict.made}  # fmt: skip


VIEW = View(
    "/review", "review.html", "Review: one event at a time, with agreement and what was said last",
    (Asks("by", "text", "who reviews"), Asks("event", "text", "id of the event"),
     Asks("article", "text", "id of the report to stay with"), Asks("add", "flag", "show the form for a missed event")),
    review, kept=False,
)  # fmt: skip
