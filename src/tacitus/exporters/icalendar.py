"""iCalendar (RFC 5545): a timeline of all-day entries that calendars can subscribe to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tacitus.exporters.formats import Chosen, Format, Told

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_LIMIT = 74  # octets of a line before it is folded


def write(chosen: Chosen, target: Path) -> None:
    """Writes one calendar; events of which neither a day nor the day of the report is known are left out."""
    with target.open("w", encoding="utf-8", newline="") as stream:
        stream.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//tacitus//events//EN\r\n")
        for told in chosen.told():
            if told.first:
                stream.writelines(_folded(line) for line in _entry(told, told.first))
        stream.write("END:VCALENDAR\r\n")


def _entry(told: Told, first: date) -> Iterator[str]:
    record, place = told.record, told.record["place"]
    after = (told.last or first) + timedelta(days=1)
    sides = [told.names(side) for side in ("actors", "recipients") if record[side]]
    yield "BEGIN:VEVENT"
    yield f"UID:{record['id']}@tacitus"
    yield f"DTSTAMP:{told.published or first:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield "SUMMARY:" + _escaped(": ".join(filter(None, (told.kind, " > ".join(sides)))))
    yield "DESCRIPTION:" + _escaped(record["evidence"]["text"])
    yield "CATEGORIES:" + _escaped(record["quad"])
    if place:
        yield "LOCATION:" + _escaped(place["name"])
    if place and place["lat"] is not None:
        yield f"GEO:{place['lat']};{place['lon']}"
    if (told.uri or "").startswith("http"):
        yield f"URL:{told.uri}"
    yield "END:VEVENT"


def _escaped(words: str) -> str:
    return words.translate(_ESCAPES)


def _folded(line: str) -> str:
    """A line with the breaks that the standard wants, never within a character."""
    pieces, size = [""], 0
    for character in line:
        size += len(character.encode())
        if size > _LIMIT:
            pieces.append(" ")
            size = 1 + len(character.encode())
        pieces[-1] += character
    return "\r\n".join(pieces) + "\r\n"


FORMAT = Format("ical", "a timeline for calendars", (".ics",), write)
