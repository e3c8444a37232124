"""From words to events: type, mode, who, to whom, whether, when, where, how many, who says so."""

from __future__ import annotations

from datetime import date

import pytest

import tacitus
from tacitus.api import Coder

TYPES = [
    # expected (type, actors, recipients), sentence
    (("AGREE", "NPL", "IND"), "Nepal agreed to sell electricity to India."),
    (("CONSULT", "FIN", "NOR"), "Finland's president visited Norway."),
    (("SUPPORT", "IRL", "PSE"), "Ireland recognised Palestine."),
    (("AID", "JPN", "PHL"), "Japan gave the Philippines $40 million for flood victims."),
    (("RETREAT", "URY", ""), "Uruguay withdrew its troops from the island."),
    (("REQUEST", "PER", "ECU"), "Peru urged Ecuador to free the fishermen."),
    (("ACCUSE", "ZMB", "AGO"), "Zambia accused Angola of smuggling."),
    (("REJECT", "ISL", ""), "Iceland rejected the proposal."),
    (("THREATEN", "PAK", "IND"), "Pakistan threatened to attack India."),
    (("SANCTION", "CAN", "MMR"), "Canada imposed sanctions on Myanmar."),
    (("MOBILIZE", "TUR", ""), "Turkey deployed 3,000 troops along the border."),
    (("ASSAULT", "SDN", "TCD"), "Sudanese warplanes bombed Chad."),
    (("SANCTION", "USA", "PER"), "Peru faces US sanctions."),
    (("SANCTION", "USA", "BLR"), "Belarus, which is under US sanctions, grew less wheat."),
    (("REJECT", "HUN", "UKR"), "Hungary has refused to speak to Ukraine."),
    (("ASSAULT", "LKA", "IND"), "Nine Indian fishermen were killed in a Sri Lankan air raid."),
    (("REJECT", "KEN", ""), "Kenya does not plan to withdraw its troops."),
    (("ACCUSE", "GHA", "NGA"), "Nigeria attacked the port on Monday. Ghana condemned the attack."),
    (("PROTEST", "KAZ", ""), "Protests erupted in Kazakhstan over fuel prices."),
    (("PROTEST", "GRC", ""), "Greek youths threw stones at the barracks."),
    (("COERCE", "PRK", "CHL"), "North Korean hackers attacked a Chilean bank."),
    (("SANCTION", "CZE", "RUS"), "Prague ordered 18 Russian diplomats to leave."),
    (("SANCTION", "RUS", "MDA"), "Russia's ban on Moldovan wine ruined the growers."),
    (("MOBILIZE", "VEN", "GUY"), "Venezuela massed soldiers on Guyana's border."),
    (("COERCE", "", "LAO"), "A Laotian monk was sentenced to nine years in prison."),
    (("COERCE", "IRQ", ""), "The Iraqi army said it had seized the oil fields near Basra."),
    (("MOBILIZE", "CHN", ""), "China flew 30 warplanes over the strait."),
    (("SANCTION", "CHL", "VEN"), "Chile hit Venezuelan officials with sanctions."),
    (("AID", "KEN", "SOM"), "Kenya opened its doors to Somali refugees."),
    (("RETREAT", "", ""), "A truce took effect in Khartoum."),
    (("CONCEDE", "ETH", "ERI"), "The accord on the withdrawal of Ethiopian troops from Eritrea is nine pages long."),
]


@pytest.mark.parametrize(("expected", "words"), TYPES, ids=[words for _, words in TYPES])
def test_a_sentence_tells_its_event(told, expected: tuple[str, str, str], words: str) -> None:
    assert expected in told(words)


@pytest.mark.parametrize(
    "words",
    [
        "The film about the invasion won three prizes.",
        "The striker attacked the goal in the second half.",
        "Rain fell on Lima for two days.",
        "Share prices rose in Tokyo.",
        "The crowd broke into song.",
        "The old stadium was demolished.",
        "The bank slashed its forecast for growth in Ghana.",
        "The drought hurt Kenya's economy.",
        "A convention against torture was drafted.",
        "The speaker broke the tie with a casting vote in Suva.",
    ],
)
def test_what_nobody_does_to_anybody_is_no_event(told, words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("actual", "Canada imposed sanctions on Myanmar."),
        ("negated", "Canada did not impose sanctions on Myanmar."),
        ("hypothetical", "Canada may have imposed sanctions on Myanmar."),
        ("historical", "Canada imposed sanctions on Myanmar in 2007."),
        ("historical", "Canada imposed sanctions on Myanmar in 2019."),
        ("actual", "Canada has held two Burmese generals since 2016."),
        ("historical", "Canada imposed sanctions on Myanmar several years ago."),
        ("actual", "Canada imposed sanctions on Myanmar a few weeks ago."),
        ("historical", "In 2004 rebels fled Bouaké and attacked a village."),
        ("negated", "Mali tried unsuccessfully to expel the envoy of Niger."),
        ("negated", "Mali has yet to expel the envoy of Niger."),
        ("actual", "Mali not only expelled the envoy of Niger."),
        ("actual", "Mali's expulsion of the ambassador may have been a mistake."),
        ("actual", "There is no doubt that Mali expelled the envoy of Niger."),
        ("planned", "Workers in Ghana vowed to go on strike."),
        ("hypothetical", "An invasion of Guyana is possible."),
        ("actual", "The tests of missiles by Iran were aimed at Oman."),
        ("negated", "There is no sign the two governments will meet."),
        ("negated", "There is no sign that Kenya will withdraw its troops."),
        ("actual", "Kenya does not plan to withdraw its troops."),
    ],
)
def test_the_status_says_whether_it_happened(coder: Coder, status: str, words: str) -> None:
    coded = tacitus.code(words, published=date(2021, 5, 20), coder=coder)
    assert [status] == [event.status for event in coded.events]


@pytest.fixture(scope="module")
def raid(coder: Coder) -> tacitus.Coded:
    words = "Gunmen attacked a village near Maiduguri on Tuesday, killing at least 14 farmers, Nigerian police said.\n"
    return tacitus.code(words, published=date(2022, 8, 12), coder=coder)


def test_an_event_carries_its_day_place_toll_and_source(raid: tacitus.Coded) -> None:
    event = next(e for e in raid.events if e.type == "ASSAULT")
    assert event.time is not None
    assert event.place is not None
    assert event.magnitude is not None
    assert event.magnitude.dead is not None
    assert event.attribution is not None
    assert (event.time.date, event.time.precision) == ("2022-08-09", "day")
    assert (event.place.name, event.place.country) == ("Maiduguri", "NGA")
    assert (event.magnitude.dead.value, event.magnitude.dead.bound) == (14, "at_least")
    assert event.attribution.entity.code == "NGA"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, "Peru urged Quito to free the fishermen."),
        (None, "Chad accused Khartoum of arming rebels."),
        ("Oslo", "In Oslo, Ghana condemned the ban."),
        ("Quito", "Rebels bombed Quito."),
    ],
)
def test_a_town_that_is_spoken_to_is_not_where_it_is_said(coder: Coder, place: str | None, words: str) -> None:
    (event,) = tacitus.code(words, coder=coder).events
    assert place == (event.place and event.place.name)


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("dead", 6, "Colonel Ali Karim was killed along with five guards in Mosul."),
        ("arrested", 12, "Police detained 12 Kenyans in Kampala."),
        ("size", 30_000, "Some 30,000 people marched through Lima against the election."),
        ("dead", 3, "Militants killed three shepherds near Kirkuk."),
    ],
)
def test_those_counted_are_tied_to_their_event(coder: Coder, kind: str, value: int, words: str) -> None:
    coded = tacitus.code(words, published=date(2021, 5, 20), coder=coder)
    told = [getattr(event.magnitude, kind) for event in coded.events if event.magnitude]
    assert [quantity.value for quantity in told if quantity] == [value]


def test_what_happened_has_no_day_to_come(coder: Coder) -> None:
    coded = tacitus.code(
        "Togo condemned a charter of Benin that lasts until 2047.", published=date(2021, 5, 20), coder=coder
    )
    assert [(event.status, event.time) for event in coded.events] == [("actual", None)]


def test_every_event_says_why(raid: tacitus.Coded) -> None:
    for event in raid.events:
        assert event.frame.startswith("en.")
        assert any(event.frame in reason for reason in event.because)
        assert 0 <= event.confidence <= 1


@pytest.mark.parametrize(
    ("name", "day"),
    [("Angela Merkel", date(2019, 6, 1)), ("Olaf Scholz", date(2023, 6, 1))],
)
def test_who_holds_an_office_depends_on_the_day(coder: Coder, name: str, day: date) -> None:
    coded = tacitus.code("The German chancellor visited Portugal.", published=day, coder=coder)
    assert [name] == [actor.name for event in coded.events for actor in event.actors]


def test_who_acts_in_protest_holds_none(told) -> None:
    assert [type_ for type_, *_ in told("Iran recalled its envoy to Oslo in protest.")] == ["SANCTION"]


def test_what_is_threatened_is_no_event_of_its_own(told) -> None:
    assert [kind for kind, _, _ in told("Pakistan threatened to attack India.")] == ["THREATEN"]


def test_the_mode_of_a_demand_is_in_what_is_demanded(coder: Coder) -> None:
    coded = tacitus.code("At the summit, Ghana urged Togo to plant more trees.", coder=coder)
    assert [event.mode for event in coded.events if event.type == "REQUEST"] == [None]


@pytest.mark.parametrize(
    ("contexts", "words"),
    [
        ({"diplomatic"}, "Finland's president visited Norway."),
        ({"executive"}, "The president of Chile met the mayor of Arica."),
        ({"economic"}, "Canada imposed sanctions on Myanmar."),
    ],
)
def test_a_context_is_in_the_kind_of_event_and_in_whom_it_is_between(
    coder: Coder, contexts: set[str], words: str
) -> None:
    coded = tacitus.code(words, coder=coder)
    assert [set(event.contexts) for event in coded.events] == [contexts]
