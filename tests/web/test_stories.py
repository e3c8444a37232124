"""Stories: reports that tell of the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tacitus.web.room import Room


@pytest.fixture
def desk(stock: Path, tmp_path: Path) -> Iterator[Room]:
    shutil.copy(stock, tmp_path / "own.duckdb")
    room = Room(tmp_path / "own.duckdb")
    room.write(lambda w: w.connection.execute(
        "UPDATE articles SET story = 'first' WHERE text LIKE '%Peru%' OR text LIKE '%Chile%'") and None)  # fmt: skip
    yield room
    room.close()


def test_a_story_has_all_its_reports(desk: Room, client_of: Callable[..., TestClient]) -> None:
    client = client_of(desk)
    (story,) = client.get("/stories.json").json()["stories"]
    assert (story["id"], story["reports"], story["publishers"]) == ("first", 3, 2)
    told = client.get("/story/first.json").json()
    assert len(told["reports"]) == 3
    assert client.get("/story/first").status_code == 200
    assert client.get("/story/none").status_code == 404


def test_where_no_stories_were_looked_for_this_is_told(client: TestClient) -> None:
    assert "No stories have been looked for" in client.get("/stories").text
