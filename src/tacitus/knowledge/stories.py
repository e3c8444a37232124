"""Which words of a language tell nothing of what a report is about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tacitus.errors import KnowledgeError
from tacitus.knowledge.tables import only, read_toml, strings

_KEYS = frozenset({"id", "words", "endings"})


@dataclass(frozen=True, slots=True)
class StoryWords:
    """Words that bind no two reports into one story, casefolded, and endings that make no other word."""

    common: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()


def load_story_words(root: Path) -> StoryWords:
    """The words of all languages below `root`; KnowledgeError where a file is broken."""
    common: set[str] = set()
    endings: list[str] = []
    for path in sorted((root / "languages").glob("*/stories.toml")):
        entry = read_toml(path)
        only(entry, _KEYS, str(path))
        if not isinstance(entry.get("words"), str):
            raise KnowledgeError(f"{path}: give `words`, a text of words that tell nothing")
        common.update(entry["words"].casefold().split())
        endings.extend(strings(entry, "endings", str(path)))
    return StoryWords(frozenset(common), tuple(endings))
