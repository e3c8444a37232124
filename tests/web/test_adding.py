"""Reports are added in a browser: coded in the background, told as they come, stopped at will."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tacitus.api import Coder
from tacitus.errors import InputError
from tacitus.model import Article
from tacitus.web.desk import lay_text
from tacitus.web.guards import MOST_SENT
from tacitus.web.room import Room

STRIKE = "Miners went on strike in Lubumbashi on Monday. Zambia praised the miners."


@pytest.fixture
def desk(stock: Path, tmp_path: Path) -> Iterator[Room]:
    shutil.copy(stock, tmp_path / "own.duckdb")
    room = Room(tmp_path / "own.duckdb")
    yield room
    room.close()


@pytest.fixture
def browser(desk: Room, client_of: Callable[..., TestClient]) -> TestClient:
    return client_of(desk)


@pytest.fixture(autouse=True)
def loaded(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The coder that is loaded already."""
    monkeypatch.setattr("tacitus.running.local.load", lambda *_, **__: coder)


def secret(browser: TestClient) -> str:
    found = re.search(r'name="secret" value="([^"]+)"', browser.get("/add").text)
    assert found
    return found[1]


def ended(browser: TestClient, address: str) -> dict[str, Any]:
    """What became of a run."""
    for _ in range(200):
        told = browser.get(f"{address}.json").json()
        if not told["running"]:
            return dict(told)
        time.sleep(0.05)
    raise AssertionError(told)


def test_a_pasted_report_is_coded_and_can_be_read(browser: TestClient) -> None:
    before = browser.get("/overview.json").json()["counts"]["articles"]
    form = {"secret": secret(browser), "text": STRIKE, "title": "Strike", "published": "2021-03-02"}
    laid = browser.post("/add", data=form)
    assert laid.status_code == 303
    told = ended(browser, laid.headers["location"])
    assert (told["state"], told["read"], told["failures"]) == ("done", 1, [])
    assert "PROTEST" in {e["type"] for e in browser.get(f"/report/{told['articles'][0]}.json").json()["events"]}
    assert browser.get("/overview.json").json()["counts"]["articles"] == before + 1


def test_files_are_read_under_their_names_and_a_broken_one_does_not_stop_the_rest(browser: TestClient) -> None:
    files = [
        ("files", ("../../strike.txt", STRIKE.encode())),
        ("files", ("thanks.md", b"# Thanks\n\nPeru thanked Bolivia on Tuesday.\n")),
        ("files", ("broken.pdf", b"%PDF-1.4 nothing")),
    ]
    told = ended(browser, browser.post("/add", data={"secret": secret(browser)}, files=files).headers["location"])
    assert (told["state"], len(told["articles"])) == ("done", 2)
    assert [failure["name"] for failure in told["failures"]] == ["broken.pdf"]
    assert "tmp" not in str(told["failures"])


def test_a_run_is_stopped_and_what_is_coded_stays(
    browser: TestClient, desk: Room, coder: Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(article: Article) -> Any:
        time.sleep(0.3)
        return coder(article)

    monkeypatch.setattr("tacitus.running.local.load", lambda *_, **__: slow)
    files = [("files", (f"{n}.txt", f"{STRIKE} Report {n}.".encode())) for n in range(60)]
    address = browser.post("/add", data={"secret": secret(browser)}, files=files).headers["location"]
    while not browser.get(f"{address}.json").json()["read"]:
        time.sleep(0.05)
    assert browser.post(f"{address}/stop", data={"secret": "guess"}).status_code == 400
    assert browser.post(f"{address}/stop", data={"secret": secret(browser)}).status_code == 303
    told = ended(browser, address)
    assert told["state"] == "stopped"
    assert 0 < len(told["articles"]) < 60
    held = desk.rows("SELECT count(*) AS n FROM articles WHERE id IN (SELECT unnest($ids))", {"ids": told["articles"]})
    assert held[0]["n"] == len(told["articles"])


def test_too_much_is_refused(browser: TestClient) -> None:
    big = [("files", ("big.txt", b"x" * (MOST_SENT + 1)))]
    assert browser.post("/add", data={"secret": secret(browser)}, files=big).status_code == 413

    def endless() -> Iterator[bytes]:
        for _ in range(MOST_SENT // 2**20 + 2):
            yield b"x" * 2**20

    kind = {"content-type": "multipart/form-data; boundary=b"}
    assert browser.post("/add", content=endless(), headers=kind).status_code in (400, 413)
    many = [("files", (f"{n}.txt", b"x")) for n in range(501)]
    assert browser.post("/add", data={"secret": secret(browser)}, files=many).status_code == 400


def test_an_empty_form_and_a_day_that_is_none_are_told(browser: TestClient) -> None:
    form = {"secret": secret(browser)}
    assert "nothing was pasted" in browser.post("/add", data=form).text
    assert "not a day" in browser.post("/add", data={**form, "text": STRIKE, "published": "May"}).text
    assert browser.get("/add/none").status_code == 404


def test_what_is_written_is_seen_by_who_reads_after(desk: Room) -> None:
    seen = desk.rows("SELECT count(*) AS n FROM problems")[0]["n"]
    desk.write(lambda w: w.connection.execute("INSERT INTO problems VALUES ('x', 'y', 'z')") and None)
    assert desk.rows("SELECT count(*) AS n FROM problems")[0]["n"] == seen + 1


def test_a_folder_of_parquet_takes_nothing(desk: Room, tmp_path: Path) -> None:
    from tacitus.storage.parquet import write_folder

    with desk.reading() as warehouse:
        write_folder(warehouse.connection, tmp_path / "months")
    room = Room(tmp_path / "months")
    with pytest.raises(InputError, match="only read"):
        lay_text(room, STRIKE, {"title": "", "publisher": ""}, None)
    room.close()
