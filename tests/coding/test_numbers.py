"""Quantities in words and digits: their value, bound, unit and the words they stand in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tacitus
from tacitus.coding.numbers import find_quantities
from tacitus.knowledge.quantities import Quantities, load_quantities

ROOT = Path(tacitus.__file__).parent / "data"
LOADED = load_quantities(ROOT)


@pytest.fixture(scope="module")
def lexicon() -> Quantities:
    return load_quantities(ROOT)


@pytest.mark.parametrize(
    ("stated", "words", "text"),
    [
        ((12, "at_least", None), "at least 12", "killing at least 12 people"),
        ((50, "at_most", None), "Up to 50", "Up to 50 houses burnt"),
        ((24, "at_least", None), "more than two dozen", "with more than two dozen aboard"),
        ((300, "about", None), "nearly 300", "the closing of nearly 300 schools"),
        ((13000, "about", None), "roughly 13,000", "roughly 13,000 troops"),
        ((12, "at_least", None), "12-plus", "a 12-plus point plan"),
        ((1000000, "at_least", None), "a million or more", "a million or more people"),
        (
            (305000, "exact", None),
            "three hundred and five thousand",
            "three hundred and five thousand people",
        ),
        ((25, "exact", None), "twenty-five", "twenty-five cars"),
        ((500000, "exact", None), "half a million", "home to half a million people"),
        ((120000, "exact", "INR"), "1,20,000 rupees", "a fine of 1,20,000 rupees"),
        ((10000, "exact", None), "10 000", "10 000 people"),
        ((240000000000, "exact", "USD"), "$240billion", "hitting $240billion last year"),
        ((5000000000, "exact", "INR"), "Rs 500 crore", "a loan of Rs 500 crore"),
        ((1200000000, "exact", "EUR"), "€1.2bn", "worth €1.2bn"),
        ((730000000, "exact", "JPY"), "730 million yen", "to spend 730 million yen"),
        ((980000000, "exact", "USD"), "US$980 million", "or US$980 million"),
        ((5000000, "exact", "AUD"), "A$5m", "its A$5m grant"),
        ((0.1, "exact", "USD"), "ten cents", "costs ten cents more"),
        ((15, "exact", "percent"), "15 per cent", "fell by 15 per cent"),
        ((0.5, "about", "share"), "nearly half", "for nearly half of them"),
        ((None, "exact", None), "Dozens", "Dozens of men were held"),
        ((None, "exact", None), "hundreds of thousands", "hundreds of thousands of people"),
        ((None, "exact", "USD"), "trillions of dollars", "trillions of dollars in debt"),
    ],
)
def test_a_quantity_is_read_with_its_bound_and_unit(
    stated: tuple[float | None, str, str | None], words: str, text: str, lexicon: Quantities
) -> None:
    (found,) = find_quantities(text, lexicon)
    assert (found.value, found.bound, found.unit) == stated
    assert text[found.span.start : found.span.end] == words


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (20, 30, "between 20 and 30 people"),
        (20, 30, "20 to 30 boats"),
        (40000000000, 50000000000, "$40-50 billion of maize"),
        (21, 22.5, "between $21 and $22.5"),
        (2, 3, "two or three boats"),
    ],
)
def test_a_range_has_two_ends(low: float, high: float, text: str, lexicon: Quantities) -> None:
    (found,) = find_quantities(text, lexicon)
    assert (found.value, found.value_high) == (low, high)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ([20, 30], "rose from 20% to 30%"),
        ([405, 11], "passed by 405 to 11"),
        ([5, 6], "aged five and six"),
        ([730000000, 6400000], "730 million yen ($6.4 million)"),
        ([], "a flight of Su-24 bombers"),
    ],
)
def test_numbers_that_are_no_range_stay_apart(values: list[float], text: str, lexicon: Quantities) -> None:
    assert [q.value for q in find_quantities(text, lexicon)] == values


@pytest.mark.parametrize(("unit", "text"), [(None, "28 won the prize"), ("KRW", "1.2 trillion won")])
def test_an_everyday_word_names_a_currency_only_in_large_sums(unit: str | None, text: str, lexicon: Quantities) -> None:
    assert find_quantities(text, lexicon)[0].unit == unit


def test_a_bare_number_of_four_digits_may_be_a_year(lexicon: Quantities) -> None:
    assert [q.year for q in find_quantities("in 1998, 1,998 people paid $1998", lexicon)] == [
        True,
        False,
        False,
    ]


@given(st.text(alphabet="0123456789 ,.-$€%abcdkmn\nto", max_size=60))
def test_every_span_lies_in_the_text_and_none_overlap(text: str) -> None:
    found = find_quantities(text, LOADED)
    ends = [0, *(q.span.end for q in found)]
    assert all(end <= q.core.start < q.core.end <= len(text) for end, q in zip(ends, found, strict=False))
