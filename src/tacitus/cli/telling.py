"""`tacitus stories`: which articles tell of the same, which are copies, and what happened according to all of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from tacitus.cli.inputs import Told, readable, with_inputs
from tacitus.cli.showing import ERRORS, OUTPUT, progress
from tacitus.errors import InputError
from tacitus.readers import Given
from tacitus.running.consolidating import WINDOW, consolidate, stories_of
from tacitus.storage import Warehouse
from tacitus.storage.consolidated import explanation, set_apart


@with_inputs
def stories(
    input_: Annotated[str, typer.Argument(metavar="INPUT", help="A warehouse (.duckdb), or articles to sort.")],
    *,
    given: Given,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="For articles: the JSON Lines file to write, a row an article."),
    ] = None,
    days: Annotated[
        int, typer.Option(min=0, help="How far around new articles their stories are looked for.")
    ] = WINDOW,
    again: Annotated[bool, typer.Option(help="Sort the whole warehouse anew, but for what was set apart.")] = False,
    explain: Annotated[
        str | None, typer.Option(metavar="ID", help="Why an article or event stands where it does.")
    ] = None,
    apart: Annotated[str | None, typer.Option(metavar="ID", help="Set an article or event apart, for good.")] = None,
) -> None:
    """Sort articles into stories, find copies, and link the events of many articles that tell one happening."""
    warehouse = Path(input_)
    if warehouse.suffix == ".duckdb":
        _in_warehouse(warehouse, days=days, again=again, explain=explain, apart=apart)
        return
    if again or explain or apart:
        raise InputError(f"{input_}: --again, --explain and --apart need a warehouse (.duckdb)")
    told = Told()
    rows = stories_of(readable([input_], given, told))
    if output is None:
        _write(rows, sys.stdout.buffer)
    else:
        with output.open("wb") as stream:
            _write(rows, stream)
    told.rest()


def _in_warehouse(path: Path, *, days: int, again: bool, explain: str | None, apart: str | None) -> None:
    if explain is not None:
        with Warehouse(path, read_only=True) as warehouse:
            _show(explanation(warehouse, explain))
        return
    if not path.exists():
        raise InputError(f"{path}: no such warehouse; make one with: tacitus code REPORTS -o {path}")
    with Warehouse(path) as warehouse:
        if apart is not None:
            ERRORS.print(set_apart(warehouse, apart), highlight=False)
            return
        with progress() as tracker:
            done = consolidate(
                warehouse, days=days, again=again, watch=lambda all_: tracker.track(all_, description="reading")
            )
    ERRORS.print(f"articles sorted: {done.articles}, copies among them: {done.copies}, events linked: {done.events}",
                 highlight=False)  # fmt: skip


def _show(answers: list[dict[str, Any]]) -> None:
    for kind in dict.fromkeys(answer["kind"] for answer in answers):
        OUTPUT.print(kind, style="bold")
        for answer in (one for one in answers if one["kind"] == kind):
            whose = " ".join(str(part) for part in (answer["published"], answer["publisher"]) if part)
            OUTPUT.print(f"  {answer['id']}  {answer['likeness']:.2f}  {whose}", highlight=False, markup=False)
            for words in filter(None, (answer["title"], ", ".join(answer["because"]))):
                OUTPUT.print(f"    {words}", style="dim", markup=False, highlight=False)


def _write(rows: Iterable[dict[str, Any]], stream: Any) -> None:
    for row in rows:
        stream.write(msgspec.json.encode(row) + b"\n")
