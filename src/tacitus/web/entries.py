"""The data entries that fired: each `frame` of a record leads to a few lines of TOML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tacitus.knowledge import DATA
from tacitus.web.records import some_events
from tacitus.web.room import Room
from tacitus.web.views import Answer, NotHere, Told, View, answer

_ID = re.compile(r'^id\s*=\s*"([^"]+)"', re.MULTILINE)
_ENTRY = re.compile(r"^\[\[\w+\]\]\n(?:(?!^\[\[).*\n?)+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class EntryText:
    """An entry as it stands in its file."""

    file: str
    text: str


def entry_text(frame: str) -> EntryText | None:
    """The entry with an id; None where it is one of the user's own or of another version."""
    return _entries().get(frame)


@cache
def _entries() -> Mapping[str, EntryText]:
    found = {}
    for path in sorted((DATA / "languages").glob("*/frames/*.toml")):
        for entry in _ENTRY.findall(path.read_text(encoding="utf-8")):
            if told := _ID.search(entry):
                found[told[1]] = EntryText(path.relative_to(DATA).as_posix(), entry.strip())
    return found


def entry(room: Room, given: Told) -> Answer:
    """A data entry, and the newest events that it gave."""
    own = {"frame": given["id"]}
    held, count = (
        entry_text(given["id"]),
        room.rows("SELECT count(*) AS n FROM events WHERE frame = $frame", own)[0]["n"],
    )
    if held is None and not count:
        raise NotHere(f"There is no entry {given['id']}, and no event that rests on it.")
    newest = "SELECT e.id FROM events e JOIN articles a ON a.id = e.article WHERE frame = $frame" \
             " ORDER BY a.published DESC NULLS LAST, e.id LIMIT 20"  # fmt: skip
    events = some_events(room, [row["id"] for row in room.rows(newest, own)])
    told = {
        "id": given["id"],
        "file": held.file if held else None,
        "entry": held.text if held else None,
        "count": count,
    }
    return answer(given["id"], {**told, "events": events}, events)


VIEW = View("/entry/{id}", "entry.html", "A data entry, and the events that it gave", (), entry)
