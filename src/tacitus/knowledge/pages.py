"""How pages are built: the names that markup gives the report and what stands around it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from tacitus.errors import KnowledgeError

Part = Literal["body", "furniture", "caption", "box", "quote_box", "day", "author"]

_PARTS: tuple[Part, ...] = get_args(Part)
_NAME = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+")
_NOTHING: frozenset[Part] = frozenset()


@dataclass(frozen=True, slots=True)
class Bylines:
    """The words of bylines: what opens one, what joins two names in it, and what names nobody, in small letters."""

    openings: tuple[str, ...]
    joins: tuple[str, ...]
    nobody: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class PageRules:
    """What runs of words in an element's names tell of the part it is; `longest` counts the words of the longest."""

    parts: Mapping[str, frozenset[Part]]
    longest: int
    bylines: Bylines

    @lru_cache(maxsize=1 << 15)  # noqa: B019  # Rules live as long as the program.
    def parts_named(self, names: str) -> frozenset[Part]:
        """The parts that an element with these names may be.

        >>> rules = PageRules({"article body": frozenset(["body"])}, 2, Bylines((), (), frozenset()))
        >>> rules.parts_named("js-articleBody")
        frozenset({'body'})
        """
        words = [word.lower() for word in _NAME.findall(names)]
        found = _NOTHING
        for first in range(len(words)):
            for end in range(first + 1, min(first + self.longest, len(words)) + 1):
                found |= self.parts.get(" ".join(words[first:end]), _NOTHING)
        return found


def load_pages(root: Path) -> PageRules:
    """The rules in pages/html.toml; raises KnowledgeError for a list that cannot be used."""
    name = "pages/html.toml"
    try:
        table = tomllib.loads((root / "pages" / "html.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{name}: cannot be read: {error}") from error
    bylines = _bylines(f"{name}: bylines", table.pop("bylines", None))
    for kind in table:
        if kind not in _PARTS:
            raise KnowledgeError(f"{name}: {kind}: no such kind of part: use one of {', '.join(_PARTS)}")
    parts: dict[str, frozenset[Part]] = {}
    for part in _PARTS:
        for words in _runs(f"{name}: {part}", table.get(part)):
            parts[words] = parts.get(words, _NOTHING) | {part}
    return PageRules(parts, max(len(words.split()) for words in parts), bylines)


def _bylines(where: str, table: object) -> Bylines:
    kinds = ("openings", "joins", "nobody")
    if not isinstance(table, dict) or set(table) != set(kinds):
        raise KnowledgeError(f"{where}: give the lists {', '.join(kinds)}")
    openings, joins, nobody = (_words(f"{where}: {kind}", table[kind]) for kind in kinds)
    return Bylines(tuple(openings), tuple(joins), frozenset(nobody))


def _runs(where: str, words: object) -> list[str]:
    runs = _words(where, words)
    for run in runs:
        if re.search(r"[^a-z ]", run):
            raise KnowledgeError(f"{where}: {run!r}: write small letters and spaces only")
    return runs


def _words(where: str, words: object) -> list[str]:
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise KnowledgeError(f"{where}: give a list of words")
    return words
