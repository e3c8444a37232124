"""Stated quantities about the world: how much of what, of whom, for when, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tacitus.coding.counting import Count, count_all, is_people
from tacitus.coding.numbers import StatedQuantity
from tacitus.knowledge.quantities import Counted, Quantities
from tacitus.model import Attribution, Entity, Figure, Sentence, Span, Text, TimeRef

Entities = Callable[[int, int], tuple[Entity, ...]]
Sources = Callable[[int, int], Attribution | None]

_PEOPLE = "people"
_SHARE = "share"
_LONGEST = 12  # words in `what`
_FEW = 10
_PAIR = 4
_LOOK = 16
_VERBS = "V"
_DEEP = 6
_ADVERBIAL = frozenset({"pobj", "npadvmod", "advmod", "dep"})
_PARTICIPIAL = ("advcl", "xcomp", "conj", "acl")
_PARTS = frozenset({"prep", "amod", "compound", "nmod", "poss", "pobj", "det", "nummod", "acl", "case", "conj", "cc"})


@dataclass(frozen=True, slots=True)
class Around:
    """What figures lean on: times of the text, entities headed at a word, the source of a word."""

    times: Sequence[TimeRef]
    at: Entities
    source: Sources


def find_figures(
    text: Text,
    sentences: Sequence[Sentence],
    quantities: Sequence[StatedQuantity],
    lexicon: Quantities,
    around: Around,
) -> tuple[Figure, ...]:
    """The figures of a text, in order; numbers that date, rank, name or age something are none."""
    found: dict[tuple[float, float | None, str, str], Figure] = {}
    for sentence in sentences:
        for count in count_all(sentence, quantities, lexicon.counted):
            if not _is_figure(text.clean, sentence, count, lexicon.counted, around.times):
                continue
            unit = _unit(sentence, count, lexicon.counted)
            if unit is not None:
                figure = _figure(sentence, count, unit, around)
                noun = "" if count.quantity.unit else sentence.tokens[count.counted].lemma
                # A figure told again is the same figure.
                found.setdefault((figure.value, figure.value_high, unit, noun), figure)
    return tuple(found.values())


def _figure(sentence: Sentence, count: Count, unit: str, around: Around) -> Figure:
    quantity = count.quantity
    assert quantity.value is not None
    return Figure(
        span=_span(sentence, count),
        value=quantity.value,
        value_high=quantity.value_high,
        bound=quantity.bound,
        unit=unit,
        what=_what(sentence, count),
        of=_of(sentence, count, around.at),
        date=_date(sentence, count, around.times),
        attribution=around.source(sentence.index, count.anchor),
        section=sentence.role,
    )


def _span(sentence: Sentence, count: Count) -> Span:
    """The number with its unit, and the counted noun right behind it."""
    span, noun = count.quantity.span, sentence.tokens[count.counted]
    return Span(span.start, noun.end) if span.end <= noun.start else span


def _is_figure(clean: str, sentence: Sentence, count: Count, lexicon: Counted, times: Sequence[TimeRef]) -> bool:
    quantity = count.quantity
    if quantity.value is None or quantity.year:
        return False
    if any(t.type in ("DATE", "TIME", "SET") and t.span.overlaps(quantity.core) for t in times):
        return False
    if quantity.unit is not None:
        return True
    before = clean[max(0, quantity.span.start - _LOOK) : quantity.span.start].lower().split()
    if quantity.bound == "exact" and before and before[-1] in lexicon.not_before:
        return False
    if lexicon.not_after.match(clean, quantity.core.end):
        return False
    return _is_worth(sentence, count, lexicon)


def _is_worth(sentence: Sentence, count: Count, lexicon: Counted) -> bool:
    """Whether the count tells something: not "the two sides", "one of them", "for three weeks"."""
    noun, quantity = sentence.tokens[count.counted], count.quantity
    if lexicon.measures.get(noun.lemma) in lexicon.durations and noun.dep in _ADVERBIAL:
        return False
    if quantity.value == 1:
        return count.fate is not None and sentence.tokens[count.anchor].dep == "nummod" and noun.tag == "NN"
    if quantity.value is None or quantity.value >= _FEW or quantity.bound != "exact" or count.fate:
        return True
    if any(sentence.tokens[c].text.lower() in lexicon.definite for c in _before(sentence, count)):
        return False
    return quantity.value > _PAIR or noun.lemma not in lexicon.idle


def _before(sentence: Sentence, count: Count) -> list[int]:
    """The determiners and possessives of the counted noun; a possessor's mark stands below the possessor."""
    below = [c for c in sentence.children[count.counted] if c < count.anchor]
    return [*below, *(c for b in below for c in sentence.children[b] if sentence.tokens[b].dep == "poss")]


def _unit(sentence: Sentence, count: Count, lexicon: Counted) -> str | None:
    """The unit: of the quantity itself, people, a measure, or the counted noun."""
    if count.quantity.unit == _SHARE:
        return _SHARE if count.counted != count.anchor or count.quantity.bound != "exact" else None
    if count.quantity.unit:
        return count.quantity.unit
    token = sentence.tokens[count.counted]
    measure = lexicon.measures.get(token.lemma) or _glued(sentence, count, lexicon)
    if measure:
        return measure
    if count.fate or is_people(token, lexicon):
        return _PEOPLE
    if count.counted == count.anchor:
        return _unit_of_bare(sentence, count, lexicon)
    return token.text.lower() if token.tag == "NNS" and token.text.isalpha() else None


def _unit_of_bare(sentence: Sentence, count: Count, lexicon: Counted) -> str | None:
    """What a number without a noun counts: "366 fled", "a population of 3 million"."""
    token = sentence.tokens[count.anchor]
    if token.tag != "CD":
        return None
    if token.dep in ("nsubj", "nsubjpass"):
        return _PEOPLE
    for i in _chain(sentence, count.anchor)[:2]:
        for noun in (i, *sentence.children[i]):
            if sentence.tokens[noun].lemma in lexicon.totals:
                return _PEOPLE
            if sentence.tokens[noun].lemma in lexicon.numbers:
                return _unit_after_of(sentence, noun, lexicon)
    return None


def _unit_after_of(sentence: Sentence, noun: int, lexicon: Counted) -> str | None:
    for word in _phrase(sentence, noun):
        token = sentence.tokens[word]
        if token.dep == "pobj" and token.tag == "NNS":
            return _PEOPLE if token.lemma in lexicon.people else token.text.lower()
    return None


def _glued(sentence: Sentence, count: Count, lexicon: Counted) -> str | None:
    """The unit of "a 500-strong crowd", "the 2,000-ton ship", "a six-month truce"."""
    for token in sentence.tokens[count.anchor + 1 : count.anchor + 3]:
        if token.text.lower() in lexicon.strengths:
            return _PEOPLE
        if token.text != "-":
            return lexicon.measures.get(token.lemma)
    return None


def _what(sentence: Sentence, count: Count) -> str | None:
    """The counted noun with what stands around it and the verb it stands with, in the text's words."""
    tokens = sentence.tokens
    own = {i for i, t in enumerate(tokens) if t.start < count.quantity.span.end and t.end > count.quantity.span.start}
    words = [i for i in _phrase(sentence, count.counted) if i not in own]
    verb = next((i for i in _chain(sentence, count.counted) if tokens[i].tag[0] == _VERBS), None)
    if count.counted == count.anchor and verb is not None:
        words = [i for i in _subject(sentence, verb) if i not in own] + [verb] + [i for i in words if i != verb]
    elif verb is not None and (count.fate_word is not None or len(words) < _FEW):
        words.append(count.fate_word if count.fate_word is not None else verb)
    words = list(dict.fromkeys(words))[:_LONGEST]
    return " ".join(tokens[i].text for i in words) or None


def _phrase(sentence: Sentence, head: int) -> list[int]:
    found, todo = [head], [head]
    while todo:
        for child in sentence.children[todo.pop()]:
            if sentence.tokens[child].dep in _PARTS:
                found.append(child)
                todo.append(child)
    return sorted(found)


def _subject(sentence: Sentence, verb: int) -> list[int]:
    """The phrase that the verb is said of; a participle's is that of its main verb ("Trade grew, reaching ...")."""
    for above in (verb, *_chain(sentence, verb)):
        for child in sentence.children[above]:
            if sentence.tokens[child].dep in ("nsubj", "nsubjpass"):
                return _phrase(sentence, child)
        if sentence.tokens[above].dep not in _PARTICIPIAL:
            break
    return []


def _chain(sentence: Sentence, i: int) -> list[int]:
    chain = []
    for _ in range(_DEEP):
        head = sentence.tokens[i].head
        if head == i:
            break
        chain.append(head)
        i = head
    return chain


def _of(sentence: Sentence, count: Count, at: Entities) -> tuple[str, ...]:
    """The codes of whom the figure is about: in its own phrase, else above it, else in its clause."""
    verb = next((i for i in _chain(sentence, count.counted) if sentence.tokens[i].tag[0] == _VERBS), None)
    places = [_phrase(sentence, count.counted), _chain(sentence, count.counted)]
    if verb is not None:
        places += [_subject(sentence, verb), sentence.subtree(verb)]
    for words in places:
        codes = [e.code for i in words for e in at(sentence.index, i) if e.code]
        if codes:
            return tuple(dict.fromkeys(codes))
    return ()


def _date(sentence: Sentence, count: Count, times: Sequence[TimeRef]) -> str | None:
    """The nearest date in the sentence."""
    near = [
        (abs(t.span.start - count.quantity.span.start), t.date)
        for t in times
        if t.date and t.type in ("DATE", "TIME") and sentence.start <= t.span.start < sentence.end
    ]
    return min(near)[1] if near else None
