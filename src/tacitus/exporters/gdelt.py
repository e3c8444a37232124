"""GDELT 2.0: the 61 columns of its events and the 16 of its mentions, tab-separated without a header."""

from __future__ import annotations

from pathlib import Path

from tacitus.exporters.columns import write_columns
from tacitus.exporters.formats import Chosen, Format


def write_events(chosen: Chosen, target: Path) -> None:
    """Writes a row for each pair of an actor and a recipient."""
    write_columns(chosen, target, "gdelt", header=False)


def write_mentions(chosen: Chosen, target: Path) -> None:
    """Writes a row for each sentence that tells such a pair."""
    write_columns(chosen, target, "gdelt-mentions", header=False)


EVENTS = Format("gdelt", "GDELT 2.0 events: 61 columns, tab-separated, no header", (".export.csv",), write_events)
MENTIONS = Format(
    "gdelt-mentions", "GDELT 2.0 mentions: 16 columns, tab-separated, no header", (".mentions.csv",), write_mentions
)
