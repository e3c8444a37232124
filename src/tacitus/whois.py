"""Who a name or phrase stands for on a day, and what the actor base holds about an actor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from tacitus.errors import InputError
from tacitus.knowledge import Knowledge
from tacitus.knowledge.actors import Actor, ActorBase, Tenure
from tacitus.knowledge.surfaces import fold
from tacitus.mentions import find_mentions
from tacitus.model import Article, Entity, OffsetMap, Section, Span, Text
from tacitus.parsing import Parser
from tacitus.resolution.actors import resolve_actors
from tacitus.resolution.places import country_of

_MOST = 20
_NEAR = 5


@dataclass(frozen=True, slots=True)
class ActorCard:
    """An actor with its names and offices; `now` are the offices of the day that was asked for."""

    actor: Actor
    names: tuple[str, ...]
    offices: tuple[Tenure, ...]
    now: tuple[Tenure, ...]


def search_actors(query: str, base: ActorBase, when: date | None = None) -> tuple[ActorCard, ...]:
    """The actors with the id, a name or all the words of the query in a name; at most 20, exact names first.

    InputError where there is none; it names near spellings.
    """
    ids = list(dict.fromkeys(_found(query, base)))[:_MOST]
    if not ids:
        raise InputError(f"{query}: no actor has this name{_near(query, base)}")
    names: dict[str, list[str]] = {id_: [] for id_ in ids}
    for form, readings in zip(base.forms, base.readings, strict=True):
        for reading in readings:
            if reading.actor in names:
                names[reading.actor].append(form)
    return tuple(_card(base.actors[id_], names[id_], base, when) for id_ in ids)


def _found(query: str, base: ActorBase) -> Iterator[str]:
    if query in base.actors:
        yield query
    wanted = fold(query).lower()
    words = set(wanted.split())
    looser: list[str] = []
    for form, readings in zip(base.forms, base.readings, strict=True):
        lower = form.lower()
        if lower == wanted:
            yield from (r.actor for r in readings)
        elif words and words <= set(lower.split()):
            looser += [r.actor for r in readings]
    yield from looser


def _near(query: str, base: ActorBase) -> str:
    spelled = {form.lower(): form for form in base.forms}
    spelled |= {surname: base.actors[ids[0]].name for surname, ids in base.surnames.items()}
    near = [spelled[n] for n in get_close_matches(fold(query).lower(), spelled, n=_NEAR, cutoff=0.75)]
    return f"; near are {', '.join(dict.fromkeys(near))}" if near else "; give a name, part of one, or an id"


def _card(actor: Actor, names: list[str], base: ActorBase, when: date | None) -> ActorCard:
    offices = tuple(sorted(base.tenures.get(actor.id, ()), key=lambda t: t.start, reverse=True))
    day = when.isoformat() if when else "9999"
    now = tuple(t for t in offices if (t.holds(day) if when else not t.end))
    return ActorCard(actor, tuple(dict.fromkeys(names)), offices, now)


def resolve_phrase(
    phrase: str, knowledge: Knowledge, parse: Parser, when: date | None = None
) -> tuple[tuple[str, Entity], ...]:
    """Whom the phrases within `phrase` stand for in a report of that day, outermost last, each with its reason."""
    text = Text(phrase, OffsetMap(), (Section("body", Span(0, len(phrase))),))
    sentences = parse(text)
    mentions = find_mentions(text, sentences, knowledge.actors)
    article = Article("phrase", phrase, published=when)
    cast = resolve_actors(
        mentions, sentences, article, knowledge.actors, lambda name: country_of(name, knowledge.places)
    )
    found = []
    for sentence in sentences:
        for i in range(len(sentence.tokens)):
            found += [(phrase[e.span.start : e.span.end], e) for e in cast.at(sentence.index, i)]
    return tuple(dict.fromkeys(found))
