"""Plain text and Markdown: one input is one article."""

from __future__ import annotations

from collections.abc import Iterator

from tacitus.errors import InputError
from tacitus.model import Article
from tacitus.readers.article import article_from_fields
from tacitus.readers.encoding import decode
from tacitus.readers.source import MAX_BYTES, MAX_CHARACTERS, Format, Given, ReadFailure, Source


def recognises(head: bytes) -> bool:
    """Whether the input may be plain text: anything that is no other format."""
    return True


def read_plain(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields the input as one article, without title."""
    data = source.stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        message = f"more than {MAX_CHARACTERS:,} characters: split it into one text per report"
        yield ReadFailure(source.name, message)
        return
    text, problems = decode(data)
    fields = {"text": text, "uri": source.uri}
    try:
        yield article_from_fields(fields, published=given.published, problems=problems)
    except InputError as error:
        yield ReadFailure(source.name, str(error))


PLAIN = Format("plain text", recognises, read_plain)
