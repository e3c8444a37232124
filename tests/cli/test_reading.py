"""What `tacitus read` shows of an input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tacitus.cli import app


def test_each_section_has_its_role_and_its_place_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Advertisement\nRain fell on Lima on Monday, the mayor said.\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["read", str(path), "--json", "--date", "2016-05-03"])
    found = json.loads(done.stdout)
    told = [(s["role"], found["text"][s["start"] : s["end"]]) for s in found["sections"]]
    assert told == [("residue", "Advertisement"), ("body", "Rain fell on Lima on Monday, the mayor said.")]
    assert found["published"] == "2016-05-03"


def test_what_cannot_be_read_ends_with_its_exit_code(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["read", str(tmp_path / "missing")]).exit_code == 2


def test_columns_are_named_by_options(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("Nr;Wortlaut;Tag\n1;Rain fell on Lima.;17.05.2024\n2;Snow fell on Oslo.;18.05.2024\n")
    options = ["--text-column", "Wortlaut", "--date-column", "Tag", "--id-column", "Nr", "--json"]
    done = CliRunner().invoke(app, ["read", str(path), *options])
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["id"], one["published"], one["text"]) for one in found] == [
        ("1", "2024-05-17", "Rain fell on Lima."),
        ("2", "2024-05-18", "Snow fell on Oslo."),
    ]


def told(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[str]:
    """What a command says on standard error."""
    said: list[str] = []
    monkeypatch.setattr("tacitus.cli.inputs.ERRORS.print", lambda words, **_: said.append(words))
    CliRunner().invoke(app, list(arguments))
    return said


def test_a_column_that_is_not_there_is_named_with_those_that_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("id,text\n1,Rain fell on Lima.\n")
    (said,) = told(monkeypatch, "read", str(path), "--date-column", "day")
    assert said == f"tacitus: {path}: has no column `day`, which --date-column names; there are `id`, `text`"


def test_failures_of_one_kind_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "Rain."}\n' + '{"title": "no text"}\n' * 1000)
    said = told(monkeypatch, "read", str(path), "--json")
    assert [words.split(": ")[1] for words in said[:3]] == [f"{path}, row {row}" for row in (2, 3, 4)]
    assert said[3].startswith(f"tacitus: and 997 more, the last: {path}, row 1001: no text")
    assert len(said) == 4
