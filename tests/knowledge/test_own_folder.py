"""Folders of the user's own: what they add, override and switch off, and how their faults are told."""

from datetime import date
from pathlib import Path

import pytest

from tacitus.errors import KnowledgeError
from tacitus.evaluation.actor_lint import claimed_twice, lint_actors
from tacitus.knowledge import DATA
from tacitus.knowledge.actor_tables import TABLES, load_actors
from tacitus.knowledge.actors import ActorBase
from tacitus.knowledge.frames import FrameBase, load_frames
from tacitus.knowledge.layers import check_own
from tacitus.knowledge.lexicon import load_lexicon
from tacitus.knowledge.ontology import load_ontology

PEOPLE = "id,name,aliases,gender,wikidata,code"
OFFICES = "person,code,office,sectors,start,end,source"
GROUPS = "id,code,sectors,name,aliases,start,end"


def own(root: Path, **tables: list[str]) -> Path:
    for stem, lines in tables.items():
        path = root / "actors" / f"{stem}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


def base(root: Path, **tables: list[str]) -> ActorBase:
    return load_actors(DATA, own(root, **tables))


def frames(root: Path, text: str) -> FrameBase:
    path = root / "languages/en/frames/own.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return load_frames(DATA, load_ontology(DATA), load_lexicon(DATA), own=(root,))


def test_a_group_of_ones_own_is_found_by_its_alias(tmp_path: Path) -> None:
    mine = base(tmp_path, groups=[GROUPS, "group.mine,MOZ,REB,Dawn Column,Dawn Column Movement|DCM,,"])
    found = mine.find("Fighters of the Dawn Column fled.")
    assert [r.actor for _, _, readings in found for r in readings][-1] == "group.mine"
    assert mine.own["group.mine"].endswith("groups.csv:2")


def test_a_row_with_an_id_of_the_package_takes_its_place(tmp_path: Path) -> None:
    mine = base(tmp_path, groups=[GROUPS, "group.adf,UGA,PRM,Allied Democratic Forces,,,"])
    assert mine.actors["group.adf"].sectors == ("PRM",)


def test_an_office_of_ones_own_has_its_holder(tmp_path: Path) -> None:
    tables = {
        "people": [PEOPLE, "person.mine,Ines Calado,,f,,PRT"],
        "offices": [OFFICES, "person.mine,PRT,central bank governor,GOV,1931-05-01,1933-06-30,mine"],
    }
    held = base(tmp_path, **tables).holding("central bank governor", "PRT", date(1932, 1, 1))
    assert held is not None
    assert held.person == "person.mine"


@pytest.mark.parametrize(
    ("expected", "stem", "lines"),
    [
        ("groups.csv:2: group.x: unknown sector 'XYZ'", "groups", [GROUPS, "group.x,MOZ,XYZ,X,,,"]),
        ("groups.csv:3: group.x: the id is given twice", "groups", [GROUPS, "group.x,,,X,,,", "group.x,,,Y,,,"]),
        ("groups.csv: column 'sectors' is missing", "groups", ["id,code,name", "group.x,MOZ,X"]),
        ("groups.csv:2: the row has more or fewer cells", "groups", [GROUPS, "group.x,MOZ"]),
        ("offices.csv:2: start 'May 1931' is no date", "offices",
         [OFFICES, "person.angela_merkel,DEU,mayor,GOV,May 1931,,mine"]),
        ("offices.csv:2: the office ends before it starts", "offices",
         [OFFICES, "person.angela_merkel,DEU,mayor,GOV,1999,1998,mine"]),
        ("offices.csv:2: person.nobody_at_all: no such person", "offices",
         [OFFICES, "person.nobody_at_all,DEU,mayor,GOV,1999,,mine"]),
    ],
)  # fmt: skip
def test_a_broken_row_is_named_with_file_and_line(tmp_path: Path, expected: str, stem: str, lines: list[str]) -> None:
    with pytest.raises(KnowledgeError, match=expected):
        base(tmp_path, **{stem: lines})


def test_a_file_that_nothing_reads_is_told(tmp_path: Path) -> None:
    own(tmp_path, persons=[PEOPLE])
    with pytest.raises(KnowledgeError, match=r"persons\.csv: nothing reads this file"):
        check_own(tmp_path, TABLES)


def test_a_missing_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such folder"):
        check_own(tmp_path / "none", TABLES)
    with pytest.raises(KnowledgeError, match="holds no table"):
        check_own(tmp_path, TABLES)


def test_unknown_codes_overlapping_offices_and_names_claimed_twice_are_listed(tmp_path: Path) -> None:
    mine = base(
        tmp_path,
        people=[PEOPLE, "person.mine,Ines Calado,Merkel,f,,QQQ"],
        offices=[OFFICES, "person.mine,DEU,chancellor,GOV,2010-01-01,2011-01-01,mine"],
    )
    faults = list(lint_actors(mine))
    assert "people.csv:2: person.mine: unknown code 'QQQ'" in faults[0]
    assert "chancellor of DEU" in faults[1]
    assert "person.angela_merkel" in faults[1]
    assert any("'Merkel' names" in note for note in claimed_twice(mine))


def test_no_office_of_the_package_has_two_holders_at_once() -> None:
    assert list(lint_actors(load_actors(DATA))) == []


def test_a_frame_is_switched_off_by_its_id(tmp_path: Path) -> None:
    assert "en.coerce.arrest" not in frames(tmp_path, '[[frame]]\nid = "en.coerce.arrest"\noff = true\n').frames


def test_a_frame_with_an_id_of_the_package_takes_its_place(tmp_path: Path) -> None:
    text = '[[frame]]\nid = "en.coerce.arrest"\ntype = "COERCE"\nverbs = ["nick"]\n'
    assert [t.head for t in frames(tmp_path, text).frames["en.coerce.arrest"].triggers] == ["nick"]


def test_switching_off_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"own.toml: en.no.such: there is no such entry to switch off"):
        frames(tmp_path, '[[frame]]\nid = "en.no.such"\noff = true\n')
