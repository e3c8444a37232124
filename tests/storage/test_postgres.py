"""A warehouse into a real PostgreSQL server, which the test starts; skipped where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import tacitus
from tacitus.api import Coder
from tacitus.errors import InputError
from tacitus.running.consolidating import consolidate
from tacitus.storage import Warehouse
from tacitus.storage.postgres import put_into_postgres

dbapi = pytest.importorskip("adbc_driver_postgresql.dbapi", reason="the driver for PostgreSQL is not installed")
BIN = next(
    (Path(found).resolve().parent for found in [shutil.which("postgres")] if found),
    next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None),
)
# The server does not run as root.
USER: dict[str, Any] = {"user": "nobody", "group": "nogroup"} if os.name == "posix" and os.geteuid() == 0 else {}

pytestmark = pytest.mark.skipif(BIN is None, reason="no PostgreSQL server is installed")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    assert BIN is not None
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        if USER:
            shutil.chown(folder, "nobody")
        run = {"cwd": folder, "check": True, "capture_output": True, **USER}
        subprocess.run([BIN / "initdb", "-D", f"{folder}/data", "-A", "trust", "-U", "reader", "-N"], **run)
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        start = [BIN / "pg_ctl", "-D", f"{folder}/data", "-o", options, "-l", f"{folder}/log", "-w", "start"]
        subprocess.run(start, **run | {"capture_output": False, "stdout": subprocess.DEVNULL})
        try:
            yield f"postgresql:///postgres?host={folder}&user=reader"
        finally:
            subprocess.run([BIN / "pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop"], **run)


@pytest.fixture
def warehouse(coder: Coder, tmp_path: Path) -> Iterator[Warehouse]:
    texts = (
        'Police arrested 14 protesters in Lima on Monday, the ministry said. "We will not go," one of them said.',
        'Norway gave Malawi $40 million for schools on Monday. Malawi\'s "brave" president thanked Norway.',
    )
    with Warehouse(tmp_path / "news.duckdb") as held:
        for text in texts:
            held.put(tacitus.code(text, published=date(2022, 8, 12), coder=coder))
        held.flush()
        consolidate(held)
        yield held


def asked(address: str, query: str) -> list[tuple[Any, ...]]:
    with dbapi.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute(query)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def test_the_tables_hold_what_the_warehouse_holds(server: str, warehouse: Warehouse) -> None:
    articles = warehouse.connection.execute("SELECT count(*) FROM articles").fetchall()[0][0]
    assert put_into_postgres(warehouse, server) == articles
    for table in ("articles", "sections", "events", "entities", "mentions", "quotes", "figures", "places", "tellings"):
        held = warehouse.connection.execute(f"SELECT count(*) FROM {table}").fetchall()
        assert asked(server, f"SELECT count(*) FROM tacitus.{table}") == held
    query = "SELECT id, type, mode, day, actor_codes, because, confidence, evidence FROM {}events ORDER BY id"
    mine = warehouse.connection.execute(query.format("")).fetchall()
    assert [tuple(row) for row in asked(server, query.format("tacitus."))] == mine


def test_the_same_articles_again_change_nothing(server: str, warehouse: Warehouse) -> None:
    put_into_postgres(warehouse, server)
    before = asked(server, "SELECT count(*) FROM tacitus.events")
    assert put_into_postgres(warehouse, server) == 0
    assert asked(server, "SELECT count(*) FROM tacitus.events") == before


def test_stories_found_later_are_told_too(server: str, warehouse: Warehouse) -> None:
    put_into_postgres(warehouse, server)
    warehouse.connection.execute("UPDATE articles SET story = 'later'")
    put_into_postgres(warehouse, server)
    assert asked(server, "SELECT DISTINCT story FROM tacitus.articles") == [("later",)]


def test_tables_of_another_version_are_left_alone(server: str, warehouse: Warehouse) -> None:
    put_into_postgres(warehouse, server)
    with dbapi.connect(server) as connection, connection.cursor() as cursor:
        cursor.execute("UPDATE tacitus.about SET value = '999'")
        connection.commit()
    with pytest.raises(InputError, match="schema 999"):
        put_into_postgres(warehouse, server)
    with dbapi.connect(server) as connection, connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA tacitus CASCADE")
        connection.commit()


def test_no_server_is_told_with_its_address(warehouse: Warehouse) -> None:
    with pytest.raises(InputError, match="postgresql:///none"):
        put_into_postgres(warehouse, "postgresql:///none?host=/nowhere")
