"""Formats that are one table with the columns of data/exports, written a batch of events at a time."""

from __future__ import annotations

from pathlib import Path

import pyarrow.csv

from tacitus.exporters.formats import Chosen, query_of
from tacitus.exporters.mapping import columns_of

_TABBED = pyarrow.csv.WriteOptions(include_header=False, delimiter="\t", quoting_style="none")
_COMMAS = pyarrow.csv.WriteOptions(include_header=False)


def write_columns(chosen: Chosen, target: Path, name: str, *, header: bool) -> None:
    """Writes the query of a format, tab-separated and unquoted, in the order and types that its columns have."""
    columns = columns_of(name)
    typed = ", ".join(f'CAST("{column}" AS {kind}) AS "{column}"' for column, kind in columns.items())
    first = "\t".join(columns) if header else ""
    _write(chosen, target, f"SELECT {typed} FROM ({query_of(name)})", first=first, options=_TABBED)


def write_commas(chosen: Chosen, target: Path, name: str) -> None:
    """Writes the query of a format separated by commas, with its own columns, words in quotation marks."""
    columns = next(chosen.tables(f"SELECT * FROM ({query_of(name)}) LIMIT 0")).column_names
    _write(chosen, target, query_of(name), first=",".join(columns), options=_COMMAS)


def _write(chosen: Chosen, target: Path, query: str, *, first: str, options: pyarrow.csv.WriteOptions) -> None:
    with target.open("wb") as stream:
        if first:
            stream.write(f"{first}\n".encode())
        for table in chosen.tables(query):
            pyarrow.csv.write_csv(table, stream, options)
