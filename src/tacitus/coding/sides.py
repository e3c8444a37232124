"""Who did it and to whom: the two sides of an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tacitus.coding.matching import Match, Matcher
from tacitus.coding.participants import Scene, participants, roles_for
from tacitus.knowledge.lexicon import Lexicon
from tacitus.knowledge.ontology import Ontology
from tacitus.model import Entity, EventMention, Sentence

Side = tuple[Entity, ...]
_TOUCHED = ("object", "against", "on", "to", "with")


def sides_of(
    match: Match, matcher: Matcher, lexicon: Lexicon, ontology: Ontology, earlier: Sequence[EventMention]
) -> tuple[Side, Side]:
    """Who did it and to whom; nobody stands on both sides. `earlier` are the events told before the sentence."""
    scene, predicate, frame = matcher.scene, match.predicate, match.frame
    actors, actor_role = participants(scene, predicate, frame.actor)
    recipients, recipient_role = participants(scene, predicate, frame.recipient)
    if not actors and ontology.types[frame.type].spoken:  # "the ban will be lifted, the premier said"
        actors = scene.speaker(predicate)
    if recipient_role == actor_role:
        recipients = ()
    doing = {actor.span for actor in actors}
    recipients = tuple(r for r in recipients if r.span not in doing)
    if frame.recipient and not recipients:
        recipients = _in_content(match, matcher, actors)
        if not recipients and ontology.types[frame.type].quad == "verbal conflict":
            recipients = _doers_of_deed(match, matcher, lexicon, actors, earlier)
    return actors, recipients


def announced_sides(match: Match, scene: Scene, actors: Side, recipients: Side) -> tuple[Side, Side]:
    """Who announces, and to whom: "will meet" has a doer and a done-to where "met" has two doers."""
    first, _ = participants(scene, match.predicate, (selector.split("+")[0] for selector in match.frame.actor))
    others = tuple(actor for actor in actors if actor not in first)
    return (first, others) if first and others and not recipients else (actors, recipients)


def _in_content(match: Match, matcher: Matcher, actors: Side) -> Side:
    """Who is done to by what is promised or threatened ("threatened to shell the port of Benin")."""
    scene = matcher.scene
    for head in matcher.content_heads(match.predicate, match.frame):
        inner = scene.predicates.get(head)
        sides = [participants(scene, told.predicate, told.frame.recipient)[0] for told in matcher.told(head)]
        if inner is not None:
            sides.append(participants(scene, inner, _TOUCHED)[0])
        for side in sides:
            if others := _without(side, actors):
                return others
    return ()


def _doers_of_deed(
    match: Match, matcher: Matcher, lexicon: Lexicon, actors: Side, earlier: Sequence[EventMention]
) -> Side:
    """Who did the deed that is spoken of ("condemned the attack"): by its last telling, in the same word if any."""
    sentence = matcher.scene.sentence
    for role in roles_for(match.predicate, match.frame.recipient):
        for head in matcher.scene.heads(match.predicate, role):
            deed = matcher.match(head)
            if deed is None or not _is_definite(sentence, head, lexicon):
                continue
            told = [m for m in reversed(earlier) if m.type == deed.frame.type and any(a.code for a in m.actors)]
            same_word = [m for m in told if m.lemma == deed.predicate.lemma]
            return _without(next((m.actors for m in same_word or told), ()), actors)
    return ()


def _is_definite(sentence: Sentence, head: int, lexicon: Lexicon) -> bool:
    return any(sentence.tokens[i].lemma in lexicon.definite for i in sentence.children[head])


def _without(side: Iterable[Entity], actors: Side) -> Side:
    """The side less whoever stands on the other."""
    doers = {actor.id or actor.name for actor in actors}
    return tuple(e for e in side if (e.id or e.name) not in doers)
