"""Expressions of time with the day of the report and the TIMEX3 value: a row each in times.csv."""

import csv
from datetime import date
from pathlib import Path

import pytest

import tacitus
from tacitus.knowledge.times import TimeLexicon, load_times
from tacitus.resolution.times import find_times

TABLE = Path(__file__).parent / "times.csv"
ROWS = list(csv.DictReader(TABLE.open(encoding="utf-8", newline="")))


@pytest.fixture(scope="module")
def lexicon() -> TimeLexicon:
    return load_times(Path(tacitus.__file__).parent / "data")


def test_the_table_holds_at_least_800_expressions() -> None:
    assert len(ROWS) >= 800


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['published']} {r['expression']}")
def test_an_expression_means_what_the_table_says(row: dict[str, str], lexicon: TimeLexicon) -> None:
    sentence = row["sentence"]
    found = find_times(sentence, date.fromisoformat(row["published"]), lexicon)
    told = {sentence[t.span.start : t.span.end]: (t.type, t.value) for t in found}
    assert told.get(row["expression"]) == (row["type"], row["value"])
