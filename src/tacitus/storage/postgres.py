"""A warehouse into PostgreSQL, through ADBC: the same tables, for those who keep their data on a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import duckdb
import pyarrow as pa

from tacitus.errors import InputError
from tacitus.storage.migrating import current_version
from tacitus.storage.parquet import ARTICLE_OF
from tacitus.storage.warehouse import Warehouse

SCHEME = "postgresql://"
_SCHEMA = "tacitus"  # of the tables on the server
# Types of columns by what DuckDB calls them; a list is that of its parts with [] behind.
_TYPES = {"DOUBLE": "double precision", "VARCHAR": "text", "JSON": "text"}
_INDEXED = ("id", "article", "part", "event", "day")


def put_into_postgres(warehouse: Warehouse, address: str) -> int:
    """Adds to a database the articles of a warehouse that it does not hold, all or nothing; how many.

    `address` is libpq's ("postgresql://user@host/name"). Tables are made in the schema `tacitus` where they are not.
    What the warehouse tells of stories, copies and happenings replaces what the database says of these articles.
    InputError where there is no server, or the tables there are those of another version.
    """
    with _connected(address) as server, server.cursor() as cursor:
        source = warehouse.connection.cursor()
        _prepare(cursor, source)
        cursor.execute(f"SELECT id FROM {_SCHEMA}.articles")
        held = cursor.fetch_arrow_table()
        source.register("held", held)
        arriving = "SELECT id FROM main.articles WHERE id NOT IN (SELECT id FROM held)"
        for table, key in ARTICLE_OF.items():
            _append(cursor, table, source.sql(f"SELECT * FROM main.{table} WHERE {key} IN ({arriving})"))
        count = int(source.execute(f"SELECT count(*) FROM ({arriving})").fetchall()[0][0])
        _place_anew(cursor, source)
        server.commit()
        return count


def _prepare(cursor: Any, source: duckdb.DuckDBPyConnection) -> None:
    """Makes the tables where they are not; InputError where they are of another version."""
    cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {_SCHEMA}")
    cursor.execute(f"CREATE TABLE IF NOT EXISTS {_SCHEMA}.about (key text NOT NULL, value text NOT NULL)")
    cursor.execute(f"SELECT value FROM {_SCHEMA}.about WHERE key = 'schema'")
    found = cursor.fetchone()
    if found is not None:
        if int(found[0]) != current_version():
            raise InputError(
                f"the tables in PostgreSQL have schema {found[0]}, this tacitus writes {current_version()}; "
                f"rename the schema {_SCHEMA} there and merge again"
            )
        return
    cursor.execute(f"INSERT INTO {_SCHEMA}.about VALUES ('schema', '{current_version()}')")
    for table in ARTICLE_OF:
        columns = source.execute(
            "SELECT column_name, data_type, is_nullable FROM duckdb_columns()"
            " WHERE table_name = ? AND schema_name = 'main' AND NOT internal ORDER BY column_index",
            [table],
        ).fetchall()
        told = ", ".join(f'"{name}" {_type(kind)}{"" if null else " NOT NULL"}' for name, kind, null in columns)
        cursor.execute(f"CREATE TABLE {_SCHEMA}.{table} ({told})")
        for name in (name for name, *_ in columns if name in _INDEXED):
            cursor.execute(f"CREATE INDEX ON {_SCHEMA}.{table} ({name})")


def _type(kind: str) -> str:
    """What PostgreSQL calls a type of DuckDB.

    >>> _type("VARCHAR[]"), _type("DATE")
    ('text[]', 'date')
    """
    plain = kind.removesuffix("[]")
    return _TYPES.get(plain, plain.lower()) + kind[len(plain) :]


def _append(cursor: Any, table: str, rows: duckdb.DuckDBPyRelation) -> None:
    found: pa.Table = rows.to_arrow_table()
    if found.num_rows:
        cursor.adbc_ingest(table, found, mode="append", db_schema_name=_SCHEMA)


def _place_anew(cursor: Any, source: duckdb.DuckDBPyConnection) -> None:
    """Stories and happenings change as more is told: of the articles held here, the warehouse knows them last."""
    mine = source.sql("SELECT id, story, copy_of FROM main.articles").to_arrow_table()
    cursor.execute("CREATE TEMP TABLE mine (id text, story text, copy_of text) ON COMMIT DROP")
    cursor.adbc_ingest("mine", mine, mode="append", temporary=True)
    cursor.execute(
        f"UPDATE {_SCHEMA}.articles a SET story = m.story, copy_of = m.copy_of FROM mine m WHERE a.id = m.id"
        " AND (a.story IS DISTINCT FROM m.story OR a.copy_of IS DISTINCT FROM m.copy_of)"
    )
    for table in ("placings", "copies", "tellings"):
        cursor.execute(f"DELETE FROM {_SCHEMA}.{table} WHERE article IN (SELECT id FROM mine)")
        _append(cursor, table, source.sql(f"SELECT * FROM main.{table}"))


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    """A connection that keeps what is committed; InputError without the driver, a server, or the right."""
    try:
        from adbc_driver_postgresql import dbapi  # noqa: PLC0415
    except ImportError as error:
        raise InputError(f"{address}: PostgreSQL needs a driver; pip install 'tacitus[postgres]'") from error
    try:
        with dbapi.connect(address) as server:
            yield server
    except dbapi.Error as error:
        raise InputError(f"{address}: {' '.join(str(error).split())}") from error
