"""`tacitus evaluate`: coded events against gold records."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from tacitus.api import compare as compare_gold
from tacitus.api import evaluate as evaluate_gold
from tacitus.api import load
from tacitus.cli.coding import Model, Own
from tacitus.cli.comparing import show_comparison
from tacitus.cli.measures import SCORES, measures, names
from tacitus.cli.showing import OUTPUT, event_words, progress, sentence_of
from tacitus.evaluation.scoring import Error, Tally
from tacitus.model import Article


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold articles as JSON Lines: id, text, date, headline, events.")],
    events: Annotated[
        Path | None,
        typer.Argument(metavar="EVENTS", help="Events that `tacitus code GOLD -o` wrote; left out, coded now."),
    ] = None,
    compare: Annotated[
        Path | None, typer.Option("--compare", metavar="OLD", help="Tell what changed since these events were coded.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the measures as JSON.")] = False,
    errors: Annotated[int, typer.Option(min=0, help="How many errors, or changes of each kind, to list.")] = 20,
    type_: Annotated[str | None, typer.Option("--type", help="List only errors or changes of this type.")] = None,
    model: Model = None,
    knowledge: Own = None,
) -> None:
    """Measure the coder against gold records: finding events, dyads, and the attributes of what was found.

    `tacitus evaluate GOLD --compare OLD NEW` tells what changed from one file of events to another: events gained and
    lost, false ones gone and new, attributes mended and broken. Without NEW, from OLD to the coder as it is.
    """
    with progress() as tracker:

        def watch(rows: list[Article]) -> Iterable[Article]:
            return tracker.track(rows, description="coding gold")

        coder = None if events is not None else load(model, knowledge=knowledge or ())
        if compare is not None:
            changed = compare_gold(gold, compare, events, coder, watch=watch)
        else:
            tally = evaluate_gold(gold, coder, events=events, watch=watch)
    if compare is not None:
        show_comparison(changed, as_json=as_json, most=errors, type_=type_)
    elif as_json:
        typer.echo(json.dumps(measures(tally)))
    else:
        _show(tally, errors, type_)


def _show(tally: Tally, errors: int, type_: str | None) -> None:
    OUTPUT.print(_table(tally))
    for error in [e for e in tally.errors if type_ in (None, e.event["type"])][:errors]:
        OUTPUT.print(_line(error), markup=False, highlight=False)


def _table(tally: Tally) -> Table:
    table = Table(title=f"{tally.articles} articles")
    table.add_column("measure")
    for heading in ("P", "R", "F1", "gold", "coded", "hit"):
        table.add_column(heading, justify="right")
    kinds = [(name,) for name in SCORES] + [("type", n) for n in names(tally, "type")]
    for name in kinds:
        score = tally.score(*name)
        rates = [f"{rate:.3f}" for rate in (score.precision, score.recall, score.f1)]
        table.add_row(name[-1], *rates, str(score.gold), str(score.coded), str(score.hit))
    for attribute in names(tally, "attribute"):
        score = tally.score("attribute", attribute)
        table.add_row(f"{attribute} right", "", f"{score.recall:.3f}", "", str(score.gold), "", str(score.hit))
    if tally.quiet:
        table.add_row("false events per quiet article", f"{tally.false_on_quiet / tally.quiet:.2f}")
    return table


def _line(error: Error) -> str:
    event = error.event
    return f"{error.kind:6} {error.article} {event_words(event)} {sentence_of(event)[:160]}"
