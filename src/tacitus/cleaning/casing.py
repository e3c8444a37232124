"""Capitals that only open a paragraph, "VLADIMIR Putin" or "WORLD leaders", in usual case."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from tacitus.cleaning.stretches import Stretch
from tacitus.knowledge.residue import ResidueRules

_OPENING = re.compile(r"[A-Z][A-Z'-]*[A-Z](?: [A-Z][A-Z'-]*[A-Z]){0,5}(?= ['\"]?[A-Za-z0-9])")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
_WITHIN = re.compile(r"(?<=[a-z,] )[A-Z][A-Za-z'-]*")
_LONGEST_ACRONYM = 5


class _Usage:
    """How a text writes its words, looked up when a paragraph opens in capitals."""

    def __init__(self, folded: str) -> None:
        self._folded = folded

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the text."""
        return frozenset(_WORD.findall(self._folded))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that have a capital within a sentence."""
        return frozenset(_WITHIN.findall(self._folded))


def usual_openings(folded: str, stretches: list[Stretch], rules: ResidueRules) -> dict[int, str]:
    """By number of the stretch, the openings in capitals of those that go on in usual case, in usual case."""
    usage = _Usage(folded)
    openings: dict[int, str] = {}
    for number, stretch in enumerate(stretches):
        if stretch.role == "residue" or stretch.goes_on:
            continue
        found = _OPENING.match(folded, stretch.start, stretch.end)
        if found is None or folded[found.end() : stretch.end].isupper():
            continue
        first, *rest = found.group().split(" ")
        words = [
            _usual(first, usage, rules, opens=True),
            *(_usual(w, usage, rules, opens=False) for w in rest),
        ]
        usual = " ".join(words)
        if usual != found.group():
            openings[number] = usual
    return openings


def with_openings(folded: str, stretches: list[Stretch], openings: Mapping[int, str]) -> str:
    """The text with the openings put in, as long as before."""
    pieces, done = [], 0
    for number, opening in openings.items():
        start = stretches[number].start
        pieces += [folded[done:start], opening]
        done = start + len(opening)
    return "".join([*pieces, folded[done:]])


def _usual(word: str, usage: _Usage, rules: ResidueRules, *, opens: bool) -> str:
    """The word as the rest of the text writes it; kept where that leaves doubt."""
    title, lower = word.capitalize(), word.lower()
    if word in rules.acronyms or word in usage.names:
        return word
    if title not in usage.names and (title in rules.openers or lower in usage.words):
        return title if opens else lower
    known = title in usage.names or title in usage.words
    longest = max(len(part) for part in word.split("-"))  # "ZANU-PF"
    return title if known or longest > _LONGEST_ACRONYM else word
