"""Entries as their own tests: every example fires its own frame, no counterexample does, every trigger is met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tacitus.coding.matching import Match, Matcher
from tacitus.coding.participants import ITSELF, SPEAKER, Scene, roles_for
from tacitus.coding.quotes import read_speech
from tacitus.evaluation.examples import Example, as_text, read_example
from tacitus.knowledge import Knowledge
from tacitus.knowledge.frames import Frame
from tacitus.mentions import find_mentions
from tacitus.model import Article, Sentence, Span
from tacitus.parsing import Parser
from tacitus.predicates import find_predicates
from tacitus.resolution.actors import resolve_actors

_WHEN = date(2024, 6, 1)


@dataclass(frozen=True, slots=True)
class Tried:
    """An example with what the frames made of it: the matches by trigger span, and the scenes they stand in."""

    frame: Frame
    example: Example
    positive: bool
    found: tuple[tuple[Span, Match, Scene], ...]


def lint_knowledge(knowledge: Knowledge, parse: Parser) -> Iterator[str]:
    """Every fault found, naming file, entry and remedy."""
    tried = _try_all(knowledge, parse)
    yield from _too_few(knowledge)
    for one in tried:
        yield from _positive(one) if one.positive else _negative(one)
    yield from _unmet_triggers(knowledge, tried)
    yield from _ambiguous_triggers(knowledge)


def _too_few(knowledge: Knowledge) -> Iterator[str]:
    for frame in knowledge.frames.frames.values():
        if len(frame.examples) < 2 or not frame.counterexamples:
            yield f"{frame.where}: at least two examples and one counterexample are needed; add them"


def _try_all(knowledge: Knowledge, parse: Parser) -> list[Tried]:
    cases = [
        (frame, read_example(words, frame.where), positive)
        for frame in knowledge.frames.frames.values()
        for words, positive in [*((w, True) for w in frame.examples), *((w, False) for w in frame.counterexamples)]
    ]
    text = as_text([example.sentence for _, example, _ in cases])
    sentences = parse(text)
    by_paragraph: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        by_paragraph[sentence.paragraph].append(sentence)
    mentions = find_mentions(text, sentences, knowledge.actors)
    article = Article("examples", text.clean, published=_WHEN)
    cast = resolve_actors(mentions, sentences, article, knowledge.actors, lambda _: None)
    speech = read_speech(text, sentences, knowledge.quoting, cast.at)
    tried = []
    for (frame, example, positive), section, number in zip(cases, text.sections, range(len(cases)), strict=True):
        found = []
        for sentence in by_paragraph[number]:
            predicates = {p.head: p for p in find_predicates(sentence, knowledge.lexicon, knowledge.frames)}
            scene = Scene(sentence, predicates, cast, speech.attribution_of)
            matcher = Matcher(scene, knowledge.frames)
            found += [(_span(m, sentence, section.span.start), m, scene) for h in predicates if (m := matcher.match(h))]
        tried.append(Tried(frame, example, positive, tuple(found)))
    return tried


def _span(match: Match, sentence: Sentence, base: int) -> Span:
    token = sentence.tokens[match.predicate.head]
    return Span(token.start - base, token.end - base)


def _positive(one: Tried) -> Iterator[str]:
    marks = one.example.marked("trigger")
    if len(marks) != 1:
        yield f"{one.frame.where}: mark one [trigger ...] in '{one.example.sentence}'"
        return
    here = [(match, scene) for span, match, scene in one.found if span.overlaps(marks[0])]
    fired = [match.frame.id for match, _ in here]
    if one.frame.id not in fired:
        yield f"{one.frame.where}: fires not on '{one.example.sentence}' ({', '.join(fired) or 'nothing'} does)"
        return
    others = [match.frame.id for match, _ in here if match.frame.type != one.frame.type]
    if others:
        yield f"{one.frame.where}: {others[0]} fires on the same words of '{one.example.sentence}'; narrow one"
    match, scene = next((m, s) for m, s in here if m.frame.id == one.frame.id)
    for mark, selectors in (("actor", one.frame.actor), ("recipient", one.frame.recipient)):
        yield from _wrong_role(one, match, scene, mark, selectors)


def _wrong_role(one: Tried, match: Match, scene: Scene, mark: str, selectors: tuple[str, ...]) -> Iterator[str]:
    marked = one.example.marked(mark)
    if not marked:
        return
    base = scene.sentence.start - one.example.sentence.find(scene.sentence.tokens[0].text)
    parts = [part for selector in selectors for part in selector.split("+")]
    heads = [h for role in roles_for(match.predicate, parts) for h in scene.heads(match.predicate, role)]
    filled = [scene.sentence.tokens[i].start - base for h in heads for i in scene.sentence.subtree(h)]
    if SPEAKER in selectors:
        filled += [e.span.start - base for e in scene.speaker(match.predicate)]
    if ITSELF in selectors:
        filled.append(scene.sentence.tokens[match.predicate.head].start - base)
    if not any(span.covers(position) for span in marked for position in filled):
        roles = ", ".join(a.role for a in match.predicate.arguments)
        yield f"{one.frame.where}: the {mark} of '{one.example.sentence}' fills none of its roles (filled are {roles})"


def _negative(one: Tried) -> Iterator[str]:
    if any(match.frame.id == one.frame.id for _, match, _ in one.found):
        yield f"{one.frame.where}: fires on its counterexample '{one.example.sentence}'; add a condition"


def _unmet_triggers(knowledge: Knowledge, tried: list[Tried]) -> Iterator[str]:
    met: dict[str, set[tuple[str, str, frozenset[str]]]] = defaultdict(set)
    for one in tried:
        for _, match, _ in one.found:
            met[match.frame.id].add((match.trigger.pos, match.trigger.head, match.trigger.others))
    for frame in knowledge.frames.frames.values():
        for trigger in frame.triggers:
            if (trigger.pos, trigger.head, trigger.others) not in met[frame.id]:
                words = " ".join([trigger.head, *sorted(trigger.others)])
                yield f"{frame.where}: no example meets the {trigger.pos} '{words}'; add one"


def _ambiguous_triggers(knowledge: Knowledge) -> Iterator[str]:
    """Two frames woken by the same words under the same conditions: the second can never fire."""
    first: dict[object, Frame] = {}
    for frame in knowledge.frames.frames.values():
        for trigger in frame.triggers:
            conditions = (tuple(sorted(frame.require.items())), tuple(sorted(frame.exclude.items())))
            key = (trigger.pos, trigger.head, trigger.others, conditions)
            other = first.setdefault(key, frame)
            if other is not frame:
                yield f"{frame.where}: '{trigger.head}' wakes {other.id} under the same conditions; drop it from one"
