"""A warehouse is sorted into stories, copies and happenings, step by step, explained and undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import tacitus
from tacitus.api import Coder
from tacitus.errors import InputError
from tacitus.model import Coded
from tacitus.running.consolidating import consolidate
from tacitus.storage import Warehouse
from tacitus.storage.asking import ask
from tacitus.storage.consolidated import explanation, set_apart
from tacitus.storage.parquet import write_folder

REPORTS = (
    (
        "Gunmen attack village near Maiduguri",
        "Gunmen attacked the village of Kawuri near Maiduguri in Nigeria on Tuesday, killing 14 farmers, police said. "
        "The farmers were at work in their rice fields when the gunmen came. Those who lived hid in the reeds until "
        "dark and walked to the next town, where a school took them in for the night.",
    ),
    (
        "Farmers killed near Maiduguri",
        "Gunmen killed 17 farmers near Maiduguri in Nigeria on Tuesday, the governor of Borno said. The gunmen came on "
        "motorcycles to the village of Kawuri and shot at farmers in the rice fields.",
    ),
    (
        "Norway gives Malawi money for schools",
        "Norway gave Malawi $40 million for schools on Monday. Malawi thanked Norway.",
    ),
)


@pytest.fixture(scope="module")
def told(coder: Coder) -> list[Coded]:
    found = []
    for number, (title, text) in enumerate(REPORTS):
        coded = tacitus.code(text, published=date(2022, 8, 11), coder=coder)
        found.append(replace(coded, article=replace(coded.article, title=title, publisher=f"paper {number}")))
    return found


@pytest.fixture
def path(told: list[Coded], tmp_path: Path) -> Path:
    with Warehouse(tmp_path / "news.duckdb") as warehouse:
        for one in told:
            warehouse.put(one)
    return tmp_path / "news.duckdb"


def test_reports_of_one_matter_share_a_story_and_its_happenings(path: Path) -> None:
    with Warehouse(path) as warehouse:
        done = consolidate(warehouse)
        stories = ask(warehouse, "stories").to_pylist()
        toll = [h for h in ask(warehouse, "happenings").to_pylist() if h["dead_high"]]
    assert (done.articles, done.copies, [s["articles"] for s in stories]) == (3, 0, [2, 1])
    assert [(h["publishers"], h["dead_low"], h["dead_high"]) for h in toll] == [(2, 14, 17)]


def test_differing_figures_are_told_with_who_states_them(path: Path) -> None:
    with Warehouse(path) as warehouse:
        consolidate(warehouse)
        disputed = {(row["what"], row["value"]) for row in ask(warehouse, "disputed").to_pylist()}
        tolls = [row["dead"] for row in ask(warehouse, "tolls").to_pylist()]
    assert disputed == {("dead", 14), ("dead", 17)}
    assert sorted(tolls) == [14, 17]


def test_a_second_run_changes_nothing(path: Path) -> None:
    with Warehouse(path) as warehouse:
        consolidate(warehouse)
        again = consolidate(warehouse)
    assert (again.articles, again.copies, again.events) == (0, 0, 0)


def test_a_later_copy_is_found_and_joins_the_story(path: Path, told: list[Coded], coder: Coder) -> None:
    text = "From our own desk. " + REPORTS[0][1]
    late = tacitus.code(text, published=date(2022, 8, 12), coder=coder)
    with Warehouse(path) as warehouse:
        consolidate(warehouse)
        warehouse.put(late)
        warehouse.flush()
        done = consolidate(warehouse)
        found = warehouse.connection.execute("SELECT copy_of FROM articles WHERE id = ?", [late.article.id]).fetchall()
        assert {row["kind"] for row in explanation(warehouse, late.article.id)} == {"story", "copy"}
    assert (done.articles, done.copies, found) == (1, 1, [(told[0].article.id,)])


def test_what_is_set_apart_stays_apart(path: Path, told: list[Coded]) -> None:
    with Warehouse(path) as warehouse:
        consolidate(warehouse)
        set_apart(warehouse, told[1].article.id)
        consolidate(warehouse, again=True)
        stories = ask(warehouse, "stories").to_pylist()
    assert [s["articles"] for s in stories] == [1, 1, 1]


def test_an_event_is_explained_and_can_be_set_apart(path: Path) -> None:
    with Warehouse(path) as warehouse:
        consolidate(warehouse)
        event = next(h["id"] for h in ask(warehouse, "happenings").to_pylist() if h["dead_high"])
        assert {row["publisher"] for row in explanation(warehouse, event)} == {"paper 0", "paper 1"}
        set_apart(warehouse, event)
        assert {row["publisher"] for row in explanation(warehouse, event)} < {"paper 0", "paper 1"}


def test_what_is_nowhere_is_told(path: Path) -> None:
    with Warehouse(path) as warehouse, pytest.raises(InputError, match="no article with a story"):
        set_apart(warehouse, "nothing")


def test_coding_again_keeps_the_story(path: Path, told: list[Coded]) -> None:
    newer = replace(told[0], article=replace(told[0].article, knowledge="newer"))
    with Warehouse(path) as warehouse:
        consolidate(warehouse)
        warehouse.put(newer)
        warehouse.flush()
        story = warehouse.connection.execute("SELECT story FROM articles WHERE id = ?", [newer.article.id]).fetchall()
    assert story != [(None,)]


def test_a_folder_of_parquet_files_holds_the_stories_too(path: Path, tmp_path: Path) -> None:
    with Warehouse(path) as warehouse:
        consolidate(warehouse)
        write_folder(warehouse.connection, tmp_path / "folder")
    with Warehouse(tmp_path / "folder", read_only=True) as folder:
        assert len(ask(folder, "stories").to_pylist()) == 2
