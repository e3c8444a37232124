"""Forms of the review -> events: what somebody typed, checked against the ontology and the report's text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from tacitus.errors import InputError
from tacitus.web.names import modes_of_types, quads, scores, statuses

ENTITIES = 6  # rows of a form for each side
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_COUNTS = ("dead", "injured", "arrested", "size", "amount")
_PRECISIONS = {4: "year", 7: "month", 10: "day"}
Form = Mapping[str, str]


def mended(form: Form, event: Mapping[str, Any]) -> dict[str, Any]:
    """The event as the form has it; InputError names what cannot be."""
    type_, mode = form.get("type", "").strip(), form.get("mode", "").strip() or None
    modes = modes_of_types()
    if type_ not in modes:
        raise InputError(f"'{type_}': no event type; there are {', '.join(modes)}")
    if mode and mode not in modes[type_]:
        raise InputError(f"'{mode}': no mode of {type_}; there are {', '.join(modes[type_]) or 'none'}")
    status = form.get("status", "")
    if status not in statuses():
        raise InputError(f"'{status}': no status; there are {', '.join(statuses())}")
    date = form.get("date", "").strip() or None
    if date and not _DATE.fullmatch(date):
        raise InputError(f"'{date}': no date; write 2024-05-16, 2024-05 or 2024")
    return {
        **event, "type": type_, "mode": mode, "quad": quads()[type_],
        "score": scores().get((type_, mode), scores()[type_, None]), "status": status,
        "actors": _entities(form, "actors", event), "recipients": _entities(form, "recipients", event),
        "date": date, "date_precision": _PRECISIONS[len(date)] if date else None, "place": _place(form, event),
        "magnitude": _magnitude(form, event), "attribution": _attribution(form, event),
    }  # fmt: skip


def added(form: Form, article: Mapping[str, Any]) -> dict[str, Any]:
    """An event that coding missed; its sentence and trigger must stand in the report."""
    text, sentence, trigger = article["text"], form.get("evidence", "").strip(), form.get("trigger", "").strip()
    at = text.find(sentence) if sentence else -1
    if at < 0:
        raise InputError("the sentence does not stand in the report like this; copy it from there")
    inside = text.find(trigger, at, at + len(sentence)) if trigger else -1
    if inside < 0:
        raise InputError("the word that tells the event does not stand in that sentence")
    blank = {
        "article": article["id"], "actors": [], "recipients": [], "date_end": None, "date_text": None, "place": None,
        "magnitude": None, "attribution": None, "contexts": [], "mentions": [], "frame": None, "because": [],
        "confidence": 1.0, "trigger": {"text": trigger, "start": inside, "end": inside + len(trigger)},
        "evidence": {"text": sentence, "start": at, "end": at + len(sentence), "section": "body"},
    }  # fmt: skip
    made = mended(form, blank)
    told = f"{article['id']} {made['type']} {inside} {form.get('who', '')}"
    return {"id": blake2b(told.encode(), digest_size=8).hexdigest(), **made}


def _entities(form: Form, side: str, event: Mapping[str, Any]) -> list[dict[str, Any]]:
    made = []
    for i in range(ENTITIES):
        name = form.get(f"{side}{i}_name", "").strip()
        if name:
            code = _code(form.get(f"{side}{i}_code", ""))
            sectors = form.get(f"{side}{i}_sectors", "").upper().split()
            held = next((dict(e) for e in event[side] if e["name"] == name), {"text": name, "start": None, "end": None})
            blank = {"id": None, "wikidata": None, "role": None}
            made.append({**blank, **held, "name": name, "code": code, "sectors": sectors})
    return made


def _place(form: Form, event: Mapping[str, Any]) -> dict[str, Any] | None:
    name = form.get("place", "").strip()
    if not name:
        return None
    country = _code(form.get("country", ""))
    held = event.get("place") or {}
    if held.get("name") == name:
        return {**held, "country": country}
    blank = {"start": None, "end": None, "geonameid": None, "lat": None, "lon": None, "admin1": None, "precision": None}
    return {"text": name, "name": name, **blank, "country": country}


def _magnitude(form: Form, event: Mapping[str, Any]) -> dict[str, Any] | None:
    stated = {}
    for name in _COUNTS:
        told = form.get(name, "").replace(",", "").strip()
        try:
            stated[name] = float(told) if told else None
        except ValueError as error:
            raise InputError(f"{name}={told}: not a number") from error
    if not any(value is not None for value in stated.values()):
        return None
    bounds = (event.get("magnitude") or {}).get("bound", {})
    kept = {name: bounds[name] for name, value in stated.items() if value is not None and name in bounds}
    return {**stated, "currency": form.get("currency", "").strip().upper() or None, "bound": kept}


def _attribution(form: Form, event: Mapping[str, Any]) -> dict[str, Any] | None:
    name = form.get("source", "").strip()
    if not name:
        return None
    held = event.get("attribution") or {}
    kept = held if held.get("name") == name else {"text": name, "start": None, "end": None, "sectors": [], "cue": None}
    return {**kept, "name": name, "code": _code(form.get("source_code", ""))}


def _code(typed: str) -> str | None:
    code = typed.strip().upper()
    if code and not re.fullmatch(r"[A-Z]{3}", code):
        raise InputError(f"'{typed}': no code; codes have three letters, such as KEN or UNO")
    return code or None
