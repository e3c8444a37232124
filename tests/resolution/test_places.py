"""Places are found where they are told and resolved by what stands around them; sentences are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

import tacitus
from tacitus.knowledge.places import PlaceBase, fold, load_places
from tacitus.model import Span
from tacitus.resolution.places import country_of, find_places

DATA = Path(tacitus.__file__).parent / "data"


@pytest.fixture(scope="module")
def base() -> PlaceBase:
    return load_places(DATA)


def told(text: str, base: PlaceBase) -> list[tuple[str, str | None]]:
    """Each place's words and country."""
    return [(text[p.span.start : p.span.end], p.country) for p in find_places(text, base)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([("Nairobi", "KEN")], "Traders closed their stalls in Nairobi on Monday."),
        ([("al-Bab", "SYR")], "Shells hit al-Bab overnight."),
        (
            [("St. Petersburg", "RUS"), ("Russia", "RUS")],
            "The choir left St. Petersburg for a tour of Russia.",
        ),
        ([("Rio de Janeiro", "BRA")], "Dockers in Rio de Janeiro walked out in 2011."),
        ([("Cox's Bazar", "BGD")], "The storm reached Cox's Bazar at dawn."),
        ([("U.S.", "USA"), ("Mali", "MLI")], "The U.S. closed its mission in Mali."),
        ([("OSLO", "NOR")], "OSLO - Ministers met on Sunday."),
        ([("Gulf of Aden", None)], "A tanker was boarded in the Gulf of Aden."),
        ([("Great Hall of the People", "CHN")], "The envoys dined in the Great Hall of the People."),
        ([("Kabul", "AFG")], "Students of Kabul University struck."),
    ],
)
def test_names_are_found_with_their_whole_words(
    expected: list[tuple[str, str | None]], text: str, base: PlaceBase
) -> None:
    assert told(text, base) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Us two went home.",
        "The actress Paris Hilton opened the fair.",
        "A portrait of George Washington was sold.",
        "Mr. Lincoln said the bridge was safe.",
        "The Boston Globe reported the deal.",
        "The Bank of China raised its rates.",
        "An anti-Iran rally was called off.",
        "They gave a nice reading of the poem.",
        "The UN agreed.",
    ],
)
def test_persons_organisations_and_common_words_are_no_places(text: str, base: PlaceBase) -> None:
    assert told(text, base) == []


@pytest.mark.parametrize(
    ("admin1", "country", "text"),
    [
        ("Illinois", "USA", "A barn burned near Springfield, Ill., on Friday."),
        ("Massachusetts", "USA", "A barn burned near Springfield, Mass., on Friday."),
        ("Ohio", "USA", "The mayor of Lebanon, Ohio, resigned."),
        ("Texas", "USA", "Paris, TX, has a tower."),
        ("Ontario", "CAN", "Police in London, Ontario, closed the road."),
        ("Kharkiv Oblast", "UKR", "Drones struck Kharkiv in northeastern Ukraine."),
        ("Cordoba", "ARG", "Strikes in Argentina spread. In Cordoba, buses stopped."),
        ("Andalusia", "ESP", "Strikes in Spain spread. In Cordoba, buses stopped."),
    ],
)
def test_what_contains_a_place_decides_which_it_is(admin1: str, country: str, text: str, base: PlaceBase) -> None:
    assert (admin1, country) in [(p.admin1, p.country) for p in find_places(text, base)]


def test_a_place_has_a_point_a_precision_and_its_geonames_number(base: PlaceBase) -> None:
    (place,) = find_places("Clashes broke out in Mosul.", base)
    assert (place.name, place.country, place.precision, place.geonameid) == ("Mosul", "IRQ", "city", 99072)
    assert (place.lat, place.lon) == pytest.approx((36.3, 43.1), abs=0.1)


def test_spans_that_are_persons_or_organisations_are_left_out(base: PlaceBase) -> None:
    assert find_places("Georgia spoke in Accra.", base, not_places=[Span(0, 7)])[0].name == "Accra"


def test_a_shortened_state_needs_a_place_before_it(base: PlaceBase) -> None:
    assert told("It was OK in OR.", base) == []


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("SYR", "Raqqa"),
        ("SYR", "Ar-Raqqah"),
        ("FRA", "Paris"),
        ("UKR", "Odessa"),
        ("IND", "Bombay"),
        (None, "Xyzzy"),
    ],
)
def test_a_prominent_name_has_a_country(expected: str | None, name: str, base: PlaceBase) -> None:
    assert country_of(name, base) == expected


@pytest.mark.parametrize(
    ("expected", "name"),
    [("deir ez zor", "Deir ez-Zor"), ("sanaa", "Saná'a"), ("diyarbakir", "Diyarbakır"), ("w va", "W. Va.")],
)
def test_names_are_compared_without_case_accents_dots_and_apostrophes(expected: str, name: str) -> None:
    assert fold(name) == expected
