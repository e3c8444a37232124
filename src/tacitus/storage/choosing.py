"""Which events of a warehouse go into an export: one selection for all formats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from difflib import get_close_matches
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow as pa

from tacitus.errors import InputError
from tacitus.exporters.formats import Record, Told
from tacitus.exporters.mapping import MAPS, TABLES, codes, kinds
from tacitus.storage.migrating import VIEWS
from tacitus.storage.rows import whole
from tacitus.storage.warehouse import Warehouse

_CHOOSING = Path(__file__).parent / "choosing.sql"
_CHOSEN = Path(__file__).parent / "chosen.sql"
_BATCH = 100_000  # events whose rows are in memory at a time
_ROWS = 5_000
# What of each table belongs to picked events: its column, and theirs.
_HIDDEN = {
    "events": ("id", "id"), "mentions": ("event", "id"), "articles": ("id", "article"),
    "entities": ("article", "article"), "places": ("article", "article"),
}  # fmt: skip
_REPORT = ("first_day", "final_day", "uri", "publisher", "published")
_WHOLE = """SELECT w.*, c.told AS first_day, greatest(c.told, c.day_last) AS final_day, c.uri, c.publisher, c.published
FROM chosen c JOIN whole_events w ON w.id = c.id ORDER BY c.number"""
_STATUSES = ("actual", "planned", "hypothetical", "negated", "historical")
_QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


@dataclass(frozen=True, slots=True)
class Selection:
    """The events to export; empty tuples and None narrow nothing. InputError for codes that do not exist.

    `since` and `until` are about the first day of an event, or the day of the report where it tells none. `types` may
    have modes ("ASSAULT/aerial"), `countries` are codes on either side, `places` those of the country where it
    happened. `one_a_day` keeps, of events of one day, type and mode with the same codes, the surest; `between_states`
    wants countries on both sides; `no_self` leaves out what the codes tell as done to oneself.
    """

    since: date | None = None
    until: date | None = None
    types: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    quads: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ("actual",)
    min_confidence: float = 0.0
    one_a_day: bool = False
    between_states: bool = False
    no_self: bool = False

    def __post_init__(self) -> None:
        known = {"types": kinds(), "countries": codes(), "places": codes(), "quads": _QUADS, "statuses": _STATUSES}
        for name, allowed in known.items():
            for value in getattr(self, name):
                if value not in allowed:
                    near = get_close_matches(value.upper(), allowed, 1) or get_close_matches(value.lower(), allowed, 1)
                    raise InputError(f"{name}: there is no '{value}'{f'; did you mean {near[0]}?' if near else ''}")


class Choice:
    """The events of an open warehouse that a selection leaves, for exporters."""

    def __init__(self, warehouse: Warehouse, selection: Selection) -> None:
        """Finds out which they are; nothing is written into the warehouse."""
        self._cursor = warehouse.connection.cursor()
        for name in TABLES:
            table = f"read_csv('{_quoted(MAPS / name)}.csv', header = true, all_varchar = true)"
            self._cursor.execute(f"CREATE TEMP TABLE map_{name} AS SELECT * FROM {table}")
        for name, value in _variables(selection).items():
            self._cursor.execute(f"SET VARIABLE {name} = ?", [value])
        self._cursor.execute(_CHOOSING.read_text(encoding="utf-8"))
        self._count = int(self._cursor.execute("SELECT count(*) FROM numbered").fetchall()[0][0])
        self._pick(0, self._count)
        self._hide_others()

    def __len__(self) -> int:
        return self._count

    def tables(self, query: str) -> Iterator[pa.Table]:
        """The answers to a query over the events, a batch of events at a time, in the order of their days."""
        for start in range(0, max(self._count, 1), _BATCH):
            self._pick(start, start + _BATCH)
            yield self._cursor.sql(query).to_arrow_table()

    def rows(self, query: str) -> Iterator[Record]:
        """The answer to a query over all the events at once, row by row."""
        self._pick(0, self._count)
        return self._answers(query)

    def told(self) -> Iterator[Told]:
        """The events as whole records, in the order of their days, a batch of them in memory at a time."""
        for start in range(0, self._count, _BATCH):
            self._pick(start, start + _BATCH)
            for row in self._answers(_WHOLE):
                first, last, uri, publisher, published = (row.pop(name) for name in _REPORT)
                yield Told(whole("events", row), first, last, uri, publisher, published)

    def close(self) -> None:
        """Lets go of what was chosen."""
        self._cursor.close()

    def _pick(self, after: int, until: int) -> None:
        some = f"SELECT * FROM numbered WHERE number > {after} AND number <= {until}"
        self._cursor.execute(f"CREATE OR REPLACE TEMP TABLE picked AS {some}")

    def _hide_others(self) -> None:
        """Puts the rows of picked events and of their articles in the place of the tables, for this cursor alone."""
        held = self._cursor.execute("SELECT current_database()").fetchall()[0][0]
        for table, (key, picked) in _HIDDEN.items():
            rows = f'SELECT t.* FROM "{held}".main.{table} t SEMI JOIN picked p ON p.{picked} = t.{key}'
            self._cursor.execute(f"CREATE TEMP VIEW {table} AS {rows}")
        self._cursor.execute(VIEWS.read_text(encoding="utf-8").replace("CREATE VIEW", "CREATE TEMP VIEW"))
        self._cursor.execute(_CHOSEN.read_text(encoding="utf-8"))

    def _answers(self, query: str) -> Iterator[Record]:
        found = self._cursor.execute(query)
        names = [column[0] for column in found.description or ()]
        while rows := found.fetchmany(_ROWS):
            yield from (dict(zip(names, row, strict=True)) for row in rows)


def _variables(selection: Selection) -> dict[str, Any]:
    """The values of the selection, with what queries know besides."""
    values = {field.name: getattr(selection, field.name) for field in fields(selection)}
    lists = {name: list(value) or None for name, value in values.items() if isinstance(value, tuple)}
    return {**values, **lists, "tacitus": version("tacitus")}


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
