"""WARC: the pages that a crawl archived, one article a response, and the texts of archives that were made plain.

Records are read here, one at a time and bounded, as ISO 28500 has them: the libraries give up at the first damage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tacitus.errors import InputError
from tacitus.model import Article, Problem
from tacitus.readers.article import article_from_fields
from tacitus.readers.encoding import decode
from tacitus.readers.gzip_members import DamagedMember
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
_DIGITS = 16
_VERSION = re.compile(rb"WARC/\d\.\d+\r?\n$")


@dataclass(frozen=True, slots=True)
class _Record:
    """One record: its number in the archive, its headers in lower case, and its block, None if that is too long.

    What is wrong with a record that is damaged says `damage`.
    """

    number: int
    headers: Mapping[str, str]
    block: bytes | None
    damage: str | None = None

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
    """Yields the archived pages and texts in order, a failure for each damaged record.

    What else a crawl keeps (pictures, redirects) is passed over.
    """
    count = 0
    try:
        for record in _records(source.stream):
            found = _read_record(record, source, given)
            if found is not None:
                count += 1
                yield found
    except InputError as error:
        yield ReadFailure(source.name, f"{error}: what stands before is read")
        return
    if not count:
        yield ReadFailure(source.name, "an archive without pages: give one with responses of type text/html")


def _read_record(record: _Record, source: Source, given: Given) -> Article | ReadFailure | None:
    try:
        if record.damage is not None:
            raise InputError(f"a damaged record ({record.damage}): archive the page anew")
        return _article(record, given)
    except InputError as error:
        where = f" ({record.address})" if record.address else ""
        return ReadFailure(f"{source.name}, record {record.number}{where}", str(error))


def _records(stream: ByteStream) -> Iterator[_Record]:
    """The records, each damaged one by what is wrong with it; reading goes on with the next that has a version."""
    number, is_lost = 0, False
    while True:
        headers: Mapping[str, str] = {}
        number += 1
        try:
            if not _begins(stream, is_lost=is_lost):
                return
            headers = parse_headers(_head(stream))
            record = _Record(number, headers, _block(stream, headers))
            is_lost = False
        except (_DamagedRecord, DamagedMember) as error:
            record = _Record(number, headers, None, str(error))
            is_lost = True
        yield record


class _DamagedRecord(InputError):
    """A record is not as it should be; the next may be."""


def _begins(stream: ByteStream, *, is_lost: bool) -> bool:
    """Reads the line with a record's version; False at the end. Lines before it are read past if the place is lost."""
    while line := stream.readline(_MAX_LINE):
        if _VERSION.search(line):
            return True
        if line.strip() and not is_lost:
            raise _DamagedRecord("it begins with no version")
    return False


def _head(stream: ByteStream) -> bytes:
    """The lines up to the empty one."""
    head = b""
    while (line := stream.readline(_MAX_LINE)).strip():
        head += line
        if len(head) > _MAX_HEAD:
            raise _DamagedRecord("its head has no end")
    return head


def _block(stream: ByteStream, headers: Mapping[str, str]) -> bytes | None:
    """The block of a record, empty and read past where it is of no use; None, and read past, where it is too long."""
    told = headers.get("content-length", "")
    if not (told.isascii() and told.isdigit() and len(told) < _DIGITS):
        raise _DamagedRecord("it has no length")
    left = int(told)
    is_kept = headers.get("warc-type") in ("response", "resource", "conversion")
    is_held = is_kept and left <= MAX_BYTES
    pieces: list[bytes] = []
    while left and (piece := stream.read(min(left, _PIECE))):
        left -= len(piece)
        if is_held:
            pieces.append(piece)
    if left or stream.readline(_MAX_LINE).strip():
        raise _DamagedRecord("its length is wrong")
    return None if is_kept and not is_held else b"".join(pieces)


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
