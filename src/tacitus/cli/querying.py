"""`tacitus query`: what a warehouse has to say."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import pyarrow as pa
import typer
from rich.table import Table

from tacitus.cli.showing import OUTPUT
from tacitus.errors import InputError
from tacitus.exporters.charts import draw_chart
from tacitus.exporters.tables import write_table
from tacitus.storage import Warehouse
from tacitus.storage.asking import COMMON, ask, ask_sql, questions
from tacitus.storage.searching import search

_PICTURES = (".svg", ".png")


def query(
    warehouse: Annotated[
        Path | None, typer.Argument(help="The .duckdb file; without it the questions are listed.")
    ] = None,
    question: Annotated[str | None, typer.Argument(help="The name of a question.")] = None,
    details: Annotated[list[str] | None, typer.Argument(metavar="[NAME=VALUE]...", help="What it asks for.")] = None,
    *,
    sql: Annotated[str | None, typer.Option(help="Ask in SQL instead; docs/warehouse.md gives the tables.")] = None,
    words: Annotated[str | None, typer.Option("--search", help="Find articles by words instead.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A .csv, .parquet, .jsonl, .svg or .png file.")
    ] = None,
) -> None:
    """Ask a warehouse: timelines, counts, pairs, casualties, quotes, figures, or SQL of one's own."""
    if warehouse is None:
        OUTPUT.print(_questions())
        return
    if sum(asked is not None for asked in (question, sql, words)) != 1:
        raise InputError(
            "ask one thing: the name of a question, --sql or --search; 'tacitus query' lists the questions"
        )
    with Warehouse(warehouse, read_only=True) as opened:
        if question is not None:
            answer = ask(opened, question, **_values(details or []))
        else:
            answer = ask_sql(opened, sql) if sql is not None else search(opened, words or "")
    chart = questions()[question].chart if question else tuple(answer.column_names[:2])
    if output is not None and output.suffix in _PICTURES:
        draw_chart(answer, chart, questions()[question].title if question else "", output)
    elif output is not None:
        write_table(answer, output)
    elif OUTPUT.is_terminal:
        OUTPUT.print(_table(answer))
    else:
        write_table(answer, sys.stdout.buffer)


def _values(details: list[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for detail in details:
        name, equals, value = detail.partition("=")
        if not equals:
            raise InputError(f"'{detail}': give NAME=VALUE, as in a=CHN")
        values[name] = value
    return values


def _questions() -> Table:
    table = Table(title="tacitus query WAREHOUSE QUESTION [NAME=VALUE]...", title_justify="left", show_lines=True)
    for heading in ("question", "answers", "asks for"):
        table.add_column(heading, overflow="fold")
    for name, question in questions().items():
        asks = "\n".join(f"{key}: {meaning}" for key, meaning in question.parameters.items())
        table.add_row(name, question.title, asks)
    table.add_row("any", "", "\n".join(f"{key}: {meaning}" for key, meaning in COMMON.items()))
    return table


def _table(answer: pa.Table) -> Table:
    table = Table(caption=f"{answer.num_rows} rows", caption_justify="left")
    for name in answer.column_names:
        table.add_column(name.replace("_", " "), overflow="fold")
    for row in answer.to_pylist():
        table.add_row(*("" if value is None else str(value) for value in row.values()))
    return table
