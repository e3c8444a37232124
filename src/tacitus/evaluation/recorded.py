"""Events that were written down before: read back, and held against the texts they say they were coded from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tacitus.errors import InputError
from tacitus.evaluation.scoring import Record

_NEEDED = ("article", "type", "trigger", "evidence")
_EVENTS = "events.jsonl"


def recorded_events(path: Path, gold: Sequence[Record]) -> dict[str, list[Record]]:
    """The events of a file (or folder) that `tacitus code -o` wrote, by article.

    InputError where a row is no event, or is of an article or a text that `gold` does not hold.
    """
    path = path / _EVENTS if path.is_dir() else path
    texts = {row["id"]: row["text"] for row in gold}
    found: dict[str, list[Record]] = {}
    for where, event in _rows(path):
        _fits(event, texts, where)
        found.setdefault(event["article"], []).append(event)
    if not found:
        raise InputError(f"{path}: holds no events; give what `tacitus code GOLD -o FILE.jsonl` wrote")
    return found


def _rows(path: Path) -> Iterator[tuple[str, Record]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}; give events in JSON Lines") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            event = json.loads(line)
        except ValueError as error:
            raise InputError(f"{where}: not a record in JSON: {error}") from error
        missing = [name for name in _NEEDED if name not in event] if isinstance(event, dict) else _NEEDED
        if missing:
            raise InputError(f"{where}: not an event: {', '.join(missing)} missing; give what `tacitus code -o` wrote")
        yield where, event


def _fits(event: Record, texts: Mapping[str, str], where: str) -> None:
    text = texts.get(event["article"])
    if text is None:
        raise InputError(
            f"{where}: article '{event['article']}' is not among the {len(texts)} of the gold file; "
            "compare events of the same articles (`tacitus code GOLD -o FILE.jsonl` keeps their ids)"
        )
    trigger = event["trigger"] or {}
    there = text[trigger.get("start", 0) : trigger.get("end", 0)]
    if trigger.get("text", "") != there:
        raise InputError(
            f"{where}: '{trigger['text']}' does not stand at {trigger.get('start')} of article '{event['article']}' "
            f"('{there}' does): coded from another text; code the gold file anew"
        )
