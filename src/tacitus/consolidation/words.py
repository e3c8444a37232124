"""The words of an article as a vector: what it is about, headline first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from heapq import nlargest
from math import log, sqrt
from sys import intern

from tacitus.knowledge.stories import StoryWords

_WORD = re.compile(r"[^\W\d_][\w'’-]+|\d[\d.,]*\d")
_STEM = 6  # letters that stand for all forms of a word, in any language that changes word ends
_LEAD = 300  # words of the text that are read: reports tell the news first
_HEADLINE = 5.0  # how often a word of the headline counts
_PAIR = 0.5  # how much two words side by side count
_READ_BEFORE = 2_000  # articles taken as read before the first: what is rare among few is not yet telling
_STRONGEST = 200  # words of an article that are kept
_REMEMBERED = 3_000_000  # words and pairs that are counted before those told once are forgotten


def words_of(title: str | None, text: str, known: StoryWords) -> dict[str, float]:
    """How often each word, and each pair of neighbours, is told; a word stands for all its forms.

    >>> sorted(words_of(None, "Floods in Lagos flooding homes", StoryWords(frozenset({"in"}))))
    ['floodi', 'floodi homes', 'floods', 'homes', 'lagos', 'lagos floodi']
    """
    told: defaultdict[str, float] = defaultdict(float)
    _add(told, title or "", _HEADLINE, known)
    _add(told, text, 1.0, known)
    return told


def _add(told: defaultdict[str, float], text: str, weight: float, known: StoryWords) -> None:
    before = None
    for number, found in enumerate(_WORD.finditer(text)):
        if number == _LEAD:
            return
        word = found[0].casefold()
        for ending in known.endings:
            word = word.removesuffix(ending)
        if word in known.common:
            before = None
            continue
        word = intern(word[:_STEM])
        told[word] += weight
        if before is not None:
            told[intern(f"{before} {word}")] += _PAIR * weight
        before = word


class Frequencies:
    """In how many articles each word has been told so far."""

    def __init__(self) -> None:
        self._articles = 0
        self._told: Counter[str] = Counter()

    def add(self, words: Iterable[str]) -> None:
        """Takes in the words of one article."""
        self._articles += 1
        self._told.update(words)
        if len(self._told) > _REMEMBERED:
            self._told = Counter({word: articles for word, articles in self._told.items() if articles > 1})

    def vector(self, told: Mapping[str, float]) -> dict[str, float]:
        """The strongest words, weighted by how rare they are (tf-idf, sublinear), of length 1."""
        articles = self._articles + _READ_BEFORE + 1
        weights = {
            word: (1 + log(count) if count > 1 else count) * log(articles / max(self._told[word], 1))
            for word, count in told.items()
        }
        if len(weights) > _STRONGEST:
            weights = {word: weights[word] for word in nlargest(_STRONGEST, weights, key=weights.__getitem__)}
        length = sqrt(sum(w * w for w in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}
