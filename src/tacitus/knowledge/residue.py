"""What in a text as extracted is no report: residue by class, captions, bylines and datelines."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Literal, cast, get_args

import ahocorasick_rs

from tacitus.errors import KnowledgeError
from tacitus.knowledge.languages import Language, load_language
from tacitus.model import Role

Scope = Literal["line", "list", "head", "tail", "inline"]
Where = Literal["start", "end"]

# By whether a line is among the first and among the last: the places of rules that hold there.
PLACES: Mapping[tuple[bool, bool], tuple[Where | None, ...]] = {
    (False, False): (None,),
    (True, False): ("start", None),
    (False, True): ("end", None),
    (True, True): ("start", "end", None),
}
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

    def holds(self, line: str) -> bool:
        """Whether it matches the whole line."""
        lowered = line.lower()
        return (not self.guards or any(g in lowered for g in self.guards)) and self.pattern.fullmatch(line) is not None


@dataclass(frozen=True, slots=True)
class Guards:
    """The guards of all rules, found in one pass; `owners` are the numbers of the rules that each guard belongs to."""

    automaton: ahocorasick_rs.AhoCorasick
    owners: tuple[tuple[int, ...], ...]

    def in_lines(self, lines: Iterable[str]) -> Mapping[int, set[int]]:
        """By number of a line, the numbers of the rules that have a guard in it, in any case."""
        lowered = [line.lower() for line in lines]
        starts = [0, *accumulate(len(line) + 1 for line in lowered)]
        found: dict[int, set[int]] = {}
        for guard, start, _ in self.automaton.find_matches_as_indexes("\n".join(lowered), overlapping=True):
            found.setdefault(bisect_right(starts, start) - 1, set()).update(self.owners[guard])
        return found


@dataclass(frozen=True, slots=True)
class Stamps:
    """What opens the entries of a live blog: groups hour, minute, half, day, month and year, some with a 2 behind."""

    pattern: re.Pattern[str]
    months: tuple[str, ...]
    afternoon: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unguarded:
    """The rules for whole lines that have no guards: their numbers, and one pattern for what any of them matches."""

    numbers: tuple[int, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ResidueRules:
    """The residue of a language, and its words that typographic repairs need.

    `agency` finds the agency that a dateline names, in the group of that name.
    `unguarded` has the rules to try on every line, by whether it is among the first lines and among the last.
    """

    rules: tuple[ResidueRule, ...]
    number_words: re.Pattern[str]
    openers: frozenset[str]
    acronyms: frozenset[str]
    stamps: Stamps
    agency: re.Pattern[str]
    language: Language
    guards: Guards = field(init=False)
    unguarded: Mapping[tuple[bool, bool], Unguarded] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "guards", _guards(self.rules))
        object.__setattr__(self, "unguarded", {place: _unguarded(self.rules, place) for place in PLACES})

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
        stamps=_stamps(name, table.get("entries", {}), fragments),
        agency=_compiled(f"{name}: datelines", str(table.get("datelines", {}).get("agency", "")), fragments),
        language=load_language(root, language, table.get("language", {}).get("familiar"), name),
    )


def _guards(rules: tuple[ResidueRule, ...]) -> Guards:
    owners: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        for guard in rule.guards:
            owners.setdefault(guard, []).append(number)
    return Guards(ahocorasick_rs.AhoCorasick(list(owners)), tuple(map(tuple, owners.values())))


def _stamps(name: str, entry: Mapping[str, object], fragments: Mapping[str, str]) -> Stamps:
    where = f"{name}: entries"
    return Stamps(
        pattern=_compiled(where, str(entry.get("stamp", "")), fragments),
        months=_sentences(where, entry, "months"),
        afternoon=str(entry.get("afternoon", "")),
        examples=_sentences(where, entry, "examples"),
        counterexamples=_sentences(where, entry, "counterexamples"),
    )


def _unguarded(rules: tuple[ResidueRule, ...], place: tuple[bool, bool]) -> Unguarded:
    numbers = [
        number
        for number, rule in enumerate(rules)
        if rule.scope in ("line", "list") and not rule.guards and rule.where in PLACES[place]
    ]
    return Unguarded(tuple(numbers), re.compile("|".join(f"(?:{rules[n].pattern.pattern})" for n in numbers)))


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
