"""A broken frame is refused with the file, the entry and the remedy."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tacitus.errors import KnowledgeError
from tacitus.knowledge import DATA
from tacitus.knowledge.frames import Frame, load_frames
from tacitus.knowledge.lexicon import load_lexicon
from tacitus.knowledge.ontology import load_ontology

GOOD = """
[[frame]]
id = "en.coerce.jail"
type = "COERCE"
mode = "arrest"
verbs = ["jail", "put behind bars"]
nouns = ["house arrest"]
require = { object = "person|group" }
examples = ["[actor Police] [trigger jailed] [recipient monks].", "[actor Judges] [trigger jailed] [recipient him]."]
counterexamples = ["Rain fell."]
"""


def frames_of(folder: Path, text: str) -> dict[str, Frame]:
    """The frames of a data folder whose only frame file holds `text`."""
    shutil.copytree(DATA / "ontology", folder / "ontology")
    shutil.copytree(DATA / "languages", folder / "languages")
    shutil.rmtree(folder / "languages" / "en" / "frames")
    path = folder / "languages" / "en" / "frames" / "coerce.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return dict(load_frames(folder, load_ontology(folder), load_lexicon(folder)).frames)


def test_a_frame_is_read_with_its_triggers_and_its_default_roles(tmp_path: Path) -> None:
    frame = frames_of(tmp_path, GOOD)["en.coerce.jail"]
    assert [(t.pos, t.head) for t in frame.triggers] == [("verb", "jail"), ("verb", "put"), ("noun", "arrest")]
    assert (frame.actor, frame.recipient) == (("subject",), ("object",))


@pytest.mark.parametrize(
    ("message", "old", "new"),
    [
        ("no type", '"COERCE"', '"JAILING"'),
        ("no mode of COERCE", '"arrest"\nverbs', '"drone"\nverbs'),
        ("neither a kind of actor nor a word class", "person|group", "person|gruop"),
        ("no trigger", 'verbs = ["jail", "put behind bars"]\nnouns = ["house arrest"]', ""),
        ("'id' is missing", 'id = "en.coerce.jail"', ""),
        ("verb", "verbs", "verb"),
        ("the id stands twice", "[[frame]]", GOOD + "\n[[frame]]"),
        ("", "[[frame]]", "[[frame"),
    ],
    ids=["type", "mode", "condition", "trigger", "id", "key", "twice", "TOML"],
)
def test_a_broken_entry_is_refused(tmp_path: Path, message: str, old: str, new: str) -> None:
    assert old in GOOD
    with pytest.raises(KnowledgeError, match=r"coerce\.toml.*" + re.escape(message)):
        frames_of(tmp_path, GOOD.replace(old, new, 1))


def test_every_frame_of_the_package_has_its_own_tests() -> None:
    frames = load_frames(DATA, load_ontology(DATA), load_lexicon(DATA)).frames
    assert len({frame.type for frame in frames.values()}) == 16
    assert [f.id for f in frames.values() if len(f.examples) < 2 or not f.counterexamples] == []
