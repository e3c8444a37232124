"""Answers as files: tables and pictures."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pyarrow as pa
import pyarrow.parquet
import pytest

from tacitus.errors import InputError
from tacitus.exporters.charts import draw_chart
from tacitus.exporters.tables import write_table

DAYS = pa.table({
    "day": [date(2020, 1, 1), date(2020, 1, 1), date(2020, 2, 1), None],
    "score": [4.0, -9.0, None, 1.0],
    "quad": ["verbal cooperation", "material conflict", "verbal conflict", "verbal conflict"],
    "codes": [["PER"], [], None, ["CHL", "PER"]],
})  # fmt: skip


def test_a_table_becomes_csv_with_lists_as_json() -> None:
    stream = io.BytesIO()
    write_table(DAYS, stream)
    header, first, *_ = stream.getvalue().decode().splitlines()
    assert header == '"day","score","quad","codes"'
    assert first == '2020-01-01,4,"verbal cooperation","[""PER""]"'


def test_a_table_becomes_parquet_and_json_lines(tmp_path: Path) -> None:
    write_table(DAYS, tmp_path / "days.parquet")
    write_table(DAYS, tmp_path / "days.jsonl")
    assert pyarrow.parquet.read_table(tmp_path / "days.parquet").equals(DAYS)
    lines = (tmp_path / "days.jsonl").read_text().splitlines()
    assert json.loads(lines[3]) == {"day": None, "score": 1.0, "quad": "verbal conflict", "codes": ["CHL", "PER"]}


def test_other_endings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"end it in \.csv, \.parquet or \.jsonl"):
        write_table(DAYS, tmp_path / "days.xls")


@pytest.mark.parametrize("columns", [("day", "score", "quad"), ("day", "score"), ("quad", "score")])
def test_a_chart_is_drawn_as_a_picture(tmp_path: Path, columns: tuple[str, ...]) -> None:
    draw_chart(DAYS, columns, "Two quads", tmp_path / "chart.svg")
    draw_chart(DAYS, columns, "Two quads", tmp_path / "chart.png")
    assert ElementTree.parse(tmp_path / "chart.svg").getroot().tag.endswith("svg")
    assert (tmp_path / "chart.png").read_bytes()[:4] == b"\x89PNG"


def test_nothing_to_draw_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing was found"):
        draw_chart(DAYS.slice(0, 0), ("day", "score"), "None", tmp_path / "chart.svg")
    with pytest.raises(InputError, match="this answer has no chart"):
        draw_chart(DAYS, (), "None", tmp_path / "chart.svg")
