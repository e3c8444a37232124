"""`tacitus code`: reports in, records out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from tacitus.cli.showing import ERRORS, OUTPUT, event_table, progress
from tacitus.errors import InputError
from tacitus.exporters.files import RecordFiles, RecordStream, Sink
from tacitus.model import Article, Coded
from tacitus.readers import ReadFailure, read
from tacitus.running import CodingFailure, code_many

Inputs = Annotated[
    list[str],
    typer.Argument(help="Reports: text, HTML pages, JSON Lines of articles, feeds, mails, packed or in folders, or -."),
]
Published = Annotated[
    datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="Publication date where the input has none.")
]
Own = Annotated[
    list[Path] | None,
    typer.Option("--knowledge", metavar="DIR", help="A folder of actors and frames of one's own; may be given again."),
]
Model = Annotated[str | None, typer.Option(help="Another spaCy pipeline for parsing, by its import name.")]


def code(
    inputs: Inputs,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            help="Where records go: - or a .jsonl file (events), or a folder (events, quotes, "
            "figures, articles). Without it a terminal gets a table, a pipe the events.",
        ),
    ] = None,
    published: Published = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes to code in; 0 takes every core.")] = 1,
    resume: Annotated[bool, typer.Option(help="Go on where an earlier run into the same folder stopped.")] = False,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Leave out events less sure than this.")] = 0.0,
    model: Model = None,
    knowledge: Own = None,
) -> None:
    """Code reports: write down the events, quotes and figures that they tell."""
    with ExitStack() as stack:
        sink = _sink(output, resume)
        if sink is not None:
            stack.enter_context(sink)
        tracker = stack.enter_context(progress(shown=sink is not None))  # tables show how far it is
        task = tracker.add_task("coding", total=None)
        failures: list[str] = []
        articles = _readable(inputs, published, failures, sink)
        done = 0
        for outcome in code_many(
            articles, workers=workers or os.cpu_count() or 1, model=model, knowledge=knowledge or ()
        ):
            tracker.advance(task)
            if isinstance(outcome, CodingFailure):
                _fail(failures, outcome.article, outcome.message)
                continue
            done += 1
            _put(_sure(outcome, min_confidence), sink)
    if failures:
        ERRORS.print(f"tacitus: {done} coded, {len(failures)} not", style="yellow")
        raise typer.Exit(1 if done else 2)


def _sink(output: str | None, resume: bool) -> Sink | None:
    if resume and (output is None or output == "-" or output.endswith(".jsonl")):
        raise InputError("--resume needs a folder as output: only there is it written down what has been coded")
    if output is None:
        return None if OUTPUT.is_terminal else RecordStream(sys.stdout)
    if output == "-":
        return RecordStream(sys.stdout)
    if output.endswith(".jsonl"):
        return RecordStream(Path(output))
    if Path(output).suffix:
        raise InputError(f"{output}: not a kind of output; give - or a .jsonl file or a folder")
    return RecordFiles(Path(output), resume=resume)


def _readable(
    inputs: Iterable[str], published: datetime | None, failures: list[str], sink: Sink | None
) -> Iterator[Article]:
    """The articles to code; what cannot be read is told at once and left out."""
    done = sink.done if sink is not None else frozenset()
    for item in read(list(inputs), published=published.date() if published else None):
        if isinstance(item, ReadFailure):
            _fail(failures, item.name, item.message)
        elif item.id not in done:
            yield item


def _fail(failures: list[str], name: str, message: str) -> None:
    failures.append(name)
    ERRORS.print(f"tacitus: {name}: {message}", style="red", markup=False, highlight=False, soft_wrap=True)


def _sure(coded: Coded, least: float) -> Coded:
    """What was coded without the events that are less sure."""
    return replace(coded, events=tuple(event for event in coded.events if event.confidence >= least))


def _put(coded: Coded, sink: Sink | None) -> None:
    name = coded.article.uri or coded.article.id
    for problem in coded.article.problems:
        words = f"tacitus: {name}: {problem.message}"
        ERRORS.print(words, style="yellow", markup=False, highlight=False, soft_wrap=True)
    if sink is None:
        OUTPUT.print(event_table(coded))
    else:
        sink.put(coded)
