"""A table of answers into a file: CSV, Parquet or JSON Lines, chosen by its ending."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import msgspec
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from tacitus.errors import InputError


def write_table(table: pa.Table, target: Path | IO[bytes]) -> None:
    """Writes a table into a .csv, .parquet or .jsonl file, or as CSV into a stream; InputError for other endings."""
    if not isinstance(target, Path):
        pyarrow.csv.write_csv(_flat(table), target)
        return
    try:
        if target.suffix == ".csv":
            pyarrow.csv.write_csv(_flat(table), str(target))
        elif target.suffix == ".parquet":
            pyarrow.parquet.write_table(table, str(target), compression="zstd")
        elif target.suffix == ".jsonl":
            target.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in table.to_pylist()))
        else:
            raise InputError(f"{target}: not a kind of table; end it in .csv, .parquet or .jsonl")
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error}; name another file") from error


def _flat(table: pa.Table) -> pa.Table:
    """Lists and records as JSON text, which is all that CSV can hold."""
    for i, column in enumerate(table.schema):
        if pa.types.is_nested(column.type):
            told = [None if v is None else msgspec.json.encode(v).decode() for v in table.column(i).to_pylist()]
            table = table.set_column(i, column.name, pa.array(told, pa.string()))
    return table
