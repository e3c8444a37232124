"""A message is an article."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from tacitus.model import Article
from tacitus.readers import ReadFailure, read

HEADERS = "From: The Harbour <news@harbour.example>\r\nSubject: =?utf-8?q?Rain_in_Bogot=C3=A1?=\r\n"
HEADERS += "Date: Tue, 06 May 2014 10:00:00 -0500\r\nMIME-Version: 1.0\r\n"
STORY = "Rain fell on the capital for the third day, and the mayor closed the schools."


def found_in(folder: Path, content: bytes) -> list[Article | ReadFailure]:
    path = folder / "mail"
    path.write_bytes(content)
    return list(read([path]))


@pytest.mark.parametrize(
    ("kind", "body"),
    [("text/plain; charset=utf-8", STORY), ("text/html; charset=utf-8", f"<html><p>{STORY}</p></html>")],
)
def test_a_message_gives_its_text_subject_and_day(tmp_path: Path, kind: str, body: str) -> None:
    (found,) = found_in(tmp_path, f"{HEADERS}Content-Type: {kind}\r\n\r\n{body}".encode())
    assert isinstance(found, Article)
    assert (found.text.strip(), found.title, found.published) == (STORY, "Rain in Bogotá", date(2014, 5, 6))


def test_a_page_within_is_read_in_the_message_s_encoding_whatever_it_says_itself(tmp_path: Path) -> None:
    page = f"<html><head><meta charset='windows-1252'></head><p>{STORY} São João.</p></html>"
    (found,) = found_in(tmp_path, f"{HEADERS}Content-Type: text/html; charset=utf-8\r\n\r\n{page}".encode())
    assert isinstance(found, Article)
    assert found.text.endswith("São João.")


def test_damaged_messages_end_in_articles_or_failures(tmp_path: Path) -> None:
    chance = random.Random(3)
    whole = f"{HEADERS}Content-Type: text/plain; charset=utf-8\r\n\r\n{STORY}".encode()
    for _ in range(1000):
        damaged = bytearray(whole[: chance.randrange(5, len(whole))])
        for _ in range(3):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        assert found_in(tmp_path, bytes(damaged))
