"""A warehouse as a folder of Parquet files by month, for what is larger than one file or comes from many machines."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from tacitus.errors import InputError
from tacitus.storage.migrating import create

# The column of each table that says of which article a row is.
ARTICLE_OF = {
    "articles": "id", "sections": "article", "problems": "article", "events": "article", "entities": "article",
    "mentions": "article", "quotes": "article", "figures": "article", "places": "article", "history": "article",
    "placings": "article", "copies": "article", "tellings": "article",
}  # fmt: skip
_WHOLE = ("runs", "about")
_UNDATED = "undated"


def write_folder(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Writes every table below `folder`, as TABLE/month=2024-05/*.parquet; InputError where it holds files already."""
    if folder.exists() and any(folder.iterdir()):
        raise InputError(f"{folder}: holds files already; name a new folder")
    beside = folder.with_name(folder.name + ".part")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    options = "FORMAT parquet, PARTITION_BY (month), COMPRESSION zstd"
    month = f"coalesce(strftime(a.published, '%Y-%m'), '{_UNDATED}') AS month"
    for table, key in ARTICLE_OF.items():
        rows = f"SELECT t.*, {month} FROM {table} t JOIN articles a ON a.id = t.{key}"
        connection.execute(f"COPY ({rows}) TO '{_quoted(beside / table)}' ({options})")
    for table in _WHOLE:
        connection.execute(f"COPY {table} TO '{_quoted(beside / table)}.parquet' (FORMAT parquet)")
    folder.mkdir(parents=True, exist_ok=True)
    folder.rmdir()
    beside.rename(folder)  # only a whole folder takes the name


def open_folder(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Makes the tables of a folder those of `connection`, an empty one; InputError where it is none."""
    if not (folder / "about.parquet").exists():
        raise InputError(f"{folder}: no folder of a warehouse; make one with: tacitus merge {folder} WAREHOUSE")
    create(connection)
    for table in (*ARTICLE_OF, *_WHOLE):
        if rows := _files(folder, table):
            connection.execute(f"DROP TABLE {table}")
            connection.execute(f"CREATE VIEW {table} AS SELECT * FROM {rows}")


@contextmanager
def attached(connection: duckdb.DuckDBPyConnection, source: Path) -> Iterator[Callable[[str], str]]:
    """Gives what to select from for each table of another warehouse, a file or a folder, while it is attached."""
    if source.is_dir():
        yield lambda table: _files(source, table) or f"(SELECT * FROM {table} LIMIT 0)"
        return
    connection.execute(f"ATTACH '{_quoted(source)}' AS attached (READ_ONLY)")
    try:
        yield lambda table: f"attached.{table}"
    finally:
        connection.execute("DETACH attached")


def _files(folder: Path, table: str) -> str | None:
    """What to select from for the rows of a table in a folder; None where it has none."""
    if table in _WHOLE:
        return f"read_parquet('{_quoted(folder / table)}.parquet')"
    if not any((folder / table).glob("*/*.parquet")):
        return None
    files = f"read_parquet('{_quoted(folder / table)}/*/*.parquet', hive_partitioning = true)"
    return f"(SELECT * EXCLUDE (month) FROM {files})"


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
