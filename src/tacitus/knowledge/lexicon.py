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
    lasting: frozenset[str]
    clausal: frozenset[str]
    spelling: Mapping[str, str]
    modals: Mapping[str, str]
    reported_future: frozenset[str]
    negation: frozenset[str]
    vain: frozenset[str]
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
    return Lexicon(
        light=frozenset(raw["light"]["verbs"]),
        light_phrases=frozenset(tuple(phrase.split()) for phrase in raw["light"]["phrases"]),
        owning=frozenset(tuple(phrase.split()) for phrase in raw["owning"]["phrases"]),
        engaged=MappingProxyType({verb: frozenset(preps) for verb, preps in raw["engaged"].items()}),
        occurrence=frozenset(raw["occurrence"]["verbs"]),
        bringing=frozenset(raw["bringing"]["verbs"]),
        carriers=frozenset(raw["carriers"]["nouns"]),
        partitive=raw["carriers"]["preposition"],
        undergone=MappingProxyType({verb: frozenset(roles) for verb, roles in raw["undergone"].items()}),
        possessive_object=frozenset(raw["possessive_object"]["nouns"]),
        compound_object=frozenset(raw["compound_object"]["nouns"]),
        leading=frozenset(raw["leading"]["verbs"]),
        definite=frozenset(raw["definite"]["words"]),
        control=MappingProxyType({verb: frozenset(preps) for verb, preps in raw["control"].items()}),
        subject_control=frozenset(raw["subject_control"]["verbs"]),
        object_gerund=frozenset(raw["object_gerund"]["prepositions"]),
        outer=frozenset(raw["outer"]["prepositions"]),
        joined=frozenset(raw["joined"]["prepositions"]),
        location=frozenset(raw["location"]["prepositions"]),
        target=frozenset(raw["target"]["prepositions"]),
        at_whom=frozenset(raw["at_whom"]["prepositions"]),
        course=frozenset(raw["course"]["prepositions"]),
        lasting=frozenset(raw["lasting"]["prepositions"]),
        clausal=frozenset(raw["clausal"]["nouns"]),
        spelling=MappingProxyType(raw["spelling"]),
        modals=MappingProxyType({w: gives for gives in GIVES[:2] for w in status["modals"][gives]}),
        reported_future=frozenset(status["modals"]["reported_future"]),
        negation=frozenset(status["negation"]["words"]),
        vain=frozenset(status["negation"]["vain"]),
        conditions=frozenset(status["conditions"]["marks"]),
        saying=frozenset(status["saying"]["verbs"]),
        operators=_operators(status["operator"], folder / "operators.toml"),
    )


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
