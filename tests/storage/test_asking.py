"""The questions that people ask of a warehouse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pyarrow as pa
import pytest

import tacitus
from tacitus.api import Coder
from tacitus.errors import InputError
from tacitus.storage import Warehouse
from tacitus.storage.asking import ask, ask_sql, questions
from tacitus.storage.searching import index_path, search

REPORTS = (
    (date(2022, 3, 8), "Peru accused Chile of overfishing on Monday. Peru's president met Chile's president in Arica."),
    (date(2022, 4, 2), "Gunmen killed 14 farmers and wounded three in Maiduguri on Friday, Nigerian police said."),
    (date(2022, 4, 9), 'Chile rejected the charge. "Our boats obey the law," foreign minister Antonia Urrejola said.'),
    (date(2022, 4, 10), "Trade between Peru and Chile fell to $3 billion in 2021, according to Chilean customs."),
)


@pytest.fixture(scope="module")
def warehouse(coder: Coder, tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    path = tmp_path_factory.mktemp("asked") / "news.duckdb"
    with Warehouse(path) as filled:
        for number, (published, text) in enumerate(REPORTS):
            coded = tacitus.code(text, published=published, coder=coder)
            article = replace(coded.article, publisher=f"paper {number}", title=f"Report {number}")
            filled.put(replace(coded, article=article))
    return Warehouse(path, read_only=True)


def rows(answer: pa.Table, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in columns) for row in answer.to_pylist()]


def test_a_pair_is_told_day_by_day_in_both_directions(warehouse: Warehouse) -> None:
    told = rows(ask(warehouse, "pair", a="CHL", b="PER"), "day", "type", "who", "to_whom", "publisher")
    assert (date(2022, 3, 7), "ACCUSE", "PER", "CHL", "paper 0") in told
    assert any(row[1] == "CONSULT" for row in told)
    assert told == sorted(told, key=lambda row: str(row[0]))


def test_months_count_by_quad_and_can_be_narrowed_to_a_country(warehouse: Warehouse) -> None:
    counted = rows(ask(warehouse, "months", a="NGA"), "month", "quad", "events")
    assert counted == [(date(2022, 4, 1), "material conflict", 1)]


def test_pairs_are_counted_whichever_side_acts(warehouse: Warehouse) -> None:
    assert "CHL PER" in [pair for (pair,) in rows(ask(warehouse, "pairs"), "pair")]


def test_casualties_are_summed_by_place(warehouse: Warehouse) -> None:
    assert rows(ask(warehouse, "casualties"), "place", "country", "dead", "injured") == [("Maiduguri", "NGA", 14, 3)]


def test_accusations_name_both_sides(warehouse: Warehouse) -> None:
    assert ("Peru", "Chile") in rows(ask(warehouse, "accusations", a="PER"), "who", "whom")


def test_quotes_are_found_by_a_part_of_the_speaker_s_name(warehouse: Warehouse) -> None:
    said = rows(ask(warehouse, "quotes", who="urrejola"), "speaker", "text")
    assert ("Antonia Urrejola", "Our boats obey the law") in [(who, text.strip(",")) for who, text in said]


def test_figures_are_found_by_what_they_measure(warehouse: Warehouse) -> None:
    assert (3e9, "USD") in rows(ask(warehouse, "figures", what="trade"), "value", "unit")


def test_new_are_the_articles_since_a_day(warehouse: Warehouse) -> None:
    assert {row[0] for row in rows(ask(warehouse, "new", day="2022-04-09"), "published")} <= {
        date(2022, 4, 9), date(2022, 4, 10)}  # fmt: skip


@pytest.mark.parametrize("question", questions())
def test_every_question_answers_without_details_and_names_its_chart_s_columns(
    warehouse: Warehouse, question: str
) -> None:
    answer = ask(warehouse, question, since="2022-01-01", until="2022-12-31", min_confidence=0.1, rows=5)
    assert set(questions()[question].chart) <= set(answer.column_names)


def test_what_is_less_sure_or_of_another_status_can_be_left_out(warehouse: Warehouse) -> None:
    assert ask(warehouse, "pair", a="CHL", b="PER", min_confidence="1").num_rows == 0
    assert ask(warehouse, "pair", a="CHL", b="PER", status="negated").num_rows == 0


@pytest.mark.parametrize(
    ("message", "question", "values"),
    [
        ("did you mean pairs", "pears", {}),
        ("does not ask for 'c'; it takes a, b, since", "pair", {"c": "CHL"}),
        ("since=the ides of March: not a day", "pair", {"since": "the ides of March"}),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(
    warehouse: Warehouse, message: str, question: str, values: dict[str, str]
) -> None:
    with pytest.raises(InputError, match=message):
        ask(warehouse, question, **values)


def test_sql_of_one_s_own_answers_and_cannot_write(warehouse: Warehouse) -> None:
    assert rows(ask_sql(warehouse, "SELECT count(*) AS n FROM articles"), "n") == [(4,)]
    with pytest.raises(InputError, match="read-only"):
        ask_sql(warehouse, "DELETE FROM articles")


def test_words_are_searched_in_any_form(warehouse: Warehouse) -> None:
    assert rows(search(warehouse, "overfish"), "title") == [("Report 0",)]
    assert rows(search(warehouse, '"obey the law"'), "publisher") == [("paper 2",)]
    assert search(warehouse, "volcano").num_rows == 0
    with pytest.raises(InputError, match="cannot be searched for"):
        search(warehouse, '"unclosed')


def test_a_lost_index_is_made_again(warehouse: Warehouse) -> None:
    index_path(warehouse.path).unlink(missing_ok=True)
    assert search(warehouse, "farmers").num_rows == 1
