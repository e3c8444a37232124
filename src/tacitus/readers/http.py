"""HTTP responses as they were sent: status, headers, and the body out of its chunks and compression (RFC 9112)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from tacitus.errors import InputError

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
_END = re.compile(rb"\r?\n\r?\n")
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.I)
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]*\r?\n")
_COMPRESSIONS = {"gzip": 31, "x-gzip": 31, "deflate": 15}


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered: `content` is the media type, `charset` the encoding that the server told."""

    status: int
    content: str
    charset: str | None
    body: bytes


def parse_headers(head: bytes) -> Mapping[str, str]:
    """The headers by their names in lower case, the first of a name.

    >>> parse_headers(b"Content-Length: 12\\r\\n")["content-length"]
    '12'
    """
    found: dict[str, str] = {}
    for line in head.decode("utf-8", errors="replace").splitlines():
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found


def parse_response(data: bytes, limit: int) -> Response | None:
    """The response in `data`, None if there is none; InputError where its body is over `limit` bytes or damaged."""
    status = _STATUS.match(data)
    end = _END.search(data)
    if status is None or end is None:
        return None
    headers = parse_headers(data[: end.start()])
    body = data[end.end() :]
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    told = headers.get("content-type", "")
    charset = _CHARSET.search(told)
    return Response(
        status=int(status[1]),
        content=told.split(";")[0].strip().lower(),
        charset=charset[1] if charset else None,
        body=_unpacked(body, headers.get("content-encoding", "").strip().lower(), limit),
    )


def _joined(body: bytes) -> bytes:
    """The chunks one after the other; the body as it is where a crawler has joined them before."""
    pieces, at = [], 0
    while (size := _CHUNK.match(body, at)) and (length := int(size[1], 16)):
        pieces.append(body[size.end() : size.end() + length])
        at = size.end() + length
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return b"".join(pieces) if pieces else body


def _unpacked(body: bytes, coding: str, limit: int) -> bytes:
    if coding in ("", "identity") or (coding.endswith("gzip") and not body.startswith(b"\x1f\x8b")):
        return body  # many crawlers unpack and leave the header as it was
    if coding not in _COMPRESSIONS:
        raise InputError(f"a page compressed with {coding[:20]!r}, which cannot be unpacked: give the page itself")
    for window in (_COMPRESSIONS[coding], -15):  # some servers send deflate without its wrapping
        unpacker = zlib.decompressobj(window)
        try:
            found = unpacker.decompress(body, limit + 1)
        except zlib.error:
            continue
        if len(found) > limit:
            raise InputError(f"a page that unpacks to more than {limit >> 20} MB: give the report's text")
        return found
    raise InputError("a page whose compression is damaged: give the page itself")
