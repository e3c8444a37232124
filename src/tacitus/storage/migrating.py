"""The schema of a warehouse: made new, or led from an older version to this one."""

from __future__ import annotations

from pathlib import Path

import duckdb

from tacitus.errors import InputError

_HERE = Path(__file__).parent
SCHEMA = _HERE / "schema.sql"
VIEWS = _HERE / "views.sql"
MIGRATIONS = _HERE / "migrations"  # NNNN.sql leads version NNNN - 1 to NNNN


def current_version(migrations: Path = MIGRATIONS) -> int:
    """The version of the schema that this tacitus writes."""
    return max((int(path.stem) for path in migrations.glob("*.sql")), default=1)


def migrate(
    connection: duckdb.DuckDBPyConnection, name: str, *, read_only: bool = False, migrations: Path = MIGRATIONS
) -> None:
    """Brings an open file to the current version, all at once or not at all; InputError where that cannot be."""
    newest = current_version(migrations)
    held = _version(connection, name)
    if held == newest:
        return
    if held > newest:
        raise InputError(f"{name}: written by a newer tacitus (schema {held}, this one knows {newest}); update tacitus")
    if read_only:
        raise InputError(
            f"{name}: schema {held} is older than {newest}; open it for writing once to bring it up to date"
        )
    connection.begin()
    try:
        if held == 0:
            create(connection, migrations)
        for step in range(held + 1 if held else newest + 1, newest + 1):
            _step(connection, step, migrations)
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def create(connection: duckdb.DuckDBPyConnection, migrations: Path = MIGRATIONS) -> None:
    """Makes the tables and views of the current version in an empty database."""
    connection.execute(SCHEMA.read_text(encoding="utf-8"))
    connection.execute(VIEWS.read_text(encoding="utf-8"))
    connection.execute("INSERT INTO about VALUES ('schema', '1')")
    for step in range(2, current_version(migrations) + 1):
        _step(connection, step, migrations)


def _step(connection: duckdb.DuckDBPyConnection, step: int, migrations: Path) -> None:
    connection.execute((migrations / f"{step:04}.sql").read_text(encoding="utf-8"))
    connection.execute("UPDATE about SET value = ? WHERE key = 'schema'", [str(step)])


def _version(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    """The version of the schema in the file; 0 where it is empty."""
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables:
        return 0
    if not {"about", "articles", "events"} <= tables:
        raise InputError(f"{name}: a DuckDB file, but no warehouse of tacitus; name another")
    held = connection.execute("SELECT value FROM about WHERE key = 'schema'").fetchall()
    return int(held[0][0]) if held else 0
