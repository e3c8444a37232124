"""How a language reports what was said: cue words and the marks of direct speech."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tacitus.errors import KnowledgeError

_FILE = "languages/en/quoting.toml"


@dataclass(frozen=True, slots=True)
class Marks:
    """Quotation marks; `pattern` finds any of the double ones, `single` any of the single ones."""

    pattern: re.Pattern[str]
    single: re.Pattern[str]
    opening: frozenset[str]
    closing: frozenset[str]
    before_close: frozenset[str]


@dataclass(frozen=True, slots=True)
class Quoting:
    """Cue lemmas by what may follow them (clause, infinitive, judged object), and function words of cues."""

    speech: frozenset[str]
    unsure: frozenset[str]
    finding: frozenset[str]
    thought: frozenset[str]
    asking: frozenset[str]
    judging: frozenset[str]
    nouns: frozenset[str]
    according: frozenset[str]
    according_to: frozenset[str]
    as_words: frozenset[str]
    openers: frozenset[str]
    relatives: frozenset[str]
    agents: frozenset[str]
    name_prepositions: frozenset[str]
    marks: Marks


def load_quoting(root: Path) -> Quoting:
    """The quoting of the data directory `root`; raises KnowledgeError where an entry is broken."""
    try:
        table = tomllib.loads((root / _FILE).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{_FILE}: {error}: restore the file or mend its TOML") from error
    try:
        return _quoting(table)
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{_FILE}: {error}: the table or key is missing; add it") from error


def _quoting(table: Mapping[str, Any]) -> Quoting:
    according = table["according"]
    return Quoting(
        speech=frozenset(table["speech"]["verbs"]),
        unsure=frozenset(table["speech_unsure"]["verbs"]),
        finding=frozenset(table["finding"]["verbs"]),
        thought=frozenset(table["thought"]["verbs"]),
        asking=frozenset(table["asking"]["verbs"]),
        judging=frozenset(table["judging"]["verbs"]),
        nouns=frozenset(table["saying"]["nouns"]),
        according=frozenset(according["verbs"]),
        according_to=frozenset(according["prepositions"]),
        as_words=frozenset(according["as"]),
        openers=frozenset(table["openers"]["words"]),
        relatives=frozenset(table["relative"]["words"]),
        agents=frozenset(table["agent"]["words"]),
        name_prepositions=frozenset(table["name"]["prepositions"]),
        marks=_marks(table["marks"]),
    )


def _marks(table: Mapping[str, Any]) -> Marks:
    double = [*table["open"], *table["close"], *table["straight"]]
    single = [*table["single_open"], *table["single_close"], *table["single_straight"]]
    return Marks(
        pattern=re.compile(_any(double)),
        single=re.compile(_any(single)),
        opening=frozenset([*table["open"], *table["single_open"]]),
        closing=frozenset([*table["close"], *table["single_close"]]),
        before_close=frozenset(table["before_close"]),
    )


def _any(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p)))
