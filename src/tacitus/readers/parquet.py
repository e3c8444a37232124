"""Parquet: one article a row, of which only the columns that are asked for are read, a batch at a time."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

from tacitus.errors import InputError
from tacitus.model import Article, Problem
from tacitus.readers.article import article_from_fields
from tacitus.readers.encoding import decode
from tacitus.readers.fields import check_columns, find_fields
from tacitus.readers.source import ByteStream, Format, Given, ReadFailure, Source

_BATCH = 64
_BUFFER = 1 << 20
_MAX_COPIED = 1 << 32
_FREE = 1 << 26
_MAX_RATIO = 300
_DEEPEST = 4


def recognises(head: bytes) -> bool:
    """Whether the input begins as a Parquet file does."""
    return head.startswith(b"PAR1")


def read_parquet(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields an article for each row; a row that cannot be read is a failure that names it."""
    from pyarrow import ArrowException  # noqa: PLC0415

    count = 0
    try:
        with _seekable(source.stream) as stream:
            for fields in _rows(stream, given):
                count += 1
                yield _read_row(f"{source.name}, row {count}", fields, given)
    except InputError as error:
        yield ReadFailure(source.name, str(error))
        return
    except (ArrowException, OSError, ValueError, MemoryError) as error:
        where = f"{source.name}, after row {count}" if count else source.name
        reason = str(error).partition("\n")[0][:200]
        yield ReadFailure(where, f"a damaged Parquet file ({reason}): write it anew")
        return
    if not count:
        yield ReadFailure(source.name, "holds no rows")


@contextmanager
def _seekable(stream: ByteStream) -> Iterator[IO[bytes]]:
    """The stream, or a copy of it on disk: a Parquet file is read from its end."""
    if isinstance(stream, io.BufferedReader) and stream.seekable():
        yield stream
        return
    with tempfile.TemporaryFile() as copy:
        size = 0
        while piece := stream.read(_BUFFER):
            size += len(piece)
            if size > _MAX_COPIED:
                raise InputError("a Parquet file of more than 4 GB: give the file itself, neither packed nor piped")
            copy.write(piece)
        yield copy


def _rows(stream: IO[bytes], given: Given) -> Iterator[Mapping[str, object]]:
    """The rows, each with the columns that an article is made of."""
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415

    schema = ParquetFile(stream).schema_arrow
    names = [name for field in schema for name in _paths(field, _DEEPEST)]
    check_columns(names, given.columns)
    wanted = list(dict.fromkeys(name for found in find_fields(names, given.columns).values() for name in found))
    for name in wanted:
        if names.count(name) > 1:
            raise InputError(f"has two columns `{name}`: give each a name of its own")
    # Dictionaries stay what they are: a long text that many rows repeat is held once.
    texts = [name for name in wanted if name in schema.names and _is_text(schema.field(name).type)]
    file = ParquetFile(stream, read_dictionary=texts, buffer_size=_BUFFER, pre_buffer=False)
    _refuse_bomb(file.metadata, stream.seek(0, io.SEEK_END))
    for batch in file.iter_batches(batch_size=_BATCH, columns=wanted, use_threads=False):
        columns = [_column(batch, name) for name in wanted]
        for index in range(batch.num_rows):
            yield {name: column[index].as_py() for name, column in zip(wanted, columns, strict=True)}


def _paths(field: Any, depth: int, above: str = "") -> Iterator[str]:
    """The name of a column, and those of the fields within it, with dots between."""
    from pyarrow import types  # noqa: PLC0415

    path = above + field.name
    yield path
    if depth and types.is_struct(field.type):
        for inner in field.type:
            yield from _paths(inner, depth - 1, f"{path}.")


def _is_text(type_: Any) -> bool:
    from pyarrow import types  # noqa: PLC0415

    return bool(types.is_string(type_) or types.is_binary(type_))


def _refuse_bomb(metadata: Any, size: int) -> None:
    """Raises InputError where rows unpack to far more than any text in a file of `size` bytes does."""
    # Of damaged columns' own sizes pyarrow cannot be asked: it ends the program.
    for group in range(metadata.num_row_groups):
        if metadata.row_group(group).total_byte_size > max(_FREE, _MAX_RATIO * size):
            raise InputError(f"unpacks to more than {_MAX_RATIO} times its size: check it")


def _column(batch: Any, name: str) -> Any:
    """The values of a column; times without zone, as whatever is left of them is the day."""
    from pyarrow import compute, timestamp, types  # noqa: PLC0415

    if name in batch.schema.names:
        column = batch.column(name)
    else:
        above, *path = name.split(".")
        column = compute.struct_field(batch.column(above), path)
    if types.is_timestamp(column.type):
        return column.cast(timestamp("us"), safe=False)
    return column


def _read_row(name: str, fields: Mapping[str, object], given: Given) -> Article | ReadFailure:
    plain, problems = dict(fields), list[Problem]()
    for key, value in fields.items():
        if isinstance(value, bytes):
            plain[key], more = decode(value)
            problems.extend(more)
    try:
        return article_from_fields(plain, given.published, columns=given.columns, problems=tuple(problems), is_row=True)
    except InputError as error:
        return ReadFailure(name, str(error))


PARQUET = Format("Parquet", recognises, read_parquet)
