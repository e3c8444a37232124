"""EventMention -> Event: one record for one happening, however often the article tells it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import inf
from typing import Any

from tacitus.consolidation.signs import signs_of
from tacitus.knowledge.confidence import Confidence
from tacitus.knowledge.ontology import EventType, Ontology
from tacitus.model import Entity, Event, EventMention, Magnitude, Place, Telling, TimeRef

_STAY_DAYS = 3  # a visit or a summit told day by day
_GOES_ON = 1_000  # characters within which other words about the same people go on with the same deed
_HAPPENED = frozenset({"actual", "historical"})


@dataclass(slots=True)
class _Happening:
    """The mentions found so far to tell one happening."""

    kind: EventType
    mentions: list[EventMention] = field(default_factory=list)

    def takes(self, mention: EventMention) -> bool:
        return (
            mention.type == self.kind.id
            and all(same_happening(m, mention, self.kind) for m in self.mentions)
            and any(tied(m, mention, self.kind) for m in self.mentions)
        )


def consolidate(
    mentions: Sequence[EventMention], article: str, ontology: Ontology, confidence: Confidence
) -> tuple[Event, ...]:
    """The events of one article, in the order in which it first tells them.

    A mention that nobody could count retells what it fits or is dropped.
    """
    happenings: list[_Happening] = []
    counted = [m for m in mentions if _can_be_counted(m, ontology)]
    for mention in [*counted, *(m for m in mentions if not _can_be_counted(m, ontology))]:
        fitting = next((h for h in reversed(happenings) if h.takes(mention)), None)
        if fitting is not None:
            fitting.mentions.append(mention)
        elif _can_be_counted(mention, ontology):
            happenings.append(_Happening(ontology.types[mention.type], [mention]))
    events = [_event(h.mentions, article, ontology) for h in happenings]
    sure = (replace(event, confidence=confidence.of(signs_of(event))) for event in events)
    return tuple(sorted(sure, key=lambda e: e.trigger))


def _can_be_counted(mention: EventMention, ontology: Ontology) -> bool:
    """Whether it tells who took part (of what takes two both), or of a deed at least how many it befell, or where."""
    kind = ontology.types[mention.type]
    if kind.mutual and kind.needs_recipient:
        return bool(mention.recipients) or len(mention.actors) > 1
    if mention.actors or mention.recipients:
        return True
    material = kind.quad.startswith("material") and mention.status in _HAPPENED
    return material and bool(mention.magnitude or _own_place(mention))


def same_happening(a: EventMention, b: EventMention, kind: EventType) -> bool:
    """Whether nothing told keeps two mentions of a type apart: status, mode, participants, time and place."""
    return (
        (a.status == b.status or {a.status, b.status} <= _HAPPENED)
        and (a.mode == b.mode or not a.mode or not b.mode)
        and _same_sides(a, b, kind)
        and (_same_time(_own(a), _own(b)) or (kind.mutual and _days_apart(_own(a), _own(b)) <= _STAY_DAYS))
        and _same_place(_own_place(a), _own_place(b), kind)
    )


def tied(a: EventMention, b: EventMention, kind: EventType) -> bool:
    """Whether something told binds the two: shared participants, and the same word, time or full list of them.

    Two acts of speech with one type, word and participants may still differ in what is said; we take them for one.
    """
    if a.trigger == b.trigger:
        return True
    same_word = a.lemma == b.lemma
    same_people = _keys(a.actors) == _keys(b.actors) and _keys(a.recipients) == _keys(b.recipients)
    if not (a.actors or a.recipients) or not (b.actors or b.recipients):
        return same_word or kind.mutual
    if kind.mutual:
        return bool(_all_keys(a) & _all_keys(b))
    if kind.spoken:
        return same_people and (same_word or a.telling.span == b.telling.span)
    if a.status != b.status and not same_word:
        return False
    people_go_on = same_people and abs(a.telling.span.start - b.telling.span.start) < _GOES_ON
    if not (same_word or people_go_on or _told_same_day(_own(a), _own(b))):
        return False
    return bool(_keys(a.actors) & _keys(b.actors)) or bool(_keys(a.recipients) & _keys(b.recipients))


def _own(mention: EventMention) -> TimeRef | None:
    """The time that the telling itself gives; one that goes on from before keeps no two tellings apart."""
    return mention.time if mention.time and mention.telling.span.overlaps(mention.time.span) else None


def _own_place(mention: EventMention) -> Place | None:
    return mention.place if mention.place and mention.telling.span.overlaps(mention.place.span) else None


def _told_same_day(a: TimeRef | None, b: TimeRef | None) -> bool:
    return a is not None and b is not None and a.date is not None and a.date == b.date


def _same_sides(a: EventMention, b: EventMention, kind: EventType) -> bool:
    """Whether the participants may be the same: one told more fully than the other, or not at all."""
    if kind.mutual:
        return _nested(_all_keys(a), _all_keys(b))
    return _nested(_keys(a.actors), _keys(b.actors)) and _nested(_keys(a.recipients), _keys(b.recipients))


def _nested(a: frozenset[str], b: frozenset[str]) -> bool:
    return a <= b or b <= a


def _all_keys(mention: EventMention) -> frozenset[str]:
    return _keys(mention.actors) | _keys(mention.recipients)


def _keys(entities: Iterable[Entity]) -> frozenset[str]:
    return frozenset(e.code or e.name for e in entities)


def _same_time(a: TimeRef | None, b: TimeRef | None) -> bool:
    if a is None or b is None or a.date is None or b.date is None:
        return True
    return a.date.startswith(b.date) or b.date.startswith(a.date)


def _days_apart(a: TimeRef | None, b: TimeRef | None) -> float:
    """Days between two dated days; infinite where either is not known to the day."""
    if a is None or b is None or a.precision != "day" or b.precision != "day" or not (a.date and b.date):
        return inf
    return abs((date.fromisoformat(a.date) - date.fromisoformat(b.date)).days)


def _same_place(a: Place | None, b: Place | None, kind: EventType) -> bool:
    """Whether the places may be one: the same, or one within the other's country; visits move about a country."""
    if a is None or b is None:
        return True
    if a.country != b.country:
        return a.country is None or b.country is None
    return kind.mutual or a.geonameid == b.geonameid or "country" in (a.precision, b.precision)


def _event(mentions: list[EventMention], article: str, ontology: Ontology) -> Event:
    best = max(mentions, key=_fullness)
    told = sorted({m.telling.span: m.telling for m in mentions}.values(), key=lambda t: t.span)
    mode = best.mode or next((m.mode for m in mentions if m.mode), None)
    return Event(
        id=_event_id(article, best),
        article=article,
        type=best.type,
        mode=mode,
        quad=ontology.types[best.type].quad,
        score=ontology.score(best.type, mode),
        status=best.status,
        actors=best.actors or next((m.actors for m in mentions if m.actors), ()),
        recipients=best.recipients or next((m.recipients for m in mentions if m.recipients), ()),
        time=_time(mentions),
        place=next((p for m in (best, *mentions) if (p := _own_place(m))), None) or best.place,
        magnitude=_joined([m.magnitude for m in (best, *mentions) if m.magnitude]),
        attribution=best.attribution,
        contexts=tuple(dict.fromkeys(c for m in mentions for c in m.contexts)),
        trigger=best.trigger,
        evidence=best.telling,
        mentions=tuple(_others(told, best.telling)),
        frame=best.frame,
        because=_because(best, mentions),
        confidence=0.0,
    )


def _joined(told: Sequence[Magnitude]) -> Magnitude | None:
    """What all tellings state together, each number as it is first told, the fullest telling before the others."""

    def first(name: str) -> Any:
        return next((value for m in told if (value := getattr(m, name)) is not None), None)

    amount = next((m for m in told if m.amount), None)
    if not told:
        return None
    return Magnitude(
        dead=first("dead"),
        injured=first("injured"),
        arrested=first("arrested"),
        size=first("size"),
        amount=amount.amount if amount else None,
        currency=amount.currency if amount else None,
    )


def _others(told: list[Telling], best: Telling) -> list[Telling]:
    return [t for t in told if t.span != best.span]


def _because(best: EventMention, mentions: list[EventMention]) -> tuple[str, ...]:
    if len(mentions) == 1:
        return best.because
    return (*best.because, f"same happening: told {len(mentions)} times with nothing that keeps the tellings apart")


def _fullness(mention: EventMention) -> tuple[int, int, int]:
    """How much a mention tells, the report's own text before captions, the earlier before the later."""
    filled = 2 * bool(mention.actors) + 2 * bool(mention.recipients) + bool(_own(mention)) + bool(_own_place(mention))
    return filled + bool(mention.magnitude), mention.telling.section == "body", -mention.trigger.start


def _time(mentions: Sequence[EventMention]) -> TimeRef | None:
    """The finest time told; "days ago" told of the deed itself is not made a day by the scene it stands in."""
    own = _finest(_own(m) for m in mentions)
    return own if own is not None and own.precision != "day" else _finest(m.time for m in mentions)


def _finest(times: Iterable[TimeRef | None]) -> TimeRef | None:
    dated = [t for t in times if t is not None and t.date]
    return max(dated, key=lambda t: len(t.date or ""), default=None)


def _event_id(article: str, best: EventMention) -> str:
    key = f"{article}\0{best.type}\0{best.trigger.start}\0{best.trigger.end}\0{best.frame}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
