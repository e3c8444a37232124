"""The formats that can be read, and reading of any inputs by their content."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from tacitus.model import Article
from tacitus.readers.csv_table import CSV
from tacitus.readers.docx import DOCX
from tacitus.readers.encoding import in_utf8
from tacitus.readers.feed import FEED
from tacitus.readers.html import HTML
from tacitus.readers.jsonl import JSON_LINES
from tacitus.readers.mail import MAIL
from tacitus.readers.markdown import MARKDOWN
from tacitus.readers.newsml import NEWSML, NITF
from tacitus.readers.packed import BROKEN, MAX_DEPTH, is_packed, unpack
from tacitus.readers.parquet import PARQUET
from tacitus.readers.pdf import PDF
from tacitus.readers.plain import PLAIN
from tacitus.readers.source import HEAD_BYTES, Columns, Format, Given, ReadFailure, Source
from tacitus.readers.unreadable import why_unreadable
from tacitus.readers.warc import WARC

BINARY: tuple[Format, ...] = (PARQUET, WARC, PDF, DOCX)
"""The formats that are no text."""

FORMATS: tuple[Format, ...] = (*BINARY, JSON_LINES, FEED, NEWSML, NITF, HTML, MAIL, CSV, MARKDOWN, PLAIN)
"""Every format, the first that recognises an input reads it; plain text recognises anything."""

STDIN = "-"
_MAX_TRANSCODED = 1 << 28


def read(
    inputs: Sequence[str | Path], *, published: date | None = None, columns: Columns | None = None
) -> Iterator[Article | ReadFailure]:
    """Yields the articles of files, folders (recursive, sorted) and `-` (standard input), in order.

    `published` holds for articles whose input gives no date; `columns` names the columns of tables and the fields of
    JSON Lines, and usual names are looked for where it names none. Never raises for a bad input: it yields a
    ReadFailure that names it and goes on.
    """
    said = Given(published, columns or Columns())
    for input_ in inputs:
        if str(input_) == STDIN:
            yield from _read_stdin(said)
            continue
        path = Path(input_)
        if _is_folder(path):
            yield from _read_folder(path, said)
        else:
            yield from _read_file(path, said)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _read_stdin(given: Given) -> Iterator[Article | ReadFailure]:
    with io.BufferedReader(io.FileIO(sys.stdin.fileno(), closefd=False), HEAD_BYTES) as stream:
        yield from _read_source(Source("standard input", stream), given)


def _read_folder(folder: Path, given: Given) -> Iterator[Article | ReadFailure]:
    paths = sorted(_files_below(folder))
    if not paths:
        yield ReadFailure(str(folder), "holds no files: give a folder with articles")
    for path in paths:
        yield from _read_file(path, given)


def _files_below(folder: Path) -> Iterator[Path]:
    """The regular files below the folder, hidden ones and what links lead to left out."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            if not name.startswith(".") and path.is_file():
                yield path


def _read_file(path: Path, given: Given) -> Iterator[Article | ReadFailure]:
    name = str(path)
    if "\0" in name:
        yield ReadFailure(repr(name), "no path holds a NUL character: check the path")
        return
    try:
        with io.BufferedReader(io.FileIO(path), HEAD_BYTES) as stream:
            yield from _read_source(Source(name, stream, uri=name), given)
    except FileNotFoundError:
        yield ReadFailure(name, "no such file or folder: check the path")
    except OSError as error:
        yield ReadFailure(name, f"cannot be read ({error.strerror}): check the path and its permissions")


def _read_source(source: Source, given: Given, depth: int = 0) -> Iterator[Article | ReadFailure]:
    head = source.head()
    binary = next((format for format in BINARY if format.recognises(head)), None)
    if binary is not None:
        yield from binary.read(source, given)
        return
    if is_packed(head):
        yield from _read_packed(source, given, depth)
        return
    wrong = why_unreadable(head)
    if wrong is not None:
        yield ReadFailure(source.name, wrong)
        return
    stream = in_utf8(source.stream, head, _MAX_TRANSCODED)
    if stream is None:
        yield ReadFailure(source.name, "UTF-16 or UTF-32 of more than 256 MB: convert it to UTF-8")
        return
    source = replace(source, stream=stream)
    found = next(format for format in FORMATS if format.recognises(source.head()))
    yield from found.read(source, given)


def _read_packed(source: Source, given: Given, depth: int) -> Iterator[Article | ReadFailure]:
    if depth >= MAX_DEPTH:
        yield ReadFailure(source.name, f"lies more than {MAX_DEPTH} archives deep: unpack it and give what it holds")
        return
    name, count = source.name, 0
    try:
        for inner in unpack(source):
            name = inner.name
            yield from _read_source(inner, given, depth + 1)
            count += 1
    except BROKEN as error:
        yield ReadFailure(name, f"cannot be unpacked ({error}): check the file")
        return
    if not count:
        yield ReadFailure(source.name, "holds no files: give an archive with articles")
