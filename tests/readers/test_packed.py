"""What lies in compressed inputs and archives is read, and bombs are not."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tacitus.model import Article
from tacitus.readers import ReadFailure, read

DAY = date(2016, 5, 3)
ROWS = b'{"text": "Rain fell on Lima."}\n{"text": "Snow fell on Cusco."}\n'


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def zstd(content: bytes) -> bytes:
    made: bytes = pytest.importorskip("zstandard").compress(content)
    return made


def read_bytes(folder: Path, content: bytes) -> list[Article | ReadFailure]:
    path = folder / "input"
    path.write_bytes(content)
    return list(read([path], published=DAY))


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstd], ids=["gz", "bz2", "xz", "zst"])
def test_compressed_rows_are_read(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    found = read_bytes(tmp_path, pack(ROWS))
    assert [one.text for one in found if isinstance(one, Article)] == ["Rain fell on Lima.", "Snow fell on Cusco."]


def test_an_archive_is_read_file_by_file_in_order_with_folders_and_what_is_compressed_in_it(tmp_path: Path) -> None:
    content = zipped({"b/c.txt": b"Third.", "a.txt": b"First.", "b/a.txt.gz": gzip.compress(b"Second."), ".x": b"No."})
    found = read_bytes(tmp_path, content)
    assert [one.text for one in found if isinstance(one, Article)] == ["First.", "Second.", "Third."]
    assert isinstance(found[0], Article)
    assert found[0].uri == f"{tmp_path / 'input'}/a.txt"


def test_a_bad_file_in_an_archive_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    failure, article = read_bytes(tmp_path, zipped({"a.png": b"\x89PNG...", "b.txt": b"Rain."}))
    assert isinstance(failure, ReadFailure)
    assert failure.name.endswith("input/a.png")
    assert isinstance(article, Article)


@pytest.mark.parametrize(
    ("expected", "make"),
    [
        ("300 times", lambda: gzip.compress(b'{"a": 1}\n' + b" " * (100 << 20))),
        ("300 times", lambda: zipped({f"{n}.jsonl": b'{"a": 1}\n' + b" " * (30 << 20) for n in range(4)})),
        ("archives deep", lambda: gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"Rain."))))),
        ("an office document", lambda: zipped({"[Content_Types].xml": b"<x/>"})),
        ("holds no files", lambda: zipped({".x": b"x"})),
    ],
    ids=["a gzip bomb", "a zip bomb", "too deep", "an office document", "an empty archive"],
)
def test_what_is_no_honest_archive_is_refused(tmp_path: Path, expected: str, make: Callable[[], bytes]) -> None:
    told = [one.message for one in read_bytes(tmp_path, make()) if isinstance(one, ReadFailure)]
    assert expected in told[-1]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, lambda b: zipped({"a": b}), bytes])
def test_damaged_inputs_end_in_articles_or_failures(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    chance = random.Random(7)
    whole = pack(ROWS if pack is not bytes else b"<html><body><p class='x'>" + ROWS + b"</p></body></html>")
    for _ in range(1000):
        damaged = bytearray(whole[: chance.randrange(2, len(whole) + 1)])
        for _ in range(chance.randrange(4)):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        for one in read_bytes(tmp_path, bytes(damaged)):
            assert (one.text if isinstance(one, Article) else one.message).strip()
