"""JSON Lines: one article per row, with the fields of an article by any of their names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from tacitus.errors import InputError
from tacitus.model import Article
from tacitus.readers.article import article_from_fields
from tacitus.readers.encoding import decode
from tacitus.readers.source import MAX_BYTES, MAX_CHARACTERS, Format, Given, ReadFailure, Source

# Escapes such as \u00e9 and other fields make a row longer than its text.
_MAX_ROW_BYTES = 4 * MAX_BYTES
_ROWS_LOOKED_AT = 5


def recognises(head: bytes) -> bool:
    """Whether one of the first rows is a JSON object, or the only one begun looks like one."""
    lines = head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n")
    complete = [line.strip() for line in lines[:-1] if line.strip()][:_ROWS_LOOKED_AT]
    if not complete:
        return _opens_object(lines[0])
    return any(_opens_object(line) for line in complete)


def read_rows(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields an article for each row; a row that cannot be read is a failure that names it."""
    count = 0
    for number, row in enumerate(_rows(source), start=1):
        name = f"{source.name}, row {number}"
        if row is None:
            message = f"longer than {MAX_CHARACTERS:,} characters: split it into one row per report"
            yield ReadFailure(name, message)
        elif row.strip():
            yield _read_row(name, row, given.published)
        else:
            continue
        count += 1
    if not count:
        yield ReadFailure(source.name, "holds no rows: give one JSON object a line")


def _opens_object(line: bytes) -> bool:
    """Whether `{"` begins the line: a row, be it broken further on."""
    return line.startswith(b"{") and line[1:].lstrip()[:1] in (b'"', b"}")


def _rows(source: Source) -> Iterator[bytes | None]:
    """The rows of the input, None for one that is too long to be held."""
    while row := source.stream.readline(_MAX_ROW_BYTES):
        if len(row) < _MAX_ROW_BYTES or row.endswith(b"\n"):
            yield row
            continue
        while (rest := source.stream.readline(_MAX_ROW_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield None


def _read_row(name: str, row: bytes, published: date | None) -> Article | ReadFailure:
    text, problems = decode(row)
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        return ReadFailure(name, f"broken JSON ({error}): write one complete object a line")
    if not isinstance(fields, dict):
        return ReadFailure(name, "no JSON object: write one object a line, with the field `text`")
    try:
        return article_from_fields(fields, published=published, problems=problems)
    except InputError as error:
        return ReadFailure(name, str(error))


JSON_LINES = Format("JSON Lines", recognises, read_rows)
