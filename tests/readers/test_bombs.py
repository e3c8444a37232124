"""What unpacks, expands or nests without end is refused, or read in bounded time and memory."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

MOST_MEGABYTES = 700
MOST_SECONDS = 60
ROW = b'{"text": "Rain fell on Lima."}\n'
STRETCH = b" " * (10 << 20)

MEASURED = """
import json, resource, sys
from tacitus.readers import ReadFailure, read
for _ in read(["-"]): pass
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = [one.message if isinstance(one, ReadFailure) else "" for one in read([sys.argv[1]])]
print(json.dumps([found[-1:], (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10]))
"""


def zipped(content: bytes, count: int = 1) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            archive.writestr(f"{number}.jsonl", content)
    return made.getvalue()


def nested() -> bytes:
    content = zipped(ROW + STRETCH * 3)
    for _ in range(5):
        content = zipped(content, 4)
    return content


def _zst(content: bytes) -> bytes:
    zstandard = pytest.importorskip("zstandard", reason="the extra for zst is not installed")
    return zstandard.ZstdCompressor().compress(content)


def laughs(root: str, *, quadratic: bool = False) -> bytes:
    """Entities that stand for ten of another each, or one long one that is named again and again."""
    if quadratic:
        long = f"<!DOCTYPE {root} [<!ENTITY a '{'x' * 99_999}'>]>"
        return f"<?xml version='1.0'?>{long}<{root}>{'&a;' * 9999}</{root}>".encode()
    told = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    return f"<?xml version='1.0'?><!DOCTYPE {root} [<!ENTITY a0 'x'>{told}]><{root}><p>&a11;</p></{root}>".encode()


BOMBS: dict[str, Callable[[], bytes]] = {
    "gz": lambda: gzip.compress(ROW) + gzip.compress(STRETCH) * 60,
    "bz2": lambda: bz2.compress(ROW) + bz2.compress(STRETCH) * 60,
    "zst": lambda: _zst(ROW) + _zst(STRETCH) * 60,
    "xz": lambda: lzma.compress(ROW) + lzma.compress(STRETCH) * 60,
    "zip": lambda: zipped(ROW + STRETCH * 3, 10),
    "zips in zips": nested,
    "many packings": lambda: gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(ROW))))),
    "laughs in a feed": lambda: laughs("rss"),
    "laughs in a report's markup": lambda: laughs("nitf"),
    "laughs in a page": lambda: laughs("html"),
    "one entity again and again in a feed": lambda: laughs("rss", quadratic=True),
    "one entity again and again in a report's markup": lambda: laughs("nitf", quadratic=True),
    "a page nested without end": lambda: b"<html><body>" + b"<div>" * 200_000 + b"Rain fell on Lima.",
    "an attribute without end": lambda: b"<html><body><p class='" + b"x " * 3_000_000 + b"'>Rain fell on Lima.",
    "objects nested without end": lambda: b'{"text": ' + b"[" * 2_000_000 + b"\n",
    "a row without end": lambda: b'{"text": "' + b"x" * 40_000_000 + b"\n" + ROW,
    "a header without end": lambda: (
        b"MIME-Version: 1.0\nContent-Type: text/plain; a=" + b"x;" * 2_000_000 + b"\n\nRain"
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_soon_and_takes_bounded_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "input"
    path.write_bytes(BOMBS[name]())
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=MOST_SECONDS, check=True,
    )  # fmt: skip
    found, megabytes = json.loads(done.stdout)
    assert found
    assert megabytes < MOST_MEGABYTES
