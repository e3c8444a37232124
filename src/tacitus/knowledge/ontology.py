"""The ontology: types, modes, quads, scores, statuses, sectors and contexts (codebook, section 1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tacitus.errors import KnowledgeError
from tacitus.knowledge.tables import only, read_toml


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER root with its quad, its score from -10 to +10, and those of its modes."""

    id: str
    quad: str
    score: float
    modes: Mapping[str, float]
    needs_recipient: bool = False
    spoken: bool = False
    mutual: bool = False
    on_the_spot: bool = False
    victims: str | None = None


@dataclass(frozen=True, slots=True)
class Ontology:
    """What can be coded; `announced` and `refused` give what an event becomes that is said to come or not to come."""

    types: Mapping[str, EventType]
    announced: Mapping[str, str]
    refused: Mapping[str, str]
    content_modes: Mapping[str, Mapping[str, str]]
    statuses: frozenset[str]
    sectors: frozenset[str]
    contexts: tuple[str, ...]
    bodies: frozenset[str]

    def score(self, type_: str, mode: str | None) -> float:
        """The score of the mode, or of the type where there is none."""
        entry = self.types[type_]
        return entry.modes[mode] if mode else entry.score

    def content_mode(self, type_: str, content: str, content_mode: str | None) -> str | None:
        """The mode of a spoken act of `type_` whose content tells an event of type `content`."""
        table = self.content_modes.get(type_, {})
        return table.get(f"{content}/{content_mode}") or table.get(content)


def load_ontology(root: Path) -> Ontology:
    """The ontology of the data folder `root`; KnowledgeError where it contradicts itself."""
    path = root / "ontology" / "ontology.toml"
    raw = read_toml(path)
    types = {e["id"]: _type(e, f"{path}: {e['id']}") for e in raw["type"]}
    for table in ("announced", "refused"):
        for before, after in raw[table].items():
            if before not in types or after not in types:
                raise KnowledgeError(f"{path}: {table}: '{before}' or '{after}' is no type")
    for spoken, table in raw["content_modes"].items():
        for content, mode in table.items():
            if mode not in types[spoken].modes:
                raise KnowledgeError(f"{path}: content_modes.{spoken}.{content}: '{mode}' is no mode of {spoken}")
    return Ontology(
        types=MappingProxyType(types),
        announced=MappingProxyType(raw["announced"]),
        refused=MappingProxyType(raw["refused"]),
        content_modes=MappingProxyType(raw["content_modes"]),
        statuses=frozenset(raw["statuses"]),
        sectors=frozenset(raw["sectors"]),
        contexts=tuple(raw["contexts"]["names"]),
        bodies=frozenset(raw["bodies"]),
    )


def _type(entry: dict[str, Any], where: str) -> EventType:
    only(entry, frozenset(field.name for field in fields(EventType)), where)
    return EventType(**{**entry, "score": float(entry["score"]), "modes": MappingProxyType(entry.get("modes", {}))})
