"""Tables of our own: CSV with lists joined, and Parquet with whole records nested."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet

from tacitus.exporters.columns import write_commas
from tacitus.exporters.formats import Chosen, Format, query_of


def write_csv(chosen: Chosen, target: Path) -> None:
    """Writes a row for each event, lists joined with semicolons."""
    write_commas(chosen, target, "csv")


def write_parquet(chosen: Chosen, target: Path) -> None:
    """Writes whole records, compressed with zstd."""
    writer = None
    for table in chosen.tables(query_of("parquet")):
        writer = writer or pyarrow.parquet.ParquetWriter(str(target), table.schema, compression="zstd")
        writer.write_table(table)
    if writer:
        writer.close()


CSV = Format("csv", "one row an event, lists joined", (".csv",), write_csv)
PARQUET = Format("parquet", "whole records, nested", (".parquet",), write_parquet)
