"""Compressed inputs and archives: what lies within, one input after another, and never more of it than a bound."""

from __future__ import annotations

import bz2
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any, cast

from tacitus.errors import InputError
from tacitus.readers.gzip_members import DamagedMember, GzipMembers
from tacitus.readers.source import HEAD_BYTES, ByteStream, Source

MAX_DEPTH = 3
"""How deep archives may lie within archives."""

BROKEN = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, RuntimeError, InputError)
"""What reading a damaged or oversized archive raises."""

_MAX_RATIO = 300
_FREE = 1 << 26
_MAX_FILES = 100_000
_MAX_HELD = 1 << 28


def is_packed(head: bytes) -> bool:
    """Whether an input that begins with `head` is compressed or an archive."""
    return _opener(head) is not None or head.startswith(b"PK\x03\x04")


def unpack(source: Source) -> Iterator[Source]:
    """Yields what an archive holds, or a compressed input unpacked; raises one of BROKEN where it cannot be."""
    opener = _opener(source.head())
    if opener is None:
        yield from _files_of_zip(source)
        return
    packed = _Counting(source.stream)
    inner = opener(cast("IO[bytes]", packed))
    yield Source(source.name, _bounded(inner, lambda: packed.count), source.uri)


def _opener(head: bytes) -> Callable[[IO[bytes]], IO[bytes]] | None:
    openers: dict[bytes, Callable[[Any], Any]] = {
        b"\x1f\x8b": GzipMembers,
        b"BZh": bz2.BZ2File,
        b"\xfd7zXZ\x00": lzma.LZMAFile,
        b"\x28\xb5\x2f\xfd": _open_zstd,
    }
    return next((opener for magic, opener in openers.items() if head.startswith(magic)), None)


def _open_zstd(stream: IO[bytes]) -> IO[bytes]:
    try:
        import zstandard  # noqa: PLC0415
    except ImportError:
        raise InputError("compressed with zstd: install the extra for it with `pip install tacitus[zst]`") from None
    unpacker = zstandard.ZstdDecompressor(max_window_size=1 << 27)
    return cast("IO[bytes]", unpacker.stream_reader(stream, read_across_frames=True))


def _files_of_zip(source: Source) -> Iterator[Source]:
    data = source.stream.read(_MAX_HELD + 1)
    if len(data) > _MAX_HELD:
        raise InputError(f"a ZIP archive of more than {_MAX_HELD >> 20} MB: unpack it and give the folder")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = [info for info in archive.infolist() if not info.is_dir() and not _is_hidden(info.filename)]
        if any(info.filename == "[Content_Types].xml" for info in files):
            raise InputError("an office document in an unusual order: save it anew as DOCX")
        if len(files) > _MAX_FILES:
            raise InputError(f"a ZIP archive of more than {_MAX_FILES:,} files: unpack it and give the folder")
        left = [max(_FREE, _MAX_RATIO * len(data))]
        for info in sorted(files, key=lambda info: info.filename):
            with archive.open(info) as member:
                name = f"{source.name}/{info.filename}"
                yield Source(name, _bounded(member, lambda: len(data), left), source.uri and name)


def _is_hidden(path: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in path.split("/"))


class _Counting:
    """A stream that counts the packed bytes read from it."""

    def __init__(self, stream: ByteStream) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size if size >= 0 else HEAD_BYTES)
        self.count += len(data)
        return data

    def seekable(self) -> bool:
        return False


class _Bounded(io.RawIOBase):
    """An unpacking stream that stops where more comes out than the packed bytes can honestly hold."""

    def __init__(self, inner: IO[bytes], packed: Callable[[], int], left: list[int] | None) -> None:
        self._inner, self._packed, self._left, self._count = inner, packed, left, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(len(buffer))
        except DamagedMember:
            raise
        except Exception as error:  # Each library has errors of its own for damage.
            raise InputError(f"damaged: {error}") from error
        self._count += len(data)
        if self._left is not None:
            self._left[0] -= len(data)
        over = self._left[0] < 0 if self._left is not None else self._count > max(_FREE, _MAX_RATIO * self._packed())
        if over:
            raise InputError(f"unpacks to more than {_MAX_RATIO} times its size: unpack it and give what it holds")
        buffer[: len(data)] = data
        return len(data)


def _bounded(inner: IO[bytes], packed: Callable[[], int], left: list[int] | None = None) -> ByteStream:
    return io.BufferedReader(_Bounded(inner, packed, left), HEAD_BYTES)
