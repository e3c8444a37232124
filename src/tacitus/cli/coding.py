"""`tacitus code`: reports in, records out."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from tacitus.cli.inputs import Inputs, Told, readable, with_inputs
from tacitus.cli.showing import ERRORS, OUTPUT, event_table, progress
from tacitus.errors import InputError
from tacitus.exporters.files import RecordFiles, RecordStream, Sink
from tacitus.model import Coded
from tacitus.readers import Given
from tacitus.running import CodingFailure, code_many
from tacitus.storage import Warehouse

Own = Annotated[
    list[Path] | None,
    typer.Option("--knowledge", metavar="DIR", help="A folder of actors and frames of one's own; may be given again."),
]
Model = Annotated[str | None, typer.Option(help="Another spaCy pipeline for parsing, by its import name.")]

Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        help="Where records go: - or a .jsonl file (events), a folder (events, quotes, figures, articles), or a "
        ".duckdb file (the warehouse, which is added to). Without it a terminal gets a table, a pipe the events.",
    ),
]


@with_inputs
def code(
    inputs: Inputs,
    *,
    given: Given,
    output: Output = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes to code in; 0 takes every core.")] = 1,
    resume: Annotated[
        bool, typer.Option(help="Go on where an earlier run into the same folder or warehouse stopped.")
    ] = False,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Leave out events less sure than this.")] = 0.0,
    model: Model = None,
    knowledge: Own = None,
) -> None:
    """Code reports: write down the events, quotes and figures that they tell."""
    with ExitStack() as stack:
        sink = _sink(output, resume, min_confidence)
        if sink is not None:
            stack.enter_context(sink)
        tracker = stack.enter_context(progress(shown=sink is not None))  # tables show how far it is
        task = tracker.add_task("coding", total=None)
        told = Told()
        coded_before = sink.done if sink is not None and resume else frozenset()
        articles = (one for one in readable(inputs, given, told) if one.id not in coded_before)
        done = 0
        for outcome in code_many(
            articles, workers=workers or os.cpu_count() or 1, model=model, knowledge=knowledge or ()
        ):
            if isinstance(outcome, CodingFailure):
                tracker.advance(task)
                told.failure(outcome.article, outcome.message)
                continue
            done += 1
            told.problems(outcome.article)
            tracker.advance(task, _put(_sure(outcome, min_confidence), sink))
    told.rest()
    if told.failed:
        ERRORS.print(f"tacitus: {done} coded, {told.failed} not", style="yellow")
        raise typer.Exit(1 if done else 2)


def _sink(output: str | None, resume: bool, min_confidence: float) -> Sink | None:
    if resume and (output is None or output == "-" or output.endswith(".jsonl")):
        raise InputError("--resume needs a folder or a .duckdb file as output: only they tell what has been coded")
    if output is None:
        return None if OUTPUT.is_terminal else RecordStream(sys.stdout)
    if output == "-":
        return RecordStream(sys.stdout)
    if output.endswith(".jsonl"):
        return RecordStream(Path(output))
    if output.endswith(".duckdb"):
        if min_confidence:
            raise InputError(f"{output}: a warehouse keeps every event; ask it for those of a confidence instead")
        return Warehouse(Path(output))
    if Path(output).suffix:
        raise InputError(f"{output}: not a kind of output; give - or a .jsonl or .duckdb file or a folder")
    return RecordFiles(Path(output), resume=resume)


def _sure(coded: Coded, least: float) -> Coded:
    """What was coded without the events that are less sure."""
    return replace(coded, events=tuple(event for event in coded.events if event.confidence >= least))


def _put(coded: Coded, sink: Sink | None) -> int:
    if sink is None:
        OUTPUT.print(event_table(coded))
        return 1
    return sink.put(coded)
