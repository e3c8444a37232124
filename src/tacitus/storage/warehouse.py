"""One DuckDB file that holds everything written down about many articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from time import monotonic
from typing import Any

import duckdb
import msgspec
import pyarrow as pa

from tacitus.errors import InputError
from tacitus.model import Coded
from tacitus.storage.migrating import migrate
from tacitus.storage.parquet import ARTICLE_OF, attached, open_folder
from tacitus.storage.rows import PARTS, Record, Rows, article_rows, part_records, rows_of, whole

_BATCH = 64  # articles written in one transaction
_PATIENCE = 2.0  # seconds after which fewer are written too
_TOLD_OF = {"sections": "article", "problems": "article", "places": "article"}  # rows that go with an article


class Warehouse:
    """An open warehouse: a sink for what was coded, and a source of whole records.

    Articles are written in batches, each whole or not at all; an article that the file holds as it is now coded changes
    nothing, and of one that newer knowledge coded anew only what differs is replaced, and kept in `history`.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Opens or makes the file; InputError where it is no warehouse, too new, or open for writing elsewhere."""
        self.connection = _connected(path, read_only)
        self.path = path
        self._waiting: list[Coded] = []
        self._schemas: dict[str, pa.Schema] = {}
        self._written = monotonic()
        self._run: int | None = None

    @property
    def done(self) -> frozenset[str]:
        """The ids of the articles that it holds."""
        return frozenset(row[0] for row in self._rows("SELECT id FROM articles"))

    def put(self, coded: Coded) -> int:
        """Takes in one article; how many articles this wrote down for good."""
        self._waiting.append(coded)
        full = len(self._waiting) >= _BATCH or monotonic() - self._written >= _PATIENCE
        return self.flush() if full else 0

    def flush(self) -> int:
        """Writes what waits, all of it or nothing; how many articles that were."""
        waiting, self._waiting = {c.article.id: c for c in self._waiting}, []
        if waiting:
            with self.transaction():
                self._write(list(waiting.values()))
        self._written = monotonic()
        return len(waiting)

    def records(self, kind: str, articles: Sequence[str] | None = None) -> Iterator[Record]:
        """The whole records of a kind (events, quotes, figures), of all articles or some, in the order of the text."""
        chosen = "" if articles is None else "WHERE article IN (SELECT unnest($articles))"
        order = "trigger.start" if kind == "events" else "start"
        query = f"SELECT * FROM whole_{kind} {chosen} ORDER BY article, {order}, id"
        found = self.connection.cursor().execute(query, {"articles": list(articles)} if articles is not None else None)
        names = [column[0] for column in found.description or ()]
        while rows := found.fetchmany(10_000):
            yield from (whole(kind, dict(zip(names, row, strict=True))) for row in rows)

    def merge(self, source: Path) -> int:
        """Takes in the articles of another warehouse that this one does not hold, all or nothing; how many."""
        if source.resolve() == self.path.resolve():
            raise InputError(f"{source}: cannot be merged into itself")
        with Warehouse(source, read_only=True) as other:
            offered = other.done
        arriving = offered - self.done
        self.connection.register("arriving", pa.table({"id": sorted(arriving)}))
        some = arriving != offered  # where all arrive, no row needs to be looked up
        try:
            with attached(self.connection, source) as rows_of_table, self.transaction():
                first = self._rows("SELECT coalesce(max(run), 0) FROM runs")[0][0]
                for table, key in (*ARTICLE_OF.items(), ("runs", None)):
                    chosen = f"WHERE {key} IN (SELECT id FROM arriving)" if key and some else ""
                    run = f" REPLACE (run + {first} AS run)" if "run" in self._schema(table).names else ""
                    rows = f"SELECT *{run} FROM {rows_of_table(table)} {chosen}"
                    self.connection.execute(f"INSERT INTO {table} BY NAME {rows}")
        finally:
            self.connection.unregister("arriving")
        return len(arriving)

    def close(self) -> None:
        """Writes what waits and closes the file."""
        try:
            self.flush()
            if self._run is not None:
                self.connection.execute("UPDATE runs SET ended = now()::TIMESTAMP WHERE run = ?", [self._run])
        finally:
            self.connection.close()

    def __enter__(self) -> Warehouse:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _write(self, waiting: list[Coded]) -> None:
        ids = [coded.article.id for coded in waiting]
        held = self._rows("SELECT id, knowledge, story, copy_of FROM articles WHERE id IN (SELECT unnest(?))", [ids])
        known = {id_: knowledge for id_, knowledge, _, _ in held}
        changed = [c for c in waiting if c.article.id not in known or known[c.article.id] != c.article.knowledge]
        if not changed:
            return
        run, rows = self._begin_run(), Rows()
        before = [c.article.id for c in changed if c.article.id in known]
        self._drop(before)
        for coded in changed:
            _extend(rows, article_rows(coded, run))
        placed = {id_: {"story": story, "copy_of": original} for id_, _, story, original in held}
        rows["articles"] = [row | placed.get(row["id"], {}) for row in rows["articles"]]
        for kind in PARTS:
            kept = self._replace(kind, before, changed, run)
            fresh = [r for c in changed for r in part_records(c)[kind] if r["id"] not in kept]
            _extend(rows, rows_of(kind, fresh, run))
        for table, found in rows.items():
            self.insert(table, found)
        self.connection.execute("UPDATE runs SET articles = articles + ? WHERE run = ?", [len(changed), run])

    def _replace(self, kind: str, before: list[str], changed: list[Coded], run: int) -> frozenset[str]:
        """Moves into history what articles coded `before` no longer tell so; the ids of what stays as it is."""
        if not before:
            return frozenset()
        now = {record["id"]: record for coded in changed for record in part_records(coded)[kind]}
        runs = dict(self._rows(f"SELECT id, run FROM {kind} WHERE article IN (SELECT unnest(?))", [before]))
        held = list(self.records(kind, before))
        gone = [record for record in held if now.get(record["id"]) != record]
        if gone:
            ids = [record["id"] for record in gone]
            kept = ({"kind": kind, "id": r["id"], "article": r["article"], "record": msgspec.json.encode(r).decode(),
                     "run": runs[r["id"]], "replaced": run} for r in gone)  # fmt: skip
            self.insert("history", list(kept))
            for table, key in ((kind, "id"), ("entities", "part"), ("mentions", "event"), ("tellings", "event")):
                self.connection.execute(f"DELETE FROM {table} WHERE {key} IN (SELECT unnest(?))", [ids])
        return frozenset(record["id"] for record in held) - {record["id"] for record in gone}

    def _drop(self, articles: list[str]) -> None:
        """Takes out the rows that tell of the articles themselves; they are written anew."""
        if articles:
            for table in ("articles", *_TOLD_OF):
                key = _TOLD_OF.get(table, "id")
                self.connection.execute(f"DELETE FROM {table} WHERE {key} IN (SELECT unnest(?))", [articles])

    def insert(self, table: str, rows: list[Record]) -> None:
        """Puts rows into a table, by the names of its columns."""
        if rows:
            arrow = pa.Table.from_pylist(rows, schema=self._schema(table))
            self.connection.register("arriving", arrow)
            self.connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM arriving")
            self.connection.unregister("arriving")

    def _schema(self, table: str) -> pa.Schema:
        if table not in self._schemas:
            self._schemas[table] = self.connection.sql(f"SELECT * FROM {table} LIMIT 0").to_arrow_table().schema
        return self._schemas[table]

    def _begin_run(self) -> int:
        if self._run is None:
            self._run = self._rows("SELECT coalesce(max(run), 0) + 1 FROM runs")[0][0]
            begun = "INSERT INTO runs VALUES (?, now()::TIMESTAMP, NULL, ?, 0)"
            self.connection.execute(begun, [self._run, version("tacitus")])
        return self._run

    def _rows(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        return self.connection.execute(query, list(values)).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A stretch whose writes are kept all or not at all."""
        self.connection.begin()
        run = self._run
        try:
            yield
        except BaseException:
            self.connection.rollback()
            self._run = run
            raise
        self.connection.commit()


def _connected(path: Path, read_only: bool) -> duckdb.DuckDBPyConnection:
    if path.is_dir():
        if not read_only:
            raise InputError(f"{path}: a folder of Parquet files is only read; name a .duckdb file to write into")
        connection = duckdb.connect()
        open_folder(connection, path)
        return connection
    if read_only and not path.exists():
        raise InputError(f"{path}: no such warehouse; make one with: tacitus code REPORTS -o {path}")
    try:
        connection = duckdb.connect(str(path), read_only=read_only)
    except duckdb.IOException as error:
        raise InputError(f"{path}: {_why_not(error)}") from error
    try:
        migrate(connection, str(path), read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _extend(rows: Rows, more: Rows) -> None:
    for table, found in more.items():
        rows.setdefault(table, []).extend(found)


def _why_not(error: duckdb.Error) -> str:
    """What is wrong with a file that does not open, and the remedy."""
    told = str(error).splitlines()[0]
    if "lock" in told:
        return "another program has it open for writing; wait for it, or write into another file and merge"
    return f"cannot be opened as a warehouse: {told}; name another file"
