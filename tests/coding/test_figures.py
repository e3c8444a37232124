"""Figures: what quantities about the world a text states."""

from pathlib import Path

import pytest
from told import sentences_of, text_of

import tacitus
from tacitus.coding.figures import Around, find_figures
from tacitus.coding.numbers import find_quantities
from tacitus.knowledge.quantities import load_quantities
from tacitus.model import Entity, Figure, Span, TimeRef

LEXICON = load_quantities(Path(tacitus.__file__).parent / "data")


def figures(text: str, around: Around | None = None) -> tuple[Figure, ...]:
    nothing = Around((), lambda sentence, token: (), lambda sentence, token: None)
    quantities = find_quantities(text, LEXICON)
    return find_figures(text_of(text), sentences_of(text), quantities, LEXICON, around or nothing)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [(12, "people"), (30, "people")],
            "Soldiers killed at least 12 rebels and wounded 30 others near Kidal.",
        ),
        ([(41, "people")], "The death toll from the fire in Lagos rose to 41."),
        ([(2500000000, "USD")], "Exports to Chile reached $2.5 billion in 2021, according to customs data."),
        ([(12000000, "people"), (60, "hospitals")], "The country of 12 million has 60 hospitals."),
        ([(15, "percent")], "Inflation rose to 15% in March."),
        ([(2000, "tons"), (350, "tonnes")], "The 2,000-ton ship carried 350 tonnes of wheat."),
        ([(400, "families")], "About 400 families fled, the mayor said."),
        ([(7000, "people")], "A crowd of 7,000 gathered in 2019."),
    ],
)
def test_figures_have_a_value_and_a_unit(expected: list[tuple[float, str]], text: str) -> None:
    assert [(f.value, f.unit) for f in figures(text)] == expected


def test_small_definite_numbers_and_lengths_of_time_are_no_figures() -> None:
    assert figures("The two leaders met for three hours in Quito.") == ()


def test_a_figure_says_of_whom_and_for_when() -> None:
    text = "Exports to Chile reached $2.5 billion in 2021, according to customs data."
    year = TimeRef(Span(text.index("2021"), text.index("2021") + 4), "DATE", "2021", date="2021")
    chile = Entity(Span(11, 16), "Chile", code="CHL")
    around = Around((year,), lambda sentence, token: (chile,) if token == 2 else (), lambda sentence, token: None)
    (figure,) = figures(text, around)
    assert (figure.of, figure.date, figure.what) == (("CHL",), "2021", "Exports to Chile reached")
