"""Live blogs: each entry has its own time, by the stamp that opens it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import tacitus
from tacitus.api import Coder
from tacitus.cleaning import clean
from tacitus.knowledge import DATA
from tacitus.knowledge.residue import load_residue
from tacitus.model import Article

RULES = load_residue(DATA)
DAY = date(2021, 5, 12)


def entries(text: str, published: date | None = DAY) -> list[tuple[str, datetime | None]]:
    cleaned, _ = clean(Article("a", text, published=published), RULES)
    return [(cleaned.clean[s.span.start : s.span.end], s.published) for s in cleaned.sections]


@pytest.mark.parametrize("stamp", RULES.stamps.examples)
def test_a_stamp_opens_an_entry(stamp: str) -> None:
    assert RULES.stamps.pattern.match(stamp)


@pytest.mark.parametrize("line", RULES.stamps.counterexamples)
def test_a_line_that_only_holds_a_time_opens_none(line: str) -> None:
    assert RULES.stamps.pattern.match(line) is None


@pytest.mark.parametrize(
    ("clock", "stamp"),
    [
        ((14, 32), "14:32 GMT"),
        ((21, 5), "9.05pm BST"),
        ((0, 10), "12:10 a.m. ET"),
        ((12, 0), "12 p.m."),
        ((15, 20), "Updated at 15.20 CET"),
        ((11, 2), "From Ana Ruiz in Quito 11:02 a.m. ET, May 12, 2021"),
    ],
)
def test_the_clock_of_an_entry_is_as_told(clock: tuple[int, int], stamp: str) -> None:
    text = f"{stamp}\nThe ferry left the port of Guayaquil with forty people on board.\n00:09\nA.\n00:08\nB.\n"
    assert entries(text)[0][1] == datetime(2021, 5, 12, *clock)


def test_stamps_are_residue_and_what_follows_them_on_the_line_is_kept() -> None:
    text = "10:05am - Ferries stop running\nThe strike began.\n9:40am - Talks fail\nNo deal.\n9:00am\nTalks began.\n"
    assert [words for words, _ in entries(text)] == [
        "Ferries stop running", "The strike began.", "Talks fail", "No deal.", "Talks began."]  # fmt: skip


def test_newest_first_an_entry_with_a_later_clock_is_of_the_day_before() -> None:
    text = "01:15\nThe vote ended.\n00:20\nThe vote began.\n23:50\nMembers gathered.\n22:10\nThe hall opened.\n"
    assert [when and when.day for _, when in entries(text)] == [12, 12, 11, 11]


def test_oldest_first_the_last_entry_is_of_the_day_of_the_report() -> None:
    text = "22:10\nThe hall opened.\n23:50\nMembers gathered.\n00:20\nThe vote began.\n01:15\nThe vote ended.\n"
    assert [when and when.day for _, when in entries(text)] == [11, 11, 12, 12]


def test_what_stands_before_the_first_stamp_has_no_time_of_its_own() -> None:
    text = "Everything we know so far about the strike in Ecuador's ports.\n10:05\nA.\n09:40\nB.\n09:00\nC.\n"
    assert entries(text)[0][1] is None


def test_two_stamps_make_no_live_blog_and_without_a_day_there_is_no_time() -> None:
    assert {when for _, when in entries("10:05\nThe strike began.\n09:40\nTalks failed.\n")} == {None}
    assert {when for _, when in entries("10:05\nA.\n09:40\nB.\n09:00\nC.\n", None)} == {None}


def test_times_in_an_entry_are_read_from_its_day(coder: Coder) -> None:
    text = (
        "00:40\nPolice arrested nine students in Lima today.\n23:30\nPeru expelled two diplomats of Chile today.\n"
        "22:00\nMinisters met.\n"
    )
    coded = tacitus.code(text, published=DAY, coder=coder)
    dates = {event.type: event.time.date for event in coded.events if event.time}
    assert (dates["COERCE"], dates["SANCTION"]) == ("2021-05-12", "2021-05-11")
    assert {s.published.day for s in coded.article.sections if s.published} == {11, 12}
