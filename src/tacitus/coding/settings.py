"""When and where: which time and which place of a sentence belong to an event."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TypeVar

from tacitus.knowledge.lexicon import Lexicon
from tacitus.knowledge.ontology import EventType
from tacitus.model import Place, Predicate, Sentence, Span, TimeRef

_T = TypeVar("_T")
_PARTS = ("appos", "conj", "compound", "nmod", "npadvmod", "poss", "amod")
_CLAUSAL = ("ccomp", "relcl", "advcl", "parataxis", "acl")
_BEFORE = ("nummod", "compound", "amod", "nmod")
_CLAUSE_COST = 2
_NEVER = 99
_NEAR_TIME = 9
_NEAR_PLACE = 6
_NEAR_SPEECH = 2  # "said in Quito", not the place of what is spoken of
_NEWS_DAYS = 1  # a report's own scene lies on its day of publication or the day before


def time_of(sentence: Sentence, predicate: Predicate, times: Sequence[TimeRef]) -> TimeRef | None:
    """The dated time nearest to the predicate in the parse, clause borders counted dear."""
    dated = [(t, i) for t in times if t.date and (i := _head_of(sentence, t.span)) is not None]
    return _nearest(sentence, predicate, dated, _NEAR_TIME)


def era_of(
    sentence: Sentence, predicate: Predicate, times: Sequence[TimeRef], bygone: Collection[tuple[str, ...]]
) -> TimeRef | None:
    """For the age of what a sentence simply tells but does not date: its latest time, else one long gone without a
    date, which ends like one of `bygone` ("decades ago").
    """
    dated = [t for t in times if t.date]
    if dated and predicate.tense == "past":
        return max(dated, key=lambda t: t.date or "")
    vague = [(t, i) for t in times if not t.date and (i := token_at(sentence, t.span.end - 1)) is not None]
    gone = [(t, i) for t, i in vague if tuple(w.text.lower() for w in sentence.tokens[i - 1 : i + 1]) in bygone]
    return _nearest(sentence, predicate, gone, _NEAR_TIME)


def days_told(sentences: Sequence[Sentence], times: Sequence[TimeRef], published: date | None) -> Mapping[int, TimeRef]:
    """For sentences without a date, the day last told before them, if it is the report's own or the one before."""
    days: dict[int, TimeRef] = {}
    dated = [t for t in times if t.date]
    passed = 0
    for sentence in sentences:
        before = passed
        while passed < len(dated) and dated[passed].span.start < sentence.end:
            passed += 1
        if passed == before and passed and _is_news(dated[passed - 1], published):
            days[sentence.index] = dated[passed - 1]
    return days


def _is_news(time: TimeRef, published: date | None) -> bool:
    if published is None or time.precision != "day" or time.date is None:
        return False
    return 0 <= (published - date.fromisoformat(time.date)).days <= _NEWS_DAYS


def lies_ahead(time: TimeRef | None, published: date | None) -> bool:
    """Whether a time begins after the day of the report."""
    return time is not None and time.date is not None and published is not None and time.date > published.isoformat()


def place_of(
    sentence: Sentence, predicate: Predicate, places: Sequence[Place], lexicon: Lexicon, kind: EventType
) -> Place | None:
    """The nearest place told as a location, or that a deed is directed at; of what is said, only where it is said."""
    # "urged Nairobi to wait": a town spoken to is a government, not where it is said
    towns = not kind.spoken
    located = [
        (p, i)
        for p in places
        if (i := token_at(sentence, p.span.end - 1)) is not None
        and _is_location(
            sentence, predicate, i, lexicon, reached=kind.on_the_spot or (towns and p.precision != "country")
        )
    ]
    return _nearest(sentence, predicate, located, _NEAR_SPEECH if kind.spoken else _NEAR_PLACE)


def scene_of(index: int, places: Mapping[int, Sequence[Place]], countries: Collection[str]) -> Place | None:
    """The town or region of one of the `countries` last told before a sentence, where a deed on the spot goes on;
    without countries the last one told, or else the country told last.
    """
    before = [p for i in range(index - 1, -1, -1) for p in reversed(places.get(i, ())) if p.country]
    fine = [p for p in before if p.precision != "country"]
    if countries:
        return next((p for p in fine if p.country in countries), None)
    return fine[0] if fine else next(iter(before), None)


def _nearest(sentence: Sentence, predicate: Predicate, candidates: list[tuple[_T, int]], limit: int) -> _T | None:
    costs = [(_cost(sentence, predicate, i), order, thing) for order, (thing, i) in enumerate(candidates)]
    best = min(costs, key=lambda c: c[:2], default=None)
    return best[2] if best is not None and best[0] <= limit else None


def _head_of(sentence: Sentence, span: Span) -> int | None:
    """The word of a phrase that hangs on a word outside it ("month" of "last month")."""
    inside = [i for i, t in enumerate(sentence.tokens) if t.start < span.end and t.end > span.start]
    return next((i for i in inside if sentence.tokens[i].head == i or sentence.tokens[i].head not in inside), None)


def token_at(sentence: Sentence, position: int) -> int | None:
    """The index of the word at a character of the clean text, if the sentence holds it."""
    if not sentence.start <= position < sentence.end:
        return None
    return next((i for i, t in enumerate(sentence.tokens) if position < t.end), None)


def _is_location(sentence: Sentence, predicate: Predicate, i: int, lexicon: Lexicon, *, reached: bool) -> bool:
    """ "in Lima", "near the border"; where a deed reaches also "on Lima", and the object of what is shelled."""
    while sentence.tokens[i].dep in _PARTS and sentence.tokens[i].head != i:
        i = sentence.tokens[i].head
    token = sentence.tokens[i]
    if token.dep == "pobj":
        preposition = lexicon.spelled(sentence.tokens[token.head].lemma)
        return preposition in lexicon.location or (reached and preposition in lexicon.target)
    done_to = predicate.argument("object")
    return reached and done_to is not None and i in done_to.heads


def _cost(sentence: Sentence, predicate: Predicate, i: int) -> int:
    """Steps from the predicate (or the verb that carries it) up and down to the word, dear into another's clause."""
    below = _path_up(sentence, i)
    starts = [predicate.head] if predicate.light is None else [predicate.head, predicate.light]
    if sentence.tokens[i].dep in _BEFORE and sentence.tokens[i].head not in starts:
        return _NEVER  # "the 2022 invasion": the year is of the invasion alone
    return min(_joined(_path_up(sentence, start), below) for start in starts)


def _joined(up: dict[int, int], down: dict[int, int]) -> int:
    return min((cost + down[i] for i, cost in up.items() if i in down), default=_NEVER)


def _path_up(sentence: Sentence, i: int) -> dict[int, int]:
    costs, cost = {i: 0}, 0
    while sentence.tokens[i].head != i:
        cost += 1 + _CLAUSE_COST * (sentence.tokens[i].dep in _CLAUSAL)
        i = sentence.tokens[i].head
        costs[i] = cost
    return costs
