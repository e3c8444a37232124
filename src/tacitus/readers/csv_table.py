"""CSV and TSV: one article a row, the columns found by their names; the first row names them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tacitus.errors import InputError
from tacitus.model import Article, Problem
from tacitus.readers.article import article_from_fields
from tacitus.readers.csv_dialect import Dialect, find_table
from tacitus.readers.encoding import decode
from tacitus.readers.fields import check_columns, find_fields
from tacitus.readers.source import MAX_BYTES, MAX_CHARACTERS, ByteStream, Format, Given, ReadFailure, Source

_MOST_REREAD = 100
_PIECE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_TOO_LONG = f"longer than {MAX_CHARACTERS:,} characters: split it into one row per report"
_NOT_CLOSED = "a quotation mark opens a cell here and is never closed: close it, or write it twice"
# What programs write where a cell holds nothing.
_EMPTY = frozenset(("", "NULL", "null", "NaN", "nan", "None", "\\N", "N/A", "#N/A"))


def recognises(head: bytes) -> bool:
    """Whether the input surely begins a table with a header."""
    return find_table(head) is not None


def read_table(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields an article for each row; a row that cannot be read is a failure that names it."""
    table = find_table(source.head())
    if table is None:
        yield ReadFailure(source.name, "no table: its first row does not name its columns")
        return
    try:
        check_columns(table.header, given.columns)
        _refuse_doubles(table.header, given)
    except InputError as error:
        yield ReadFailure(source.name, str(error))
        return
    header = None
    count = 0
    for row in _rows(source.stream, table.dialect, table.skipped):
        if header is None:
            header = table.header
            continue
        count += 1
        yield _read_row(f"{source.name}, {row.name}", row, header, given)
    if not count:
        yield ReadFailure(source.name, "holds no rows below its header")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of cells, or what is wrong with it; `number` counts rows and `line` lines, the header's being 1."""

    number: int
    line: int
    cells: Sequence[str] = ()
    problems: tuple[Problem, ...] = ()
    wrong: str | None = None

    @property
    def name(self) -> str:
        return f"row {self.number}" if self.number == self.line else f"row {self.number} (line {self.line})"


def _rows(stream: ByteStream, dialect: Dialect, skipped: int) -> Iterator[_Row]:
    """The rows of the stream, empty ones left out, the header first."""
    lines = _Lines(stream)
    for _ in range(skipped):
        next(lines, None)
    rows = dialect.reader(lines)
    number, width = skipped, 0
    while True:
        lines.begin_row()
        number += 1
        line = lines.number + 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except (_TooLong, csv.Error):
            # A quotation mark that is never closed makes one row of all that follow.
            wrong = _NOT_CLOSED if lines.read_again() else _TOO_LONG
            yield _Row(number, line, wrong=wrong)
            continue
        width = width or len(cells)
        if _is_open(lines, dialect, len(cells) == width) and lines.read_again():
            yield _Row(number, line, wrong=_NOT_CLOSED)
        elif cells:
            yield _Row(number, line, cells, lines.problems())


def _is_open(lines: _Lines, dialect: Dialect, is_whole: bool) -> bool:
    """Whether a row over several lines seems to be one only by a quotation mark that nothing closes."""
    if not dialect.quoted or dialect.escaped or len(lines.row) < 2 or (is_whole and not lines.ended):
        return False
    return sum(line.text.count('"') for line in lines.row) % 2 == 1


def _read_row(name: str, row: _Row, header: Sequence[str], given: Given) -> Article | ReadFailure:
    if row.wrong is not None:
        return ReadFailure(name, row.wrong)
    cells = list(row.cells)
    while len(cells) > len(header) and not cells[-1].strip():
        del cells[-1]
    if len(cells) != len(header):
        message = (
            f"{len(cells)} cells where the header has {len(header)}: quote cells that hold delimiters or line ends"
        )
        return ReadFailure(name, message)
    fields = {key: cell for key, cell in zip(header, cells, strict=True) if cell.strip() not in _EMPTY}
    try:
        return article_from_fields(fields, given.published, columns=given.columns, problems=row.problems, is_row=True)
    except InputError as error:
        return ReadFailure(name, str(error))


def _refuse_doubles(header: Sequence[str], given: Given) -> None:
    """Raises InputError where two columns have a name that is asked for."""
    wanted = {name for names in find_fields(header, given.columns).values() for name in names}
    for name in wanted:
        if header.count(name) > 1:
            raise InputError(f"has two columns `{name}`: give each a name of its own")


class _TooLong(Exception):
    """A row that holds more than one article can."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Lines:
    """The lines of a stream, those of the present row at hand; raises _TooLong for a row without end."""

    stream: ByteStream
    number: int = 0
    row: list[_Line] = field(default_factory=list)
    length: int = 0
    ended: bool = False
    waiting: list[_Line] = field(default_factory=list)
    reread: int = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if not self.waiting:
            self._fill()
        line = self.waiting.pop()
        self.number += 1
        self.row.append(line)
        self.length += len(line.text)
        if self.length > 2 * MAX_CHARACTERS:
            raise _TooLong
        return line.text

    def begin_row(self) -> None:
        """Lets go of the row that was read."""
        self.row, self.length = [], 0

    def problems(self) -> tuple[Problem, ...]:
        """What was found in the lines of the row."""
        return tuple(dict.fromkeys(problem for line in self.row for problem in line.problems))

    def read_again(self) -> bool:
        """Puts back all lines of the row but the first, unless that was done too often already."""
        if len(self.row) < 2 or self.reread >= _MOST_REREAD:
            return False
        self.reread += 1
        self.number -= len(self.row) - 1
        self.waiting += self.row[:0:-1]
        self.ended = False
        return True

    def _fill(self) -> None:
        data = self.stream.readline(MAX_BYTES)
        if not data:
            self.ended = True
            raise StopIteration
        if len(data) == MAX_BYTES and not data.endswith(b"\n"):
            while (rest := self.stream.readline(MAX_BYTES)) and not rest.endswith(b"\n"):
                pass
            self.number += 1
            raise _TooLong
        text, problems = decode(data)
        # Old programs end lines with a carriage return alone.
        self.waiting = [_Line(piece, problems) for piece in _PIECE.findall(text)[::-1]]


CSV = Format("CSV or TSV", recognises, read_table)
