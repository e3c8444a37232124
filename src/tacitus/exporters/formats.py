"""What a format of export is, and what it is given to write: the chosen events as tables and as records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa

QUERIES = Path(__file__).parent / "queries"
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A whole record with what its article says; `first` and `last` are the days it covers, or the report's."""

    record: Record
    first: date | None
    last: date | None
    uri: str | None
    publisher: str | None
    published: date | None

    @property
    def kind(self) -> str:
        """The type, with the mode where there is one.

        >>> Told({"type": "ASSAULT", "mode": "aerial"}, None, None, None, None, None).kind
        'ASSAULT/aerial'
        """
        return "/".join(filter(None, (self.record["type"], self.record["mode"])))

    def names(self, side: str) -> str:
        """The names of the `actors` or `recipients`, joined with commas."""
        return ", ".join(entity["name"] for entity in self.record[side])


class Chosen(Protocol):
    """The events that a selection left; storage/chosen.sql names the tables that queries may use."""

    def tables(self, query: str) -> Iterator[pa.Table]:
        """The answers to a query over the events, a batch of events at a time, in the order of their days."""
        ...

    def rows(self, query: str) -> Iterator[Record]:
        """The answer to a query over all the events at once, row by row."""
        ...

    def told(self) -> Iterator[Told]:
        """The events as whole records, in the order of their days, a batch of them in memory at a time."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name, what it is, the endings that can only mean it, and what writes it."""

    name: str
    title: str
    endings: tuple[str, ...]
    write: Callable[[Chosen, Path], None]


def query_of(name: str) -> str:
    """The query of a format."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
