"""The actor base: what it finds in a text, who held an office when, and how it names what is broken."""

from datetime import date
from pathlib import Path

import pytest

from tacitus.errors import KnowledgeError
from tacitus.knowledge import DATA
from tacitus.knowledge.actor_tables import load_actors
from tacitus.knowledge.actors import ActorBase
from tacitus.knowledge.tables import read_csv

FILES = {
    "actors/countries.csv": [
        "id,code,cow,name,aliases,adjectives,demonyms,capital,metonyms,wikidata",
        "state.ken,KEN,KEN,Kenya,Republic of Kenya,Kenyan,Kenyan,Nairobi,,Q114",
        "state.mli,MLI,MLI,Mali,,Malian,Malian,Bamako,,Q912",
    ],
    "actors/blocs.csv": ["id,name,aliases,adjectives", "bloc.west,the West,,Western"],
    "actors/organisations.csv": [
        "id,code,sectors,name,aliases,start,end,wikidata",
        "org.au,IGO,,African Union,AU,2002-07-09,,",
    ],
    "actors/groups.csv": ["id,code,sectors,name,aliases,start,end"],
    "actors/parties.csv": ["id,code,name,aliases,start,end", "party.kanu,KEN,Kenya African National Union,KANU,,"],
    "actors/people.csv": [
        "id,name,aliases,gender,wikidata,code",
        "person.a,Ko Un-bi,,f,,KEN",
        "person.b,Amadou Traoré,,m,,MLI",
    ],
    "actors/offices.csv": [
        "person,code,office,sectors,start,end,source",
        "person.a,KEN,president,GOV,2010-05-01,2015-05-01,x",
        "person.b,KEN,president,GOV,2015-05-01,,x",
    ],
    "actors/office_names.csv": ["office,rank,holders", "president,1,one"],
    "languages/en/roles.csv": [
        "phrase,plural,sectors,kind,title,office",
        "president,presidents,GOV,person,yes,president",
    ],
}


def folder(tmp_path: Path, **changes: list[str]) -> Path:
    """A data folder; a change replaces the lines of the file with this stem."""
    shipped = Path(__file__).parents[2] / "src/tacitus/data/languages/en/coreference.toml"
    for name, lines in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(changes.get(path.stem, lines)) + "\n", encoding="utf-8")
    (tmp_path / "languages/en/coreference.toml").write_text(shipped.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


@pytest.fixture
def base(tmp_path: Path) -> ActorBase:
    return load_actors(folder(tmp_path))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([("Kenya", "state.ken")], "Floods hit Kenya."),
        ([("Malian", "state.mli")], "A Malian envoy spoke."),
        ([("Kenyans", "state.ken")], "Kenyans vote."),
        ([], "Malinowski spoke."),
        ([("KENYA", "state.ken")], "KENYA VOTES"),
        ([("Kenya African National Union", "party.kanu")], "The Kenya African National Union won."),
        ([("Amadou Traore", "person.b")], "Amadou Traore left."),
        ([("Ko Un Bi", "person.a")], "Ko Un Bi arrived."),
        ([("AU", "org.au")], "The AU met."),
    ],
)
def test_the_longest_whole_word_name_is_found(base: ActorBase, expected: list[tuple[str, str]], text: str) -> None:
    assert [(text[start:end], readings[0].actor) for start, end, readings in base.find(text)] == expected


@pytest.mark.parametrize(
    ("expected", "day"),
    [("person.a", date(2012, 1, 1)), ("person.b", date(2016, 1, 1)), (None, date(2009, 1, 1)), ("person.b", None)],
)
def test_an_office_has_the_holder_of_the_day(base: ActorBase, expected: str | None, day: date | None) -> None:
    held = base.holding("president", "KEN", day)
    assert (held.person if held else None) == expected


def test_a_person_has_the_office_of_the_day(base: ActorBase) -> None:
    held = base.tenure("person.b", date(2020, 1, 1))
    assert held is not None
    assert held.office == "president"
    assert base.tenure("person.b", date(2011, 1, 1)) is None


@pytest.mark.parametrize(
    ("expected", "stem", "lines"),
    [
        ("organisations.csv:2: org.x: unknown sector 'ARM'", "organisations",
         ["id,code,sectors,name,aliases,start,end,wikidata", "org.x,KEN,ARM,X,,,,"]),
        ("people.csv:3: person.a: the id is given twice", "people",
         ["id,name,aliases,gender,wikidata,code", "person.a,A,,,,", "person.a,B,,,,", "person.b,C,,,,"]),
        ("offices.csv:2: person.z: no such person", "offices",
         ["person,code,office,sectors,start,end,source", "person.z,KEN,president,GOV,2010,,x"]),
        ("roles.csv:2: judge: kind 'man'", "roles", ["phrase,plural,sectors,kind,title,office", "judge,,JUD,man,no,"]),
    ],
)  # fmt: skip
def test_a_broken_entry_is_named_with_the_remedy(tmp_path: Path, expected: str, stem: str, lines: list[str]) -> None:
    with pytest.raises(KnowledgeError, match=expected):
        load_actors(folder(tmp_path, **{stem: lines}))


@pytest.mark.parametrize(
    ("expected", "name"),
    [("GBR", "Gibraltar"), ("GBR", "Falkland Islands"), ("GBR", "Bermuda"), ("USA", "Puerto Rico"),
     ("DNK", "Greenland"), ("DNK", "Faroe Islands"), ("FRA", "New Caledonia"), ("NLD", "Aruba"),
     ("GEO", "Abkhazia"), ("SOM", "Somaliland"), ("CYP", "Northern Cyprus"), ("AZE", "Nagorno-Karabakh"),
     ("KOS", "Kosovo"), ("PSE", "Palestine"), ("HKG", "Hong Kong"), ("VAT", "Holy See"), ("TWN", "Taiwan"),
     ("RUS", "Soviet Union"), ("COD", "Zaire"), ("SRB", "Yugoslavia"), ("DEU", "East Germany")],
)  # fmt: skip
def test_dependencies_and_former_states_have_the_code_of_the_codebook(expected: str, name: str) -> None:
    rows = read_csv(DATA / "actors/countries.csv", ("code", "name", "aliases"))
    assert expected in {r["code"] for r in rows if name == r["name"] or name in r["aliases"].split("|")}
