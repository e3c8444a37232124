"""Predicate -> Frame: the most specific frame whose trigger and conditions hold."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from tacitus.coding.participants import DEED, ITSELF, SPEAKER, Scene, is_phrase, roles_for, told_by
from tacitus.knowledge.frames import Frame, FrameBase, Trigger
from tacitus.model import Entity, Predicate

_OBJECT = "object"
_PASSING = ("infinitive", "gerund", "clause")
_DEPTH = 4
_PRONOUN = "PRP"
_ALONE = ("state", "person")  # kinds whose sector does not say that they are armed
_MEASURES = "measure_words"  # the word class of nouns that only measure what the phrase below them names


@dataclass(frozen=True, slots=True)
class Match:
    """A predicate with the frame that fired on it and the wording that woke the frame."""

    predicate: Predicate
    frame: Frame
    trigger: Trigger


@dataclass(slots=True)
class Matcher:
    """Matches the predicates of one sentence; each is worked out once."""

    scene: Scene
    frames: FrameBase
    known: dict[int, Match | None] = field(default_factory=dict)

    def match(self, head: int) -> Match | None:
        """The frame for the predicate at `head`, if one fires."""
        if head not in self.known:
            self.known[head] = None  # content may lead back here
            predicate = self.scene.predicates.get(head)
            if predicate is not None:
                self.known[head] = self._best(predicate)
        return self.known[head]

    def _best(self, predicate: Predicate) -> Match | None:
        lemmas = {lemma for _, lemma in predicate.words}
        fitting = [
            (len(trigger.others), len(frame.require), -order, trigger, frame)
            for order, (trigger, frame) in enumerate(self.frames.woken(predicate.pos, predicate.lemma))
            if trigger.others <= lemmas and self._holds(predicate, frame)
        ]
        if not fitting:
            return None
        *_, trigger, frame = max(fitting, key=lambda f: f[:3])
        return Match(predicate, frame, trigger)

    def _holds(self, predicate: Predicate, frame: Frame) -> bool:
        # "recalled its envoy in protest": no crowd is told of.
        if ITSELF in frame.actor and predicate.light is None and not is_phrase(self.scene.sentence, predicate.head):
            return False
        return all(self._any(predicate, frame, role, options) for role, options in frame.require.items()) and not any(
            self._any(predicate, frame, role, options) for role, options in frame.exclude.items()
        )

    def _any(self, predicate: Predicate, frame: Frame, role: str, options: tuple[str, ...]) -> bool:
        if role == "words":
            return self._told_nearby(predicate, options)
        if role == SPEAKER:
            return _any_fits(self.scene.speaker(predicate), options)
        heads = self.content_heads(predicate, frame) if role == "content" else self._heads(predicate, role)
        return any(self._fits(heads, option) for option in options)

    def _told_nearby(self, predicate: Predicate, options: tuple[str, ...]) -> bool:
        sentence = self.scene.sentence
        below = {sentence.tokens[i].lemma for i in sentence.subtree(predicate.head)}
        head = sentence.tokens[predicate.head].head
        above = {sentence.tokens[head].lemma}
        if sentence.tokens[head].dep == "prep":  # "the anniversary of the raid"
            above.add(sentence.tokens[sentence.tokens[head].head].lemma)
        near = below | above
        return any(o in near for option in options for o in self.frames.classes.get(option, (option,)))

    def _heads(self, predicate: Predicate, role: str) -> tuple[int, ...]:
        return tuple(h for r in roles_for(predicate, (role,)) for h in self.scene.heads(predicate, r))

    def _fits(self, heads: tuple[int, ...], option: str) -> bool:
        if option in ("any", "absent"):
            return bool(heads) == (option == "any")
        if option.isupper() or "/" in option:
            type_, _, mode = option.partition("/")
            return any(t == type_ and (not mode or m == mode) for h in heads for t, m in self.told_types(h))
        if option == "several":
            return len({(e.id or e.name, e.code) for h in heads for e in self.scene.named(h)}) > 1
        if option == "within":
            return any(told_by(self.scene, h) for h in heads)
        words = self.frames.classes.get(option, frozenset())
        return any(
            any(lemma in words for lemma in self._lemmas(h))
            or any(option in ("actor", e.kind) for e in self.scene.named(h))
            or self._stands_for(h, words)
            for h in heads
        )

    def _stands_for(self, head: int, words: Collection[str]) -> bool:
        """Whether a pronoun stands for an actor of a sector that a word class names ("MIL": an army told as "it")."""
        if not self.scene.sentence.tokens[head].tag.startswith(_PRONOUN):
            return False
        return any(e.sectors and e.sectors[0] in words for e in self.scene.named(head) if e.kind not in _ALONE)

    def _lemmas(self, head: int) -> list[str]:
        """The lemma of a head word and, if it only measures, of what it measures ("tonnes of medicine")."""
        sentence = self.scene.sentence
        lemmas = [sentence.tokens[head].lemma]
        if lemmas[0] in self.frames.classes.get(_MEASURES, frozenset()):
            links = [i for i in sentence.children[head] if sentence.tokens[i].dep == "prep"][:1]
            lemmas += [sentence.tokens[i].lemma for link in links for i in sentence.children[link]]
        return lemmas

    def content_heads(self, predicate: Predicate, frame: Frame) -> tuple[int, ...]:
        """The head words of what is said, asked or promised."""
        return next((h for role in frame.content if (h := self.scene.heads(predicate, role))), ())

    def told_types(self, head: int) -> list[tuple[str, str | None]]:
        """The types (with modes) that the phrase or clause headed by `head` tells ("to carry out an attack")."""
        return [(match.frame.type, match.frame.mode) for match in self.told(head)]

    def told(self, head: int, depth: int = 0) -> list[Match]:
        """The matches of what the phrase or clause headed by `head` tells: its own, or those below it."""
        match = self.match(head)
        if match is not None:
            return [match]
        if depth > _DEPTH:
            return []
        return [
            told
            for inner, p in self.scene.predicates.items()
            if inner != head and (p.light == head or (p.governor == head and p.relation in _PASSING))
            for told in self.told(inner, depth + 1)
        ]

    def in_trigger(self, match: Match) -> bool:
        """Whether it is told by a word of another's trigger of its type ("paid a visit"): the two are one telling."""
        word = (match.predicate.head, match.predicate.lemma)
        others = (self.match(head) for head in self.scene.predicates if head != match.predicate.head)
        return any(
            other.frame.type == match.frame.type and word[1] in other.trigger.others and word in other.predicate.words
            for other in others
            if other is not None
        )

    def in_course(self, match: Match) -> bool:
        """Whether a verb tells as one of its type what happened in its course ("killed in a raid"): one happening."""
        others = (
            self.match(head)
            for head, predicate in self.scene.predicates.items()
            if match.predicate.head in self.scene.heads(predicate, DEED)
        )
        return any(other.frame.type == match.frame.type for other in others if other is not None)

    def is_content(self, predicate: Predicate) -> bool:
        """Whether another event's content tells it ("vowed to attack"): then it is no event of its own."""
        head, relation = predicate.governor, predicate.relation
        if predicate.light is not None and self._tells_object(predicate.light, predicate.head):
            return True
        for _ in range(_DEPTH):
            if head is None:
                return False
            match = self.match(head) or self._carried_by(head)
            if match is not None and relation in match.frame.content and match.predicate.head != predicate.head:
                return True
            above = self.scene.predicates.get(head)
            if above is None:
                return False
            head, relation = above.governor, above.relation
        return False

    def _tells_object(self, verb: int, noun: int) -> bool:
        """Whether the verb's event has the noun as its content, so that the two are one ("reached an agreement")."""
        match = self.match(verb)
        if match is None or _OBJECT not in match.frame.content:
            return False
        return noun in self.scene.heads(match.predicate, _OBJECT)

    def _carried_by(self, light: int) -> Match | None:
        """The match of the noun or adjective that a light verb or copula carries ("made a call to")."""
        found = (self.match(h) for h, p in self.scene.predicates.items() if p.light == light)
        return next((m for m in found if m is not None), None)


def _any_fits(entities: tuple[Entity, ...], options: tuple[str, ...]) -> bool:
    """Whether the actors are of one of the kinds; nobody is `absent`."""
    kinds = {kind for e in entities for kind in (e.kind, "actor", "any")} or {"absent"}
    return any(option in kinds for option in options)
