"""Names of codes, as the tables of actors and the ontology have them."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from tacitus.knowledge import DATA


@cache
def code_names() -> Mapping[str, str]:
    """The name of each country and of what stands in place of one, by code."""
    with (DATA / "actors" / "countries.csv").open(encoding="utf-8", newline="") as table:
        found = {
            row["code"]: row["name"] for row in csv.DictReader(table) if row["id"] == f"state.{row['code'].lower()}"
        }
    return {**found, **_ontology()["bodies"]}


def sector_names() -> Mapping[str, str]:
    """What each code of a sector stands for."""
    return dict(_ontology()["sectors"])


def modes_of_types() -> Mapping[str, tuple[str, ...]]:
    """The modes of each event type."""
    return {entry["id"]: tuple(entry.get("modes", {})) for entry in _ontology()["type"]}


def scores() -> Mapping[tuple[str, str | None], float]:
    """The score of each type, and of each of its modes."""
    found: dict[tuple[str, str | None], float] = {}
    for entry in _ontology()["type"]:
        found[entry["id"], None] = entry["score"]
        found |= {(entry["id"], mode): score for mode, score in entry.get("modes", {}).items()}
    return found


def quads() -> Mapping[str, str]:
    """The quad of each type."""
    return {entry["id"]: entry["quad"] for entry in _ontology()["type"]}


def statuses() -> Mapping[str, str]:
    """What each status means."""
    return dict(_ontology()["statuses"])


@cache
def _ontology() -> dict[str, Any]:
    return tomllib.loads((DATA / "ontology" / "ontology.toml").read_text(encoding="utf-8"))


@cache
def words_for(code: str) -> str:
    """A pattern (RE2) of the names by which texts call a country: name, adjectives, demonyms, capital."""
    with (DATA / "actors" / "countries.csv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["id"] == f"state.{code.lower()}"]
    names = [
        n for row in rows for key in ("name", "adjectives", "demonyms", "capital") for n in row[key].split("|") if n
    ]
    return rf"\b({'|'.join(re.escape(n) for n in names)})" if names else rf"\b{re.escape(code)}\b"
