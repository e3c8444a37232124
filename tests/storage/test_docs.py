"""The page on the warehouse says what is there."""

from __future__ import annotations

import re
from pathlib import Path

from tacitus.storage.asking import questions
from tacitus.storage.migrating import MIGRATIONS, SCHEMA

PAGE = (Path(__file__).parents[2] / "docs" / "warehouse.md").read_text(encoding="utf-8")


def test_every_table_is_on_the_page() -> None:
    made = [path.read_text(encoding="utf-8") for path in (SCHEMA, *MIGRATIONS.glob("*.sql"))]
    tables = re.findall(r"CREATE TABLE (\w+)", "\n".join(made))
    assert sorted(re.findall(r"^\| `(\w+)` \|", PAGE, re.M)) == sorted([*tables, "pairs", "casualties"])


def test_every_question_is_on_the_page() -> None:
    assert set(re.findall(r"^\| `(\w+)[ `]", PAGE, re.M)) >= set(questions())
