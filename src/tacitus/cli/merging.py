"""`tacitus merge`: several warehouses into one, or one into a folder of Parquet files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tacitus.cli.showing import ERRORS
from tacitus.errors import InputError
from tacitus.storage import Warehouse
from tacitus.storage.parquet import write_folder


def merge(
    target: Annotated[Path, typer.Argument(help="A .duckdb file to add to, or a new folder for Parquet files.")],
    sources: Annotated[list[Path], typer.Argument(help="Warehouses: .duckdb files, or folders of Parquet files.")],
) -> None:
    """Take the articles of warehouses into another, each once; or write one as a folder of Parquet files by month."""
    if target.suffix == ".duckdb":
        with Warehouse(target) as warehouse:
            for source in sources:
                ERRORS.print(f"{source}: articles taken in: {warehouse.merge(source)}", highlight=False)
        return
    if target.suffix or len(sources) > 1:
        raise InputError(f"{target}: name a .duckdb file to merge into, or a new folder for one warehouse")
    with Warehouse(sources[0], read_only=True) as warehouse:
        write_folder(warehouse.connection, target)
