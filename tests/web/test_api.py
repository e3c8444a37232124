"""The API is what its description says."""

from __future__ import annotations

import re

from starlette.testclient import TestClient


def test_every_described_path_answers_as_described(client: TestClient) -> None:
    told = client.get("/openapi.json").json()
    assert told["openapi"] == "3.1.0"
    names = [path["get"]["operationId"] for path in told["paths"].values()]
    assert len(set(names)) == len(names) > 10
    for path, described in told["paths"].items():
        operation = described["get"]
        assert re.findall(r"\{(\w+)\}", path) == [p["name"] for p in operation["parameters"] if p["in"] == "path"]
        answer = client.get(re.sub(r"\{\w+\}", "KEN", path))
        assert str(answer.status_code) in operation["responses"], path
        media = operation["responses"][str(answer.status_code)]["content"]
        assert answer.headers["content-type"].split(";")[0] in media, path


def test_values_that_break_their_schema_are_refused(client: TestClient) -> None:
    wrong = {"string": "x" * 401, "number": "2", "integer": "0"}
    for path, described in client.get("/openapi.json").json()["paths"].items():
        for parameter in described["get"]["parameters"]:
            if parameter["in"] == "query" and "enum" not in parameter["schema"]:
                value = wrong[parameter["schema"]["type"]]
                asked = client.get(re.sub(r"\{\w+\}", "KEN", path), params={parameter["name"]: value})
                assert asked.status_code == 400, (path, parameter["name"])


def test_the_page_of_the_api_names_every_path_and_loads_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/api").text
    for path in client.get("/openapi.json").json()["paths"]:
        assert path.removesuffix(".csv") in page or path.endswith(".csv")
    assert re.findall(r'(?:src|href)="https?:', page) == []
