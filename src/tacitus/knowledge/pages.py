"""How pages are built: the names that markup gives the report and what stands around it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tacitus.errors import KnowledgeError

_KINDS = ("body", "furniture", "caption", "box", "quote_box", "day")
_NAME = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class PageRules:
    """One pattern a kind of part, for the words of an element's names set between spaces."""

    body: re.Pattern[str]
    furniture: re.Pattern[str]
    caption: re.Pattern[str]
    box: re.Pattern[str]
    quote_box: re.Pattern[str]
    day: re.Pattern[str]
    months: Mapping[str, int]


def load_pages(root: Path) -> PageRules:
    """The rules in pages/html.toml; raises KnowledgeError for a list that cannot be used."""
    name = "pages/html.toml"
    try:
        table = tomllib.loads((root / "pages" / "html.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{name}: cannot be read: {error}") from error
    months = table.pop("months", None)
    if not isinstance(months, dict) or not all(isinstance(number, int) for number in months.values()):
        raise KnowledgeError(f"{name}: months: give the number of each month's first three letters")
    for kind in table:
        if kind not in _KINDS:
            raise KnowledgeError(f"{name}: {kind}: no such kind of part: use one of {', '.join(_KINDS)}")
    patterns = {kind: _pattern(f"{name}: {kind}", table.get(kind)) for kind in _KINDS}
    return PageRules(**patterns, months=months)


@lru_cache(maxsize=16384)
def in_words(names: str) -> str:
    """Names of markup in small words between spaces.

    >>> in_words("js-articleBody")
    ' js article body '
    """
    return f" {' '.join(_NAME.findall(names)).lower()} "


def _pattern(where: str, words: object) -> re.Pattern[str]:
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise KnowledgeError(f"{where}: give a list of words")
    for word in words:
        if re.search(r"[^a-z ]", word):
            raise KnowledgeError(f"{where}: {word!r}: write small letters and spaces only")
    return re.compile(rf" (?:{'|'.join(sorted(words, key=len, reverse=True))}) ")
