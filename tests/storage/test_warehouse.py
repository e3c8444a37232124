"""The warehouse holds what was coded, once, and gives it back as it was."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

import tacitus
from tacitus.api import Coder
from tacitus.errors import InputError
from tacitus.exporters.records import event_records, figure_records, quote_records
from tacitus.model import Coded
from tacitus.storage import Warehouse
from tacitus.storage.migrating import MIGRATIONS, current_version, migrate
from tacitus.storage.parquet import write_folder

REPORTS = (
    "LIMA (Andina) - Peru's president met Chile's foreign minister in Arica on Monday. Police arrested 14 protesters "
    'outside, the interior ministry said. "We will not sign," the president told reporters.\n',
    "Gunmen attacked a village near Maiduguri on Tuesday, killing at least 14 farmers, Nigerian police said. Two days "
    "later the army bombed a camp of the group. Exports to Chad fell to $2.5 billion last year, customs said.\n",
    "Norway gave Malawi $40 million for schools. Malawi thanked Norway.\n",
)
KINDS = {"events": event_records, "quotes": quote_records, "figures": figure_records}


@pytest.fixture(scope="module")
def told(coder: Coder) -> list[Coded]:
    return [tacitus.code(text, published=date(2022, 8, 12), coder=coder) for text in REPORTS]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.duckdb"


def fill(path: Path, coded: list[Coded]) -> None:
    with Warehouse(path) as warehouse:
        for one in coded:
            warehouse.put(one)


def count(path: Path, query: str) -> int:
    with Warehouse(path, read_only=True) as warehouse:
        return warehouse.connection.execute(f"SELECT count(*) FROM {query}").fetchall()[0][0]


@pytest.mark.parametrize("kind", KINDS)
def test_records_come_back_as_they_were_coded(told: list[Coded], path: Path, kind: str) -> None:
    fill(path, told)
    with Warehouse(path, read_only=True) as warehouse:
        held = {record["id"]: record for record in warehouse.records(kind)}
    assert {record["id"]: record for coded in told for record in KINDS[kind](coded)} == held
    assert held


def test_the_same_article_again_changes_nothing(told: list[Coded], path: Path) -> None:
    fill(path, told)
    before = {table: count(path, table) for table in ("articles", "events", "entities", "runs", "history")}
    fill(path, told)
    assert before == {table: count(path, table) for table in before}


def test_an_article_put_twice_in_one_batch_is_held_once(told: list[Coded], path: Path) -> None:
    fill(path, [told[0], told[0]])
    assert count(path, "articles") == 1


def test_newer_knowledge_replaces_only_what_differs_and_keeps_what_was(told: list[Coded], path: Path) -> None:
    fill(path, told)
    first, *kept = told[1].events
    mended = (replace(first, status="negated"), *kept)
    fill(path, [replace(told[1], article=replace(told[1].article, knowledge="newer"), events=mended)])
    assert count(path, "history") == 1
    assert count(path, f"history WHERE id = '{first.id}' AND record ->> 'status' = '{first.status}'") == 1
    assert count(path, f"events WHERE id = '{first.id}' AND status = 'negated' AND run = 2") == 1
    assert count(path, "events WHERE run = 2") == 1
    assert count(path, f"entities WHERE part = '{first.id}'") == len(event_records(told[1])[0]["actors"]) + len(
        first.recipients
    ) + bool(first.attribution)


def test_two_warehouses_become_one_without_doubles(told: list[Coded], path: Path, tmp_path: Path) -> None:
    part = tmp_path / "part.duckdb"
    fill(path, told[:2])
    fill(part, told[1:])
    with Warehouse(path) as warehouse:
        assert warehouse.merge(part) == 1
        assert warehouse.merge(part) == 0
        assert warehouse.done == {coded.article.id for coded in told}
        merged = {record["id"]: record for record in warehouse.records("events")}
        with pytest.raises(InputError, match="merged into itself"):
            warehouse.merge(path)
    assert merged == {record["id"]: record for coded in told for record in event_records(coded)}
    assert count(path, "events WHERE run NOT IN (SELECT run FROM runs)") == 0


def test_a_folder_of_parquet_files_by_month_answers_like_the_file(
    told: list[Coded], path: Path, tmp_path: Path
) -> None:
    fill(path, told)
    folder, again = tmp_path / "news", tmp_path / "again.duckdb"
    with Warehouse(path, read_only=True) as warehouse:
        write_folder(warehouse.connection, folder)
        held = list(warehouse.records("events"))
        with pytest.raises(InputError, match="holds files already"):
            write_folder(warehouse.connection, folder)
    assert (folder / "events" / "month=2022-08").is_dir()
    with Warehouse(folder, read_only=True) as opened:
        assert list(opened.records("events")) == held
    with Warehouse(again) as merged:
        assert merged.merge(folder) == len(told)
        assert list(merged.records("events")) == held
    with pytest.raises(InputError, match="only read"):
        Warehouse(folder)


def test_a_file_that_is_no_warehouse_is_named(tmp_path: Path) -> None:
    text, foreign = tmp_path / "notes.duckdb", tmp_path / "other.duckdb"
    text.write_text("dear diary\n" * 400)
    duckdb.connect(str(foreign)).execute("CREATE TABLE birds (name VARCHAR)")
    with pytest.raises(InputError, match=r"notes\.duckdb: cannot be opened as a warehouse"):
        Warehouse(text)
    with pytest.raises(InputError, match=r"other\.duckdb: a DuckDB file, but no warehouse of tacitus"):
        Warehouse(foreign)
    with pytest.raises(InputError, match="no such warehouse; make one with: tacitus code"):
        Warehouse(tmp_path / "none.duckdb", read_only=True)


def _hold(path: str) -> None:
    with Warehouse(Path(path)):
        time.sleep(60)


def test_a_file_that_another_program_writes_is_told(path: Path) -> None:
    other = multiprocessing.get_context("spawn").Process(target=_hold, args=(str(path),))
    other.start()
    try:
        for _ in range(200):
            time.sleep(0.05)
            if path.exists() and path.stat().st_size:
                break
        with pytest.raises(InputError, match="another program has it open"):
            Warehouse(path)
    finally:
        other.kill()
        other.join()


def test_a_newer_schema_is_refused(told: list[Coded], path: Path) -> None:
    fill(path, told[:1])
    duckdb.connect(str(path)).execute("UPDATE about SET value = '99' WHERE key = 'schema'")
    with pytest.raises(InputError, match="written by a newer tacitus"):
        Warehouse(path)


def test_an_older_schema_is_led_on_and_a_failed_step_leaves_it_as_it_was(
    told: list[Coded], path: Path, tmp_path: Path
) -> None:
    fill(path, told[:1])
    steps = tmp_path / "steps"
    steps.mkdir()
    newer = current_version(MIGRATIONS) + 1
    (steps / f"{newer:04}.sql").write_text("ALTER TABLE articles ADD COLUMN desk VARCHAR;")
    (steps / f"{newer + 1:04}.sql").write_text("ALTER TABLE nothing ADD COLUMN desk VARCHAR;")
    with duckdb.connect(str(path)) as connection:
        with pytest.raises(duckdb.Error):
            migrate(connection, str(path), migrations=steps)
        (steps / f"{newer + 1:04}.sql").unlink()
        migrate(connection, str(path), migrations=steps)
        assert connection.execute("SELECT desk, id FROM articles").fetchall() == [(None, told[0].article.id)]


def _write(path: str, coded: list[Coded], reports: str) -> None:
    with Warehouse(Path(path)) as warehouse, Path(reports).open("a") as done:
        for i in range(100_000):
            article = replace(coded[i % 3].article, id=f"{i:016}")
            events = tuple(replace(e, id=f"{i}-{e.id}", article=article.id) for e in coded[i % 3].events)
            warehouse.put(replace(coded[i % 3], article=article, events=events))
            if i % 7 == 6:
                warehouse.flush()
                print(article.id, file=done, flush=True)


@pytest.mark.parametrize("seconds", [0.3, 0.55, 0.8])
def test_killed_at_any_moment_it_opens_again_and_holds_what_was_reported(
    told: list[Coded], path: Path, tmp_path: Path, seconds: float
) -> None:
    reports = tmp_path / "reported"
    writer = multiprocessing.get_context("spawn").Process(target=_write, args=(str(path), told, str(reports)))
    writer.start()
    while not reports.exists() or not reports.stat().st_size:
        time.sleep(0.01)
    time.sleep(seconds)
    assert writer.pid is not None
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    with Warehouse(path) as warehouse:
        held = sorted(warehouse.done)
    last = reports.read_text().split()[-1]
    assert held == [f"{i:016}" for i in range(len(held))]
    assert last in held
    assert count(path, "(SELECT id FROM events GROUP BY id HAVING count(*) > 1)") == 0
    whole = sum(len(told[i % 3].events) for i in range(len(held)))
    assert count(path, "events") == whole
