"""`tacitus annotate`: layers of annotation for each article of an input."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from tacitus.cli.coding import Model, Own
from tacitus.cli.inputs import Told, readable, with_inputs
from tacitus.cli.showing import progress
from tacitus.errors import InputError
from tacitus.exporters.layers import LAYERS, layers_record
from tacitus.readers import Given
from tacitus.running import CodingFailure, code_many


@with_inputs
def annotate(
    input_: Annotated[
        str, typer.Argument(metavar="INPUT", help="Articles as JSON Lines, CSV or Parquet (id, text, date).")
    ],
    *,
    given: Given,
    output: Annotated[Path, typer.Option("--output", "-o", help="The JSON Lines file to write, a row an article.")],
    layers: Annotated[str, typer.Option(help=f"Layers to write, by comma: {', '.join(LAYERS)}.")] = ",".join(LAYERS),
    workers: Annotated[int, typer.Option(min=1, help="Processes to code in.")] = 1,
    model: Model = None,
    knowledge: Own = None,
) -> None:
    """Annotate articles: one row an article, with a list for each layer and offsets into its text."""
    wanted = _checked(layers)
    told = Told()
    articles = list(readable([input_], given, told))
    done = 0
    with output.open("w", encoding="utf-8") as stream, progress() as tracker:
        coded = code_many(articles, workers=workers, model=model, knowledge=knowledge or ())
        for outcome in tracker.track(coded, total=len(articles), description="annotating"):
            if isinstance(outcome, CodingFailure):
                told.failure(outcome.article, outcome.message)
                continue
            done += 1
            told.problems(outcome.article)
            stream.write(msgspec.json.encode(layers_record(outcome, wanted)).decode() + "\n")
    told.rest()
    if told.failed:
        raise typer.Exit(1 if done else 2)


def _checked(layers: str) -> tuple[str, ...]:
    wanted = tuple(name.strip() for name in layers.split(","))
    for name in wanted:
        if name not in LAYERS:
            raise InputError(f"--layers: '{name}' is no layer; known are {', '.join(LAYERS)}")
    return wanted
