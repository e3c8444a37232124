"""Words that give an event its mode or its contexts where no frame does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from tacitus.errors import KnowledgeError
from tacitus.knowledge.lexicon import Lexicon
from tacitus.knowledge.ontology import Ontology
from tacitus.knowledge.tables import only, read_toml, strings

Wordings = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""By first lemma: (the lemmas in order, what they are evidence of), as they stand in the file."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Evidence for modes, by type, and for contexts: by words, type (and mode), type among so many."""

    modes: Mapping[str, Wordings]
    rank: Mapping[tuple[str, str], int]
    contexts: Wordings
    always: Mapping[str, tuple[str, ...]]
    between: Mapping[str, tuple[str, ...]]
    within: Mapping[str, tuple[str, ...]]


def load_evidence(root: Path, ontology: Ontology, lexicon: Lexicon, language: str = "en") -> Evidence:
    """The evidence words of a language below the data folder `root`."""
    folder = root / "languages" / language
    modes: dict[str, list[tuple[str, str]]] = {}
    rank: dict[tuple[str, str], int] = {}
    for order, entry in enumerate(read_toml(folder / "modes.toml").get("evidence", [])):
        where = f"{folder / 'modes.toml'}: {entry.get('type')}/{entry.get('mode')}"
        only(entry, frozenset({"type", "mode", "words"}), where)
        if entry.get("mode") not in ontology.types.get(entry.get("type"), _NONE).modes:
            raise KnowledgeError(f"{where}: no such mode in ontology.toml")
        rank.setdefault((entry["type"], entry["mode"]), order)
        modes.setdefault(entry["type"], []).extend((w, entry["mode"]) for w in strings(entry, "words", where))
    contexts, by_type = _load_contexts(folder / "contexts.toml", ontology)
    return Evidence(
        MappingProxyType({t: _by_first(words, lexicon) for t, words in modes.items()}),
        MappingProxyType(rank),
        _by_first(contexts, lexicon),
        *(MappingProxyType(by_type[key]) for key in _BY_TYPE),
    )


_BY_TYPE = ("always", "between", "within")


def _load_contexts(
    path: Path, ontology: Ontology
) -> tuple[list[tuple[str, str]], dict[str, dict[str, tuple[str, ...]]]]:
    words: list[tuple[str, str]] = []
    by_type: dict[str, dict[str, tuple[str, ...]]] = {key: {} for key in _BY_TYPE}
    for entry in read_toml(path).get("context", []):
        where = f"{path}: {entry.get('id')}"
        only(entry, frozenset({"id", "words", *_BY_TYPE}), where)
        if entry.get("id") not in ontology.contexts:
            raise KnowledgeError(f"{where}: no such context in ontology.toml")
        words.extend((w, entry["id"]) for w in strings(entry, "words", where))
        for key, found in by_type.items():
            for type_ in strings(entry, key, where):
                if type_.partition("/")[0] not in ontology.types:
                    raise KnowledgeError(f"{where}: no type '{type_}' in ontology.toml")
                found[type_] = (*found.get(type_, ()), entry["id"])
    return words, by_type


class _NONE:
    modes: Mapping[str, float] = MappingProxyType({})


def _by_first(words: list[tuple[str, str]], lexicon: Lexicon) -> Wordings:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for wording, meaning in words:
        lemmas = tuple(lexicon.spelled(w) for w in wording.lower().split())
        found.setdefault(lemmas[0], []).append((lemmas, meaning))
    return MappingProxyType({first: tuple(entries) for first, entries in found.items()})
