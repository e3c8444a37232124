"""On which day the offices of those who take part are looked up."""

from datetime import date

import pytest

from tacitus.coding.standing import befallen, day_of, standing
from tacitus.model import Entity, Magnitude, Quantity, Span, TimeRef


def at(told: str | None) -> TimeRef:
    return TimeRef(Span(0, 1), "DATE", told or "", date=told)


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        (date(2014, 3, 2), "2014-03-02"),
        (date(2014, 3, 15), "2014-03"),
        (date(2014, 7, 15), "2014"),
        (None, "2019-05-02"),
        (None, "2019-08"),
        (None, None),
    ],
)
def test_the_day_of_a_deed_counts_where_it_lies_before_the_month_of_the_report(
    expected: date | None, told: str | None
) -> None:
    assert day_of(at(told), date(2019, 5, 5)) == expected


def test_only_people_are_looked_up_anew() -> None:
    person, state = Entity(Span(0, 1), "Ana", kind="person"), Entity(Span(2, 3), "Peru", kind="state")
    then = Entity(Span(0, 1), "Ana", kind="person", role="mayor")
    assert standing((person, state), date(2014, 3, 2), lambda *_: then) == (then, state)
    assert standing((person, state), None, lambda *_: then) == (person, state)


@pytest.mark.parametrize(
    ("expected", "magnitude", "victims"),
    [
        (("CVL",), Magnitude(dead=Quantity(12)), "CVL"),
        (("CVL",), Magnitude(injured=Quantity(3)), "CVL"),
        (("GOV",), Magnitude(size=Quantity(3000)), "CVL"),
        (("GOV",), None, "CVL"),
        (("GOV",), Magnitude(dead=Quantity(12)), None),
    ],
)
def test_a_state_whose_people_are_hurt_is_its_people(
    expected: tuple[str, ...], magnitude: Magnitude | None, victims: str | None
) -> None:
    kabul = Entity(Span(0, 5), "Afghanistan", code="AFG", sectors=("GOV",), kind="state")
    police = Entity(Span(6, 12), "police", code="AFG", sectors=("COP",), kind="group")
    assert [e.sectors for e in befallen([kabul, police], magnitude, victims)] == [expected, ("COP",)]
