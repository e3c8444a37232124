"""The report: its text in layers, what it tells, and what each party says side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tacitus.web.asking import Asks
from tacitus.web.entries import entry_text
from tacitus.web.marking import Mark, paragraphs
from tacitus.web.records import events_of, figures_of, quotes_of
from tacitus.web.room import Room, Row
from tacitus.web.views import Answer, NotHere, Told, View, answer

LAYERS = {"events": "Events", "actors": "Actors", "quotes": "Quotes", "figures": "Figures", "times": "Times",
          "places": "Places"}  # fmt: skip


def report(room: Room, given: Told) -> Answer:
    """One report with everything that was written down about it; `record` is the one that is underlined."""
    article = article_of(room, given["id"])
    own = {"article": article["id"]}
    sections = room.rows("SELECT role, begins, ends FROM sections WHERE article = $article", own)
    places = room.rows("SELECT * FROM places WHERE article = $article ORDER BY begins", own)
    events, quotes, figures = (read(room, article["id"]) for read in (events_of, quotes_of, figures_of))
    marks = list(_marks(article["text"], events, quotes, figures, places=places))
    told = {
        "article": {key: value for key, value in article.items() if key != "run"},
        "sections": sections, "events": events, "quotes": quotes, "figures": figures,
        "problems": room.rows("SELECT stage, message FROM problems WHERE article = $article", own),
        "parties": parties(events, quotes),
    }  # fmt: skip
    chosen = given["record"] if given["record"] in {r["id"] for r in (*events, *quotes, *figures)} else None
    return answer(
        _title(article, sections), told, [flat_event(e) for e in events],
        paragraphs=paragraphs(article["text"], sections, marks), chosen=chosen, layers=LAYERS,
        jumps={telling["start"] for e in events for telling in (e["evidence"], *e["mentions"])},
        entries={e["frame"]: entry_text(e["frame"]) for e in events},
    )  # fmt: skip


def article_of(room: Room, article: str) -> Row:
    """The row of an article; NotHere where there is none."""
    found = room.rows("SELECT * FROM articles WHERE id = $id", {"id": article})
    if not found:
        raise NotHere("There is no such report in this warehouse.")
    return found[0]


def _title(article: Row, sections: list[Row]) -> str:
    heads = [article["text"][s["begins"] : s["ends"]] for s in sections if s["role"] == "headline"]
    return str(article["title"] or (heads and heads[0]) or article["uri"] or "Report")


def flat_event(event: Row) -> Row:
    """An event as a row of a table."""
    place = event["place"] or {}
    stated = event["magnitude"] or {}
    names = {key: [e["name"] for e in event[key]] for key in ("actors", "recipients")}
    codes = {f"{key[:-1]}_codes": [e["code"] or "" for e in event[key]] for key in ("actors", "recipients")}
    kept = ("id", "article", "type", "mode", "quad", "score", "status", "date", "date_end")
    return {
        **{key: event[key] for key in kept}, **names, **codes,
        "place": place.get("name"), "country": place.get("country"), "lat": place.get("lat"), "lon": place.get("lon"),
        **{key: stated.get(key) for key in ("dead", "injured", "arrested", "size", "amount", "currency")},
        "source": (event["attribution"] or {}).get("name"), "evidence": event["evidence"]["text"],
        "frame": event["frame"], "confidence": event["confidence"],
        **{key: event[key] for key in ("publisher", "title") if key in event},
    }  # fmt: skip


def parties(events: list[Row], quotes: list[Row]) -> list[Told]:
    """What each party says: its quotes and what the report gives it as the source of, most talkative first."""
    found: dict[str, Told] = {}
    said = [(quote["speaker"], "quotes", quote) for quote in quotes if quote["speaker"]]
    said += [(event["attribution"], "claims", event) for event in events if event["attribution"]]
    for entity, kind, record in said:
        party = found.setdefault(
            entity["code"] or entity["name"],
            {"party": entity["code"] or entity["name"], "code": entity["code"], "quotes": [], "claims": []},
        )
        party[kind].append({"id": record["id"], "by": entity["name"], "role": entity["role"],
                            "text": record["text"] if kind == "quotes" else record["evidence"]["text"],
                            "type": record.get("type"), "direct": record.get("direct")})  # fmt: skip
    return sorted(found.values(), key=lambda party: -len(party["quotes"]) - len(party["claims"]))


def _marks(text: str, events: list[Row], quotes: list[Row], figures: list[Row], *, places: list[Row]) -> Iterator[Mark]:
    for event in events:
        yield from _of_event(text, event)
    for quote in quotes:
        yield _mark(quote, "quotes", quote["id"], "content")
        yield from _of_entity(quote["speaker"], quote["id"], "speaker")
        yield from _of_cue(quote["cue"], quote["id"])
    for figure in figures:
        yield _mark(figure, "figures", figure["id"], "content")
        yield from _of_entity(figure["attribution"], figure["id"], "source")
    for place in places:
        yield Mark(place["begins"], place["ends"], "places", "", "")


def _of_event(text: str, event: Row) -> Iterator[Mark]:
    own = event["id"]
    yield _mark(event["trigger"], "events", own, "trigger")
    yield Mark(event["trigger"]["start"], event["trigger"]["end"], event["quad"].replace(" ", "-"), "", "")
    for telling, part in ((event["evidence"], "evidence"), *((m, "mention") for m in event["mentions"])):
        yield _mark(telling, "", own, part)
    for side in ("actors", "recipients"):
        for entity in event[side]:
            yield _mark(entity, "actors", own, side[:-1])
    yield from _of_entity(event["attribution"], own, "source")
    if event["place"]:
        yield _mark(event["place"], "places", own, "place")
    if event["date_text"]:
        at = _where(text, event)
        if at >= 0:
            yield Mark(at, at + len(event["date_text"]), "times", own, "time")


def _of_entity(entity: Row | None, own: str, part: str) -> Iterator[Mark]:
    if entity:
        yield _mark(entity, "actors", own, part)
        yield from _of_cue(entity.get("cue"), own)


def _of_cue(cue: Row | None, own: str) -> Iterator[Mark]:
    if cue:
        yield _mark(cue, "", own, "cue")


def _where(text: str, event: Row) -> int:
    """Where the words of an event's date stand: in its sentence, in another telling, else last before it."""
    for telling in (event["evidence"], *event["mentions"]):
        at = text.find(event["date_text"], telling["start"], telling["end"])
        if at >= 0:
            return at
    return text.rfind(event["date_text"], 0, event["evidence"]["start"])


def _mark(span: dict[str, Any], layer: str, own: str, part: str) -> Mark:
    return Mark(span["start"], span["end"], layer, own, part)


VIEW = View(
    "/report/{id}", "report.html", "A report: its text with all that was written down about it",
    (Asks("record", "text", "id of the event, quote or figure whose words are underlined"),), report,
)  # fmt: skip
