"""Who may come in, and that nothing that a report or an address says breaks out of its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tacitus.errors import InputError
from tacitus.web.guards import entry_of
from tacitus.web.room import Room
from tacitus.web.views_list import VIEWS

Open = Callable[..., TestClient]
INJECTIONS = (
    "'; DROP TABLE events; --",
    "1 OR 1=1",
    "') UNION SELECT text FROM articles --",
    "\\",
    "%00",
    '"',
    "$since",
)


def paths(hostile: str) -> list[str]:
    """An address for each page."""
    named = {"{id}": hostile, "{a}": "KEN", "{b}": "UGA", "{happening}": "none", "{story}": "none"}
    found = []
    for view in VIEWS:
        path = view.path
        for name, value in named.items():
            path = path.replace(name, value)
        found.append(path)
    return found


class Scripts(HTMLParser):
    """What of a page would run, style or load."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if (tag == "script" and not (names.get("src") or "").startswith("/static/")) or tag in (
            "style",
            "img",
            "iframe",
        ):
            self.found.append(f"<{tag}>")
        self.found += [name for name in names if name.startswith("on") or name == "style"]
        addresses = [value or "" for name, value in attrs if name in ("href", "src", "action")]
        self.found += [a for a in addresses if not a.startswith(("/", "#"))]


def running(page: str) -> list[str]:
    parser = Scripts()
    parser.feed(page)
    return parser.found


def test_every_page_of_a_hostile_report_is_escaped_and_asks_for_nothing_elsewhere(
    client: TestClient, hostile: str
) -> None:
    for path in (
        *paths(hostile),
        "/events?q=Kenya",
        f"/report/{hostile}?record=x",
        "/events?q=<script>",
        "/no<script>",
    ):
        assert running(client.get(path).text) == [], path


def test_marks_that_turn_text_round_are_shown_as_what_they_are(client: TestClient, hostile: str) -> None:
    page = client.get(f"/report/{hostile}").text
    assert "\u202e" not in page
    assert "\ufffdgnikcatta\ufffd" in page


def test_every_response_has_a_strict_policy(client: TestClient, hostile: str) -> None:
    for path in (*paths(hostile), "/static/room.css", "/none", "/events?since=x", "/../../etc/passwd"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_no_other_site_may_read(client: TestClient) -> None:
    answer = client.get("/", headers={"origin": "http://evil.example"})
    assert [name for name in answer.headers if name.startswith("access-control")] == []


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "evil.example:8470", "a@127.0.0.1"])
def test_other_host_names_are_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


def test_from_elsewhere_nobody_comes_in_without_the_token(room: Room, client_of: Open) -> None:
    client = client_of(room, "192.0.2.7", "opensesame")
    assert client.get("/").status_code == 401
    assert client.get("/static/room.css").status_code == 401
    assert client.get("/?token=guess").status_code == 401
    assert client.get("/", headers={"authorization": "Bearer opensesame"}).status_code == 200
    entered = client.get("/events?token=opensesame&type=AID")
    assert (entered.status_code, entered.headers["location"]) == (303, "/events?type=AID")
    assert "httponly" in entered.headers["set-cookie"].lower()
    assert client.get("/").status_code == 200


def test_a_host_that_others_reach_is_not_served_without_a_token() -> None:
    with pytest.raises(InputError, match="token"):
        entry_of("0.0.0.0", None)


@pytest.mark.parametrize("path", [
    "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static//etc/passwd",
    "/report/../../etc/passwd", "/report/..%2f..%2fetc%2fpasswd", "/entry/../../pyproject.toml",
])  # fmt: skip
def test_no_path_leads_out_of_the_pages(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text


@pytest.mark.parametrize("value", INJECTIONS)
def test_nothing_in_an_address_is_taken_for_sql(client: TestClient, room: Room, value: str) -> None:
    held = room.rows("SELECT count(*) AS n FROM events")
    for view in VIEWS:
        path = re.sub(r"\{\w+\}", "x", view.path)
        for asks in view.asks:
            answer = client.get(path, params={asks.name: value})
            assert answer.status_code in (200, 400, 404), (path, asks.name)
        named = client.get(re.sub(r"\{\w+\}", lambda _: quote(value, safe=""), view.path))
        assert named.status_code in (200, 400, 404), view.path
    assert room.rows("SELECT count(*) AS n FROM events") == held


def test_what_cannot_be_read_is_told_calmly(client: TestClient) -> None:
    answer = client.get("/events?since=tomorrow")
    assert answer.status_code == 400
    assert "since=tomorrow: not a day; write it as 2024-01-31" in answer.text
    assert client.get("/events.json?since=tomorrow").json() == {
        "error": "since=tomorrow: not a day; write it as 2024-01-31"
    }


def test_cells_that_a_spreadsheet_would_reckon_with_are_disarmed(client: TestClient, room: Room) -> None:
    from tacitus.web.showing import as_csv
    from tacitus.web.views import answer

    table = as_csv(answer("t", {}, [{"a": "=HYPERLINK(1)", "b": -2, "c": ["x", "y"]}])).body
    assert bytes(table).decode() == "a,b,c\n'=HYPERLINK(1),-2,x|y\n"


def test_what_goes_wrong_here_is_told_calmly_and_guarded_too(
    room: Room, client_of: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of(room)

    def broken(*_: object) -> list[object]:
        raise RuntimeError("the disk: <script>")

    monkeypatch.setattr(room, "rows", broken)
    answer = client.get("/events?type=AID&mode=never")
    assert answer.status_code == 500
    assert "disk" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
