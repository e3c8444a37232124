"""What the pages show."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from tacitus.web.marking import Mark, paragraphs
from tacitus.web.room import Room
from tacitus.web.selecting import as_query


def text_of(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())


@pytest.fixture
def raid(room: Room) -> str:
    return str(room.rows("SELECT id FROM articles WHERE text LIKE '%Maiduguri%'")[0]["id"])


@pytest.mark.parametrize("path", ["/overview", "/events", "/pairs"])
def test_every_page_has_twins_that_tell_the_same(client: TestClient, path: str) -> None:
    assert client.get(f"{path}.json").headers["content-type"] == "application/json"
    assert client.get(f"{path}.csv").headers["content-type"].startswith("text/csv")


def test_the_text_of_a_report_is_all_there(client: TestClient, room: Room, raid: str) -> None:
    whole = room.rows("SELECT text FROM articles WHERE id = $id", {"id": raid})[0]["text"]
    page = client.get(f"/report/{raid}").text
    assert text_of(whole) in text_of(page)


def test_a_record_is_underlined_without_a_script(client: TestClient, room: Room, raid: str) -> None:
    event = room.rows("SELECT * FROM events WHERE article = $id AND dead = 14", {"id": raid})[0]
    page = client.get(f"/report/{raid}", params={"record": event["id"]}).text
    assert re.search(rf'class="[^"]*is-trigger[^"]*"[^>]*>{event["trigger"]}<', page)
    for reason in event["because"]:
        assert reason in unescape(page)
    assert f'href="/entry/{event["frame"]}"' in page


def test_a_report_s_events_are_its_twins_rows(client: TestClient, room: Room, raid: str) -> None:
    told = client.get(f"/report/{raid}.json").json()
    assert {event["id"] for event in told["events"]} == {
        row["id"] for row in room.rows("SELECT id FROM events WHERE article = $id", {"id": raid})
    }
    assert client.get(f"/report/{raid}.csv").text.count("\n") == len(told["events"]) + 1


def test_facets_count_what_choosing_them_leaves(client: TestClient) -> None:
    told = client.get("/events.json").json()
    for name, values in told["facets"].items():
        for one in values:
            left = client.get("/events.json", params={name: one["value"]}).json()
            assert left["count"] == one["count"], (name, one)


def test_a_search_finds_any_form_of_a_word(client: TestClient) -> None:
    told = client.get("/events.json?q=farmer").json()
    assert told["found"] == 1
    assert {event["place"]["name"] for event in told["events"] if event["place"]} == {"Maiduguri"}


def test_lists_are_turned_over(client: TestClient) -> None:
    whole = [event["id"] for event in client.get("/events.json?rows=500").json()["events"]]
    pages = client.get("/events.json?rows=2").json()["pages"]
    turned = [e["id"] for n in range(pages) for e in client.get(f"/events.json?rows=2&page={n + 1}").json()["events"]]
    assert turned == whole


def test_a_reader_who_has_a_page_is_told_so(client: TestClient) -> None:
    tag = client.get("/events").headers["etag"]
    assert client.get("/events", headers={"if-none-match": tag}).status_code == 304
    assert client.get("/events?type=AID", headers={"if-none-match": tag}).status_code == 200


def test_an_entry_is_shown_as_it_stands_in_its_file(client: TestClient) -> None:
    told = client.get("/entry/en.coerce.arrest.json").json()
    assert told["entry"].startswith('[[frame]]\nid = "en.coerce.arrest"')
    assert client.get("/entry/en.no.such").status_code == 404


@pytest.mark.parametrize(("words", "query"), [
    ("grain-deal", '"grain-deal"'),
    ('wheat OR "grain deal"', '"wheat" OR "grain deal"'),
    ("OR wheat NOT", '"wheat"'),
    ('"', ""),
])  # fmt: skip
def test_what_somebody_types_is_a_query_of_the_index(words: str, query: str) -> None:
    assert as_query(words) == query


def test_pieces_of_a_text_join_to_its_lines() -> None:
    text = "One two three.\n\nFour five.  \nSix"
    sections = [{"role": "headline", "begins": 0, "ends": 14}, {"role": "residue", "begins": 21, "ends": 26}]
    marks = [
        Mark(4, 7, "events", "e", "trigger"),
        Mark(0, 14, "", "e", "evidence"),
        Mark(10, 20, "quotes", "q", "content"),
    ]
    made = paragraphs(text, sections, marks)
    assert ["".join(p.text for p in one.pieces) for one in made] == ["One two three.", "Four five.", "Six"]
    assert [one.role for one in made] == ["headline", "body", "body"]
    trigger = next(p for p in made[0].pieces if ("e", "trigger") in p.of)
    assert (trigger.text, trigger.layers) == ("two", ("role-headline", "events"))
