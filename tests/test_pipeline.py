"""The sample report from end to end, and what holds of every record of any text, however damaged."""

from __future__ import annotations

import json
import os
import random
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

PUBLISHED = date(2023, 9, 15)
DAMAGE = (
    "ARTICLE AD BOX",
    "[/caption]",
    "\u00ad",
    "\u00a0",
    "â€™",
    "\ufeff",
    "\n\n",
    "&amp;",
    "\u200b",
    "READ MORE:",
    "\r\n",
    "\x0c",
)


@pytest.fixture(scope="module")
def coded(coder: Coder, sample: str) -> tacitus.Coded:
    return coder(Article("sample", sample, published=PUBLISHED))


def records_of(coded: tacitus.Coded) -> list[dict[str, Any]]:
    return [*event_records(coded), *quote_records(coded), *figure_records(coded), article_record(coded.article)]


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


def assert_spans_hold(coded: tacitus.Coded) -> None:
    original = coded.article.text
    for record in records_of(coded):
        for span in spans_in(record):
            assert span["text"] == original[span["start"] : span["end"]]
            assert span["text"]


# What a careful reader takes from the report: type, actors, recipients.
EXPECTED = [
    ("CONSULT", {"KEN"}, {"ETH"}),
    ("SUPPORT", {"KEN", "ETH"}, set()),
    ("ASSAULT", {"SOM"}, {"KEN"}),
    ("ASSAULT", {"KEN"}, {"SOM"}),
    ("COERCE", {"KEN"}, {"KEN"}),
    ("ACCUSE", {"EGY"}, {"ETH"}),
    ("SANCTION", {"USA"}, {"ERI"}),
]


@pytest.mark.parametrize(("kind", "actors", "recipients"), EXPECTED)
def test_the_report_tells(coded: tacitus.Coded, kind: str, actors: set[str], recipients: set[str]) -> None:
    found = [(e.type, {a.code for a in e.actors}, {r.code for r in e.recipients}) for e in coded.events]
    assert (kind, actors, recipients) in found


def test_the_visit_is_one_event_with_its_retellings(coded: tacitus.Coded) -> None:
    visits = [
        e for e in coded.events if e.type == "CONSULT" and {"KEN", "ETH"} == {a.code for a in e.actors + e.recipients}
    ]
    assert len(visits) == 1
    assert visits[0].mentions


def test_the_attack_has_its_day_and_toll(coded: tacitus.Coded) -> None:
    attack = next(e for e in coded.events if e.type == "ASSAULT" and {"SOM"} == {a.code for a in e.actors})
    assert attack.time is not None
    assert attack.magnitude is not None
    assert attack.magnitude.dead is not None
    assert attack.magnitude.injured is not None
    assert (attack.time.date, attack.magnitude.dead.value, attack.magnitude.injured.value) == ("2023-09-12", 9, 21)


def test_the_trade_figure_has_its_value_year_and_source(coded: tacitus.Coded) -> None:
    figure = next(f for f in coded.figures if f.unit == "USD")
    assert figure.attribution is not None
    assert (figure.value, figure.date) == (190_000_000, "2022")


def test_no_event_comes_from_an_advertising_label_or_a_caption_tag(coded: tacitus.Coded) -> None:
    residue = [s.span for s in coded.article.sections if s.role == "residue"]
    assert residue
    assert [e for e in coded.events for span in residue if span.overlaps(e.trigger)] == []


def test_the_report_is_coded_as_its_golden_file_says(coded: tacitus.Coded) -> None:
    """`TACITUS_GOLDEN=1 pytest` makes the golden file anew; look at the difference before you commit it."""
    golden = Path(__file__).with_name("golden") / "report.json"
    lines = [compact(event) for event in event_records(coded)]
    if os.environ.get("TACITUS_GOLDEN"):
        golden.write_text(json.dumps(lines, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert json.loads(golden.read_text(encoding="utf-8")) == lines


def compact(event: dict[str, Any]) -> str:
    kind = "/".join(filter(None, (event["type"], event["mode"])))
    who, whom = (" ".join(sorted({e["code"] or "?" for e in event[side]})) or "-" for side in ("actors", "recipients"))
    place = (event["place"] or {}).get("country") or "-"
    return f"{kind} {event['status']} {who} > {whom} {event['date'] or '-'} {place} '{event['trigger']['text']}'"


def test_coding_twice_gives_the_same_records(coder: Coder, coded: tacitus.Coded, sample: str) -> None:
    assert records_of(coded) == records_of(coder(Article("sample", sample, published=PUBLISHED)))


def test_every_span_leads_to_its_words(coded: tacitus.Coded) -> None:
    assert_spans_hold(coded)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), cut=st.tuples(st.floats(0, 1), st.floats(0, 1)), count=st.integers(0, 12))
def test_every_span_leads_to_its_words_in_damaged_text(
    coder: Coder, sample: str, seed: int, cut: tuple[float, float], count: int
) -> None:
    start, end = sorted(int(share * len(sample)) for share in cut)
    damaged = list(sample[start : end + 1])
    chance = random.Random(seed)
    for _ in range(count):
        damaged.insert(chance.randrange(len(damaged) + 1), chance.choice(DAMAGE))
    assert_spans_hold(coder(Article("x", "".join(damaged), published=PUBLISHED)))


@pytest.mark.parametrize(
    "text", ["", " \n ", "\x00", "a", "[/caption]", "ARTICLE AD BOX", "\ud7ff" * 50, "“" * 40, "." * 3000]
)
def test_a_text_that_tells_nothing_gives_no_event(coder: Coder, text: str) -> None:
    assert coder(Article("x", text)).events == ()


def test_every_span_of_a_report_full_of_residue_leads_to_its_words(coder: Coder, shared: Path) -> None:
    for item in tacitus.read([shared / "corpus" / "aggregator-report.txt"]):
        assert isinstance(item, Article)
        assert_spans_hold(coder(item))
