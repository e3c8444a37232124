"""Articles -> stories: what many articles tell of, clustered as they come, so that tomorrow's join today's."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from math import exp
from statistics import fmean

from tacitus.consolidation.words import Frequencies, words_of
from tacitus.knowledge.stories import StoryWords

_ALIKE = 0.075  # mean similarity of the articles of two stories from which they are one; measured, see bench/stories.py
_FADES = 60.0  # days after which likeness has faded by 1 / e of what can fade
_STAYS = 0.5  # the share of likeness that time does not take
_SIGNS = 60  # strongest words by which an article's likely stories are looked up
_NEAR = 12  # stories that are compared in full
_WIDE = 1_000  # a word that more stories tell finds none of them
_BATCH = 2_000  # articles joined at a time
_FORGOTTEN = 120  # days after which a story that nobody told further takes in no more


@dataclass(frozen=True, slots=True)
class Told:
    """An article as stories see it; `story` is the one that it is known to belong to."""

    id: str
    title: str | None
    text: str
    published: date | None = None
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Placing:
    """The story of an article, how alike it is to the rest of it (0 to 1), and the words that bind them most."""

    article: str
    story: str
    likeness: float
    words: tuple[str, ...]


@dataclass(slots=True)
class _Story:
    """A story so far: the sum of its articles' vectors, and their days."""

    id: str
    words: dict[str, float]
    articles: list[int]
    days: list[int]
    settled: bool  # it had its name before: it takes in, and is not taken in
    near: dict[int, float] = field(default_factory=dict)


class Stories:
    """The stories told so far; give it articles in any number of goes, in the order of their days.

    Average linkage on tf-idf with likeness fading by time: the two stories whose articles are most alike are joined
    until none are alike enough. Stories of an earlier go stay what they are and take in what is new.
    """

    def __init__(self, known: StoryWords) -> None:
        self._known = known
        self._frequencies = Frequencies()
        self._stories: dict[int, _Story] = {}
        self._telling: defaultdict[str, set[int]] = defaultdict(set)
        self._named: dict[str, int] = {}
        self._articles = 0
        self._next = 0

    def take(self, articles: Iterable[Told]) -> Iterator[Placing]:
        """The story of each article; one that has a story already only teaches what the story is about."""
        coming = iter(articles)
        while some := list(islice(coming, _BATCH)):
            words = [words_of(article.title, article.text, self._known) for article in some]
            for told in words:
                self._frequencies.add(told)
            vectors = [self._frequencies.vector(told) for told in words]
            arrived = [self._arrive(*pair) for pair in zip(some, vectors, strict=True)]
            self._join([story for story in arrived if story in self._stories and not self._stories[story].settled])
            yield from self._placings(some, vectors)
            self._forget()

    def _arrive(self, article: Told, vector: dict[str, float]) -> int:
        days = [article.published.toordinal()] if article.published else []
        self._articles += 1
        if article.story is not None and article.story in self._named:
            story = self._stories[self._named[article.story]]
            _sum_up(story.words, vector)
            story.articles.append(self._articles - 1)
            story.days.extend(days)
            self._sign(self._named[article.story], vector)
            return self._named[article.story]
        number, self._next = self._next, self._next + 1
        settled = article.story is not None
        name = article.story or article.id
        self._stories[number] = _Story(name, dict(vector), [self._articles - 1], days, settled)
        if settled:
            self._named[name] = number
        self._sign(number, vector)
        return number

    def _sign(self, number: int, vector: Mapping[str, float]) -> None:
        for word in _strongest(vector, _SIGNS):
            self._telling[word].add(number)

    def _join(self, arrived: Sequence[int]) -> None:
        """Joins the two most alike until none are alike enough."""
        pairs: list[tuple[float, int, int]] = []
        for number in arrived:
            for other in self._candidates(number):
                self._weigh(number, other, pairs)
        while pairs:
            likeness, a, b = heapq.heappop(pairs)
            if a in self._stories and b in self._stories and self._stories[a].near.get(b) == -likeness:
                self._merge(a, b, pairs)
        for number in arrived:
            if number in self._stories:
                self._settle(number)

    def _candidates(self, number: int) -> list[int]:
        """The stories that share most of the strongest words."""
        shared: defaultdict[int, float] = defaultdict(float)
        story = self._stories[number]
        for word in _strongest(story.words, _SIGNS):
            weight = story.words[word]
            telling = self._telling[word]
            if len(telling) > _WIDE:
                continue
            for other in telling:
                held = self._stories[other]
                shared[other] += weight * held.words[word] / len(held.articles)
        shared.pop(number, None)
        return heapq.nlargest(_NEAR, shared, key=lambda other: (shared[other], -other))

    def _weigh(self, a: int, b: int, pairs: list[tuple[float, int, int]]) -> None:
        one, two = self._stories[a], self._stories[b]
        if b in one.near or (one.settled and two.settled):
            return
        likeness = _likeness(one, two)
        if likeness >= _ALIKE:
            one.near[b] = two.near[a] = likeness
            heapq.heappush(pairs, (-likeness, min(a, b), max(a, b)))

    def _merge(self, a: int, b: int, pairs: list[tuple[float, int, int]]) -> None:
        """Takes story `b` into `a`, or `a` into `b` where that one has its name already."""
        if self._stories[b].settled:
            a, b = b, a
        taking, taken = self._stories[a], self._stories.pop(b)
        _sum_up(taking.words, taken.words)
        taking.articles.extend(taken.articles)
        taking.days.extend(taken.days)
        for word in taken.words:
            if word in self._telling and b in self._telling[word]:
                self._telling[word].discard(b)
                self._telling[word].add(a)
        near = (taking.near.keys() | taken.near.keys()) - {a, b}
        taking.near.clear()
        for other in near:
            if other in self._stories:
                for gone in (a, b):
                    self._stories[other].near.pop(gone, None)
                self._weigh(a, other, pairs)

    def _settle(self, number: int) -> None:
        """Gives a story its name for good: the id of the article that it began with."""
        story = self._stories[number]
        story.settled = True
        story.near.clear()
        self._named[story.id] = number

    def _forget(self) -> None:
        """Lets go of the stories that were told last long before the newest."""
        newest = max((day for story in self._stories.values() for day in story.days), default=0)
        old = [n for n, story in self._stories.items() if story.days and max(story.days) < newest - _FORGOTTEN]
        for number in old:
            story = self._stories.pop(number)
            self._named.pop(story.id, None)
            for word in story.words:
                if word in self._telling:
                    self._telling[word].discard(number)

    def _placings(self, articles: Sequence[Told], vectors: Sequence[Mapping[str, float]]) -> Iterator[Placing]:
        first = self._articles - len(articles)
        holder = {i: story for story in self._stories.values() for i in story.articles if i >= first}
        for i, (article, vector) in enumerate(zip(articles, vectors, strict=True), first):
            yield _placing(article, vector, holder[i])


def _placing(article: Told, vector: Mapping[str, float], story: _Story) -> Placing:
    others = len(story.articles) - 1
    if not others:
        return Placing(article.id, story.id, 1.0, ())
    shared = {word: weight * (story.words[word] - weight) / others for word, weight in vector.items()}
    words = tuple(heapq.nsmallest(8, (w for w in shared if shared[w] > 0), key=lambda w: (-shared[w], w)))
    return Placing(article.id, story.id, round(sum(shared.values()), 3), words)


def _likeness(a: _Story, b: _Story) -> float:
    """The mean similarity of the articles of two stories, less what time takes."""
    small, large = sorted((a.words, b.words), key=len)
    dot = sum(weight * large[word] for word, weight in small.items() if word in large)
    gap = abs(fmean(a.days) - fmean(b.days)) if a.days and b.days else 0.0
    return dot / (len(a.articles) * len(b.articles)) * (_STAYS + (1 - _STAYS) * exp(-gap / _FADES))


def _sum_up(words: dict[str, float], more: Mapping[str, float]) -> None:
    for word, weight in more.items():
        words[word] = words.get(word, 0.0) + weight


def _strongest(words: Mapping[str, float], many: int) -> list[str]:
    return heapq.nlargest(many, words, key=words.__getitem__)
