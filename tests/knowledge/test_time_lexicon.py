"""The data file of times: what is broken in it is named, with the remedy."""

from pathlib import Path

import pytest

from tacitus.errors import KnowledgeError
from tacitus.knowledge.times import load_times

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
