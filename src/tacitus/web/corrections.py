"""What reviewers say of events: an SQLite file beside the warehouse, apart from what was coded.

Each verdict holds the event as it stood, with who and when, so that it outlives coding anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tacitus.errors import InputError

ACTIONS = ("accept", "mend", "reject", "add")
_TABLE = """
CREATE TABLE IF NOT EXISTS corrections (
  number INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL, event TEXT NOT NULL, action TEXT NOT NULL,
  record TEXT NOT NULL, who TEXT NOT NULL, made TEXT NOT NULL, undone TEXT);
CREATE INDEX IF NOT EXISTS by_article ON corrections (article);
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody said of an event: `record` is the event as it stood, or where mended or added, should stand."""

    number: int
    article: str
    event: str
    action: str
    record: dict[str, Any]
    who: str
    made: str


def corrections_path(warehouse: Path) -> Path:
    """Where the corrections of a warehouse lie."""
    return warehouse.with_suffix(".review")


class Corrections:
    """The corrections of a warehouse; opened for each act, so that threads do not share a connection."""

    def __init__(self, warehouse: Path) -> None:
        self._path = corrections_path(warehouse)

    def put(self, verdict: tuple[str, str, str], record: dict[str, Any], who: str) -> None:
        """Writes down (article, event, action) by somebody, now (UTC)."""
        if verdict[2] not in ACTIONS:
            raise InputError(f"'{verdict[2]}': no verdict; there are {', '.join(ACTIONS)}")
        made = datetime.now(UTC).isoformat(timespec="seconds")
        told = (*verdict, json.dumps(record, default=str), who, made)
        with self._open() as held:
            held.execute(
                "INSERT INTO corrections (article, event, action, record, who, made) VALUES (?, ?, ?, ?, ?, ?)", told
            )

    def undo(self, who: str) -> Verdict | None:
        """Takes back what somebody said last; None where there is nothing."""
        with self._open() as held:
            last = held.execute(
                "SELECT * FROM corrections WHERE who = ? AND undone IS NULL ORDER BY number DESC LIMIT 1", (who,)
            ).fetchone()
            if last is None:
                return None
            held.execute(
                "UPDATE corrections SET undone = ? WHERE number = ?",
                (datetime.now(UTC).isoformat(timespec="seconds"), last["number"]),
            )
        return _verdict(last)

    def verdicts(self, article: str | None = None) -> list[Verdict]:
        """All that stands, oldest first; of one article or of all."""
        if not self._path.exists():
            return []
        with self._open() as held:
            found = held.execute(
                "SELECT * FROM corrections WHERE undone IS NULL AND (? IS NULL OR article = ?) ORDER BY number",
                (article, article),
            ).fetchall()
        return [_verdict(row) for row in found]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path)) as held, held:
                held.row_factory = sqlite3.Row
                held.executescript(_TABLE)
                yield held
        except sqlite3.Error as error:
            raise InputError(f"{self._path}: cannot hold corrections: {error}; make its folder writable") from error


def latest(verdicts: Iterable[Verdict]) -> dict[tuple[str, str], Verdict]:
    """What each reviewer said last of each event, by event and reviewer."""
    return {(verdict.event, verdict.who): verdict for verdict in verdicts}


def standing(verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """What was said last of each event, by whomever."""
    return {verdict.event: verdict for verdict in verdicts}


def is_of(verdict: Verdict, event: dict[str, Any]) -> bool:
    """Whether a verdict is of this event: of its id, or coded anew under another, of its type and trigger."""
    if verdict.event == event["id"]:
        return True
    held = verdict.record
    return bool(held["type"] == event["type"] and held["trigger"]["start"] == event["trigger"]["start"])


def agreement(verdicts: Iterable[Verdict]) -> dict[str, Any]:
    """How far two reviewers agree on events that both judged: share of equal verdicts, and Cohen's kappa."""
    said: dict[str, dict[str, str]] = {}
    for (event, who), verdict in latest(v for v in verdicts if v.action != "add").items():
        said.setdefault(event, {})[who] = verdict.action
    both = [list(by.values())[:2] for by in said.values() if len(by) > 1]
    if not both:
        return {"events": 0, "share": None, "kappa": None}
    share = sum(one == other for one, other in both) / len(both)
    chance = sum(
        sum(pair[0] == action for pair in both) * sum(pair[1] == action for pair in both) / len(both) ** 2
        for action in ACTIONS
    )
    return {"events": len(both), "share": share, "kappa": (share - chance) / (1 - chance) if chance < 1 else 1.0}


def _verdict(row: sqlite3.Row) -> Verdict:
    kept = {name: row[name] for name in ("number", "article", "event", "action", "who", "made")}
    return Verdict(**kept, record=json.loads(row["record"]))
