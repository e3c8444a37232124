"""However an article is damaged, every span of every record leads to its words in the original."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tacitus
from tacitus.api import Coder
from tacitus.exporters.records import article_record, event_records, figure_records, quote_records
from tacitus.model import Article

PUBLISHED = date(2014, 5, 6)
REPORTS = (
    "MANILA, May 6 (Visayan) - Philippine troops killed nine rebels in Basilan on Monday, the army said.\n\n"
    "“We will not talk to them,” President Benigno Aquino told reporters. Aid worth $2.5 million was sent.",
    "Egypt's foreign minister Sameh Shoukry visited Khartoum on Sunday to meet President Omar al-Bashir.\n\n"
    "Sudan accused Ethiopia of arresting 14 traders near Gedaref. Ethiopia denied this, a spokesman said.",
    "Some 3,000 people protested in Caracas against Nicolas Maduro. Police detained 40 students.\n"
    "The United States imposed sanctions on Venezuela last week and threatened to cut oil imports by 20 percent.",
    "Russia and Turkey agreed on 17 March 2020 to patrol Idlib. Syrian warplanes bombed Saraqeb, wounding "
    "12 civilians.\n\nGermany's Angela Merkel urged Vladimir Putin to stop the attacks; “it must end now,” she said.",
)  # fmt: skip
DAMAGE = (
    *("\u00a0", "\u00ad", "\u200b", "\ufeff", "\r\n", "\n\n", "\x00", "\x0c", "\x85", "\u2028", "\u202e", "\ud7ff"),
    *("â€™", "â€œ", "Ã©", "&amp;", "&nbsp;", "<p>", "[/caption]", "pic.twitter.com/x", "ARTICLE AD BOX", "Share this"),
    *("ReutersThe army", "(AP Photo/Ana Reyes)", "READ MORE: Rain in Lima", "By Ana Reyes", "240billion", "...", " - "),
    *("👍🏽", "👩\u200d👩\u200d👧", "e\u0301\u0323", "\u0301" * 30, "x" * 3000, "“" * 20, "„", "İ", "ﬁ", "ß", "𝔸"),
    *("مرحبا بالعالم", "שלום"),
)
WAYS = ("put in", "put over", "repeat", "glue", "line ends", "capitals", "spaces")


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A report or two of our own, damaged in a few ways."""
    text = "\n\n".join(draw(st.lists(st.sampled_from(REPORTS), min_size=1, max_size=2)))
    for _ in range(draw(st.integers(0, 8))):
        text = worse(text, draw(st.sampled_from(WAYS)), draw(st.integers(0, len(text))), draw(st.sampled_from(DAMAGE)))
    return text


def worse(text: str, way: str, at: int, piece: str) -> str:
    before, after = text[:at], text[at:]
    return {
        "put in": before + piece + after,
        "put over": before + piece + after[len(piece) :],
        "repeat": f"{text}\n\n{before}\n\n{text}",
        "glue": before.rstrip() + after.lstrip(),
        "line ends": text.replace("\n", "\r\n"),
        "capitals": before + after[:60].upper() + after[60:],
        "spaces": text.replace(" ", "\u00a0 ", 12),
    }[way][:20_000]


def spans_in(value: object) -> Iterator[dict[str, Any]]:
    """Every object with a text and offsets inside a record."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from spans_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_in(inner)


def check(coded: tacitus.Coded) -> int:
    """How many spans lead to their words; fails where one does not, and where sections overlap or do not ascend."""
    original, count = coded.article.text, 0
    for record in [*event_records(coded), *quote_records(coded), *figure_records(coded)]:
        for span in spans_in(record):
            assert 0 <= span["start"] < span["end"] <= len(original)
            assert original[span["start"] : span["end"]] == span["text"]
            count += 1
    for thing in (*coded.times, *coded.places):
        assert 0 <= thing.span.start < thing.span.end <= len(original)
    end = 0
    for section in article_record(coded.article)["sections"]:
        assert end <= section["start"] < section["end"] <= len(original)
        end = section["end"]
    return count


@given(damaged())
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
def test_spans_of_damaged_reports_lead_to_their_words(coder: Coder, text: str) -> None:
    check(coder(Article("x", text, published=PUBLISHED)))


@pytest.mark.parametrize("text", REPORTS)
def test_spans_of_whole_reports_lead_to_their_words(coder: Coder, text: str) -> None:
    assert check(coder(Article("x", text, published=PUBLISHED))) > 10


@pytest.mark.parametrize("kind", ["articles", "pages"])
def test_spans_of_the_whole_corpus_lead_to_their_words(coder: Coder, shared: Path, kind: str) -> None:
    inputs = {"articles": shared / "corpus" / "articles.jsonl", "pages": shared / "corpus" / "html"}
    count = 0
    for item in tacitus.read([inputs[kind]]):
        assert isinstance(item, Article)
        found = check(coder(item))
        assert found or len(json.dumps(item.text)) < 20_000
        count += 1
    assert count >= 128
