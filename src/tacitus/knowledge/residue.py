"""What in a text as extracted is no report: residue by class, captions, bylines and datelines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from tacitus.errors import KnowledgeError
from tacitus.knowledge.languages import Language, load_language
from tacitus.model import Role

Scope = Literal["line", "list", "head", "tail", "inline"]
Where = Literal["start", "end"]

_KEYS = {"id", "class", "role", "scope", "where", "pattern", "before", "after", "listed"}
_LISTS = {"guards", "examples", "counterexamples"}


@dataclass(frozen=True, slots=True)
class ResidueRule:
    """What one pattern says of the words it matches.

    `scope` says what is matched: a whole line, a line and the list of headlines below it, a line's head or
    tail, or any part of it. What is matched gets `role`; what stands before it (for a line: the line above)
    gets the role `before`, what stands after it `after`. `where` limits it to the first or last lines. A
    line is tried only if it holds one of `guards` in any case, where there are any. What is `listed` below a
    line matches that pattern, or else is no sentence.
    """

    id: str
    kind: str
    role: Role
    scope: Scope
    pattern: re.Pattern[str]
    where: Where | None = None
    guards: tuple[str, ...] = ()
    before: Role | None = None
    after: Role | None = None
    listed: re.Pattern[str] | None = None
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    def may_hold(self, lowered: str) -> bool:
        """Whether the text, in lower case, holds one of the guards."""
        for guard in self.guards:
            if guard in lowered:
                return True
        return not self.guards


@dataclass(frozen=True, slots=True)
class ResidueRules:
    """The residue of a language, and its words that typographic repairs need."""

    rules: tuple[ResidueRule, ...]
    number_words: re.Pattern[str]
    openers: frozenset[str]
    acronyms: frozenset[str]
    language: Language

    def of(self, scope: Scope) -> tuple[ResidueRule, ...]:
        """The rules of a scope, in the order of the file."""
        return tuple(rule for rule in self.rules if rule.scope == scope)


def load_residue(root: Path, language: str = "en") -> ResidueRules:
    """The residue rules of a language; raises KnowledgeError for an entry that cannot be used."""
    path = root / "languages" / language / "residue.toml"
    name = f"{language}/{path.name}"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{name}: cannot be read: {error}") from error
    fragments = cast("Mapping[str, str]", table.get("fragments", {}))
    rules = tuple(_rule(name, entry, fragments) for entry in table.get("rule", ()))
    _refuse_doubles(name, rules)
    words = table.get("repairs", {})
    for key in ("number_words", "openers", "acronyms"):
        if not words.get(key):
            raise KnowledgeError(f"{name}: repairs: give a list of words in `{key}`")
    return ResidueRules(
        rules=rules,
        number_words=re.compile(rf"(?<=\d)(?=(?:{'|'.join(words['number_words'])})\b)"),
        openers=frozenset(words["openers"]),
        acronyms=frozenset(words["acronyms"]),
        language=load_language(root, language, table.get("language", {}).get("familiar"), name),
    )


def _rule(name: str, entry: Mapping[str, object], fragments: Mapping[str, str]) -> ResidueRule:
    where = f"{name}: {entry.get('id', '?')}"
    _check_keys(where, entry)
    role = _one_of(where, "role", entry.get("role", "residue"), get_args(Role))
    before, after = entry.get("before"), entry.get("after")
    return ResidueRule(
        id=str(entry["id"]),
        kind=str(entry["class"]),
        role=cast("Role", role),
        scope=cast("Scope", _one_of(where, "scope", entry["scope"], get_args(Scope))),
        pattern=_compiled(where, str(entry["pattern"]), fragments),
        where=cast("Where | None", entry.get("where") and _one_of(where, "where", entry["where"], get_args(Where))),
        guards=_sentences(where, entry, "guards") if "guards" in entry else (),
        before=cast("Role | None", before and _one_of(where, "before", before, get_args(Role))),
        after=cast("Role | None", after and _one_of(where, "after", after, get_args(Role))),
        listed=_compiled(where, str(entry["listed"]), fragments) if "listed" in entry else None,
        examples=_sentences(where, entry, "examples"),
        counterexamples=_sentences(where, entry, "counterexamples"),
    )


def _check_keys(where: str, entry: Mapping[str, object]) -> None:
    unknown = sorted(set(entry) - _KEYS - _LISTS)
    if unknown:
        raise KnowledgeError(f"{where}: unknown key `{unknown[0]}`: use one of {', '.join(sorted(_KEYS | _LISTS))}")
    for key in ("id", "class", "scope", "pattern"):
        if not isinstance(entry.get(key), str):
            raise KnowledgeError(f"{where}: give `{key}` as a string")


def _one_of(where: str, key: str, value: object, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise KnowledgeError(f"{where}: {key} is {value!r}: use one of {', '.join(allowed)}")
    return str(value)


def _compiled(where: str, pattern: str, fragments: Mapping[str, str]) -> re.Pattern[str]:
    for fragment, words in fragments.items():
        pattern = pattern.replace(f"{{{fragment}}}", words)
    try:
        return re.compile(pattern)
    except re.error as error:
        raise KnowledgeError(f"{where}: the pattern is no regular expression: {error}") from error


def _sentences(where: str, entry: Mapping[str, object], key: str) -> tuple[str, ...]:
    given = entry.get(key)
    if not isinstance(given, list) or not given or not all(isinstance(one, str) for one in given):
        raise KnowledgeError(f"{where}: give at least one of {key}, as a list of strings")
    return tuple(given)


def _refuse_doubles(name: str, rules: tuple[ResidueRule, ...]) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise KnowledgeError(f"{name}: {rule.id}: the id is given twice: rename one")
        seen.add(rule.id)
