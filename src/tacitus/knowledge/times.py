"""The expressions of time of a language: patterns, the words they are made of, and what the words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tacitus.errors import KnowledgeError
from tacitus.knowledge.tables import only, read_csv, read_toml, strings
from tacitus.knowledge.times_openings import ANY, Heads, heads_of, heads_of_words, openings

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
# Patterns run over text whose line breaks and other white space within a paragraph are spaces, what stands
# around them and the words that turn a sentence to the future over the text as it is.
_WITHIN = "(?: +)"
_AROUND = r"(?:(?:[ \u00a0]|\n(?!\n))+)"
_MACRO = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?\}")
_SPACE_OR_CLASS = re.compile(r"\[[^\]]*\]| ")
_GROUP = re.compile(r"\(\?P<([a-z_]+)(?:=([a-z_]+))?>")
_WORD = re.compile(r"[^\W\d_]+")
_CONTEXTS = ("before", "unless_before", "after", "unless_after")
_PATTERN_KEYS = frozenset({"id", "rule", "match", "capital", "small", "given", *_CONTEXTS})


@dataclass(frozen=True, slots=True)
class Wording:
    """A regular expression that is compiled when it is first needed; KnowledgeError where it is none."""

    source: str
    where: str

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled expression."""
        return _compiled(self.source, self.where)


@dataclass(frozen=True, slots=True)
class TimePattern:
    """One wording; `heads` are its first words, `groups` what each group tells and what its words mean."""

    id: str
    rule: str
    wording: Wording
    heads: Heads
    groups: tuple[tuple[str, Mapping[str, Meaning] | None], ...]
    before: Wording | None
    unless_before: Wording | None
    after: Wording | None
    unless_after: Wording | None
    capital: bool
    small: bool
    given: Mapping[str, Meaning]


@dataclass(frozen=True, slots=True)
class TimePrefix:
    """Words before an expression that mark a part of it (`applies` is date) or how near it is (duration)."""

    wording: Wording
    mods: Mapping[str, str]
    applies: str


class ByOpening(dict[str, tuple[tuple[re.Pattern[str], TimePattern], ...]]):
    """The patterns that may fit where a word, digits or SIGN stand; they are compiled when it is first met."""

    def __init__(self, patterns: tuple[TimePattern, ...]) -> None:
        super().__init__()
        self.patterns = patterns

    def __missing__(self, word: str) -> tuple[tuple[re.Pattern[str], TimePattern], ...]:
        found = tuple((p.wording.regex, p) for p in self.patterns if word in p.heads or ANY in p.heads)
        if found:
            self[word] = found
        return found


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """How a language tells time; `opened_by` gives the patterns that may fit where a word or number stands."""

    cues: frozenset[str]
    words: frozenset[str]
    openers: frozenset[str]
    proper: re.Pattern[str]
    opened_by: ByOpening
    prefixes: tuple[TimePrefix, ...]
    prefix_words: frozenset[str]
    forward: re.Pattern[str]
    forward_next: re.Pattern[str]
    forward_behind: re.Pattern[str]
    stops: re.Pattern[str]
    joins: re.Pattern[str]
    names: re.Pattern[str]


def load_times(root: Path, language: str = "en") -> TimeLexicon:
    """How `language` tells time, from the data folder `root`; KnowledgeError where an entry is broken."""
    path = root / "languages" / language / "times.toml"
    raw = read_toml(path)
    for key in ("lists", "pieces", "prefix", "pattern", "stops"):
        if key not in raw:
            raise KnowledgeError(f"{path}: '{key}' is missing; give it as the English file does")
    lists: dict[str, dict[str, Meaning]] = raw["lists"]
    if "feast" in lists:
        days = _feast_days(root / "times" / "feast_days.csv")
        lists["feast"] = {word: _dated(str(rule), days, f"{path}: {word}") for word, rule in lists["feast"].items()}
    reader = _PatternReader(path, lists, raw["pieces"])
    patterns = tuple(reader.read(entry) for entry in raw["pattern"])
    prefixes = tuple(_prefixes(raw["prefix"], str(path)))
    cues = frozenset(_words([w])[-1] for name in strings(raw, "cues", str(path)) for w in lists[name])
    sources = [w for p in patterns for w in _words([p.wording.source])]
    openings = [w for p in prefixes for w in _words(p.mods)]
    words = cues.union(sources, openings, *(_words(words) for words in lists.values()))
    return TimeLexicon(
        cues=cues,
        words=words,
        openers=_openers(patterns, prefixes) - set(strings(raw, "inner", str(path))),
        proper=_any(strings(raw, "proper", str(path))),
        opened_by=ByOpening(patterns),
        prefixes=prefixes,
        prefix_words=_prefix_words(prefixes),
        forward=_any(strings(raw, "forward", str(path))),
        forward_next=_any(strings(raw, "forward_next", str(path))),
        forward_behind=re.compile(raw.get("forward_behind", "(?!)")),
        stops=re.compile(raw["stops"]),
        joins=re.compile(raw.get("joins", "(?!)")),
        names=_any(strings(raw, "names", str(path))),
    )


def _openers(patterns: Iterable[TimePattern], prefixes: Iterable[TimePrefix]) -> frozenset[str]:
    """The words that an expression can begin with."""
    return _prefix_words(prefixes).union(*(p.heads for p in patterns))


def _prefix_words(prefixes: Iterable[TimePrefix]) -> frozenset[str]:
    return frozenset(_words([mod])[0] for p in prefixes for mod in p.mods)


def _feast_days(path: Path) -> Mapping[str, list[str]]:
    days: dict[str, list[str]] = {}
    for row in read_csv(path, ("feast", "day")):
        days.setdefault(row["feast"], []).append(row["day"])
    return days


def _dated(rule: str, days: Mapping[str, list[str]], where: str) -> str:
    """The rule of a feast with its days in place of the name that they go by in the table."""
    computed, _, name = rule.partition("@")
    if name and name not in days:
        raise KnowledgeError(f"{where}: '{name}' has no days; add them to times/feast_days.csv")
    return f"{computed}@{' '.join(days[name])}" if name else computed


class _PatternReader:
    """Reads the patterns of one file; `lists` and `pieces` are what stands in braces."""

    def __init__(self, path: Path, lists: Mapping[str, dict[str, Meaning]], pieces: Mapping[str, str]) -> None:
        self.path, self.lists, self.pieces = path, lists, pieces
        self.heads: dict[str, Heads] = {name: heads_of_words(words) for name, words in lists.items()}

    def read(self, entry: Mapping[str, Any]) -> TimePattern:
        where = f"{self.path}: {entry.get('id', 'a pattern without id')}"
        only(entry, _PATTERN_KEYS, where)
        if not {"id", "rule", "match"} <= entry.keys() or entry["rule"] not in RULES:
            raise KnowledgeError(f"{where}: give 'id', 'match', and as 'rule' one of {', '.join(sorted(RULES))}")
        source = self._expanded(entry["match"], where)
        try:
            heads = openings(entry["match"], self._heads)
        except ValueError as error:
            raise KnowledgeError(f"{where}: no regular expression: {error}") from error
        told = {name for name, _ in _GROUP.findall(source)} | entry.get("given", {}).keys()
        for needed in RULES[entry["rule"]]:
            if told.isdisjoint(needed):
                raise KnowledgeError(f"{where}: rule '{entry['rule']}' needs a group {' or '.join(sorted(needed))}")
        return TimePattern(
            id=entry["id"],
            rule=entry["rule"],
            wording=Wording(_spaced(source, _WITHIN), where),
            heads=heads,
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

    def _context(self, entry: Mapping[str, Any], key: str, where: str) -> Wording | None:
        if key not in entry:
            return None
        end = r"\Z" if key.endswith("before") else ""
        source = self._expanded(f"(?:{entry[key]}){end}", where)
        return Wording(_spaced(source, _AROUND), f"{where}: {key}")

    def _heads(self, name: str) -> Heads:
        if name not in self.heads:
            self.heads[name] = heads_of(self.pieces[name], self._heads)
        return self.heads[name]

    def _expanded(self, source: str, where: str) -> str:
        def expand(macro: re.Match[str]) -> str:
            name = macro[1]
            if name in self.lists:
                return f"(?P<{macro[2] or name}={name}>{_alternatives(self.lists[name])})"
            if name not in self.pieces:
                raise KnowledgeError(f"{where}: '{{{name}}}' is neither a list nor a piece of this file")
            return self._expanded(self.pieces[name], where)

        return _MACRO.sub(expand, source)


@cache
def _compiled(source: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(_GROUP.sub("(", source))
    except re.error as error:
        raise KnowledgeError(f"{where}: no regular expression: {error}") from error


def _prefixes(entries: Iterable[Mapping[str, Any]], path: str) -> Iterable[TimePrefix]:
    for applies in ("date", "duration"):
        mods = {w: e["mod"] for e in entries if e["before"] == applies for w in e["words"]}
        source = _spaced(f"({_alternatives(mods)})(?: |(?<=-))", _WITHIN)
        yield TimePrefix(Wording(source, f"{path}: prefix"), MappingProxyType(mods), applies)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", " ") for w in sorted(words, key=len, reverse=True))


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_spaced(rf"(?<!\w)(?:{_alternatives(words)})(?!\w)", _AROUND))


def _spaced(source: str, space: str) -> str:
    return _SPACE_OR_CLASS.sub(lambda m: space if m[0] == " " else m[0], source)


def _words(texts: Iterable[str]) -> list[str]:
    return [w for text in texts for w in _WORD.findall(text)]
