"""How a table of separated values is written: its delimiter, its quotes and its header, told by its first rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tacitus.readers.encoding import decode
from tacitus.readers.fields import is_known
from tacitus.readers.source import HEAD_BYTES

MOST_COLUMNS = 2000

_DELIMITERS = ",\t;|"
_ROWS_LOOKED_AT = 200
_LONGEST_NAME = 60
_NAME = re.compile(r"\w[\w()/%#-]*(?:[ .][\w()/%#-]+){0,2}")
_SEPARATOR_LINE = re.compile(r"\ufeff?\"?sep=(?P<delimiter>.)\"?\r?\n", re.I)
_FIELD_LIMIT = 1 << 26


@dataclass(frozen=True, slots=True)
class Dialect:
    """The delimiter; whether fields may be quoted, and whether a backslash stands before a quote within one."""

    delimiter: str
    quoted: bool = True
    escaped: bool = False

    def reader(self, lines: Iterator[str]) -> Iterator[list[str]]:
        """The rows of the lines, one after another; raises csv.Error for a field of more than 64 MB."""
        csv.field_size_limit(max(csv.field_size_limit(), _FIELD_LIMIT))
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            escapechar="\\" if self.escaped else None,
            doublequote=not self.escaped,
            skipinitialspace=self.quoted,
        )


@dataclass(frozen=True, slots=True)
class Table:
    """How a table is written, its header, and how many lines stand before that."""

    dialect: Dialect
    header: tuple[str, ...]
    skipped: int = 0


def find_table(head: bytes) -> Table | None:
    """The table that begins with `head`, or None where it does not surely begin one."""
    text = decode(head)[0].removeprefix("\ufeff")
    separator = _SEPARATOR_LINE.match(text)
    if separator is not None:
        text = text[separator.end() :]
    is_cut = len(head) >= HEAD_BYTES
    is_spaced = ", " in text.partition("\n")[0]
    found = []
    for dialect in _dialects(separator["delimiter"] if separator else _DELIMITERS, text):
        header, *rows = _rows(text, dialect, is_cut) or [[]]
        alike = sum(len(row) == len(header) for row in rows) / len(rows) if rows else 1.0
        if _is_header(header) and (
            separator or _is_sure(header, len(rows) + is_cut, alike, _least(dialect, is_spaced))
        ):
            names = tuple(name.strip() for name in header)
            found.append((alike, len(header), Table(dialect, names, int(separator is not None))))
    # Of equals the first wins: fields are rather quoted than not.
    return max(found, key=lambda one: one[:2])[2] if found else None


def _dialects(delimiters: str, text: str) -> Iterator[Dialect]:
    for delimiter in delimiters:
        yield Dialect(delimiter)
        if '\\"' in text:
            yield Dialect(delimiter, escaped=True)
        # Tabs stand in no text, so that some programs quote nothing where they part the cells.
        if delimiter == "\t" and '"' in text:
            yield Dialect(delimiter, quoted=False)


def _rows(text: str, dialect: Dialect, is_cut: bool) -> list[list[str]]:
    """The header and the first rows, without the last where the text is cut within it."""
    rows: list[list[str]] = []
    try:
        for row in dialect.reader(iter(text.splitlines(keepends=True))):
            if row:
                rows.append(row)
            if len(rows) > _ROWS_LOOKED_AT:
                return rows
    except csv.Error:
        return rows
    return rows[:-1] if is_cut and len(rows) > 1 else rows


def _is_header(header: list[str]) -> bool:
    """Whether the cells may be names; the first column of a table that pandas wrote has none."""
    names = [name.strip() for name in header]
    if not names or len(names) > MOST_COLUMNS or not all(names[1:]):
        return False
    return all(len(name) <= _LONGEST_NAME and "\n" not in name for name in names)


def _least(dialect: Dialect, is_spaced: bool) -> int:
    """How many columns tell a table whose names are not known; prose has commas with spaces behind them."""
    return 2 if dialect.delimiter == "\t" else MOST_COLUMNS if dialect.delimiter == "," and is_spaced else 3


def _is_sure(header: list[str], rows: int, alike: float, least: int) -> bool:
    """Whether names that are known, or rows as wide as the header, tell a table from prose."""
    if len(header) == 1:
        # In small letters, so that no title is taken for the name of the one column.
        return rows > 0 and header[0].islower() and is_known(header[0], "text")
    known = sum(map(is_known, header))
    are_names = all(_NAME.fullmatch(name.strip()) for name in header[1:])
    if known >= 2 or (known and are_names and any(is_known(name, "text") for name in header)):
        return alike >= 0.5
    return are_names and rows >= 2 and alike == 1.0 and len(header) >= least
