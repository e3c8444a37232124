"""What `tacitus read` shows of an input."""

from __future__ import annotations

import json
from pathlib import Path

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
