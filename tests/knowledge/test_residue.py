"""A broken residue file says which entry is wrong, and what would help."""

from __future__ import annotations

from pathlib import Path

import pytest

from tacitus.errors import KnowledgeError
from tacitus.knowledge.residue import load_residue

LANGUAGE = '[language]\nfamiliar = ["the", "said"]\n'
REPAIRS = LANGUAGE + '[repairs]\nnumber_words = ["million"]\nopeners = ["The"]\nacronyms = ["UNICEF"]\n'
REPAIRS += """
[entries]
months = ["jan"]
afternoon = "p"
stamp = '(?P<hour>\\d\\d)'
examples = ["09"]
counterexamples = ["nine"]

[datelines]
agency = '(?P<agency>AP)'
"""
ENTRY = """
[[rule]]
id = "x"
class = "c"
scope = "line"
pattern = 'Ad'
examples = ["Ad"]
counterexamples = ["An ad"]
"""


def written(folder: Path, content: str) -> Path:
    place = folder / "languages" / "en"
    place.mkdir(parents=True, exist_ok=True)
    (place / "residue.toml").write_text(content)
    (place.parent / "names.csv").write_text("code,name\nen,English\n")
    return folder


def test_an_entry_is_loaded_with_its_pattern(tmp_path: Path) -> None:
    rules = load_residue(written(tmp_path, REPAIRS + ENTRY))
    assert [rule.id for rule in rules.of("line")] == ["x"]


@pytest.mark.parametrize(
    ("expected", "content"),
    [
        ("x: scope is 'page'", REPAIRS + ENTRY.replace('"line"', '"page"')),
        ("x: the pattern is no regular expression", REPAIRS + ENTRY.replace("'Ad'", "'('")),
        ("x: unknown key `note`", REPAIRS + ENTRY + 'note = "n"\n'),
        ("x: give at least one of counterexamples", REPAIRS + ENTRY.replace('["An ad"]', "[]")),
        ("give `class`", REPAIRS + ENTRY.replace('class = "c"', "class = 1")),
        ("x: role is 'noise'", REPAIRS + ENTRY + 'role = "noise"\n'),
        ("x: the id is given twice", REPAIRS + ENTRY + ENTRY),
        ("repairs: give a list of words in `openers`", REPAIRS.replace("openers", "open") + ENTRY),
        ("language: give a list of words in `familiar`", (REPAIRS + ENTRY).replace("familiar", "known")),
        ("cannot be read", "[["),
    ],
)
def test_a_broken_entry_is_named(tmp_path: Path, expected: str, content: str) -> None:
    with pytest.raises(KnowledgeError) as raised:
        load_residue(written(tmp_path, content))
    assert expected in str(raised.value)
    assert str(raised.value).startswith("en/residue.toml: ")
