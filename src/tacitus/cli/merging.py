"""`tacitus merge`: several warehouses into one, into PostgreSQL, or one into a folder of Parquet files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tacitus.cli.showing import ERRORS
from tacitus.errors import InputError
from tacitus.storage import Warehouse
from tacitus.storage.parquet import write_folder
from tacitus.storage.postgres import SCHEME, put_into_postgres


def merge(
    target: Annotated[
        str,
        typer.Argument(
            help="A .duckdb file to add to, a new folder for Parquet files, or postgresql://USER@HOST/NAME."
        ),
    ],
    sources: Annotated[list[Path], typer.Argument(help="Warehouses: .duckdb files, or folders of Parquet files.")],
) -> None:
    """Take the articles of warehouses into another or into PostgreSQL, each once; or write one as Parquet by month."""
    path = Path(target)
    if target.startswith(SCHEME):
        for source in sources:
            with Warehouse(source, read_only=True) as warehouse:
                _tell(source, put_into_postgres(warehouse, target))
    elif path.suffix == ".duckdb":
        with Warehouse(path) as warehouse:
            for source in sources:
                _tell(source, warehouse.merge(source))
    elif path.suffix or len(sources) > 1:
        raise InputError(f"{target}: name a .duckdb file to merge into, or a new folder for one warehouse")
    else:
        with Warehouse(sources[0], read_only=True) as warehouse:
            write_folder(warehouse.connection, path)


def _tell(source: Path, taken: int) -> None:
    ERRORS.print(f"{source}: articles taken in: {taken}", highlight=False)
