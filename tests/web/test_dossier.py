"""The pair of two countries: what is between them, and how it went."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from tacitus.web.turning import running_mean, turning_points


def month(year: int, number: int, score: float, events: int = 4) -> dict[str, Any]:
    return {"month": date(year, number, 1), "events": events, "score": score}


def test_events_between_two_are_told_whichever_is_named_first(client: TestClient) -> None:
    one, other = (client.get(f"/pair/{path}.json").json() for path in ("PER/CHL", "CHL/PER"))
    assert one["count"] == other["count"] > 0
    assert {event["type"] for event in one["events"]} >= {"ACCUSE", "CONSULT"}


def test_periods_are_compared_side_by_side(client: TestClient) -> None:
    told = client.get("/pair/PER/CHL.json?until=2022-03-31&other_since=2022-04-01").json()
    assert told["summary"]["events"] + told["other"]["events"] == client.get("/pair/PER/CHL.json").json()["count"]
    other = client.get("/pair/PER/CHL.json?other_a=KEN&other_b=UGA").json()["other"]
    assert other["events"] == client.get("/pair/KEN/UGA.json").json()["count"]


def test_quotes_about_the_other_and_figures_about_both_are_there(client: TestClient) -> None:
    told = client.get("/pair/PER/CHL.json").json()
    assert [figure["value"] for figure in told["figures"]] == [3e9]


def test_a_dossier_is_saved_as_one_file_that_asks_for_nothing(client: TestClient) -> None:
    answer = client.get("/pair/PER/CHL.html")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert re.findall(r'(?:href|src|action)="(?!#)[^"]*"', answer.text) == []
    assert "<style>" in answer.text
    assert "<svg" in answer.text


def test_codes_that_are_none_are_told(client: TestClient) -> None:
    assert client.get("/pair/Peru/CHL").status_code == 404


@pytest.mark.parametrize(("turns", "months"), [
    ([], [month(2020, n, 3) for n in range(1, 9)]),
    ([(date(2020, 5, 1), 3, -6)], [month(2020, n, 3) for n in range(1, 5)] + [month(2020, n, -6) for n in range(5, 9)]),
    ([], [month(2020, 1, 5, 1), month(2020, 2, -5, 1)]),
])  # fmt: skip
def test_relations_turn_where_the_mean_changes_for_months(turns: list[Any], months: list[dict[str, Any]]) -> None:
    assert [(t["month"], t["before"], t["after"]) for t in turning_points(months)] == turns


def test_the_running_mean_takes_in_the_months_beside_it_and_no_others() -> None:
    months = [month(2020, 1, 4, 1), month(2020, 2, 1, 2), month(2020, 6, -3, 1)]
    assert running_mean(months) == [(date(2020, 1, 1), 2.0), (date(2020, 2, 1), 2.0), (date(2020, 6, 1), -3.0)]
