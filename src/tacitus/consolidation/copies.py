"""Articles told in the words of another: wire copy, syndication, light edits, whatever stands around it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tacitus.consolidation.stories import Told

_WORD = re.compile(r"\w+")
_PHRASE = 3  # words side by side: one word in ten changed leaves seven phrases in ten
_SAMPLED = 3  # one phrase in so many is looked up
_FEWEST = 40  # shared phrases below which nothing is called a copy: quotations and notes of rights are as long
_SHARE = 0.43  # share of the shorter one's phrases that a copy has in common with its original; see bench/stories.py
_USUAL = 40  # articles after which a phrase is taken as a form of words, which finds no copies
_COMPARED = 5  # articles that are compared in full

Phrases = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Copy:
    """An article and its original, the share (0 to 1) of phrases in common, and the longest words they share."""

    article: str
    original: str
    share: float
    passage: str


class Copies:
    """The articles seen so far; give it more in any number of goes, those first that may be originals.

    Sampled phrases look up who shares some; the share of the shorter one's phrases decides, so that neither what was
    cut nor what was put around a copy hides it (Broder's containment, not resemblance).
    """

    def __init__(self) -> None:
        self._articles: list[tuple[str, str, Phrases]] = []
        self._holding: defaultdict[int, list[int]] = defaultdict(list)
        self._original: dict[str, str] = {}

    def take(self, articles: Iterable[Told]) -> Iterator[Copy]:
        """The copies among the articles; those that have their story already are only remembered."""
        for article in articles:
            phrases = _phrases(article.text)
            if article.story is None and (copy := self._copy(article, phrases)):
                self._original[article.id] = copy.original
                yield copy
            self._remember(article, phrases)

    def _copy(self, article: Told, phrases: Phrases) -> Copy | None:
        shared = Counter(other for phrase in _sampled(phrases) for other in self._holding.get(phrase, ()))
        best: tuple[float, str, str] | None = None
        for other, _ in shared.most_common(_COMPARED):
            id_, text, held = self._articles[other]
            common = len(np.intersect1d(phrases, held, assume_unique=True))
            share = common / min(len(phrases), len(held))
            if id_ != article.id and common >= _FEWEST and share >= _SHARE and (best is None or share > best[0]):
                best = share, id_, text
        if best is None:
            return None
        share, id_, text = best
        return Copy(article.id, self._original.get(id_, id_), round(share, 3), _longest(article.text, text))

    def _remember(self, article: Told, phrases: Phrases) -> None:
        number = len(self._articles)
        self._articles.append((article.id, article.text, phrases))
        for phrase in _sampled(phrases):
            holding = self._holding[phrase]
            if len(holding) < _USUAL:
                holding.append(number)


def _phrases(text: str) -> Phrases:
    """The hashes of all phrases of a text, each once."""
    words = [found[0].casefold() for found in _WORD.finditer(text)]
    pieces = zip(*(islice(words, i, None) for i in range(_PHRASE)), strict=False)
    return np.unique(np.fromiter((crc32(" ".join(piece).encode()) for piece in pieces), dtype=np.uint32))


def _sampled(phrases: Phrases) -> list[int]:
    chosen: list[int] = phrases[phrases % _SAMPLED == 0].tolist()
    return chosen


def _longest(text: str, other: str) -> str:
    """The longest run of words that both texts hold."""
    held = [found[0].casefold() for found in _WORD.finditer(other)]
    at: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(held) - _PHRASE + 1):
        at[tuple(held[i : i + _PHRASE])].append(i)
    found = list(_WORD.finditer(text))
    words = [one[0].casefold() for one in found]
    best, first = 0, 0
    i = 0
    while i + max(best, _PHRASE) <= len(words):
        reach = max((_run(words, i, held, j) for j in at.get(tuple(words[i : i + _PHRASE]), ())), default=0)
        if reach > best:
            best, first = reach, i
        i += max(reach - best, 0) + 1
    return text[found[first].start() : found[first + best - 1].end()] if best else ""


def _run(words: list[str], i: int, held: list[str], j: int) -> int:
    length = 0
    while i + length < len(words) and j + length < len(held) and words[i + length] == held[j + length]:
        length += 1
    return length
