"""Predicate + what was resolved -> EventMention."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tacitus.coding.evidence import contexts_of, mode_in
from tacitus.coding.magnitude import fitting
from tacitus.coding.matching import Match, Matcher
from tacitus.coding.participants import Cast, Scene
from tacitus.coding.settings import era_of, lies_ahead, place_of, scene_of, time_of
from tacitus.coding.sides import announced_sides, sides_of
from tacitus.coding.standing import OnDay, befallen, day_of, standing
from tacitus.coding.status import status_of
from tacitus.knowledge.evidence import Evidence
from tacitus.knowledge.frames import FrameBase
from tacitus.knowledge.lexicon import Lexicon
from tacitus.knowledge.ontology import Ontology
from tacitus.model import (
    Attribution,
    Entity,
    EventMention,
    Magnitude,
    Place,
    Predicate,
    Sentence,
    Span,
    Status,
    Telling,
    TimeRef,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CodingKnowledge:
    """The part of the knowledge that the coding of events rests on."""

    ontology: Ontology
    lexicon: Lexicon
    frames: FrameBase
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Resolved:
    """What other stages found out about an article; times, places and days told before by sentence index."""

    cast: Cast
    times: Mapping[int, Sequence[TimeRef]]
    places: Mapping[int, Sequence[Place]]
    days: Mapping[int, TimeRef]
    published: date | None
    magnitude: Callable[[Sentence, Predicate], Magnitude | None]
    attribution: Callable[[int, int], Attribution | None]
    on_day: OnDay = lambda entity, _: entity


def code_events(
    sentence: Sentence,
    predicates: Sequence[Predicate],
    resolved: Resolved,
    knowledge: CodingKnowledge,
    *,
    earlier: Sequence[EventMention] = (),
) -> Iterator[EventMention]:
    """The events that a sentence tells, in the order of their triggers; `earlier` are those told before it."""
    scene = Scene(sentence, {p.head: p for p in predicates}, resolved.cast, resolved.attribution)
    matcher = Matcher(scene, knowledge.frames)
    for predicate in predicates:
        match = matcher.match(predicate.head)
        if match is None or matcher.is_content(predicate):
            continue
        if not matcher.in_trigger(match) and not matcher.in_course(match):
            yield _mention(match, matcher, resolved, knowledge, earlier)


def _mention(
    match: Match, matcher: Matcher, resolved: Resolved, knowledge: CodingKnowledge, earlier: Sequence[EventMention]
) -> EventMention:
    scene, predicate, frame, ontology = matcher.scene, match.predicate, match.frame, knowledge.ontology
    sentence = scene.sentence
    actors, recipients = sides_of(match, matcher, knowledge.lexicon, ontology, earlier)
    time = _time(sentence, predicate, resolved)
    era = time or era_of(sentence, predicate, resolved.times.get(sentence.index, ()), knowledge.lexicon.bygone)
    status, status_reason = _status(match, sentence, era, resolved.published, knowledge.lexicon)
    place = _place(match, sentence, resolved, knowledge, None if status == "historical" else recipients)
    mode, mode_reason = _mode(match, matcher, knowledge)
    type_, mode = _announced(frame.type, mode, _turned(predicate, sentence, status, ontology), actors, ontology)
    if type_ != frame.type:
        actors, recipients = announced_sides(match, scene, actors, recipients)
    if type_ != frame.type or (status == "planned" and ontology.types[type_].spoken):
        status = "actual"  # to announce it is to do it
    elif status == "actual" and lies_ahead(time, resolved.published):
        time = None  # "freedoms that last until 2047"
    day = day_of(time, resolved.published)
    actors = standing(actors, day, resolved.on_day)
    magnitude = fitting(resolved.magnitude(sentence, predicate), type_)
    recipients = befallen(standing(recipients, day, resolved.on_day), magnitude, ontology.types[type_].victims)
    return EventMention(
        type=type_,
        mode=mode,
        status=status,
        actors=actors,
        recipients=recipients,
        trigger=_trigger_span(match, sentence),
        telling=Telling(Span(sentence.start, sentence.end), sentence.role),
        frame=frame.id,
        lemma=predicate.lemma,
        time=time,
        place=place,
        magnitude=magnitude,
        attribution=_attribution(resolved.attribution(sentence.index, predicate.head), actors),
        contexts=contexts_of(sentence, knowledge.evidence, (type_, mode), _codes(actors + recipients)),
        because=_because(match, sentence, (actors, recipients), (time, place), (status_reason, mode_reason)),
    )


def _place(
    match: Match, sentence: Sentence, resolved: Resolved, knowledge: CodingKnowledge, befell: tuple[Entity, ...] | None
) -> Place | None:
    """The place told with it; without one a deed on the spot goes on where those it `befell` were last."""
    kind = knowledge.ontology.types[match.frame.type]
    told = resolved.places.get(sentence.index, ())
    place = place_of(sentence, match.predicate, told, knowledge.lexicon, kind)
    if place is None and befell is not None and kind.on_the_spot:
        place = scene_of(sentence.index, resolved.places, {e.code for e in befell if e.code})
    return place


def _codes(entities: tuple[Entity, ...]) -> set[str]:
    return {entity.code for entity in entities if entity.code}


def _time(sentence: Sentence, predicate: Predicate, resolved: Resolved) -> TimeRef | None:
    """The time told with it; what is simply told without one goes on with the scene."""
    time = time_of(sentence, predicate, resolved.times.get(sentence.index, ()))
    return resolved.days.get(sentence.index) if time is None and predicate.tense == "past" else time


def _attribution(said: Attribution | None, actors: tuple[Entity, ...]) -> Attribution | None:
    """Who says so; nobody is the source of what he does by saying it."""
    doers = {actor.id or actor.name for actor in actors}
    return None if said is None or (said.entity.id or said.entity.name) in doers else said


def _trigger_span(match: Match, sentence: Sentence) -> Span:
    """The head word and the other words of the trigger where they follow on each other closely."""
    tokens = sentence.tokens
    indices = {match.predicate.head, *(i for i, lemma in match.predicate.words if lemma in match.trigger.others)}
    first, last = min(indices), max(indices)
    if last - first > len(indices) + 2:
        first = last = match.predicate.head
    return Span(tokens[first].start, tokens[last].end)


def _status(
    match: Match, sentence: Sentence, time: TimeRef | None, published: date | None, lexicon: Lexicon
) -> tuple[Status, str]:
    if match.frame.status is not None:
        return match.frame.status, f"{match.frame.status}: entry {match.frame.id}"
    return status_of(match.predicate, sentence, time, published, lexicon.lasting)


def _mode(match: Match, matcher: Matcher, knowledge: CodingKnowledge) -> tuple[str | None, str]:
    """The mode by the frame, by what the content tells, or by evidence words in it, else nearby."""
    frame, predicate = match.frame, match.predicate
    if frame.mode:
        return frame.mode, f"mode: entry {frame.id}"
    for head in matcher.content_heads(predicate, frame):
        for told, told_mode in matcher.told_types(head):
            mode = knowledge.ontology.content_mode(frame.type, told, told_mode)
            if mode:
                return mode, f"mode: what is said tells {told}"
    sentence = matcher.scene.sentence
    told_words = [i for head in matcher.content_heads(predicate, frame) for i in sentence.subtree(head)]
    nearby = told_words or sentence.subtree(predicate.head)
    found = mode_in(sentence, nearby, frame.type, knowledge.evidence)
    if found is None and predicate.light is not None:
        found = mode_in(sentence, sentence.subtree(predicate.light), frame.type, knowledge.evidence)
    if found is None:
        return None, ""
    return found[0], f"mode: '{sentence.tokens[found[1]].text}'"


def _turned(predicate: Predicate, sentence: Sentence, status: Status, ontology: Ontology) -> Mapping[str, str]:
    """What the types become: announced, refused (announced not to come), or all as they are."""
    if status == "planned":
        return ontology.announced
    where = dict(reversed(predicate.operators))
    if status != "negated" or not {"negated", "announced"} <= where.keys():
        return {}
    # "will not withdraw" refuses; "no sign that they will withdraw" does not.
    denied = sentence.tokens[where["negated"]].head
    return ontology.refused if denied in (sentence.tokens[where["announced"]].head, where["announced"]) else {}


def _announced(
    type_: str, mode: str | None, turned: Mapping[str, str], actors: tuple[Entity, ...], ontology: Ontology
) -> tuple[str, str | None]:
    """What an announced event becomes: the promise, concession, threat or refusal that the announcement is."""
    after = turned.get(type_)
    if after is None or (after in ("THREATEN", "REJECT") and not actors):
        return type_, mode
    return after, ontology.content_mode(after, type_, mode)


def _because(
    match: Match,
    sentence: Sentence,
    who: tuple[tuple[Entity, ...], tuple[Entity, ...]],
    setting: tuple[TimeRef | None, Place | None],
    others: tuple[str, str],
) -> tuple[str, ...]:
    time, place = setting
    reasons = [f"what: '{sentence.tokens[match.predicate.head].text}' met {match.frame.id}"]
    reasons.extend(f"who: {e.name}: {e.reason}" for e in who[0])
    reasons.extend(f"to whom: {e.name}: {e.reason}" for e in who[1])
    if time is not None:
        told = "nearest time told" if sentence.start <= time.span.start else "the day last told before"
        reasons.append(f"when: {time.date}: {told}")
    if place is not None:
        here = "nearest place told" if sentence.start <= place.span.start else "the place last told before"
        reasons.append(f"where: {place.name}: {here}")
    reasons.extend(o for o in others if o)
    return tuple(reasons)
