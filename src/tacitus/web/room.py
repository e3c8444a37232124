"""The open warehouse behind the pages: read through cursors, closed for a moment whenever something is written."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from tacitus.storage import Warehouse
from tacitus.web.jobs import Job

Row = dict[str, Any]
Sources = tuple[str | None, Sequence[Path]]


class Room:
    """One warehouse, read by many at a time and written by one; `changes` counts what was written since it opened."""

    def __init__(self, path: Path, *, home: str = "/", name: str | None = None, sources: Sources = (None, ())) -> None:
        """Opens the warehouse for reading; `home` is the page that is shown first, `name` what the room is called.

        `sources` are the parser's model and the knowledge of one's own with which added reports are coded.
        """
        self.path = path
        self.home = home
        self.name = name or path.stem
        self.sources = sources
        self.changes = 0
        self.jobs: dict[str, Job] = {}
        self.desk = threading.Lock()  # held by the run that codes
        self._warehouse: Warehouse | None = Warehouse(path, read_only=True)
        self._reading = 0
        self._gate = threading.Condition()

    @property
    def writable(self) -> bool:
        """Whether reports can be added: a folder of Parquet files is only read."""
        return not self.path.is_dir()

    @contextmanager
    def reading(self) -> Iterator[Warehouse]:
        """The warehouse, open as long as the context lasts."""
        with self._gate:
            self._gate.wait_for(lambda: self._warehouse is not None)
            warehouse = self._warehouse
            self._reading += 1
        assert warehouse is not None
        try:
            yield warehouse
        finally:
            with self._gate:
                self._reading -= 1
                self._gate.notify_all()

    def rows(self, query: str, values: dict[str, Any] | None = None) -> list[Row]:
        """The rows of a query as dictionaries; `values` are its $names."""
        with self.reading() as warehouse:
            found = warehouse.connection.cursor().execute(query, values or {})
            names = [column[0] for column in found.description or ()]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def write(self, write: Callable[[Warehouse], None]) -> None:
        """Opens the file for writing once all readers have left, and for reading again whatever comes of it."""
        with self._gate:
            self._gate.wait_for(lambda: self._warehouse is not None)
            closing, self._warehouse = self._warehouse, None
            self._gate.wait_for(lambda: self._reading == 0)
        try:
            assert closing is not None
            closing.close()
            with Warehouse(self.path) as warehouse:
                write(warehouse)
        finally:
            opened = _patient(self.path)
            with self._gate:
                self._warehouse = opened
                self.changes += 1
                self._gate.notify_all()

    def close(self) -> None:
        """Closes the file."""
        if self._warehouse is not None:
            self._warehouse.close()


def _patient(path: Path) -> Warehouse:
    try:
        return Warehouse(path, read_only=True)
    except duckdb.Error:  # the file was just let go
        return Warehouse(path, read_only=True)
