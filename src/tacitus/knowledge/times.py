"""The expressions of time of a language: patterns, the words they are made of, and what the words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tacitus.errors import KnowledgeError
from tacitus.knowledge.tables import only, read_toml, strings

Meaning = str | int

# What a pattern must tell for its rule: one part of each group.
RULES: Mapping[str, tuple[frozenset[str], ...]] = {
    "calendar": (),
    "deictic": (frozenset({"deictic"}),),
    "shift": (frozenset({"which", "told"}),),
    "offset": (frozenset({"direction"}), frozenset({"unit"})),
    "duration": (frozenset({"unit"}),),
    "window": (frozenset({"back"}), frozenset({"unit"})),
    "set": (frozenset({"unit", "adverb", "weekday", "month", "season", "part", "weekend"}),),
    "word": (frozenset({"word"}),),
    "quarter": (frozenset({"ordinal"}),),
    "decade": (frozenset({"decade", "short_decade", "tens"}),),
    "century": (frozenset({"ordinal", "ordinal_digits"}),),
    "feast": (frozenset({"feast"}),),
}
SPACE = r"(?:(?:[ \u00a0]|\n(?!\n))+)"
_MACRO = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?\}")
_SPACE_OR_CLASS = re.compile(r"\[[^\]]*\]| ")
_GROUP = re.compile(r"\(\?P<([a-z_]+)(?:=([a-z_]+))?>")
_BRACKET = re.compile(r"(?<!\\)\((?!\?)")
_WORD = re.compile(r"[^\W\d_]+")
_CONTEXTS = ("before", "unless_before", "after", "unless_after")
_PATTERN_KEYS = frozenset({"id", "rule", "match", "capital", "small", "given", *_CONTEXTS})


@dataclass(frozen=True, slots=True)
class TimePattern:
    """One wording; `groups` gives for each group of `regex` what it tells and what its words mean."""

    id: str
    rule: str
    regex: re.Pattern[str]
    groups: tuple[tuple[str, Mapping[str, Meaning] | None], ...]
    before: re.Pattern[str] | None
    unless_before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None
    capital: bool
    small: bool
    given: Mapping[str, Meaning]


@dataclass(frozen=True, slots=True)
class TimePrefix:
    """Words before an expression that mark a part of it (`applies` is date) or how near it is (duration)."""

    regex: re.Pattern[str]
    mods: Mapping[str, str]
    applies: str


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """How a language tells time; `opening` finds which pattern of `patterns` may fit at a place."""

    cues: frozenset[str]
    words: frozenset[str]
    inner: frozenset[str]
    proper: re.Pattern[str]
    opening: re.Pattern[str]
    patterns: tuple[TimePattern, ...]
    prefixes: tuple[TimePrefix, ...]
    prefix_words: frozenset[str]
    forward: re.Pattern[str]
    forward_next: re.Pattern[str]
    stops: re.Pattern[str]


def load_times(root: Path, language: str = "en") -> TimeLexicon:
    """How `language` tells time, from the data folder `root`; KnowledgeError where an entry is broken."""
    path = root / "languages" / language / "times.toml"
    raw = read_toml(path)
    for key in ("lists", "pieces", "prefix", "pattern", "stops"):
        if key not in raw:
            raise KnowledgeError(f"{path}: '{key}' is missing; give it as the English file does")
    lists: dict[str, dict[str, Meaning]] = raw["lists"]
    entries = raw["pattern"]
    reader = _PatternReader(path, lists, raw["pieces"])
    patterns = tuple(reader.read(entry) for entry in entries)
    prefixes = tuple(_prefixes(raw["prefix"]))
    cues = frozenset(_words([w])[-1] for name in strings(raw, "cues", str(path)) for w in lists[name])
    sources = [w for p in patterns for w in _words([p.regex.pattern])]
    openings = [w for p in prefixes for w in _words(p.mods)]
    return TimeLexicon(
        cues=cues,
        words=cues.union(sources, openings, *(_words(words) for words in lists.values())),
        inner=frozenset(strings(raw, "inner", str(path))),
        proper=_any(strings(raw, "proper", str(path))),
        opening=re.compile("|".join(f"({_BRACKET.sub('(?:', p.regex.pattern)})" for p in patterns)),
        patterns=patterns,
        prefixes=prefixes,
        prefix_words=frozenset(_words([mod])[0] for p in prefixes for mod in p.mods),
        forward=_any(strings(raw, "forward", str(path))),
        forward_next=_any(strings(raw, "forward_next", str(path))),
        stops=re.compile(raw["stops"]),
    )


class _PatternReader:
    """Reads the patterns of one file; `lists` and `pieces` are what stands in braces."""

    def __init__(self, path: Path, lists: Mapping[str, dict[str, Meaning]], pieces: Mapping[str, str]) -> None:
        self.path, self.lists, self.pieces = path, lists, pieces

    def read(self, entry: Mapping[str, Any]) -> TimePattern:
        where = f"{self.path}: {entry.get('id', 'a pattern without id')}"
        only(entry, _PATTERN_KEYS, where)
        if not {"id", "rule", "match"} <= entry.keys() or entry["rule"] not in RULES:
            raise KnowledgeError(f"{where}: give 'id', 'match', and as 'rule' one of {', '.join(sorted(RULES))}")
        source = self._expanded(entry["match"], where)
        told = {name for name, _ in _GROUP.findall(source)} | entry.get("given", {}).keys()
        for needed in RULES[entry["rule"]]:
            if told.isdisjoint(needed):
                raise KnowledgeError(f"{where}: rule '{entry['rule']}' needs a group {' or '.join(sorted(needed))}")
        return TimePattern(
            id=entry["id"],
            rule=entry["rule"],
            regex=_compiled(source, where),
            groups=tuple(self._meaning(name, meaning) for name, meaning in _GROUP.findall(source)),
            before=self._context(entry, "before", where),
            unless_before=self._context(entry, "unless_before", where),
            after=self._context(entry, "after", where),
            unless_after=self._context(entry, "unless_after", where),
            capital=entry.get("capital", False),
            small=entry.get("small", False),
            given=MappingProxyType(entry.get("given", {})),
        )

    def _meaning(self, name: str, meaning: str) -> tuple[str, Mapping[str, Meaning] | None]:
        words = self.lists.get(meaning or name)
        return name, MappingProxyType(words) if words else None

    def _context(self, entry: Mapping[str, Any], key: str, where: str) -> re.Pattern[str] | None:
        if key not in entry:
            return None
        end = "$" if key.endswith("before") else ""
        return _compiled(self._expanded(f"(?:{entry[key]}){end}", where), f"{where}: {key}")

    def _expanded(self, source: str, where: str) -> str:
        def expand(macro: re.Match[str]) -> str:
            name = macro[1]
            if name in self.lists:
                return f"(?P<{macro[2] or name}={name}>{_alternatives(self.lists[name])})"
            if name not in self.pieces:
                raise KnowledgeError(f"{where}: '{{{name}}}' is neither a list nor a piece of this file")
            return self._expanded(self.pieces[name], where)

        return _MACRO.sub(expand, source)


def _compiled(source: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(_GROUP.sub("(", _spaced(source)))
    except re.error as error:
        raise KnowledgeError(f"{where}: no regular expression: {error}") from error


def _prefixes(entries: Iterable[Mapping[str, Any]]) -> Iterable[TimePrefix]:
    for applies in ("date", "duration"):
        mods = {w: e["mod"] for e in entries if e["before"] == applies for w in e["words"]}
        source = f"({_alternatives(mods)})(?:{SPACE}|(?<=-))"
        yield TimePrefix(re.compile(source), MappingProxyType(mods), applies)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", SPACE) for w in sorted(words, key=len, reverse=True))


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(words)})(?!\w)")


def _spaced(source: str) -> str:
    return _SPACE_OR_CLASS.sub(lambda m: SPACE if m[0] == " " else m[0], source)


def _words(texts: Iterable[str]) -> list[str]:
    return [w for text in texts for w in _WORD.findall(text)]
