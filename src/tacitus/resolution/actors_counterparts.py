"""Those who hold the same office in another country ("her Turkish counterpart")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tacitus.model import Entity, Mention, Sentence, Span
from tacitus.resolution.actors_belonging import entities_at, owners_after
from tacitus.resolution.actors_discourse import Discourse, entity_of, in_office_of, span_of, told_before


def is_counterpart(discourse: Discourse, phrase: str) -> bool:
    """Whether a role noun only says that somebody holds the same office elsewhere."""
    return phrase.split()[-1] in discourse.base.coreference.counterparts


def counterparts(discourse: Discourse, mention: Mention) -> tuple[Entity, ...]:
    """Who holds the office of the one before in the countries told; without a country, nobody known."""
    sentence = discourse.sentences[mention.sentence]
    words = " ".join(t.text for t in sentence.tokens[mention.first : mention.last + 1])
    peer = next(_peers(discourse, sentence, mention), None)
    states = _countries(discourse, sentence, mention)
    if not states:
        return (Entity(span_of(sentence, mention), words, kind="person", reason=f"'{words}': no country told"),)
    return tuple(_counterpart(discourse, mention, peer, state) for state in states)


def _counterpart(discourse: Discourse, mention: Mention, peer: Entity | None, state: Entity) -> Entity:
    sentence = discourse.sentences[mention.sentence]
    span, word = span_of(sentence, mention), sentence.tokens[mention.head].text
    reason = f"'{word}' of {peer.name} in {state.name}" if peer else f"'{word}' in {state.name}"
    if peer and peer.role and (holder := _holder(discourse, peer, state.code or "")):
        return replace(holder, span=span, reason=f"{reason}: {holder.reason}")
    sectors = peer.sectors if peer else ()
    return Entity(span, f"{state.name}: {word}", code=state.code, sectors=sectors, kind="person", reason=reason)


def _peers(discourse: Discourse, sentence: Sentence, mention: Mention) -> Iterator[Entity]:
    """Whose counterpart it is: the possessor's, else that of the office holder told last."""
    for child in sentence.children[mention.head]:
        if sentence.tokens[child].dep == "poss":
            yield from discourse.heads.get((sentence.index, child), ())
    for trace in told_before(discourse, sentence, mention.head):
        yield from (e for e in trace.entities if e.kind == "person" and e.role)


def _countries(discourse: Discourse, sentence: Sentence, mention: Mention) -> tuple[Entity, ...]:
    for child in sentence.children[mention.head]:
        if child < mention.head and sentence.tokens[child].dep != "poss":
            found = tuple(e for e in entities_at(discourse, sentence, child) if e.kind == "state")
            if found:
                return found
    return tuple(o.entity for o in owners_after(discourse, sentence, mention.head) if o.entity.kind == "state")


def _holder(discourse: Discourse, peer: Entity, code: str) -> Entity | None:
    """Who leads the country where the peer leads theirs (a chancellor's in France), else who holds the same office."""
    base, when = discourse.base, discourse.when
    held = base.holding(peer.role or "", code, when)
    for office in base.coreference.leading:
        led = base.holding(office, peer.code or "", when)
        if led and led.person == peer.id:
            other = base.holding(office, code, when)
            return entity_of(base.actors[other.person], Span(0, 1), when, base) if other else None
    return in_office_of(base.actors[held.person], Span(0, 1), held) if held else None
