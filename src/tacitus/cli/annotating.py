"""`tacitus annotate`: layers of annotation for each article of an input."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from tacitus.cli.coding import Model, Own, Published
from tacitus.cli.showing import ERRORS, progress
from tacitus.errors import InputError
from tacitus.exporters.layers import LAYERS, layers_record
from tacitus.model import Article
from tacitus.readers import ReadFailure, read
from tacitus.running import CodingFailure, code_many


def annotate(
    input_: Annotated[
        str, typer.Argument(metavar="INPUT", help="Articles as JSON Lines (id or doc_id, text, date or dct).")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The JSON Lines file to write, a row an article.")],
    layers: Annotated[str, typer.Option(help=f"Layers to write, by comma: {', '.join(LAYERS)}.")] = ",".join(LAYERS),
    published: Published = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to code in.")] = 1,
    model: Model = None,
    knowledge: Own = None,
) -> None:
    """Annotate articles: one row an article, with a list for each layer and offsets into its text."""
    wanted = _checked(layers)
    failures = 0
    items = list(read([input_], published=_day(published)))
    for item in items:
        if isinstance(item, ReadFailure):
            failures += 1
            ERRORS.print(f"tacitus: {item.name}: {item.message}", style="red", markup=False, soft_wrap=True)
    articles = [item for item in items if isinstance(item, Article)]
    with output.open("w", encoding="utf-8") as stream, progress() as tracker:
        coded = code_many(articles, workers=workers, model=model, knowledge=knowledge or ())
        for outcome in tracker.track(coded, total=len(articles), description="annotating"):
            if isinstance(outcome, CodingFailure):
                failures += 1
                ERRORS.print(f"tacitus: {outcome.article}: {outcome.message}", style="red", markup=False)
                continue
            stream.write(msgspec.json.encode(layers_record(outcome, wanted)).decode() + "\n")
    if failures:
        raise typer.Exit(1 if failures < len(items) else 2)


def _day(published: datetime | None) -> date | None:
    return published.date() if published else None


def _checked(layers: str) -> tuple[str, ...]:
    wanted = tuple(name.strip() for name in layers.split(","))
    for name in wanted:
        if name not in LAYERS:
            raise InputError(f"--layers: '{name}' is no layer; known are {', '.join(LAYERS)}")
    return wanted
