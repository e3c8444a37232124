"""`tacitus export` and `tacitus import` at the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from made import warehouse_of
from typer.testing import CliRunner

from tacitus.cli import app
from tacitus.errors import InputError


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return warehouse_of(tmp_path)


def test_options_choose_and_the_ending_tells_the_format(news: Path, tmp_path: Path) -> None:
    output = tmp_path / "kenya.csv"
    done = CliRunner().invoke(
        app, ["export", str(news), "-o", str(output), "--countries", "KEN", "--types", "SANCTION", "--one-a-day"]
    )
    assert (done.exit_code, len(output.read_text(encoding="utf-8").splitlines())) == (0, 2)


def test_a_code_that_is_none_is_told(news: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["export", str(news), "-o", str(tmp_path / "a.csv"), "--places", "KNE"])
    assert isinstance(done.exception, InputError)
    assert "places: there is no 'KNE'" in str(done.exception)


@pytest.mark.parametrize(("broken", "code"), [("", 0), ("a\tb\n", 1)])
def test_import_goes_on_after_broken_rows_and_says_so(news: Path, tmp_path: Path, broken: str, code: int) -> None:
    file = tmp_path / "a.polecat.tsv"
    CliRunner().invoke(app, ["export", str(news), "-o", str(file)])
    file.write_text(file.read_text(encoding="utf-8") + broken, encoding="utf-8")
    done = CliRunner().invoke(app, ["import", str(file), "-o", str(tmp_path / "other.duckdb")])
    assert done.exit_code == code
    assert "taken in: 6" in done.stderr
    assert (f"{file}:8: 2 columns instead of 40" in done.stderr) == bool(broken)


def test_an_import_of_nothing_but_broken_rows_fails(tmp_path: Path) -> None:
    file = tmp_path / "a.tsv"
    file.write_text("a\tb\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["import", str(file), "-o", str(tmp_path / "x.duckdb"), "--format", "gdelt"])
    assert done.exit_code == 2
