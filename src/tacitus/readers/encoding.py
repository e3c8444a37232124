"""Bytes to characters, without a guess that nobody is told of."""

from __future__ import annotations

import codecs
import io
import re

from tacitus.model import Problem
from tacitus.readers.source import ByteStream

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # UTF-32's little-endian mark begins with UTF-16's.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def encoding_by_mark(head: bytes) -> str | None:
    """The encoding that a byte order mark at the beginning names."""
    return next((encoding for mark, encoding in _BOMS if head.startswith(mark)), None)


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The characters of `data`: by its byte order mark, else UTF-8, else Windows-1252 with a problem."""
    marked = encoding_by_mark(data)
    if marked is not None:
        text = data.decode(marked, errors="replace")
        return text, _replaced(text, marked)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        message = (
            f"not UTF-8 (byte {error.start}): read as Windows-1252; convert the input to UTF-8 if letters look wrong"
        )
        return data.decode("cp1252", errors="replace"), (Problem("reading", message),)


def decode_as(data: bytes, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    """The characters of `data` in the encoding that it says it has, or as `decode` finds them where that is unknown."""
    # Browsers read Latin 1 as the larger Windows-1252, and so do those who write pages.
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(encoding.lower(), encoding)
    try:
        text = data.decode(name, errors="replace")
    except (LookupError, UnicodeError):
        return decode(data)
    if "\ufffd" in text and text.count("\ufffd") > 0.001 * len(text):
        return decode(data)
    return text, _replaced(text, name)


def without_surrogates(text: str) -> tuple[str, tuple[Problem, ...]]:
    """`text` with half characters, which no file can hold, replaced one for one."""
    if not _LONE_SURROGATE.search(text):
        return text, ()
    problem = Problem("reading", "half characters (lone surrogates) in the text were replaced by U+FFFD")
    return _LONE_SURROGATE.sub("�", text), (problem,)


def in_utf8(stream: ByteStream, head: bytes, limit: int) -> ByteStream | None:
    """The stream with UTF-16 or UTF-32 turned into UTF-8; None if it holds more than `limit` bytes."""
    marked = encoding_by_mark(head)
    if marked in (None, "utf-8-sig"):
        return stream
    data = stream.read(limit + 1)
    if len(data) > limit:
        return None
    recoded = data.decode(marked or "utf-8", errors="replace").encode("utf-8")
    return io.BufferedReader(io.BytesIO(recoded), buffer_size=1 << 16)


def _replaced(text: str, encoding: str) -> tuple[Problem, ...]:
    if "�" not in text:
        return ()
    return (Problem("reading", f"bytes that are no {encoding} were replaced by U+FFFD"),)
