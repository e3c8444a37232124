"""Searching actors: names, ids and parts of names, offices of a day, near spellings."""

from datetime import date
from pathlib import Path

import pytest

import tacitus
from tacitus.errors import InputError
from tacitus.knowledge.actor_tables import load_actors
from tacitus.knowledge.actors import ActorBase
from tacitus.whois import search_actors


@pytest.fixture(scope="module")
def base() -> ActorBase:
    return load_actors(Path(tacitus.__file__).parent / "data")


@pytest.mark.parametrize(
    ("expected", "query"),
    [
        ("person.angela_merkel", "Angela Merkel"),
        ("person.angela_merkel", "person.angela_merkel"),
        ("state.ken", "kenya"),
        ("org.african_union", "African Union"),
    ],
)
def test_an_actor_is_found_by_name_or_id(base: ActorBase, expected: str, query: str) -> None:
    assert search_actors(query, base)[0].actor.id == expected


def test_all_with_a_word_in_their_name_are_found(base: ActorBase) -> None:
    names = [card.actor.name for card in search_actors("Merkel", base)]
    assert "Angela Merkel" in names


@pytest.mark.parametrize(
    ("expected", "day"), [(["chancellor", "leader"], date(2015, 5, 5)), ([], date(2023, 5, 5))]
)  # fmt: skip
def test_offices_are_those_of_the_day(base: ActorBase, expected: list[str], day: date) -> None:
    card = search_actors("Angela Merkel", base, day)[0]
    assert sorted({t.office for t in card.now} & {"chancellor", "leader"}) == expected


def test_nothing_found_names_near_spellings(base: ActorBase) -> None:
    with pytest.raises(InputError, match="Angela Merkel"):
        search_actors("Angela Merkle", base)
