"""POLECAT: the 40 columns of the dataset on Harvard's Dataverse, tab-separated with a header, an event a row."""

from __future__ import annotations

from pathlib import Path

from tacitus.exporters.columns import write_columns
from tacitus.exporters.formats import Chosen, Format


def write(chosen: Chosen, target: Path) -> None:
    """Writes the chosen events."""
    write_columns(chosen, target, "polecat", header=True)


FORMAT = Format("polecat", "POLECAT's 40 columns, tab-separated", (".polecat.tsv", ".polecat.txt"), write)
