"""The questions that people ask of a warehouse, by name, and free SQL; every answer is an Arrow table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from tacitus.errors import InputError
from tacitus.storage.warehouse import Warehouse

_REPORTS = Path(__file__).parent / "reports"
_PARAMETER = re.compile(r"\$(\w+)")
_HEADER = re.compile(r"^-- (\w+): (.*)$")
# What every question may be narrowed by.
COMMON = {
    "since": "first day (2024-01-31)",
    "until": "last day",
    "min_confidence": "only events at least this sure",
    "status": "statuses that count, with commas (actual,historical); actual if not told",
    "rows": "how many rows at most",
}
# An event told for a day to come counts on the day of the report: then it was promised.
_CHOSEN = """WITH chosen AS (
  SELECT e.*, a.published, a.publisher, least(coalesce(e.day, a.published), a.published) AS told_on
  FROM events e JOIN articles a ON a.id = e.article
  WHERE list_contains($status, e.status) AND e.confidence >= $min_confidence
    AND ($since IS NULL OR least(coalesce(e.day, a.published), a.published) >= $since)
    AND ($until IS NULL OR coalesce(e.day, a.published) <= $until))"""


@dataclass(frozen=True, slots=True)
class Question:
    """A named report: what it answers, what it wants to know, and which columns a chart of it shows (x, y, colour)."""

    name: str
    title: str
    parameters: Mapping[str, str]
    chart: tuple[str, ...]
    sql: str


@cache
def questions() -> Mapping[str, Question]:
    """The named reports, by name."""
    return {
        path.stem: _question(path.stem, path.read_text(encoding="utf-8")) for path in sorted(_REPORTS.glob("*.sql"))
    }


def ask(warehouse: Warehouse, question: str, **values: Any) -> pa.Table:
    """The answer to a named question; `values` are its parameters and those of COMMON, absent ones None.

    InputError, naming what there is, for an unknown question or parameter, or a value that cannot be one.
    """
    asked = questions().get(question)
    if asked is None:
        near = get_close_matches(question, questions(), 1)
        raise InputError(f"no question '{question}'{f' (did you mean {near[0]}?)' if near else ''}; {_listed()}")
    for name in values.keys() - asked.parameters.keys() - COMMON.keys():
        raise InputError(f"{question} does not ask for '{name}'; it takes {', '.join([*asked.parameters, *COMMON])}")
    given = {**values, **{name: _READ[name](values.get(name), name) for name in _READ}}
    needed = set(_PARAMETER.findall(asked.sql))
    return _answer(warehouse, asked.sql, {name: given.get(name) for name in needed}, question)


def ask_sql(warehouse: Warehouse, query: str) -> pa.Table:
    """The answer to a query of one's own; docs/warehouse.md gives the tables."""
    return _answer(warehouse, query, {}, "your SQL")


def _day(value: Any, name: str) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise InputError(f"{name}={value}: not a day; write it as 2024-01-31") from error


def _number(value: Any, name: str) -> float:
    try:
        return float(value or 0)
    except ValueError as error:
        raise InputError(f"{name}={value}: not a number") from error


def _count(value: Any, name: str) -> int | None:
    return None if value is None else int(_number(value, name))


def _statuses(value: Any, _: str) -> list[str]:
    return str(value or "actual").split(",")


# How a value that somebody typed is read.
_READ: Mapping[str, Callable[[Any, str], Any]] = {
    "since": _day, "until": _day, "day": _day, "min_confidence": _number, "rows": _count, "status": _statuses,
}  # fmt: skip


def _question(name: str, text: str) -> Question:
    lines = text.splitlines()
    header = [line for line in lines if line.startswith("-- ")]
    body = "\n".join(lines[len(header) :])
    told = {found[1]: found[2] for line in header[1:] if (found := _HEADER.match(line))}
    chart = tuple(told.pop("chart", "").split())
    if "chosen" in body:
        body = f"{_CHOSEN},\n{body.removeprefix('WITH')}" if body.startswith("WITH") else f"{_CHOSEN}\n{body}"
    return Question(name, header[0].removeprefix("-- "), told, chart, body)


def _answer(warehouse: Warehouse, query: str, values: Mapping[str, Any], asked: str) -> pa.Table:
    try:
        return warehouse.connection.cursor().sql(query, params=dict(values)).to_arrow_table()
    except duckdb.Error as error:
        raise InputError(f"{asked}: {str(error).splitlines()[0]}") from error


def _listed() -> str:
    return f"there are {', '.join(questions())}"
