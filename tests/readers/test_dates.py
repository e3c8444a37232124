"""Days of publication: which forms are clear, and where a report without a date has one."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.model import Problem
from tacitus.readers.article import article_from_fields
from tacitus.readers.dates import day_in_address, day_of, is_ambiguous, read_date
from tacitus.readers.opening import stated_day, stated_title

DAY = date(2024, 5, 17)
PARAGRAPH = "The mayor of Lima closed the bridges over the river on Thursday after two days of rain, her office said."


@pytest.mark.parametrize(
    "words",
    [
        "2024-05-17",
        "2024-05-17T23:59:59Z",
        "2024-05-17 10:00:00 +0900",
        "2024/05/17",
        "2024.5.17",
        "20240517",
        "20240517103000",
        "17/05/2024",
        "05/17/2024 10:30",
        "17.05.2024",
        "17 May 2024",
        "17th May, 2024",
        "May 17, 2024",
        "Friday, May 17, 2024 at 10:30 AM",
        "Fri, 17 May 2024 10:00:00 +0000",
        "Fri May 17 10:00:00 +0000 2024",
        "17-May-2024",
        "1715904000",
        "1715904000123",
    ],
)
def test_a_clear_date_is_read(words: str) -> None:
    assert read_date(words) == DAY


@pytest.mark.parametrize(
    "words", ["", "last week", "2024-13-40", "0001-01-01", "17 Marvel 2024", "17 May 2024 to 18 May 2024", "²", "2024"]
)
def test_what_is_no_clear_date_is_none(words: str) -> None:
    assert read_date(words) is None
    assert not is_ambiguous(words)


@pytest.mark.parametrize("words", ["03/04/2024", "3.4.2024", "03-04-2024 10:00:00"])
def test_a_date_of_two_readings_is_not_guessed(words: str) -> None:
    assert read_date(words) is None
    assert is_ambiguous(words)
    found = article_from_fields({"text": "Rain.", "date": words}, DAY)
    assert found.published == DAY
    told = f"date '{words}' may be one of two days: passed over; write it as 2024-05-17"
    assert found.problems == (Problem("reading", told),)


@pytest.mark.parametrize(("expected", "value"), [(DAY, 20240517), (DAY, 1715904000.0), (None, True), (None, -3)])
def test_a_number_may_be_a_date(expected: date | None, value: object) -> None:
    assert day_of(value) == expected


@pytest.mark.parametrize(
    ("expected", "address"),
    [
        (DAY, "https://harbour.example/2024/05/17/rain"),
        (DAY, "https://harbour.example/news/rain-20240517.html"),
        (DAY, "www.harbour.example/news/2024-5-17/rain"),
        (None, "https://harbour.example/rain?day=2024-05-17"),
        (None, "https://harbour.example/12345678901"),
        (None, "/home/ana/2024/05/17/rain.txt"),
        (None, None),
    ],
)
def test_the_path_of_an_address_may_give_the_day(expected: date | None, address: str | None) -> None:
    assert day_in_address(address) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (DAY, f"Bridges closed in Lima\nPublished May 17, 2024 10:30 AM\n\n{PARAGRAPH}"),
        (DAY, f"17 May 2024\n{PARAGRAPH}"),
        (DAY, f"LIMA, May 17, 2024 (Reuters) - {PARAGRAPH}"),
        (None, f"LIMA, May 17 (Reuters) - {PARAGRAPH}"),
        (None, f"{PARAGRAPH}\nThe last flood came on 17 May 2004, she said."),
        (None, f"{PARAGRAPH}\n" * 8 + "17 May 2024"),
    ],
)
def test_only_a_stamp_or_a_dateline_with_its_year_dates_a_text(expected: date | None, text: str) -> None:
    assert stated_day(text) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("Bridges closed in Lima", f"Bridges closed in Lima\n\n{PARAGRAPH}"),
        ("Bridges closed in Lima", f"Bridges closed in Lima\nMay 17, 2024\n{PARAGRAPH}"),
        (None, f"Bridges were closed in Lima.\n\n{PARAGRAPH}"),
        (None, f"ARTICLE AD BOX\n\n{PARAGRAPH}"),
        (None, f"Updated Friday, May 17, 2024\n\n{PARAGRAPH}"),
        (None, "Bridges closed in Lima\nand in Callao"),
        (None, f"and so it rained on\n{PARAGRAPH}"),
        (None, PARAGRAPH),
    ],
)
def test_only_a_first_line_that_is_clearly_a_headline_is_the_title(expected: str | None, text: str) -> None:
    assert stated_title(text) == expected


def test_one_problem_names_all_that_is_missing() -> None:
    found = article_from_fields({"text": "Rain."}, is_row=True)
    assert [problem.message.split(":")[0] for problem in found.problems] == [
        "no publication date and no title are known"
    ]


def test_a_day_taken_from_the_text_is_said_to_be() -> None:
    found = article_from_fields({"text": f"17 May 2024\n{PARAGRAPH}"})
    assert found.published == DAY
    assert "taken from the first lines" in found.problems[0].message


def test_a_given_day_comes_before_one_in_the_text_and_after_one_in_the_address() -> None:
    given = date(2020, 1, 2)
    text = f"17 May 2024\n{PARAGRAPH}"
    assert article_from_fields({"text": text}, given).published == given
    assert article_from_fields({"text": text, "url": "https://u.example/2021/03/04/x"}, given).published == date(
        2021, 3, 4
    )


def test_a_language_that_is_no_code_is_passed_over() -> None:
    found = article_from_fields({"text": "Rain.", "language": "Swahili"}, DAY)
    assert found.language is None
    assert "'Swahili' is no code" in found.problems[0].message
