"""WARC: the pages that a crawl archived, one article a response, and the texts of archives that were made plain.

Records are read here, one at a time and bounded, as ISO 28500 has them: the library at hand ends the program on damage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tacitus.errors import InputError
from tacitus.model import Article, Problem
from tacitus.readers.article import article_from_fields
from tacitus.readers.encoding import decode
from tacitus.readers.html import article_of_page
from tacitus.readers.http import Response, parse_headers, parse_response
from tacitus.readers.source import MAX_BYTES, ByteStream, Format, Given, ReadFailure, Source

_PAGES = ("text/html", "application/xhtml+xml")
_FOUND = 200
_META = 2048
_BOM = b"\xef\xbb\xbf"
_MAX_HEAD = 1 << 16
_MAX_LINE = 1 << 14
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class _Record:
    """One record: its number in the archive, its headers in lower case, and its block, None if that is too long."""

    number: int
    headers: Mapping[str, str]
    block: bytes | None

    @property
    def address(self) -> str | None:
        return self.headers.get("warc-target-uri", "").strip("<>") or None

    @property
    def content(self) -> str:
        return self.headers.get("content-type", "").split(";")[0].strip().lower()


def recognises(head: bytes) -> bool:
    """Whether the input begins with the version of an archive."""
    return head.startswith((b"WARC/1.", b"WARC/0."))


def read_archive(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields the archived pages and texts in order; what else a crawl keeps (pictures, redirects) is passed over."""
    count = 0
    try:
        for record in _records(source.stream):
            name = f"{source.name}, record {record.number} ({record.address})"
            try:
                found: Article | ReadFailure | None = _article(record, given)
            except InputError as error:
                found = ReadFailure(name, str(error))
            if found is not None:
                count += 1
                yield found
    except InputError as error:
        yield ReadFailure(source.name, str(error))
        return
    if not count:
        yield ReadFailure(source.name, "an archive without pages: give one with responses of type text/html")


def _records(stream: ByteStream) -> Iterator[_Record]:
    """The records that can hold a page or a text; raises InputError where the archive is damaged."""
    number = 0
    while head := _head(stream):
        number += 1
        headers = parse_headers(head)
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdigit()):
            raise InputError(f"a damaged archive (record {number} has no length): what stands before it is read")
        block = _block(stream, int(length), keep=headers.get("warc-type") in ("response", "resource", "conversion"))
        yield _Record(number, headers, block)


def _head(stream: ByteStream) -> bytes:
    """The lines from the version to the empty line; nothing at the end of the archive."""
    line = stream.readline(_MAX_LINE)
    while line in (b"\r\n", b"\n"):
        line = stream.readline(_MAX_LINE)
    if line and not line.startswith(b"WARC/"):
        raise InputError("a damaged archive (a record begins with no version): what stands before it is read")
    head = b""
    while line.strip():
        line = stream.readline(_MAX_LINE)
        head += line
        if len(head) > _MAX_HEAD:
            raise InputError("a damaged archive (a record's head has no end): what stands before it is read")
    return head


def _block(stream: ByteStream, length: int, *, keep: bool) -> bytes | None:
    """The block of a record; None, and read past, where it is of no use or too long."""
    pieces: list[bytes] = []
    left = length
    while left and (piece := stream.read(min(left, _PIECE))):
        left -= len(piece)
        if keep and length <= MAX_BYTES:
            pieces.append(piece)
    return b"".join(pieces) if keep and length <= MAX_BYTES else b"" if not keep else None


def _article(record: _Record, given: Given) -> Article | None:
    """The article of a record, None for what is neither page nor text."""
    if record.block is None:
        raise InputError(f"a record of more than {MAX_BYTES >> 20} MB: give the report's text")
    if record.content == "application/http":
        response = parse_response(record.block, MAX_BYTES)
        if response is None or response.status != _FOUND or response.content not in _PAGES:
            return None
        article = article_of_page(_in_utf8(response), record.address, given.published)
    elif record.block and record.content in _PAGES:
        article = article_of_page(record.block, record.address, given.published)
    elif record.block and record.content == "text/plain":
        text, problems = decode(record.block)
        article = article_from_fields({"text": text, "url": record.address}, given.published, problems=problems)
    else:
        return None
    return article if article.published is not None else _crawled(article, record)


def _crawled(article: Article, record: _Record) -> Article:
    day = record.headers.get("warc-date", "")[:10] or "an unknown day"
    told = Problem("reading", f"crawled on {day}, which is not the day of publication")
    return replace(article, problems=(*article.problems, told))


def _in_utf8(response: Response) -> bytes:
    """The page in UTF-8 where only the server said what it is written in."""
    if not response.charset or b"charset" in response.body[:_META]:
        return response.body
    try:
        return _BOM + response.body.decode(response.charset, errors="replace").encode()
    except LookupError:
        return response.body


WARC = Format("WARC", recognises, read_archive)
