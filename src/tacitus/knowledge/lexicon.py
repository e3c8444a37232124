"""How the predicates of a language take their arguments, and which words say whether something happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tacitus.errors import KnowledgeError
from tacitus.knowledge.tables import only, read_toml, strings

GIVES = ("announced", "hypothetical", "negated")
_OPERATOR_KEYS = frozenset({"id", "gives", "verbs", "nouns", "adjectives", "over"})

# Tables of predicates.toml that hold one set of words each, and the key that holds it.
_SETS = (
    ("light", "verbs"), ("occurrence", "verbs"), ("bringing", "verbs"), ("leading", "verbs"),
    ("subject_control", "verbs"), ("carriers", "nouns"), ("possessive_object", "nouns"), ("compound_object", "nouns"),
    ("clausal", "nouns"), ("days", "nouns"), ("definite", "words"), ("object_gerund", "prepositions"),
    ("outer", "prepositions"), ("joined", "prepositions"), ("location", "prepositions"), ("target", "prepositions"),
    ("at_whom", "prepositions"), ("course", "prepositions"), ("shared", "prepositions"), ("lasting", "prepositions"),
    ("papers", "nouns"), ("issuing", "verbs"), ("written_by", "prepositions"), ("whole", "words"),
    ("regarding", "prepositions"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Operator:
    """A set of words that give a status to what fills one of the roles `over`."""

    id: str
    gives: str
    over: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of lemmas and prepositions, by their effect on arguments; `operators` by (part of speech, lemma)."""

    light: frozenset[str]
    light_phrases: frozenset[tuple[str, ...]]
    owning: frozenset[tuple[str, ...]]
    engaged: Mapping[str, frozenset[str]]
    occurrence: frozenset[str]
    bringing: frozenset[str]
    carriers: frozenset[str]
    partitive: str
    undergone: Mapping[str, frozenset[str]]
    possessive_object: frozenset[str]
    compound_object: frozenset[str]
    leading: frozenset[str]
    definite: frozenset[str]
    control: Mapping[str, frozenset[str]]
    subject_control: frozenset[str]
    object_gerund: frozenset[str]
    outer: frozenset[str]
    joined: frozenset[str]
    location: frozenset[str]
    target: frozenset[str]
    at_whom: frozenset[str]
    course: frozenset[str]
    papers: frozenset[str]
    issuing: frozenset[str]
    written_by: frozenset[str]
    whole: frozenset[str]
    shared: frozenset[str]
    days: frozenset[str]
    lasting: frozenset[str]
    regarding: frozenset[str]
    bygone: frozenset[tuple[str, ...]]
    clausal: frozenset[str]
    spelling: Mapping[str, str]
    modals: Mapping[str, str]
    reported_future: frozenset[str]
    negation: frozenset[str]
    vain: frozenset[str]
    merely: frozenset[str]
    undoubted: frozenset[str]
    conditions: frozenset[str]
    saying: frozenset[str]
    operators: Mapping[tuple[str, str], tuple[Operator, ...]]

    def spelled(self, lemma: str) -> str:
        """The one spelling of `lemma` that frames use."""
        return self.spelling.get(lemma, lemma)


def load_lexicon(root: Path, language: str = "en") -> Lexicon:
    """The lexicon of a language below the data folder `root`."""
    folder = root / "languages" / language
    raw = read_toml(folder / "predicates.toml")
    status = read_toml(folder / "operators.toml")
    sets: dict[str, Any] = {name: frozenset(raw[name][key]) for name, key in _SETS}
    return Lexicon(
        **sets,
        light_phrases=_phrases(raw["light"]),
        engaged=_by_word(raw["engaged"]),
        owning=_phrases(raw["owning"]),
        bygone=_phrases(raw["bygone"]),
        partitive=raw["carriers"]["preposition"],
        undergone=_by_word(raw["undergone"]),
        control=_by_word(raw["control"]),
        spelling=MappingProxyType(raw["spelling"]),
        modals=MappingProxyType({w: gives for gives in GIVES[:2] for w in status["modals"][gives]}),
        reported_future=frozenset(status["modals"]["reported_future"]),
        negation=frozenset(status["negation"]["words"]),
        vain=frozenset(status["negation"]["vain"]),
        merely=frozenset(status["negation"]["merely"]),
        undoubted=frozenset(status["negation"]["undoubted"]),
        conditions=frozenset(status["conditions"]["marks"]),
        saying=frozenset(status["saying"]["verbs"]),
        operators=_operators(status["operator"], folder / "operators.toml"),
    )


def _phrases(table: Mapping[str, Any]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in table["phrases"])


def _by_word(table: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    return MappingProxyType({word: frozenset(roles) for word, roles in table.items()})


def _operators(entries: list[dict[str, Any]], path: Path) -> Mapping[tuple[str, str], tuple[Operator, ...]]:
    found: dict[tuple[str, str], tuple[Operator, ...]] = {}
    for entry in entries:
        where = f"{path}: {entry.get('id', 'an entry without id')}"
        only(entry, _OPERATOR_KEYS, where)
        if entry.get("gives") not in GIVES:
            raise KnowledgeError(f"{where}: 'gives' must be one of {', '.join(GIVES)}")
        operator = Operator(entry["id"], entry["gives"], frozenset(strings(entry, "over", where)))
        for key, pos in (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective")):
            for lemma in strings(entry, key, where):
                found[pos, lemma] = (*found.get((pos, lemma), ()), operator)
    return MappingProxyType(found)
