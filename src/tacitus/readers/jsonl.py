"""JSON Lines: one article per row, with the fields of an article by any of their names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from tacitus.errors import InputError
from tacitus.model import Article, Problem
from tacitus.readers.article import article_from_fields
from tacitus.readers.encoding import decode
from tacitus.readers.fields import listed, named, option, value_at
from tacitus.readers.source import MAX_BYTES, MAX_CHARACTERS, Columns, Format, Given, ReadFailure, Source

# Escapes such as \u00e9 and other fields make a row longer than its text.
_MAX_ROW_BYTES = 4 * MAX_BYTES
_ROWS_LOOKED_AT = 5
_ROWS_AHEAD = 1000
_BYTES_AHEAD = 2 * _MAX_ROW_BYTES


@dataclass(frozen=True, slots=True)
class _Row:
    """The fields of a row, or what is wrong with it, and its size in bytes."""

    name: str
    size: int
    fields: Mapping[str, Any]
    problems: tuple[Problem, ...] = ()
    wrong: str | None = None


def recognises(head: bytes) -> bool:
    """Whether one of the first rows is a JSON object, or the only one begun looks like one."""
    lines = head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n")
    complete = [line.strip() for line in lines[:-1] if line.strip()][:_ROWS_LOOKED_AT]
    if not complete:
        return _opens_object(lines[0])
    # Pages carry linked data, which may stand on lines of its own.
    return not complete[0].startswith(b"<") and any(_opens_object(line) for line in complete)


def read_rows(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields an article for each row; a row that cannot be read is a failure that names it.

    Where a field that was named is in none of the first 1,000 rows, the input is refused before any is read.
    """
    rows = _rows(source)
    ahead, missing = _look_ahead(rows, given.columns)
    if missing is not None:
        yield ReadFailure(source.name, missing)
        return
    row = None
    for row in chain(ahead, rows):
        yield _read_row(row, given)
    if row is None:
        yield ReadFailure(source.name, "holds no rows: give one JSON object a line")


def _opens_object(line: bytes) -> bool:
    """Whether `{"` begins the line: a row, be it broken further on."""
    return line.startswith(b"{") and line[1:].lstrip()[:1] in (b'"', b"}")


def _rows(source: Source) -> Iterator[_Row]:
    """The rows of the input, empty ones left out."""
    for number, line in enumerate(_lines(source), start=1):
        name = f"{source.name}, row {number}"
        if line is None:
            message = f"longer than {MAX_CHARACTERS:,} characters: split it into one row per report"
            yield _Row(name, _MAX_ROW_BYTES, {}, wrong=message)
        elif line.strip():
            yield _parsed(name, line)


def _lines(source: Source) -> Iterator[bytes | None]:
    """The lines of the input, None for one that is too long to be held."""
    while line := source.stream.readline(_MAX_ROW_BYTES):
        if len(line) < _MAX_ROW_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while (rest := source.stream.readline(_MAX_ROW_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield None


def _parsed(name: str, line: bytes) -> _Row:
    text, problems = decode(line)
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        return _Row(name, len(line), {}, wrong=f"broken JSON ({error}): write one complete object a line")
    if not isinstance(fields, dict):
        return _Row(name, len(line), {}, wrong="no JSON object: write one object a line, with the field `text`")
    return _Row(name, len(line), fields, problems)


def _look_ahead(rows: Iterator[_Row], columns: Columns) -> tuple[list[_Row], str | None]:
    """The rows up to the one by which all named fields were seen, and what to say of one that was not."""
    unseen = dict(named(columns))
    ahead: list[_Row] = []
    there: dict[str, None] = {}
    size = 0
    while unseen and len(ahead) < _ROWS_AHEAD and size < _BYTES_AHEAD and (row := next(rows, None)) is not None:
        ahead.append(row)
        size += row.size
        there.update(dict.fromkeys(row.fields))
        unseen = {part: name for part, name in unseen.items() if value_at(row.fields, name) is None}
    if not unseen or not there:
        return ahead, None
    part, name = next(iter(unseen.items()))
    return ahead, f"no row has a field `{name}`, which {option(part)} names; there are {listed(there)}"


def _read_row(row: _Row, given: Given) -> Article | ReadFailure:
    if row.wrong is not None:
        return ReadFailure(row.name, row.wrong)
    try:
        return article_from_fields(
            row.fields, given.published, columns=given.columns, problems=row.problems, is_row=True
        )
    except InputError as error:
        return ReadFailure(row.name, str(error))


JSON_LINES = Format("JSON Lines", recognises, read_rows)
