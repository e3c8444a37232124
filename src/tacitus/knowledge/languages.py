"""What tells a language from others, and what languages are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tacitus.errors import KnowledgeError
from tacitus.knowledge.tables import read_csv


@dataclass(frozen=True, slots=True)
class Language:
    """The language that can be read: its ISO 639 code, and words that it shares with hardly any other.

    `names` are the English names of languages by code.
    """

    code: str
    familiar: frozenset[str]
    names: Mapping[str, str]

    def name_of(self, code: str) -> str:
        """The English name of a language, or its code where it has none here."""
        return self.names.get(code, f"the language '{code}'")


def load_language(root: Path, code: str, familiar: object, where: str) -> Language:
    """The language `code` with its `familiar` words; KnowledgeError where they or the table of names are missing."""
    if not isinstance(familiar, list) or not familiar:
        raise KnowledgeError(f"{where}: language: give a list of words in `familiar`")
    rows = read_csv(root / "languages" / "names.csv", ("code", "name"))
    return Language(code, frozenset(map(str, familiar)), {row["code"]: row["name"] for row in rows})
