"""An input as bytes under a name, and the failures that reading can end in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from tacitus.model import Article

MAX_CHARACTERS = 2_000_000
"""The longest text, in characters, that is taken for one article."""

MAX_BYTES = 4 * MAX_CHARACTERS
"""The most bytes that one article may take in its input."""

HEAD_BYTES = 1 << 16
"""How many of an input's first bytes decide on its format."""


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """An input, or a row of one, that gave no article: its name, and what is wrong with the remedy."""

    name: str
    message: str


class ByteStream(Protocol):
    """A buffered stream whose next bytes can be looked at before they are read."""

    def peek(self, size: int, /) -> bytes:
        """The next bytes, left on the stream."""
        ...

    def read(self, size: int, /) -> bytes:
        """The next `size` bytes, fewer at the end."""
        ...

    def readline(self, size: int, /) -> bytes:
        """The bytes up to the next line feed, at most `size`."""
        ...


@dataclass(frozen=True, slots=True)
class Source:
    """An opened input: the name that failures give it, and its address if it has one."""

    name: str
    stream: ByteStream
    uri: str | None = None

    def head(self) -> bytes:
        """The first bytes, without taking them off the stream."""
        return self.stream.peek(HEAD_BYTES)[:HEAD_BYTES]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns, or fields of rows, that hold each part of an article; None where the name is guessed.

    A dot leads into nested fields: `metadata.date` is the field `date` of the object `metadata`.
    """

    text: str | None = None
    title: str | None = None
    published: str | None = None
    id: str | None = None
    uri: str | None = None
    publisher: str | None = None
    language: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What is said about inputs from outside: `published` holds where an input has no date of its own."""

    published: date | None = None
    columns: Columns = Columns()


class ReadFormat(Protocol):
    """What a format does with an input that it recognises."""

    def __call__(self, source: Source, given: Given) -> Iterator[Article | ReadFailure]:
        """Yields the articles in the order of the input, a failure for each that cannot be read."""
        ...


class Recognise(Protocol):
    """How a format knows its inputs."""

    def __call__(self, head: bytes) -> bool:
        """Whether an input that begins with `head` is of the format."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """An input format: how it is recognised by content, and how it is read."""

    name: str
    recognises: Recognise
    read: ReadFormat
