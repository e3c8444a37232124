"""Whatever is done to an input, reading it ends soon, in articles or in failures that say what is wrong."""

from __future__ import annotations

import io
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from seeds import SEEDS

from tacitus.model import Article
from tacitus.readers import FORMATS, Format, ReadFailure, Source, read
from tacitus.readers.source import HEAD_BYTES, Given

COUNT = 1000
SECONDS = 2.0
LONGEST = 20_000
PIECES = (
    *(b"<div>", b"</p>", b"<a href='", b"<!--", b"]]>", b"<![CDATA[", b"<script>", b"&#x110000;", b"&lol;"),
    *(b"<!DOCTYPE x [", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b'"', b'"",', b"\\u", b"\\ud800"),
    *(b"{", b"[[[[", b"}", b"\n\n", b"\r\n--cut\r\n", b"Content-Length: 99999999999\r\n"),
    *(b"Content-Type: multipart/mixed; boundary=x\r\n", b"9" * 400, b"-1e999", b"NaN", b"\xe2\x80\xae", b"\t", b"%s%n"),
    *(b"../../etc", b"\x1f\x8b", b"PK\x03\x04", b"\xcc\x81" * 40, b"endstream", b"/Length 999999999 ", b"0 0 R"),
    *(b"---\n", b"```\n"),
)

Mutation = Callable[[bytes, random.Random], bytes]


def cut(whole: bytes, chance: random.Random) -> bytes:
    """Its beginning, its end, or both without what stood between."""
    first, last = sorted((chance.randrange(len(whole) + 1), chance.randrange(len(whole) + 1)))
    return chance.choice((whole[:last], whole[first:], whole[:first] + whole[last:]))


def flip(whole: bytes, chance: random.Random) -> bytes:
    """A few bits turned over."""
    damaged = bytearray(whole)
    for _ in range(chance.randrange(1, 12)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def splice(whole: bytes, chance: random.Random) -> bytes:
    """Bytes that mean something to one reader or another, put in or put over."""
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(whole) + 1)
        piece = chance.choice(PIECES)
        whole = whole[:at] + piece + whole[at + chance.choice((0, len(piece))) :]
    return whole


def nest(whole: bytes, chance: random.Random) -> bytes:
    """A stretch of its own or a known piece repeated many times over."""
    at = chance.randrange(len(whole))
    piece = chance.choice((whole[at : at + chance.randrange(1, 60)], chance.choice(PIECES)))
    return whole[:at] + piece * (LONGEST // len(piece)) + whole[at:]


def swell(whole: bytes, chance: random.Random) -> bytes:
    """A name, value or attribute grown huge, after a quotation mark, colon or bracket."""
    places = [at for at, byte in enumerate(whole) if byte in b"\"'=:<>(,"] or [0]
    at = chance.choice(places) + 1
    return (
        whole[:at] + chance.choice((b"x", b"x ", b"1", b"\xc3\xa9", b"&amp;", b"a='b' ")) * (LONGEST // 6) + whole[at:]
    )


MUTATIONS: tuple[Mutation, ...] = (cut, flip, splice, nest, swell)


def mutants(name: str) -> Iterator[bytes]:
    """The damaged inputs of a format, the same in every run."""
    chance = random.Random(name)
    seeds = [make() for make in SEEDS[name]]
    for number in range(COUNT):
        mutate = MUTATIONS[number % len(MUTATIONS)]
        damaged = mutate(chance.choice(seeds), chance)
        yield mutate(damaged, chance) if damaged and chance.random() < 0.2 else damaged


def source_of(content: bytes) -> Source:
    return Source("input", io.BufferedReader(io.BytesIO(content), HEAD_BYTES))  # type: ignore[arg-type]


def check(found: Iterator[Article | ReadFailure]) -> None:
    """Only articles with a text and failures with a message come out, and soon."""
    began = time.process_time()
    for one in found:
        words = one.text if isinstance(one, Article) else one.message
        assert words.strip()
        for section in one.sections if isinstance(one, Article) else ():
            assert 0 <= section.span.start < section.span.end <= len(words)
    assert time.process_time() - began < SECONDS


def test_every_format_has_inputs_to_be_damaged() -> None:
    assert [format.name for format in FORMATS if format.name not in SEEDS] == []


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_what_is_whole_is_read(format: Format) -> None:
    for make in SEEDS[format.name]:
        assert format.recognises(source_of(make()).head())
        found = list(format.read(source_of(make()), Given()))
        assert [one for one in found if isinstance(one, ReadFailure)] == []
        assert found


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_a_reader_makes_articles_or_failures_of_damaged_inputs(format: Format) -> None:
    for content in mutants(format.name):
        check(format.read(source_of(content), Given()))


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_damaged_inputs_of_any_format_are_read_as_what_they_seem(format: Format, tmp_path: Path) -> None:
    path = tmp_path / "input"
    for content in list(mutants(format.name))[::4]:
        path.write_bytes(content)
        check(read([path]))
