"""`tacitus export`: the events of a warehouse in the formats of others."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from tacitus.api import Selection, export, open_warehouse
from tacitus.cli.showing import ERRORS
from tacitus.exporters.registry import FORMATS

_DAY = ["%Y-%m-%d"]
_FORMATS = "Where the ending does not tell it. " + "; ".join(f"{form.name}: {form.title}" for form in FORMATS.values())
_CHOICE = "Which events"
_CONVENTIONS = "Conventions of the field"


def _day(help_text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(formats=_DAY, help=help_text, rich_help_panel=_CHOICE)
    return option


def _convention(flag: str, help_text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(flag, help=help_text, rich_help_panel=_CONVENTIONS)
    return option


def _codes(help_text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(metavar="A,B", help=help_text, rich_help_panel=_CHOICE)
    return option


def write(
    warehouse: Annotated[Path, typer.Argument(help="A .duckdb file, or a folder of Parquet files.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")],
    *,
    form: Annotated[str | None, typer.Option("--format", help=_FORMATS)] = None,
    since: Annotated[datetime | None, _day("First day.")] = None,
    until: Annotated[datetime | None, _day("Last day.")] = None,
    types: Annotated[str, _codes("Types, or types with modes: ASSAULT,COERCE/arrest.")] = "",
    countries: Annotated[str, _codes("Countries or bodies on either side: KEN,UNO.")] = "",
    places: Annotated[str, _codes("Countries where it happened.")] = "",
    quads: Annotated[str, _codes("'verbal conflict', 'material cooperation' ...")] = "",
    status: Annotated[str, _codes("What counts besides what happened: actual,planned.")] = "actual",
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Leave out events less sure.", rich_help_panel=_CHOICE)
    ] = 0.0,
    one_a_day: Annotated[
        bool, _convention("--one-a-day", "Of one day, type, mode and the same codes only one.")
    ] = False,
    between_states: Annotated[bool, _convention("--between-states", "Only with countries on both sides.")] = False,
    no_self: Annotated[bool, _convention("--no-self", "Not what a country does to itself.")] = False,
) -> None:
    """Export events: POLECAT, GDELT, ICEWS, PLOVER, CSV, Parquet, JSON Lines, GeoJSON, GraphML, JSON-LD, iCalendar."""
    selection = Selection(
        since=since.date() if since else None,
        until=until.date() if until else None,
        types=_listed(types),
        countries=_listed(countries),
        places=_listed(places),
        quads=_listed(quads),
        statuses=_listed(status),
        min_confidence=min_confidence,
        one_a_day=one_a_day,
        between_states=between_states,
        no_self=no_self,
    )
    with open_warehouse(warehouse) as opened:
        count = export(opened, output, selection, form=form)
    ERRORS.print(f"{output}: events written: {count:,}", highlight=False)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())
