"""ICEWS: the 20 columns of its events, tab-separated with a header."""

from __future__ import annotations

from pathlib import Path

from tacitus.exporters.columns import write_columns
from tacitus.exporters.formats import Chosen, Format


def write(chosen: Chosen, target: Path) -> None:
    """Writes a row for each pair of an actor and a recipient."""
    write_columns(chosen, target, "icews", header=True)


FORMAT = Format("icews", "ICEWS's 20 columns, tab-separated", (".icews.tab",), write)
