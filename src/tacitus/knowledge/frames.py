"""Frames: which predicate, with which arguments, tells which type of event; each entry carries its own tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tacitus.errors import KnowledgeError
from tacitus.knowledge.lexicon import Lexicon
from tacitus.knowledge.ontology import Ontology
from tacitus.knowledge.tables import only, read_toml, strings
from tacitus.model import Status

_KEYS = frozenset(
    [
        "id",
        "type",
        "mode",
        "verbs",
        "nouns",
        "adjectives",
        "actor",
        "recipient",
        "content",
        "require",
        "exclude",
        "status",
        "examples",
        "counterexamples",
    ]
)
KINDS = frozenset({"person", "group", "state", "organisation", "actor", "several", "within", "any", "absent"})
_PARTS = (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """The head lemma that wakes a frame, and the lemmas that must stand with it."""

    pos: str
    head: str
    others: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """One entry; role selectors are tried in order, conditions are alternatives by role."""

    id: str
    type: str
    mode: str | None
    triggers: tuple[Trigger, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    content: tuple[str, ...]
    require: Mapping[str, tuple[str, ...]]
    exclude: Mapping[str, tuple[str, ...]]
    status: Status | None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True)
class FrameBase:
    """All frames, found by part of speech and head lemma; `classes` are named sets of lemmas."""

    frames: Mapping[str, Frame]
    classes: Mapping[str, frozenset[str]]
    by_head: Mapping[tuple[str, str], tuple[tuple[Trigger, Frame], ...]] = field(repr=False)
    phrases: frozenset[tuple[str, str]] = field(repr=False)

    def woken(self, pos: str, lemma: str) -> tuple[tuple[Trigger, Frame], ...]:
        """The triggers whose head is `lemma`, with their frames."""
        return self.by_head.get((pos, lemma), ())


def load_frames(
    root: Path, ontology: Ontology, lexicon: Lexicon, language: str = "en", own: Sequence[Path] = ()
) -> FrameBase:
    """The frames and word classes of a language below the data folder `root`, in the lexicon's spelling.

    Entries of the user's `own` folders come first, take the place of those with their id, or switch them off.
    """
    roots = (root, *own)
    classes = _load_classes([r / "languages" / language / "classes" for r in roots], lexicon)
    frames: dict[str, Frame] = {}
    for folder in roots:
        here: dict[str, Frame] = {}
        for path in sorted((folder / "languages" / language / "frames").glob("*.toml")):
            for entry in read_toml(path).get("frame", []):
                where = path.relative_to(root) if folder is root else path
                if entry.get("off") is True and folder is not root:
                    _switch_off(frames, entry, where)
                    continue
                frame = _frame(entry, where, ontology, lexicon, classes)
                if frame.id in here:
                    raise KnowledgeError(f"{frame.where}: the id stands twice; ids are permanent and unique")
                here[frame.id] = frame
        frames = here | {id_: frame for id_, frame in frames.items() if id_ not in here}
    return frame_base(frames, classes)


def _switch_off(frames: dict[str, Frame], entry: Mapping[str, Any], path: Path) -> None:
    where = f"{path}: {entry.get('id', 'an entry without id')}"
    only(entry, frozenset({"id", "off"}), where)
    if entry.get("id") not in frames:
        raise KnowledgeError(f"{where}: there is no such entry to switch off; correct the id")
    del frames[entry["id"]]


def frame_base(frames: Mapping[str, Frame], classes: Mapping[str, frozenset[str]]) -> FrameBase:
    """The base that finds `frames` by the head lemma of their triggers, in their own order."""
    by_head: dict[tuple[str, str], list[tuple[Trigger, Frame]]] = {}
    for frame in frames.values():
        for trigger in frame.triggers:
            by_head.setdefault((trigger.pos, trigger.head), []).append((trigger, frame))
    return FrameBase(
        MappingProxyType(dict(frames)),
        MappingProxyType(dict(classes)),
        MappingProxyType({k: tuple(v) for k, v in by_head.items()}),
        frozenset(k for k, v in by_head.items() if any(t.others for t, _ in v)),
    )


def _load_classes(folders: Sequence[Path], lexicon: Lexicon) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*.toml"))):
        raw = read_toml(path)
        for name in raw:
            words = strings(raw, name, str(path))
            classes.setdefault(name, set()).update(words, map(lexicon.spelled, words))
    return {name: frozenset(words) for name, words in classes.items()}


def _frame(
    entry: Mapping[str, Any], path: Path, ontology: Ontology, lexicon: Lexicon, classes: Mapping[str, frozenset[str]]
) -> Frame:
    where = f"{path}: {entry.get('id', 'an entry without id')}"
    only(entry, _KEYS, where)
    for key in ("id", "type"):
        if not isinstance(entry.get(key), str):
            raise KnowledgeError(f"{where}: '{key}' is missing")
    _check_type(f"{entry['type']}/{entry['mode']}" if "mode" in entry else entry["type"], ontology, where)
    if entry.get("status") not in (None, *ontology.statuses):
        raise KnowledgeError(
            f"{where}: '{entry['status']}' is no status; known are {', '.join(sorted(ontology.statuses))}"
        )
    triggers = tuple(_triggers(entry, where, lexicon))
    if not triggers:
        raise KnowledgeError(f"{where}: no trigger; name verbs, nouns or adjectives")
    recipient = entry.get("recipient", "object")
    return Frame(
        id=entry["id"],
        type=entry["type"],
        mode=entry.get("mode"),
        triggers=triggers,
        actor=_selectors(entry.get("actor", "subject")),
        recipient=_selectors(recipient),
        content=_selectors(entry.get("content", "none")),
        require=_conditions(entry.get("require", {}), where, ontology, classes),
        exclude=_conditions(entry.get("exclude", {}), where, ontology, classes),
        status=entry.get("status"),
        examples=strings(entry, "examples", where),
        counterexamples=strings(entry, "counterexamples", where),
        where=where,
    )


def _triggers(entry: Mapping[str, Any], where: str, lexicon: Lexicon) -> Iterator[Trigger]:
    for key, pos in _PARTS:
        for wording in strings(entry, key, where):
            words = [lexicon.spelled(word) for word in wording.lower().split()]
            head = words.pop(0 if pos == "verb" else -1)
            yield Trigger(pos, head, frozenset(words))


def _selectors(value: str) -> tuple[str, ...]:
    return () if value == "none" else tuple(value.split("|"))


def _conditions(
    raw: Mapping[str, str], where: str, ontology: Ontology, classes: Mapping[str, frozenset[str]]
) -> Mapping[str, tuple[str, ...]]:
    conditions = {}
    for role, value in raw.items():
        alternatives = tuple(value.split("|"))
        for alternative in alternatives:
            if alternative.isupper() or "/" in alternative:
                _check_type(alternative, ontology, where)
            elif role != "words" and alternative not in KINDS and alternative not in classes:
                raise KnowledgeError(
                    f"{where}: '{alternative}' is neither a kind of actor nor a word class; add it to classes/"
                )
        conditions[role] = alternatives
    return MappingProxyType(conditions)


def _check_type(value: str, ontology: Ontology, where: str) -> None:
    type_, _, mode = value.partition("/")
    if type_ not in ontology.types:
        raise KnowledgeError(f"{where}: '{type_}' is no type; known are {', '.join(ontology.types)}")
    if mode and mode not in ontology.types[type_].modes:
        raise KnowledgeError(
            f"{where}: '{mode}' is no mode of {type_}; known are {', '.join(ontology.types[type_].modes) or 'none'}"
        )
