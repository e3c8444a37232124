"""`tacitus serve`: the reading room, in a browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from tacitus.cli.coding import Model, Own
from tacitus.cli.inputs import Inputs, Told, readable, with_inputs
from tacitus.cli.showing import ERRORS, OUTPUT
from tacitus.errors import InputError
from tacitus.readers import Given
from tacitus.running import CodingFailure, code_many
from tacitus.storage import Warehouse
from tacitus.web.room import Room
from tacitus.web.serving import PORT, address_of, brought_up_to_date, is_warehouse, listen, serve, token_for


@with_inputs
def serve_room(
    inputs: Inputs,
    *,
    given: Given,
    host: Annotated[
        str, typer.Option(help="Where to listen; anything but this machine asks for a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port, or where it is taken the next free one.")] = PORT,
    token: Annotated[
        str | None, typer.Option(help="Ask for this token; made up for hosts other than this one.")
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
    model: Model = None,
    knowledge: Own = None,
) -> None:
    """Show a warehouse, or reports coded on the spot, as pages in a browser, until stopped with Ctrl-C."""
    if len(inputs) == 1 and is_warehouse(Path(inputs[0])):
        _shown(Room(brought_up_to_date(Path(inputs[0])), sources=(model, knowledge or ())), (host, port, token), show)
        return
    if any(is_warehouse(Path(name)) for name in inputs):
        raise InputError("serve one warehouse, or reports; tacitus merge makes one warehouse of several")
    with TemporaryDirectory(prefix="tacitus-") as folder:
        path = Path(folder) / "reports.duckdb"
        articles = _coded(inputs, given, path, (model, knowledge or []))
        home = f"/report/{articles[0]}" if len(articles) == 1 else "/"
        _shown(
            Room(path, home=home, name=", ".join(inputs), sources=(model, knowledge or ())), (host, port, token), show
        )


def _coded(inputs: list[str], given: Given, path: Path, sources: tuple[str | None, list[Path]]) -> list[str]:
    """Codes the reports into a warehouse; the ids of the articles."""
    told, found = Told(), []
    with Warehouse(path) as warehouse:
        for outcome in code_many(readable(inputs, given, told), model=sources[0], knowledge=sources[1]):
            if isinstance(outcome, CodingFailure):
                told.failure(outcome.article, outcome.message)
                continue
            warehouse.put(outcome)
            found.append(outcome.article.id)
    told.rest()
    if not found:
        raise InputError(f"{', '.join(inputs)}: no report in it; give reports, or a warehouse that ends in .duckdb")
    return found


def _shown(room: Room, where: tuple[str, int, str | None], show: bool) -> None:
    host, port, given = where
    token = token_for(host, given)
    listening = listen(host, port)
    address = address_of(host, listening.getsockname()[1], token)
    OUTPUT.print(f"{room.name}: {address}", highlight=False, soft_wrap=True, markup=False)
    ERRORS.print("Stop with Ctrl-C.", style="dim")
    if show:
        webbrowser.open(address)
    try:
        serve(room, listening, host, token)
    finally:
        room.close()
