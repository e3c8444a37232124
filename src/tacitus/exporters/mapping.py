"""The tables of data/exports: the columns of foreign formats, and what their codes are in ours."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

MAPS = Path(__file__).parent.parent / "data" / "exports"
# The tables that queries use, as map_NAME.
TABLES = ("bodies", "cameo", "countries", "plover", "sectors", "types")


@cache
def rows_of(name: str) -> Sequence[Mapping[str, str]]:
    """The rows of a table."""
    with (MAPS / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))


@cache
def columns_of(name: str) -> Mapping[str, str]:
    """The columns of a foreign format in their order, with their types."""
    return {row["name"]: row["type"] for row in rows_of(name)}


@cache
def sectors_of(system: str, *, back: bool = False) -> Mapping[str, str]:
    """Our sector for each of the system's or, `back`, its sector for each of ours."""
    rows = [row for row in rows_of("sectors") if row["system"] == system]
    if back:
        return {row["ours"]: row["theirs"] for row in rows if row["back"] == "yes"}
    return {row["theirs"]: row["ours"] for row in rows}


@cache
def codes() -> frozenset[str]:
    """The codes of countries and bodies."""
    return frozenset(row["code"] for name in ("countries", "bodies") for row in rows_of(name))


@cache
def kinds() -> frozenset[str]:
    """The types, and the types with each of their modes."""
    rows = rows_of("plover")
    return frozenset(row["type"] for row in rows) | {f"{row['type']}/{row['mode']}" for row in rows if row["mode"]}
