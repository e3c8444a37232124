"""Who the words of a report stand for: code, first sector and name at the word that heads the phrase."""

# ruff: noqa: E501

from datetime import date

import pytest
from actor_text import base, cast_of, place_of

from tacitus.resolution.actors import entity_on


def told(text: str, day: str, word: str) -> list[tuple[str | None, str | None, str]]:
    found = cast_of(text, day).at(*place_of(text, word))
    return [(e.code, e.sectors[0] if e.sectors else None, e.name) for e in found]


NAMES = [
    ("USA JUD Georgia court", "court", "2015-05-05", "A Georgia court convicted a man in Atlanta."),
    ("USA GOV Lebanon", "Lebanon", "2013-05-05", "A man was arrested in Lebanon, New Hampshire."),
    ("SAU GOV Saudi Arabia", "Saudis", "2018-05-05", "The Saudis rejected the offer."),
    ("CHN GOV China", "Beijing", "2015-05-05", "Beijing rebuffed the Philippine foreign ministry."),
    ("PHL GOV Philippines", "ministry", "2015-05-05", "Beijing rebuffed the Philippine foreign ministry."),
    (
        "GEO GOV Georgia",
        "Georgia",
        "2011-03-03",
        "The Georgian government accused Russia.\nGeorgia recalled its ambassador.",
    ),
    ("PRK GOV Kim Jong-un", "Un", "2013-08-08", "The president of Tunisia met Kim Jong Un."),
    ("AUS COP New South Wales police", "police", "2023-01-01", "New South Wales police arrested a man."),
]

BODIES = [
    ("PER GOV Peru", "its", "2016-03-03", "Chile imposed sanctions on Peru over its raids."),
    ("IRN GOV Iran", "country", "2016-03-03", "Hassan Rouhani said US sanctions on his country failed."),
    ("AFG CVL Afghanistan", "Afghans", "2016-03-03", "Pakistan praised all Afghans."),
    ("UKR CVL Donetsk", "Donetsk", "2016-03-03", "Rockets hit Donetsk."),
    ("RUS GOV Vladimir Putin", "he", "2016-03-03", "Vladimir Putin met Angela Merkel, saying he would return."),
    ("ETH MIL Our troops", "troops", "2019-06-06", 'Abiy Ahmed spoke.\n"Our troops remain there," he said.'),
    ("MNC BUS Boeing", "company", "2015-06-06", "Boeing sued a supplier.\nThe company complained."),
    (
        "KOR PTY People Power Party",
        "PPP",
        "2022-01-01",
        "The People Power Party (PPP) met in Seoul.\nThe PPP rejected the bill.",
    ),
    ("SYR REB Kurdish forces", "forces", "2018-02-02", "Kurdish forces left Afrin in Syria."),
    (
        "IGO None Jens Stoltenberg",
        "general",
        "2019-04-04",
        "NATO met in Brussels.\nThe secretary-general warned Russia.",
    ),
    ("GBR GOV Sadiq Khan", "mayor", "2018-07-07", "The mayor of London criticised the visit."),
    ("NGO SOC aid groups", "groups", "2018-07-07", "Yemeni officials blocked aid groups."),
    ("BEL COP prosecutors", "prosecutors", "2016-03-23", "Two prosecutors in Brussels questioned a man."),
]

ROLES = [
    ("KEN MIL security forces", "Members", "2013-05-05", "Members of the security forces in Kenya shot a man."),
    (
        "IND PTY Indian National Congress",
        "leader",
        "2013-05-05",
        "The former leader of the Congress party was jailed in Delhi.",
    ),
    ("None REB Muslim rebels", "rebels", "2017-06-06", "Muslim rebels attacked Marawi."),
    ("PSE REB Hamas", "leader", "2018-05-05", "A Hamas leader praised Turkey."),
    ("KEN MIL Kenyan army", "helicopter", "2018-05-05", "A helicopter of the Kenyan army crashed."),
    (
        "TCD MIL Chadian soldiers",
        "soldiers",
        "2019-03-04",
        "Nigerian troops and Chadian soldiers fought rebels near Maiduguri.",
    ),
    ("NGA REB rebels", "rebels", "2019-03-04", "Nigerian troops and Chadian soldiers fought rebels near Maiduguri."),
    (
        "AFG REB Taliban",
        "spokesman",
        "2012-07-07",
        "A Taliban spokesman and a UN official held talks in Doha.\nThe two sides agreed on a truce.",
    ),
    (
        "UNO None United Nations",
        "official",
        "2012-07-07",
        "A Taliban spokesman and a UN official held talks in Doha.\nThe two sides agreed on a truce.",
    ),
    (
        "UKR REB pro-Russian separatists",
        "separatists",
        "2014-05-05",
        "Pro-Russian separatists seized a police station in Donetsk.",
    ),
    ("ZWE CVL Anti-Mugabe protesters", "protesters", "2005-05-05", "Anti-Mugabe protesters marched in Harare."),
    ("BLR COP Police", "Police", "2020-08-08", "Protesters in Minsk threw stones.\nPolice arrested hundreds."),
    ("AFG CVL Residents", "Residents", "2009-09-09", "Residents of Herat fled.\nThe city was shelled."),
    ("None GOV Foreign officials", "officials", "2010-10-10", "Foreign officials met the Malian prime minister."),
]

OFFICES = [
    ("USA GOV Barack Obama", "Obama", "2019-05-05", "Then-president Barack Obama imposed sanctions on Russia in 2014."),
    (
        "USA GOV Donald Trump",
        "president",
        "2019-03-04",
        "The US president met Angela Merkel in Berlin.\nHe later praised her.",
    ),
    ("USA GOV Joe Biden", "president", "2024-06-01", "Donald Trump criticised the US president."),
    ("USA ELI Donald Trump", "Trump", "2024-06-01", "Donald Trump criticised the US president."),
    ("RUS GOV Vladimir Putin", "leader", "2016-01-01", "The Kremlin leader met the Turkish prime minister."),
    ("TUR GOV Ahmet Davutoğlu", "minister", "2016-01-01", "The Kremlin leader met the Turkish prime minister."),
    ("NGA ELI Olusegun Obasanjo", "Obasanjo", "2013-04-04", "Former Nigerian president Olusegun Obasanjo urged calm."),
    (
        "KEN GOV Uhuru Kenyatta",
        "president",
        "2018-02-02",
        "Foreign Minister Jane Wanjala of Kenya resigned.\nWanjala blamed the president.",
    ),
]

UNKNOWN = [
    (
        "KEN GOV Jane Wanjala",
        "Wanjala",
        "2018-02-02",
        "Foreign Minister Jane Wanjala of Kenya resigned.\nWanjala blamed the president.",
    ),
    (
        "KEN COP John Roe",
        "Roe",
        "2018-02-02",
        "Kenyan police chief John Roe said officers arrested protesters in Kisumu.",
    ),
    ("USA GOV Vedant Rao", "Rao", "2017-01-10", "Vedant Rao, a US State Department spokesman, condemned the coup."),
    ("CAN LEG Amelia Bishop", "Bishop", "2023-01-01", "Amelia Bishop, a Canadian senator, praised Ottawa."),
    (
        "MLI MIL Sahel Freedom Army",
        "SFA",
        "2016-09-09",
        "The Sahel Freedom Army (SFA) attacked villages in Mali.\nThe SFA killed three soldiers.",
    ),
    (
        "KEN None Mwangi Otieno",
        "Otieno",
        "2013-08-08",
        "Police in Nairobi arrested Mwangi Otieno.\nOtieno denied the charges.",
    ),
]

REFERENCES = [
    ("USA GOV Donald Trump", "He", "2019-03-04", "The US president met Angela Merkel in Berlin.\nHe later praised her."),
    ("DEU GOV Angela Merkel", "her", "2019-03-04", "The US president met Angela Merkel in Berlin.\nHe later praised her."),
    ("GEO GOV Georgia", "its", "2011-03-03", "The Georgian government accused Russia.\nGeorgia recalled its ambassador."),
    ("UKR GOV Volodymyr Zelensky", "We", "2022-05-05", "“We will not surrender,” Ukrainian President Volodymyr Zelensky said."),
    ("AFG GOV Afghanistan", "city", "2009-09-09", "Residents of Herat fled.\nThe city was shelled."),
    ("SAU GOV Saudi Arabia", "kingdom", "2016-01-01", "Saudi Arabia expelled a diplomat.\nThe kingdom also recalled its envoy."),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "word", "day", "text"), NAMES + BODIES + ROLES + OFFICES + UNKNOWN + REFERENCES)
def test_a_word_stands_for_its_actor(expected: str, word: str, day: str, text: str) -> None:
    code, sector, name = expected.split(" ", 2)
    none = {"None": None}
    assert told(text, day, word) == [(none.get(code, code), none.get(sector, sector), name)]


@pytest.mark.parametrize(
    ("expected", "word", "day", "text"),
    [
        (["PER", "CHL"], "They", "2015-03-03", "Peru and Chile signed a treaty.\nThey praised the deal."),
        (
            ["AFG", "UNO"],
            "sides",
            "2012-07-07",
            "A Taliban spokesman and a UN official held talks in Doha.\nThe two sides agreed on a truce.",
        ),
        (["MEX", "CAN"], "officials", "2018-05-05", "Mexican and Canadian officials met."),
        (
            ["KOR", "PRK"],
            "leaders",
            "2018-05-05",
            "North Korea's leader met the South Korean president.\nThe two leaders shook hands.",
        ),
        (
            ["RUS", "UKR"],
            "countries",
            "2022-06-06",
            "Russia and Ukraine traded fire.\nTurkey urged the warring countries to stop.",
        ),
        (["JPN", "IND"], "pair", "2021-06-06", "Leaders of Japan and India met in Tokyo.\nThe pair signed a pact."),
    ],
)
def test_a_plural_stands_for_those_told_together(expected: list[str], word: str, day: str, text: str) -> None:
    assert [code for code, _, _ in told(text, day, word)] == expected


@pytest.mark.parametrize(
    ("expected", "word", "day", "text"),
    [
        (["TUR GOV Mevlüt Çavuşoğlu"], "counterpart", "2018-03-03", "Sergey Lavrov met his Turkish counterpart."),
        (
            ["RUS GOV Sergey Lavrov", "IND GOV Subrahmanyam Jaishankar"],
            "counterparts",
            "2021-03-03",
            "The Chinese foreign minister met his Russian and Indian counterparts.",
        ),
        (["DEU GOV Angela Merkel"], "counterpart", "2018-03-03", "Emmanuel Macron phoned his German counterpart."),
        (["None None counterpart"], "counterpart", "2018-03-03", "Emmanuel Macron phoned his counterpart."),
    ],
)
def test_a_counterpart_holds_the_same_office_elsewhere(expected: list[str], word: str, day: str, text: str) -> None:
    assert [f"{code} {sector} {name}" for code, sector, name in told(text, day, word)] == expected


@pytest.mark.parametrize(
    ("expected", "word", "text"),
    [
        (["RUS"], "invasion", "Russia's invasion angered Poland."),
        (["ETH"], "invasion", "The invasion by Ethiopia angered leaders."),
    ],
)
def test_a_phrase_that_is_no_actor_names_one_within(expected: list[str], word: str, text: str) -> None:
    cast, place = cast_of(text, "2016-01-01"), place_of(text, word)
    assert cast.at(*place) == ()
    assert [e.code for e in cast.within(*place)] == expected


def test_a_sentence_without_a_country_has_that_of_the_one_before_and_says_so() -> None:
    cast = cast_of("Protesters in Minsk threw stones.\nPolice arrested hundreds.", "2020-08-08")
    assert cast.country(1) == ("BLR", "a sentence before is set in Belarus")


def test_an_office_is_that_of_the_day_asked_for() -> None:
    text = "Donald Trump criticised the US president."
    trump = cast_of(text, "2024-06-01").at(*place_of(text, "Trump"))[0]
    then = entity_on(trump, date(2019, 3, 1), base())
    assert (then.code, then.sectors, then.role) == ("USA", ("GOV",), "president")


def test_every_actor_says_what_it_rests_on() -> None:
    text = "Kenyan police chief John Roe said officers arrested protesters in Kisumu."
    cast = cast_of(text, "2018-02-02")
    assert cast.at(*place_of(text, "Roe"))[0].reason == "'police chief' of 'Kenyan'"
    assert all(entity.reason for entities in cast.heads.values() for entity in entities)
