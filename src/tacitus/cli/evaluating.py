"""`tacitus evaluate`: coded events against gold records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from tacitus.api import evaluate as evaluate_gold
from tacitus.api import load
from tacitus.cli.coding import Model, Own
from tacitus.cli.showing import OUTPUT, progress
from tacitus.evaluation.scoring import Error, Tally

_SCORES = ("event", "dyad", "actors", "recipients", "actors+sector", "recipients+sector")


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold articles as JSON Lines: id, text, date, headline, events.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the measures as JSON.")] = False,
    errors: Annotated[int, typer.Option(min=0, help="How many errors to list.")] = 20,
    type_: Annotated[str | None, typer.Option("--type", help="List only errors of this event type.")] = None,
    model: Model = None,
    knowledge: Own = None,
) -> None:
    """Measure the coder against gold records: finding events, dyads, and the attributes of what was found."""
    coder = load(model, knowledge=knowledge or ())
    with progress() as tracker:
        tally = evaluate_gold(gold, coder, watch=lambda rows: tracker.track(rows, description="coding gold"))
    if as_json:
        typer.echo(json.dumps(measures(tally)))
        return
    OUTPUT.print(_table(tally))
    for error in [e for e in tally.errors if type_ in (None, e.event["type"])][:errors]:
        OUTPUT.print(_line(error), markup=False, highlight=False)


def measures(tally: Tally) -> dict[str, Any]:
    """All measures by name: scores with p, r and f1, attributes as shares."""
    return {
        "articles": tally.articles,
        **{name: _score(tally, name) for name in _SCORES},
        "attributes": {name: _score(tally, "attribute", name)["r"] for name in _names(tally, "attribute")},
        "by type": {name: _score(tally, "type", name) for name in _names(tally, "type")},
        "false events per quiet article": round(tally.false_on_quiet / tally.quiet, 2) if tally.quiet else None,
    }


def _score(tally: Tally, *name: str) -> dict[str, float]:
    score = tally.score(*name)
    rates = {"p": score.precision, "r": score.recall, "f1": score.f1}
    return {**{k: round(v, 4) for k, v in rates.items()}, "gold": score.gold, "coded": score.coded, "hit": score.hit}


def _names(tally: Tally, kind: str) -> list[str]:
    return sorted({name[1] for name in tally.counts if name[0] == kind})


def _table(tally: Tally) -> Table:
    table = Table(title=f"{tally.articles} articles")
    table.add_column("measure")
    for heading in ("P", "R", "F1", "gold", "coded", "hit"):
        table.add_column(heading, justify="right")
    kinds = [(name,) for name in _SCORES] + [("type", n) for n in _names(tally, "type")]
    for name in kinds:
        score = tally.score(*name)
        rates = [f"{rate:.3f}" for rate in (score.precision, score.recall, score.f1)]
        table.add_row(name[-1], *rates, str(score.gold), str(score.coded), str(score.hit))
    for attribute in _names(tally, "attribute"):
        score = tally.score("attribute", attribute)
        table.add_row(f"{attribute} right", "", f"{score.recall:.3f}", "", str(score.gold), "", str(score.hit))
    if tally.quiet:
        table.add_row("false events per quiet article", f"{tally.false_on_quiet / tally.quiet:.2f}")
    return table


def _line(error: Error) -> str:
    event = error.event
    sides = " -> ".join(
        ", ".join(f"{e.get('name') or e.get('text')} {e.get('code') or '?'}" for e in event.get(role) or ())
        for role in ("actors", "recipients")
    )
    told = (event.get("evidence") or {}).get("text", "")
    trigger = (event.get("trigger") or {}).get("text", "")
    return f"{error.kind:6} {error.article} {event['type']} '{trigger}' [{sides}] {told[:160]}"
