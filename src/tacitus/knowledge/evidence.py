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
    """Evidence for modes, by type, and for contexts."""

    modes: Mapping[str, Wordings]
    rank: Mapping[tuple[str, str], int]
    contexts: Wordings


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
    contexts: list[tuple[str, str]] = []
    for entry in read_toml(folder / "contexts.toml").get("context", []):
        where = f"{folder / 'contexts.toml'}: {entry.get('id')}"
        only(entry, frozenset({"id", "words"}), where)
        if entry.get("id") not in ontology.contexts:
            raise KnowledgeError(f"{where}: no such context in ontology.toml")
        contexts.extend((w, entry["id"]) for w in strings(entry, "words", where))
    return Evidence(
        MappingProxyType({t: _by_first(words, lexicon) for t, words in modes.items()}),
        MappingProxyType(rank),
        _by_first(contexts, lexicon),
    )


class _NONE:
    modes: Mapping[str, float] = MappingProxyType({})


def _by_first(words: list[tuple[str, str]], lexicon: Lexicon) -> Wordings:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for wording, meaning in words:
        lemmas = tuple(lexicon.spelled(w) for w in wording.lower().split())
        found.setdefault(lemmas[0], []).append((lemmas, meaning))
    return MappingProxyType({first: tuple(entries) for first, entries in found.items()})
