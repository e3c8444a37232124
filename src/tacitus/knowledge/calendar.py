"""The names of months and weekdays, as dates of publication are written with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tacitus.errors import KnowledgeError
from tacitus.knowledge.tables import read_toml


@dataclass(frozen=True, slots=True)
class Calendar:
    """Full and short names in small letters: of months with their numbers, and of weekdays."""

    months: Mapping[str, int]
    weekdays: frozenset[str]


def load_calendar(root: Path, language: str = "en") -> Calendar:
    """The calendar of a language, of the lists in its times.toml; raises KnowledgeError where one is missing."""
    name = f"{language}/times.toml"
    lists = read_toml(root / "languages" / language / "times.toml").get("lists", {})
    for key in ("month", "month_short", "weekday", "weekday_short"):
        if not isinstance(lists.get(key), dict) or not lists[key]:
            raise KnowledgeError(f"{name}: lists.{key}: give the names and their numbers")
    months = {**lists["month"], **lists["month_short"]}
    return Calendar(months, frozenset((*lists["weekday"], *lists["weekday_short"])))
