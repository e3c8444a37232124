"""What the report has told so far: who was named, how often each country, what short names stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from tacitus.knowledge.actors import Actor, ActorBase, Tenure
from tacitus.knowledge.surfaces import fold
from tacitus.model import Entity, Kind, Mention, Sentence, Span

_KINDS: dict[str, Kind] = {
    "state": "state",
    "bloc": "group",
    "organisation": "organisation",
    "group": "group",
    "party": "organisation",
    "person": "person",
}


_MOST = 0.6
_REACH = 5  # sentences back
_OF_THE_STATE = frozenset({("GOV",), ("LEG",), ("JUD",), ("MIL",), ("COP",), ("SPY",)})


@dataclass(frozen=True, slots=True)
class Trace:
    """An actor told at a word, as later pronouns may find it again."""

    token: int
    entities: tuple[Entity, ...]
    subject: bool
    plural: bool
    gender: str


@dataclass(slots=True)
class Discourse:
    """The state of one report's resolution; `heads` holds what each word stands for."""

    base: ActorBase
    when: date | None
    sentences: Sequence[Sentence]
    countries_of: Callable[[str], str | None]
    heads: dict[tuple[int, int], tuple[Entity, ...]] = field(default_factory=dict)
    traces: list[list[Trace]] = field(default_factory=list)
    people: dict[str, Entity] = field(default_factory=dict)
    acronyms: dict[str, Entity] = field(default_factory=dict)
    misread: set[str] = field(default_factory=set)
    genders: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    sure: Counter[str] = field(default_factory=Counter)
    settings: Counter[str] = field(default_factory=Counter)
    role_codes: dict[str, Entity] = field(default_factory=dict)
    places: dict[int, str] = field(default_factory=dict)

    def dominant(self) -> str | None:
        """The country that the report names most."""
        return max(self.counts, key=self.counts.__getitem__, default=None)

    def setting(self) -> str | None:
        """The country that most of what the report names belongs to, if there is one."""
        code = self.dominant()
        return code if code and self.counts[code] >= _MOST * sum(self.counts.values()) else None

    def country_name(self, code: str | None) -> str:
        """The name of the state with this code, or the code."""
        state = self.base.states.get(code or "")
        return state.name if state else code or ""

    def put(
        self,
        sentence: int,
        token: int,
        entities: tuple[Entity, ...],
        *,
        plural: bool = False,
        gender: str = "",
        trace: bool = True,
    ) -> None:
        """Records what a word stands for, and (but without `trace`) the trace that pronouns follow."""
        self.heads[sentence, token] = entities
        if not entities or not trace:
            return
        word = self.sentences[sentence].tokens[token]
        if len(entities) == 1:
            actor = self.base.actors.get(entities[0].id or "")
            gender = gender or self.genders.get(entities[0].name, "") or (actor.gender if actor else "")
        subject = word.dep in ("nsubj", "nsubjpass", "agent")
        self.traces[sentence].append(Trace(token, entities, subject, plural or len(entities) > 1, gender))

    def remember(self, entity: Entity, gender: str = "") -> None:
        """Lets the last and first word of a person's name stand for the person from here on."""
        words = [w for w in fold(entity.name).split() if len(w) > 1]
        if gender:
            self.genders[entity.name] = gender
        if not words:
            return
        shorts = {words[-1].split("-")[-1], words[0], *(" ".join(words[k:]) for k in range(len(words)))}
        for short in shorts:
            self.people.pop(short, None)  # the last named comes last
            self.people[short] = entity


def entity_of(actor: Actor, span: Span, when: date | None, base: ActorBase) -> Entity:
    """The entity that an entry of the actor base is on a day."""
    if actor.kind == "person":
        return _person(actor, span, when, base)
    return Entity(
        span, actor.name, actor.id, actor.wikidata, actor.code, actor.sectors, None, _KINDS[actor.kind],
        f"{actor.id} is named",
    )  # fmt: skip


def state_of(discourse: Discourse, code: str | None) -> Entity:
    """The state with this code, as its government."""
    return entity_of(discourse.base.states[code or ""], Span(0, 1), discourse.when, discourse.base)


def _person(actor: Actor, span: Span, when: date | None, base: ActorBase) -> Entity:
    tenure = base.tenure(actor.id, when)
    if tenure:
        return in_office_of(actor, span, tenure)
    past = base.past_tenure(actor.id, when) if when else None
    if past and when and past.end and past.end < when.isoformat():
        reason = f"{actor.id}: {past.office} of {past.code} until {past.end}"
        return Entity(span, actor.name, actor.id, actor.wikidata, past.code, _after(past), None, "person", reason)
    code = actor.code or (past.code if past else None)
    later = bool(past and when and past.start > when.isoformat())
    sectors = _after(past) if past and later else ()  # who comes to office later is of the elite already
    return Entity(span, actor.name, actor.id, actor.wikidata, code, sectors, None, "person", f"{actor.id} is named")


def _after(past: Tenure) -> tuple[str, ...]:
    """What somebody is who has left an office: of the state, one of its former elite; else what they were."""
    return ("ELI",) if past.sectors[:1] in _OF_THE_STATE else past.sectors


def in_office_of(actor: Actor, span: Span, tenure: Tenure) -> Entity:
    """The entity that a person is as the holder of an office."""
    of = f"{tenure.body} of {tenure.code}" if tenure.body else tenure.code
    reason = f"{actor.id}: {tenure.office} of {of} since {tenure.start}"
    office = tenure.office or None
    return Entity(
        span, actor.name, actor.id, actor.wikidata, tenure.code, tenure.sectors, office, "person", reason
    )  # fmt: skip


def told_before(discourse: Discourse, sentence: Sentence, token: int) -> Iterator[Trace]:
    """The actors told before a word: in its sentence, subjects and the nearest first, then sentence by sentence."""
    here = [t for t in discourse.traces[sentence.index] if t.token < token]
    yield from sorted(here, key=lambda t: (not t.subject, -t.token))
    for back in range(sentence.index - 1, max(-1, sentence.index - 1 - _REACH), -1):
        yield from sorted(discourse.traces[back], key=lambda t: (not t.subject, t.token))


def entity_on(entity: Entity, when: date, base: ActorBase) -> Entity:
    """The same person with the office, code and sectors held on another day; any other entity unchanged."""
    actor = base.actors.get(entity.id or "")
    if actor is None or actor.kind != "person" or not base.tenures.get(actor.id):
        return entity
    found = _person(actor, entity.span, when, base)
    return replace(found, reason=f"{entity.reason}; {found.reason}") if found.sectors else entity


def span_of(sentence: Sentence, mention: Mention) -> Span:
    """The characters of a mention."""
    return Span(sentence.tokens[mention.first].start, sentence.tokens[mention.last].end)


def text_of(sentence: Sentence, mention: Mention) -> str:
    """The words of a mention with single spaces as written."""
    tokens = sentence.tokens[mention.first : mention.last + 1]
    out = tokens[0].text
    for before, token in pairwise(tokens):
        out += (" " if token.start > before.end else "") + token.text
    return out
