"""From an article to everything written down about it: the stages, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from tacitus.cleaning import clean
from tacitus.cleaning.restoring import restore
from tacitus.coding.events import CodingKnowledge, Resolved, code_events
from tacitus.coding.figures import Around, find_figures
from tacitus.coding.magnitude import magnitude_of
from tacitus.coding.numbers import find_quantities
from tacitus.coding.quotes import read_speech
from tacitus.coding.settings import days_told
from tacitus.consolidation import consolidate
from tacitus.knowledge import Knowledge
from tacitus.knowledge.residue import ResidueRules
from tacitus.mentions import find_mentions
from tacitus.model import (
    Article,
    Coded,
    EventMention,
    Mention,
    Place,
    Predicate,
    Sentence,
    Span,
    Text,
    TimeRef,
)
from tacitus.parsing import Parser
from tacitus.predicates import find_predicates
from tacitus.predicates.hyphens import mended
from tacitus.resolution.actors import entity_on, resolve_actors
from tacitus.resolution.places import country_of, find_places
from tacitus.resolution.times import find_times

_Told = TypeVar("_Told", TimeRef, Place)


def code_article(article: Article, knowledge: Knowledge, parse: Parser) -> Coded:
    """Everything that tacitus writes down about an article; all spans are into its original text."""
    text, article = clean(article, knowledge.residue)
    sentences = [mended(sentence, knowledge.lexicon.whole) for sentence in parse(text)]
    predicates = [find_predicates(s, knowledge.lexicon, knowledge.frames) for s in sentences]
    mentions = find_mentions(text, sentences, knowledge.actors)
    places = find_places(text.clean, knowledge.places, not_places=_people_and_bodies(mentions, sentences, knowledge))
    cast = resolve_actors(mentions, sentences, article, knowledge.actors, _countries(text, places, knowledge))
    entries = {s.span.start: s.published.date() for s in text.sections if s.published}
    future = list(_future(sentences, predicates))
    times = find_times(text.clean, article.published, knowledge.times, future=future, entries=entries)
    quantities = find_quantities(text.clean, knowledge.quantities)
    speech = read_speech(text, sentences, knowledge.quoting, cast.at)
    resolved = Resolved(
        cast=cast,
        times=_by_sentence(times, sentences),
        days=days_told(sentences, times, article.published),
        places=_by_sentence(places, sentences),
        published=article.published,
        magnitude=lambda sentence, predicate: magnitude_of(sentence, predicate, quantities, knowledge.quantities),
        attribution=speech.attribution_of,
        on_day=lambda entity, day: entity_on(entity, day, knowledge.actors),
    )
    told = _told(sentences, predicates, resolved, knowledge)
    coded = Coded(
        article=replace(article, knowledge=knowledge.version),
        events=consolidate(told, article.id, knowledge.ontology, knowledge.confidence),
        quotes=speech.quotes,
        figures=find_figures(
            text, sentences, quantities, knowledge.quantities, Around(times, cast.at, speech.attribution_of)
        ),
        times=times,
        places=places,
    )
    return restore(coded, text.offsets)


def understand(article: Article, rules: ResidueRules) -> Article:
    """The article with its sections, residue among them, its language and what cleaning has to tell; nothing coded."""
    return clean(article, rules)[1]


def _told(
    sentences: Sequence[Sentence], predicates: Sequence[Sequence[Predicate]], resolved: Resolved, knowledge: Knowledge
) -> list[EventMention]:
    known = CodingKnowledge(knowledge.ontology, knowledge.lexicon, knowledge.frames, knowledge.evidence)
    told: list[EventMention] = []
    for sentence, found in zip(sentences, predicates, strict=True):
        told.extend(list(code_events(sentence, found, resolved, known, earlier=told)))
    return told


def _countries(text: Text, places: Iterable[Place], knowledge: Knowledge) -> Callable[[str], str | None]:
    """The country of a place name: as the report uses it, else as the gazetteer has it."""
    here = {text.clean[p.span.start : p.span.end]: p.country for p in places}
    return lambda name: here.get(name) or country_of(name, knowledge.places)


def _people_and_bodies(mentions: Iterable[Mention], sentences: Sequence[Sentence], knowledge: Knowledge) -> list[Span]:
    """Where names stand that are surely no places, though they may hold one ("George Washington", "Bank of China")."""
    found = []
    for mention in mentions:
        entries = [knowledge.actors.actors[key] for key in mention.keys] if mention.kind == "name" else []
        if entries and all(entry.kind not in ("state", "bloc") for entry in entries):
            tokens = sentences[mention.sentence].tokens
            found.append(Span(tokens[mention.first].start, tokens[mention.last].end))
    return found


def _future(sentences: Iterable[Sentence], predicates: Iterable[Sequence[Predicate]]) -> Iterable[Span]:
    """The clauses whose verb is announced: a weekday named there lies ahead."""
    for sentence, found in zip(sentences, predicates, strict=True):
        for predicate in found:
            if predicate.pos == "verb" and any(effect == "announced" for effect, _ in predicate.operators):
                clause = sentence.subtree(predicate.head)
                yield Span(sentence.tokens[clause[0]].start, sentence.tokens[clause[-1]].end)


def _by_sentence(things: Iterable[_Told], sentences: Sequence[Sentence]) -> Mapping[int, Sequence[_Told]]:
    found: dict[int, list[_Told]] = {}
    rest = iter(sentences)
    sentence = next(rest, None)
    for thing in things:
        while sentence is not None and sentence.end <= thing.span.start:
            sentence = next(rest, None)
        if sentence is None:
            break
        if sentence.start <= thing.span.start:
            found.setdefault(sentence.index, []).append(thing)
    return found
