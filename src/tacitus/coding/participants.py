"""Who fills the roles of a predicate: the phrase itself, or the actor inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from tacitus.model import Attribution, Entity, Predicate, Sentence


class Cast(Protocol):
    """Who is who in an article, by sentence and by the head word of a phrase."""

    def at(self, sentence: int, token: int) -> tuple[Entity, ...]:
        """The actors that the phrase headed by the word stands for."""
        ...

    def within(self, sentence: int, token: int) -> tuple[Entity, ...]:
        """The actors inside the phrase, possessor first."""
        ...


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, its predicates by head word, and who is who in it."""

    sentence: Sentence
    predicates: Mapping[int, Predicate]
    cast: Cast
    source: Callable[[int, int], Attribution | None]

    def named(self, head: int) -> tuple[Entity, ...]:
        """The actors that the phrase headed by `head` stands for."""
        return self.cast.at(self.sentence.index, head)

    def speaker(self, predicate: Predicate) -> tuple[Entity, ...]:
        """Who says what the predicate tells, if the report gives it as somebody's words."""
        attribution = self.source(self.sentence.index, predicate.head)
        return (attribution.entity,) if attribution else ()

    def heads(self, predicate: Predicate, role: str) -> tuple[int, ...]:
        """The head words that fill `role`."""
        argument = predicate.argument(role)
        return argument.heads if argument else ()


SPEAKER = "speaker"
ITSELF = "itself"  # the noun stands for those who do it ("protests erupted")
DEED = "deed"
_DOER = ("subject", "modifier", "compound")
_DEPTH = 3


def roles_for(predicate: Predicate, selectors: Iterable[str]) -> list[str]:
    """The roles to try, in order; the doer of a noun may also stand before it ("US sanctions", "police raid")."""
    found: list[str] = []
    for selector in selectors:
        found.extend(_DOER if selector == "subject" and predicate.pos == "noun" else (selector,))
    return found


def participants(scene: Scene, predicate: Predicate, selectors: Iterable[str]) -> tuple[tuple[Entity, ...], str | None]:
    """The actors of the first selector that finds any, and the role; "subject+with" gathers both."""
    for selector in selectors:
        gathered: dict[Entity, str] = {}
        for part in selector.split("+"):
            gathered.update(dict.fromkeys(*_filling(scene, predicate, part)))
        if gathered:
            return tuple(gathered), next(iter(gathered.values()))
    return (), None


def _filling(scene: Scene, predicate: Predicate, selector: str) -> tuple[list[Entity], str]:
    """The actors of the first role for `selector` that has any, and that role."""
    if selector == SPEAKER:
        return list(scene.speaker(predicate)), selector
    if selector == ITSELF:
        return list(scene.named(predicate.head) if is_phrase(scene.sentence, predicate.head) else ()), selector
    for role in roles_for(predicate, (selector,)):
        found = [e for h in scene.heads(predicate, role) for e in told_by(scene, h)]
        if found:
            return found, role
    return [], selector


def is_phrase(sentence: Sentence, noun: int) -> bool:
    """Whether the noun is meant as a thing of its own, not in a set phrase ("recalled its envoy in protest")."""
    token = sentence.tokens[noun]
    return token.dep != "pobj" or token.tag != "NN" or any(i < noun for i in sentence.children[noun])


def told_by(scene: Scene, head: int, depth: int = 0) -> tuple[Entity, ...]:
    """The actors a phrase or clause stands for: itself, the doer of what it tells, or an actor inside it."""
    found = scene.named(head)
    if found or depth > _DEPTH:
        return found
    inner = scene.predicates.get(head)
    if inner is not None:
        for role in roles_for(inner, ("subject",)):
            for doer in scene.heads(inner, role):
                found += told_by(scene, doer, depth + 1)
            if found:
                return found
    if scene.sentence.tokens[head].tag.startswith("VB"):
        return ()
    return scene.cast.within(scene.sentence.index, head)
