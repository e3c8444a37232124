"""Crawl archives: each archived page is an article, what is no page is passed over, damage is named."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tacitus.model import Article
from tacitus.readers import ReadFailure, read

WORDS = "The ferry left the harbour of Cebu on Monday with forty passengers and a cargo of rice on board. " * 3
PAGE = f"<html><head><title>Ferry leaves Cebu</title></head><body><article><p>{WORDS}</p></article></body></html>"


def record(kind: str, address: str, body: bytes, content: str = "application/http; msgtype=response") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2020-05-06T00:00:00Z\r\n"
    head += f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(body):012d}>\r\nContent-Type: {content}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def response(body: bytes, *headers: str, status: str = "200 OK", content: str = "text/html") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {content}", *headers, "", ""]).encode() + body


def chunked(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


def read_archive(tmp_path: Path, data: bytes, published: date | None = None) -> list[Article | ReadFailure]:
    path = tmp_path / "crawl"
    path.write_bytes(data)
    return list(read([path], published=published))


def test_a_response_is_an_article_at_its_address(tmp_path: Path) -> None:
    (article,) = read_archive(tmp_path, record("response", "https://visayan.example/1", response(PAGE.encode())))
    assert isinstance(article, Article)
    assert (article.uri, article.title) == ("https://visayan.example/1", "Ferry leaves Cebu")
    assert "forty passengers" in article.text


def test_the_day_of_the_crawl_is_not_taken_for_the_day_of_publication(tmp_path: Path) -> None:
    data = record("response", "https://visayan.example/1", response(PAGE.encode()))
    (undated,) = read_archive(tmp_path, data)
    (dated,) = read_archive(tmp_path, data, date(2020, 5, 1))
    assert isinstance(undated, Article)
    assert undated.published is None
    assert any("crawled on 2020-05-06" in problem.message for problem in undated.problems)
    assert isinstance(dated, Article)
    assert dated.published == date(2020, 5, 1)


def test_chunked_and_compressed_responses_are_read(tmp_path: Path) -> None:
    body = response(chunked(gzip.compress(PAGE.encode())), "Content-Encoding: gzip", "Transfer-Encoding: chunked")
    (article,) = read_archive(tmp_path, record("response", "https://visayan.example/2", body))
    assert isinstance(article, Article)
    assert "forty passengers" in article.text


def test_an_archive_compressed_record_by_record_is_read(tmp_path: Path) -> None:
    records = [record("response", f"https://visayan.example/{n}", response(PAGE.encode())) for n in range(3)]
    found = read_archive(tmp_path, b"".join(gzip.compress(r) for r in records))
    assert [f"https://visayan.example/{n}" for n in range(3)] == [a.uri for a in found if isinstance(a, Article)]


def test_plain_texts_are_read_and_what_is_no_report_is_passed_over(tmp_path: Path) -> None:
    data = record("warcinfo", "x", b"software: crawler", "application/warc-fields")
    data += record("response", "https://visayan.example/gone", response(b"", status="404 Not Found"))
    data += record("response", "https://visayan.example/logo", response(b"\x89PNG", content="image/png"))
    data += record("conversion", "https://visayan.example/text", WORDS.encode(), "text/plain")
    assert [getattr(a, "uri", None) for a in read_archive(tmp_path, data)] == ["https://visayan.example/text"]


def test_the_charset_that_only_the_server_tells_holds(tmp_path: Path) -> None:
    page = PAGE.replace("Cebu", "Málaga").encode("latin-1")
    body = response(page, content="text/html; charset=iso-8859-1")
    (article,) = read_archive(tmp_path, record("response", "https://visayan.example/1", body))
    assert isinstance(article, Article)
    assert article.title == "Ferry leaves Málaga"


def test_an_archive_without_pages_and_a_page_without_a_report_are_named(tmp_path: Path) -> None:
    (empty,) = read_archive(tmp_path, record("warcinfo", "x", b"software: crawler", "application/warc-fields"))
    assert isinstance(empty, ReadFailure)
    assert "without pages" in empty.message
    bare = record("response", "https://visayan.example/bare", response(b"<html><body></body></html>"))
    failure, article = read_archive(tmp_path, bare + record("response", "https://a.example", response(PAGE.encode())))
    assert isinstance(failure, ReadFailure)
    assert "record 1 (https://visayan.example/bare)" in failure.name
    assert isinstance(article, Article)


def records(count: int) -> list[bytes]:
    return [record("response", f"https://visayan.example/{n}", response(PAGE.encode())) for n in range(count)]


@pytest.mark.parametrize(
    ("expected", "damaged"),
    [
        ("record 2 (https://visayan.example/1)", lambda one: re.sub(rb"(Content-Length: )(\d+)", rb"\g<1>12", one)),
        ("record 2 (https://visayan.example/1)", lambda one: one.replace(b"Content-Length", b"Content-Width")),
        ("record 2", lambda one: b"nothing of the kind\r\n" * 9),
    ],
    ids=["a wrong length", "no length", "no record"],
)
@pytest.mark.parametrize("is_packed", [False, True], ids=["plain", "packed"])
def test_what_follows_a_damaged_record_is_read(
    tmp_path: Path, expected: str, damaged: Callable[[bytes], bytes], is_packed: bool
) -> None:
    whole = records(4)
    whole[1] = damaged(whole[1])
    found = read_archive(tmp_path, b"".join(map(gzip.compress, whole)) if is_packed else b"".join(whole))
    assert [type(one) for one in found] == [Article, ReadFailure, Article, Article]
    assert isinstance(found[1], ReadFailure)
    assert found[1].name.endswith(expected)
    assert "a damaged record" in found[1].message


@pytest.mark.parametrize("place", [0.1, 0.5, 0.98], ids=["its beginning", "its middle", "its check sum"])
def test_what_follows_a_damaged_member_is_read(tmp_path: Path, place: float) -> None:
    packed = [bytearray(gzip.compress(one)) for one in records(4)]
    packed[1][int(place * len(packed[1]))] ^= 0xFF
    found = read_archive(tmp_path, b"".join(packed))
    assert [a.uri for a in found if isinstance(a, Article)] == [f"https://visayan.example/{n}" for n in (0, 2, 3)]
    assert [one.name.partition("crawl, ")[2][:8] for one in found if isinstance(one, ReadFailure)] == ["record 2"]


def test_the_end_of_a_cut_archive_is_named(tmp_path: Path) -> None:
    for whole in (b"".join(records(3)), b"".join(map(gzip.compress, records(3)))):
        found = read_archive(tmp_path, whole[:-60])
        assert [type(one) for one in found] == [Article, Article, ReadFailure]
