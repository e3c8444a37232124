"""Plain text: one input is one article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tacitus.errors import InputError
from tacitus.model import Article, Problem
from tacitus.readers.article import article_from_fields
from tacitus.readers.encoding import decode
from tacitus.readers.source import MAX_BYTES, MAX_CHARACTERS, Format, Given, ReadFailure, Source


def recognises(head: bytes) -> bool:
    """Whether the input may be plain text: anything that is no other format."""
    return True


def read_plain(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields the input as one article, titled by its first line only where that is clearly a headline."""
    data = source.stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        message = f"more than {MAX_CHARACTERS:,} characters: split it into one text per report"
        yield ReadFailure(source.name, message)
        return
    text, problems = decode(data)
    try:
        yield article_of_plain(text, source.uri, given.published, problems)
    except InputError as error:
        yield ReadFailure(source.name, str(error))


def article_of_plain(text: str, uri: str | None, published: date | None, problems: tuple[Problem, ...]) -> Article:
    """The article of a text as it is; raises InputError where there is nothing to read."""
    return article_from_fields({"text": text, "uri": uri}, published, problems=problems)


PLAIN = Format("plain text", recognises, read_plain)
