"""The review: what is said of events stays, apart from coding, and goes out as gold."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import tacitus
from tacitus.api import Coder
from tacitus.web.corrections import Corrections, agreement
from tacitus.web.room import Room

Judge = Callable[..., str]


@pytest.fixture
def desk(stock: Path, tmp_path: Path) -> Iterator[Room]:
    shutil.copy(stock, tmp_path / "own.duckdb")
    room = Room(tmp_path / "own.duckdb")
    yield room
    room.close()


@pytest.fixture
def browser(desk: Room, client_of: Callable[..., TestClient]) -> TestClient:
    return client_of(desk)


@pytest.fixture
def judge(browser: TestClient) -> Judge:
    """Sends a form of the review; where it leads."""

    def send(**fields: str) -> str:
        secret = re.search(r'name="secret" value="([^"]+)"', browser.get("/review").text)
        assert secret
        answer = browser.post("/review", data={"secret": secret[1], **fields})
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"])

    return send


def raid_of(room: Room) -> dict[str, str]:
    query = "SELECT id, article FROM events WHERE dead = 14"
    return {name: str(value) for name, value in room.rows(query)[0].items()}


def test_events_come_one_after_the_other_until_all_are_judged(browser: TestClient, desk: Room, judge: Judge) -> None:
    count = desk.rows("SELECT count(*) AS n FROM events")[0]["n"]
    seen = set()
    for _ in range(count):
        event = browser.get("/review.json?by=ann").json()["event"]
        seen.add(event["id"])
        judge(event=event["id"], action="accept", who="ann")
    assert len(seen) == count
    assert browser.get("/review.json?by=ann").json()["event"] is None
    assert browser.get("/review.json?by=bob").json()["event"] is not None


def test_undo_takes_back_what_one_said_last(browser: TestClient, desk: Room, judge: Judge) -> None:
    raid = raid_of(desk)
    judge(event=raid["id"], action="reject", who="ann")
    assert judge(action="undo", who="bob") == "/review?by=bob"
    assert judge(action="undo", who="ann") == f"/review?by=ann&event={raid['id']}"
    assert Corrections(desk.path).verdicts() == []


def test_what_is_mended_and_added_goes_out_as_gold_that_evaluate_reads(
    browser: TestClient, desk: Room, judge: Judge, coder: Coder, tmp_path: Path
) -> None:
    raid = raid_of(desk)
    for event in desk.rows("SELECT id FROM events WHERE article = $article", {"article": raid["article"]}):
        judge(event=event["id"], action="reject", who="ann")
    mended = {"type": "ASSAULT", "mode": "firearms", "status": "actual", "date": "2022-04-01", "dead": "15",
              "actors0_name": "gunmen", "actors0_code": "nga", "actors0_sectors": "UAF",
              "recipients0_name": "farmers", "recipients0_code": "NGA", "recipients0_sectors": "AGR CVL",
              "place": "Maiduguri", "country": "NGA"}  # fmt: skip
    judge(event=raid["id"], action="mend", who="ann", **mended)
    text = desk.rows("SELECT text FROM articles WHERE id = $article", {"article": raid["article"]})[0]["text"]
    judge(
        article=raid["article"], action="add", who="ann", evidence=text, trigger="said", type="ACCUSE", status="actual"
    )
    path = tmp_path / "gold.jsonl"
    path.write_bytes(browser.get("/review/gold.jsonl").content)
    (row,) = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assault, accusation = row["events"]
    assert (assault["type"], assault["magnitude"]["dead"], assault["actors"][0]["code"]) == ("ASSAULT", 15, "NGA")
    assert row["text"][accusation["trigger"]["start"] : accusation["trigger"]["end"]] == "said"
    tally = tacitus.evaluate(path, coder)
    assert tally.articles == 1


def test_verdicts_outlive_coding_anew(browser: TestClient, desk: Room, judge: Judge) -> None:
    raid = raid_of(desk)
    judge(event=raid["id"], action="accept", who="ann")
    desk.write(lambda warehouse: warehouse.connection.execute(
        "UPDATE events SET id = 'anew' WHERE id = ?", [raid["id"]]) and None)  # fmt: skip
    events = browser.get(f"/review.json?by=ann&article={raid['article']}").json()["event"]
    assert events is None or events["id"] != "anew"


@pytest.mark.parametrize(("wrong", "told"), [
    ({"type": "MAKE"}, "no event type"), ({"mode": "visit"}, "no mode of ASSAULT"), ({"date": "May"}, "no date"),
    ({"dead": "some"}, "not a number"), ({"actors0_name": "x", "actors0_code": "Nigeria"}, "no code"),
    ({"status": ""}, "no status"),
])  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(
    browser: TestClient, desk: Room, wrong: dict[str, str], told: str
) -> None:
    secret = re.search(r'name="secret" value="([^"]+)"', browser.get("/review").text)
    assert secret
    right = {"secret": secret[1], "event": raid_of(desk)["id"], "action": "mend", "type": "ASSAULT", "status": "actual"}
    answer = browser.post("/review", data={**right, **wrong})
    assert answer.status_code == 400
    assert told in answer.text
    assert Corrections(desk.path).verdicts() == []


def test_forged_forms_are_refused(browser: TestClient, desk: Room) -> None:
    form = {"event": raid_of(desk)["id"], "action": "accept", "who": "eve"}
    assert browser.post("/review", data=form).status_code == 400
    assert browser.post("/review", data={**form, "secret": "guess"}).status_code == 400
    elsewhere = browser.post("/review", data=form, headers={"origin": "http://evil.example"})
    assert elsewhere.status_code == 403
    assert Corrections(desk.path).verdicts() == []


def test_agreement_of_two_is_measured_beyond_chance(desk: Room) -> None:
    held = Corrections(desk.path)
    for number, (ann, bob) in enumerate(
        [("accept", "accept"), ("accept", "accept"), ("reject", "reject"), ("accept", "reject")]
    ):
        for who, action in (("ann", ann), ("bob", bob)):
            held.put(("article", f"event {number}", action), {"type": "AID"}, who)
    told = agreement(held.verdicts())
    assert (told["events"], told["share"], round(told["kappa"], 2)) == (4, 0.75, 0.5)
