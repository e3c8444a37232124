"""Gzip, one member after another (RFC 1952): what follows a damaged member can still be read."""

from __future__ import annotations

import zlib

from tacitus.errors import InputError
from tacitus.readers.source import HEAD_BYTES, ByteStream

_MAGIC = b"\x1f\x8b\x08"


class DamagedMember(InputError):
    """A member cannot be unpacked any further; reading on begins with the next one."""


class GzipMembers:
    """What the members of a gzip stream hold; raises DamagedMember once for each that is damaged."""

    def __init__(self, stream: ByteStream) -> None:
        self._stream = stream
        self._packed = b""
        self._member: zlib._Decompress | None = None

    def read(self, size: int) -> bytes:
        """The next bytes, at most `size`; none at the end."""
        while self._begun() is not None:
            found = self._unpacked(size)
            if found:
                return found
        return b""

    def _begun(self) -> zlib._Decompress | None:
        """The member that is being read, or the next; None at the end."""
        if self._member is None:
            # Tapes and some writers fill up with zeros.
            packed = self._packed.lstrip(b"\0")
            while not packed and (more := self._stream.read(HEAD_BYTES)):
                packed = more.lstrip(b"\0")
            self._packed = packed
            self._member = zlib.decompressobj(31) if self._packed else None
        return self._member

    def _unpacked(self, size: int) -> bytes:
        """What comes out next, be it nothing yet."""
        member = self._member
        assert member is not None
        packed = self._packed or self._stream.read(HEAD_BYTES)
        if not packed:
            self._member = None
            raise DamagedMember("gzip data that ends before its end")
        try:
            found = member.decompress(packed, size)
        except zlib.error as error:
            self._packed = packed[1:]
            self._skip()
            raise DamagedMember(str(error)) from error
        self._packed = member.unused_data if member.eof else member.unconsumed_tail
        if member.eof:
            self._member = None
        return found

    def _skip(self) -> None:
        """Goes to where the next member seems to begin."""
        self._member = None
        while (at := self._packed.find(_MAGIC)) < 0:
            more = self._stream.read(HEAD_BYTES)
            if not more:
                self._packed = b""
                return
            self._packed = self._packed[-2:] + more
        self._packed = self._packed[at:]
