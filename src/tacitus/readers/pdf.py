"""PDF: a document is one article of the text that it holds; pictures of text are not read."""

from __future__ import annotations

import io
import logging
import math
import time
from collections.abc import Iterator, Sequence
from typing import Any

from tacitus.errors import InputError
from tacitus.model import Article
from tacitus.readers.document import FileFacts, article_of_document
from tacitus.readers.pdf_lines import Line, blocks_of_lines
from tacitus.readers.source import MAX_CHARACTERS, Format, Given, ReadFailure, Source

_MAX_FILE = 1 << 26
_MAX_PAGES = 300
_MAX_LINE = 2000
_SECONDS = 30.0


def recognises(head: bytes) -> bool:
    """Whether the input begins with the version of a PDF document."""
    return head.lstrip()[:5] == b"%PDF-"


def read_pdf(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields the document as one article; needs the extra `pdf`."""
    data = source.stream.read(_MAX_FILE + 1)
    try:
        lines, facts = _read(data)
        if not lines:
            raise InputError("a PDF document of pictures alone: recognise its text first, as `ocrmypdf` does")
        yield article_of_document(blocks_of_lines(lines), facts, source, given)
    except InputError as error:
        yield ReadFailure(source.name, str(error))
    except Exception as error:  # On damage the library fails with errors of many kinds.
        told = " ".join(str(error).split())[:200] or type(error).__name__
        yield ReadFailure(source.name, f"a PDF document that is damaged ({told}): print it to PDF anew")


def _read(data: bytes) -> tuple[list[Line], FileFacts]:
    """The lines of all pages in order, and what the file says of itself; InputError for what is not read."""
    try:
        from pypdf import PdfReader  # noqa: PLC0415
    except ImportError:
        raise InputError("a PDF document, which an extra reads: install it with `pip install 'tacitus[pdf]'`") from None
    if len(data) > _MAX_FILE:
        raise InputError(f"a PDF document of more than {_MAX_FILE >> 20} MB: give the report's text")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    document = PdfReader(io.BytesIO(data))
    _unlock(document)
    if len(document.pages) > _MAX_PAGES:
        raise InputError(f"a PDF document of more than {_MAX_PAGES} pages: give the pages of the report")
    until = time.monotonic() + _SECONDS
    lines: list[Line] = []
    for number, page in enumerate(document.pages):
        lines += _lines(page, number, until)
        if sum(len(line.text) for line in lines) > MAX_CHARACTERS:
            raise InputError(f"a PDF document of more than {MAX_CHARACTERS:,} characters: split it")
    return lines, _facts(document)


def _unlock(document: Any) -> None:
    """Opens what anyone may open; raises InputError where a password is asked for."""
    from pypdf.errors import DependencyError  # noqa: PLC0415

    try:
        locked = document.is_encrypted and not document.decrypt("")
    except DependencyError:
        locked = True
    if locked:
        raise InputError("a PDF document that is encrypted: save it without a password")


def _facts(document: Any) -> FileFacts:
    told = document.metadata
    if told is None:
        return FileFacts()
    try:
        made = told.creation_date
    except (ValueError, TypeError):
        made = None
    title, author = ((str(words).strip() or None) if words else None for words in (told.title, told.author))
    return FileFacts(title, author, made.date() if made else None)


def _lines(page: Any, number: int, until: float) -> list[Line]:
    """The lines of a page in the order of its text; InputError where finding them takes too long."""
    pieces: list[tuple[str, float, float, float]] = []

    def keep(text: str, around: Sequence[float], within: Sequence[float], _font: object, size: float) -> None:
        pieces.append((text, *_place(around, within), size * math.hypot(within[2], within[3]) * _scale(around)))

    def check(*_: object) -> None:
        if time.monotonic() > until:
            raise InputError(f"a PDF document that takes more than {_SECONDS:.0f} seconds to read: print it anew")

    page.extract_text(visitor_text=keep, visitor_operand_before=check)
    check()
    return list(_gathered(pieces, number))


def _place(around: Sequence[float], within: Sequence[float]) -> tuple[float, float]:
    x, y = within[4], within[5]
    return x * around[0] + y * around[2] + around[4], x * around[1] + y * around[3] + around[5]


def _scale(around: Sequence[float]) -> float:
    return math.hypot(around[2], around[3])


def _gathered(pieces: Sequence[tuple[str, float, float, float]], number: int) -> Iterator[Line]:
    """The lines of pieces, each at the place and with the size of its first that holds a letter."""
    words, place = "", None
    for text, x, y, size in (*pieces, ("\n", 0.0, 0.0, 0.0)):
        for part in text.splitlines(keepends=True):
            if part.strip() and place is None:
                place = (x, y, size)
            words += part
            if part.endswith("\n"):
                line = " ".join(words.split())[:_MAX_LINE]
                if line and place is not None:
                    yield Line(line, number, round(place[0], 1), round(place[1], 1), round(place[2], 1))
                words, place = "", None


PDF = Format("PDF", recognises, read_pdf)
