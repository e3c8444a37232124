"""The page on exports says what there is."""

from __future__ import annotations

import re
from pathlib import Path

from tacitus.exporters.mapping import rows_of
from tacitus.exporters.registry import FORMATS

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def test_every_format_is_on_the_page_with_an_ending_that_tells_it() -> None:
    told = dict(re.findall(r"^\| `([a-z-]+)` \| (\.[\w., ]+) \|", PAGE, re.M))
    assert list(told) == list(FORMATS)
    for name, endings in told.items():
        assert set(endings.split(", ")) <= set(FORMATS[name].endings)


def test_every_type_and_mode_that_does_not_come_back_is_on_the_page() -> None:
    back = {row["code"]: (row["type"], row["mode"]) for row in rows_of("cameo")}
    changed = [row for row in rows_of("plover") if back[row["cameo"]] != (row["type"], row["mode"])]
    kinds = [f"{row['type']}/{row['mode']} {row['cameo']}" for row in changed if row["mode"] and not row["context"]]
    page = " ".join(PAGE.split()).replace(" becomes ", " ")
    assert [kind for kind in kinds if kind not in page] == []


def test_every_mutual_type_is_on_the_page() -> None:
    mutual = ", ".join(row["type"] for row in rows_of("types") if row["mutual"] == "yes")
    assert mutual in " ".join(PAGE.split())
