"""A PDF document is one article: its paragraphs made whole, without what runs on every page."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from seeds import pdf

from tacitus.model import Article
from tacitus.readers import ReadFailure, read
from tacitus.readers.pdf_lines import Line, blocks_of_lines, without_running

Show = tuple[float, float, float, str]
"""Words to print: how far from the left and from below, in what size."""


def printed(pages: Sequence[Sequence[Show]], **facts: str) -> bytes:
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DecodedStreamObject, NameObject

    writer = PdfWriter()
    for shows in pages:
        page = writer.add_page(PdfReader(io.BytesIO(pdf())).pages[0])
        content = DecodedStreamObject()
        told = (f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET" for x, y, size, words in shows)
        content.set_data("\n".join(told).encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(content)
    writer.add_metadata({f"/{name}": value for name, value in facts.items()})
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def found_in(folder: Path, content: bytes, published: date | None = None) -> Article | ReadFailure:
    path = folder / "input"
    path.write_bytes(content)
    (found,) = read([path], published=published)
    return found


REPORT: list[Show] = [
    (40, 760, 8, "The Visayan 3"),
    (40, 700, 20, "Ferry leaves Cebu before storm"),
    (40, 660, 10, "By Ana Reyes"),
    (40, 630, 10, "The ferry Amihan left the harbour of Cebu on Monday with for-"),
    (40, 618, 10, "ty passengers and a cargo of rice on board, the port said in"),
    (40, 606, 10, "a notice."),
    (40, 594, 10, "Coast guards of the Visayas said that the captain had been told"),
]
NEXT: list[Show] = [
    (40, 760, 8, "The Visayan 4"),
    (40, 700, 10, "of the storm before he cast off."),
]


def test_paragraphs_are_made_whole_over_lines_and_pages(tmp_path: Path) -> None:
    found = found_in(tmp_path, printed([REPORT, NEXT]))
    assert isinstance(found, Article)
    assert found.text.splitlines() == [
        "Ferry leaves Cebu before storm",
        "By Ana Reyes",
        "The ferry Amihan left the harbour of Cebu on Monday with forty passengers and a cargo of rice on board, "
        "the port said in a notice.",
        "Coast guards of the Visayas said that the captain had been told of the storm before he cast off.",
    ]
    assert [section.role for section in found.sections] == ["headline", "body", "body", "body"]
    assert found.title == "Ferry leaves Cebu before storm"


@pytest.mark.parametrize(
    ("expected", "title", "author"),
    [
        (("Ferry leaves Cebu before storm", "Ana Reyes"), "Ferry leaves Cebu before storm", "Ana Reyes"),
        (("Ferry leaves Cebu before storm", None), "page 3 of 8 final", "reyes2"),
    ],
    ids=["printed as well", "not printed"],
)
def test_what_the_file_says_counts_only_where_it_is_printed(
    tmp_path: Path, expected: tuple[str | None, str | None], title: str, author: str
) -> None:
    found = found_in(tmp_path, printed([REPORT], Title=title, Author=author))
    assert isinstance(found, Article)
    assert (found.title, found.author) == expected


def test_the_day_on_which_the_file_was_made_is_told_and_not_taken(tmp_path: Path) -> None:
    content = printed([REPORT], CreationDate="D:20140507101500Z")
    found, dated = found_in(tmp_path, content), found_in(tmp_path, content, date(2014, 5, 6))
    assert isinstance(found, Article)
    assert found.published is None
    assert "made on 2014-05-07" in found.problems[-1].message
    assert isinstance(dated, Article)
    assert (dated.published, dated.problems) == (date(2014, 5, 6), ())


def encrypted() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def test_what_cannot_be_read_says_what_would_help(tmp_path: Path) -> None:
    cases = {"encrypted: save it": encrypted(), "ocrmypdf": printed([[]]), "damaged": pdf()[:200]}
    for expected, content in cases.items():
        found = found_in(tmp_path, content)
        assert isinstance(found, ReadFailure)
        assert expected in found.message
    too_many = found_in(tmp_path, printed([[]] * 301))
    assert isinstance(too_many, ReadFailure)
    assert "300 pages" in too_many.message


def test_without_the_extra_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    found = found_in(tmp_path, pdf())
    assert isinstance(found, ReadFailure)
    assert "pip install 'tacitus[pdf]'" in found.message


def test_a_document_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tacitus.readers.pdf._SECONDS", -1.0)
    found = found_in(tmp_path, pdf())
    assert isinstance(found, ReadFailure)
    assert "to read" in found.message


def lines(*pages: Sequence[str]) -> list[Line]:
    return [
        Line(words, number, 40, 700 - 12 * at, 10) for number, page in enumerate(pages) for at, words in enumerate(page)
    ]


@pytest.mark.parametrize(
    ("expected", "pages"),
    [
        (["a", "b"], [["The Visayan 3", "a"], ["The Visayan 4", "b"]]),
        (["Killed: 12", "a", "Killed: 15", "b"], [["Killed: 12", "a"], ["Killed: 15", "b"]]),
        (["The Visayan", "a", "b", "c", "d"], [["The Visayan", "a"], ["b"], ["c"], ["d"]]),
        (["x", "Rain fell.", "Rain fell.", "y"], [["x", "Rain fell."], ["Rain fell.", "y"]]),
    ],
    ids=["a page's number counts on", "numbers that do not", "on one page only", "at another place"],
)
def test_only_what_returns_at_its_place_is_running(expected: list[str], pages: list[list[str]]) -> None:
    assert [line.text for line in without_running(lines(*pages))] == expected


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (["the opposition marched"], ["the oppo-", "sition marched"]),
        (["the South-East was flooded"], ["the South-", "East was flooded"]),
        (["from 2014-2016 it rained"], ["from 2014-", "2016 it rained"]),
        (["rain - and snow"], ["rain -", "and snow"]),
        (["rain", "• snow"], ["rain", "• snow"]),
    ],
)
def test_hyphens_at_line_ends(expected: list[str], words: list[str]) -> None:
    assert [block.text for block in blocks_of_lines(lines(words))] == expected
