"""`tacitus import`: events of other datasets into a warehouse."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tacitus.api import import_events, open_warehouse
from tacitus.cli.inputs import Told
from tacitus.cli.showing import ERRORS


def read(
    files: Annotated[list[Path], typer.Argument(help="Files of POLECAT, ICEWS or GDELT, packed or not.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The .duckdb file, which is added to.")],
    *,
    form: Annotated[
        str | None, typer.Option("--format", help="polecat, icews or gdelt, where the columns do not tell it.")
    ] = None,
) -> None:
    """Import events of other datasets: they stand beside those that were coded, with import.DATASET as frame."""
    told, taken = Told(), 0
    with open_warehouse(output, read_only=False) as warehouse:
        for file in files:

            def tell(line: int, message: str, file: Path = file) -> None:
                told.failure(f"{file}:{line}", message)

            done = import_events(warehouse, file, form=form, tell=tell)
            taken += done.taken + done.held
            ERRORS.print(
                f"{file}: {done.dataset} events taken in: {done.taken:,}; held before: {done.held:,}; "
                f"no PLOVER event: {done.left_out:,}; broken rows: {done.broken:,}",
                highlight=False, soft_wrap=True,
            )  # fmt: skip
    told.rest()
    if told.failed:
        raise typer.Exit(1 if taken else 2)
