"""The data file of times: what is broken in it is named, with the remedy."""

from pathlib import Path

import pytest

from tacitus.errors import KnowledgeError
from tacitus.knowledge import DATA
from tacitus.knowledge.times import Wording, load_times
from tacitus.knowledge.times_openings import heads_of_words, openings

HEAD = """
cues = ["month"]
inner = []
proper = []
forward = ["will"]
forward_next = ["due"]
stops = '[.]'
pieces = {}
prefix = []
[lists.month]
may = 5
"""


@pytest.mark.parametrize(
    ("message", "pattern"),
    [
        ("neither a list nor a piece", "rule = 'calendar'\nmatch = '{mouth}'"),
        ("no regular expression", "rule = 'calendar'\nmatch = '{month}('"),
        ("as 'rule' one of", "rule = 'calender'\nmatch = '{month}'"),
        ("needs a group told or which", "rule = 'shift'\nmatch = '{month}'"),
        ("unknown key 'unless'", "rule = 'calendar'\nmatch = '{month}'\nunless = 'x'"),
    ],
)
def test_a_broken_pattern_is_named_with_its_remedy(message: str, pattern: str, tmp_path: Path) -> None:
    folder = tmp_path / "languages" / "en"
    folder.mkdir(parents=True)
    (folder / "times.toml").write_text(f"{HEAD}\n[[pattern]]\nid = 'en.time.x'\n{pattern}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message) as error:
        load_times(tmp_path)
    assert "en.time.x" in str(error.value)


def test_a_missing_part_of_the_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "languages" / "en"
    folder.mkdir(parents=True)
    (folder / "times.toml").write_text("cues = []", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="'lists' is missing"):
        load_times(tmp_path)


def test_every_wording_of_the_shipped_file_is_a_regular_expression() -> None:
    for pattern in load_times(DATA).opened_by.patterns:
        contexts = (pattern.before, pattern.unless_before, pattern.after, pattern.unless_after)
        assert all(wording.regex for wording in (pattern.wording, *contexts) if wording)


def test_a_wording_that_is_no_regular_expression_is_named_when_it_is_needed() -> None:
    with pytest.raises(KnowledgeError, match=r"en\.time\.x: no regular"):
        _ = Wording("[a-", "times.toml: en.time.x").regex


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ({"may", "june"}, "{month}"),
        ({"the", "may", "june"}, "(?:the )?{month}"),
        ({"the"}, "the {month}"),
        ({"mid", "may", "june"}, "(?:mid-)?{month}"),
        ({"day", "days"}, r"(?P<unit>days?)\b"),
        ({"0", "00", "ten"}, r"(?:\d{1,2}|ten) (?:days|weeks)"),
        ({"0000"}, r"(?P<year>1\d\d\d|20\d\d)(?!\d)"),
        ({"0", "00"}, r"(?:[12]\d|0?[1-9])(?:st|nd)?"),
        ({"*"}, r"\d+ days"),
        ({"o"}, "o['’]clock"),
        ({"#"}, r"['’](?P<year>\d0)s"),
        ({"*"}, r"[a-z]+ day"),
        ({"may", "june"}, r"(?!may be){month}(?= \d)"),
        ({"pm"}, r"(?<=\d)pm"),
    ],
)
def test_a_pattern_tells_the_words_it_opens_with(words: set[str], source: str) -> None:
    assert openings(source, lambda _: heads_of_words(["may", "june"])) == words
