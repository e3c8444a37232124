"""`tacitus actors`: who is who, with which offices on a day, and why a phrase stands for whom."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any

import typer
from rich.table import Table

from tacitus.api import load, who_is
from tacitus.cli.coding import Model, Own
from tacitus.cli.showing import OUTPUT
from tacitus.knowledge.actors import Tenure
from tacitus.model import Entity
from tacitus.whois import ActorCard

_SHOWN = 8


def actors(
    query: Annotated[str, typer.Argument(help="A name, part of one, an id, or a phrase: 'the US president'.")],
    day: Annotated[
        datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="The day that offices are asked for.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    knowledge: Own = None,
    model: Model = None,
) -> None:
    """Show actors: names, codes, sectors, offices on a day, and why a phrase stands for whom."""
    coder = load(model, knowledge=knowledge or ())
    when = day.date() if day else None
    resolved, cards = who_is(query, when, coder)
    if as_json:
        typer.echo(json.dumps(_record(query, when, resolved, cards), ensure_ascii=False, indent=2))
        return
    if resolved:
        OUTPUT.print(_phrases(resolved, when))
    if cards:
        OUTPUT.print(_cards(cards, when))


def _record(
    query: str, when: date | None, resolved: tuple[tuple[str, Entity], ...], cards: tuple[ActorCard, ...]
) -> dict[str, Any]:
    return {
        "query": query,
        "date": when.isoformat() if when else None,
        "stands_for": [
            {"words": words, "name": e.name, "id": e.id, "wikidata": e.wikidata, "code": e.code, "sectors": e.sectors,
             "role": e.role, "reason": e.reason}
            for words, e in resolved
        ],
        "actors": [asdict(card) for card in cards],
    }  # fmt: skip


def _phrases(resolved: tuple[tuple[str, Entity], ...], when: date | None) -> Table:
    table = Table(title=f"stands for, {when or 'latest known'}", title_justify="left")
    for heading in ("words", "name", "code", "sectors", "role", "because"):
        table.add_column(heading, overflow="fold")
    for words, e in resolved:
        table.add_row(words, e.name, e.code or "", " ".join(e.sectors), e.role or "", e.reason)
    return table


def _cards(cards: tuple[ActorCard, ...], when: date | None) -> Table:
    table = Table(title="actors", title_justify="left", show_lines=True)
    for heading in ("id", "name", "code", "sectors", "names", f"offices, {when or 'latest known'}", "others"):
        table.add_column(heading, overflow="fold")
    for card in cards:
        actor = card.actor
        sectors = card.now[0].sectors if card.now else actor.sectors
        others = [t for t in card.offices if t not in card.now]
        table.add_row(actor.id, actor.name, actor.code or "", " ".join(sectors), _few(card.names),
                      "\n".join(map(_office, card.now)), "\n".join(map(_office, others[:_SHOWN])))  # fmt: skip
    return table


def _few(names: tuple[str, ...]) -> str:
    more = f" (+{len(names) - _SHOWN})" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


def _office(held: Tenure) -> str:
    return f"{held.office or 'known'} of {held.code} {held.start} to {held.end or 'today'}"
