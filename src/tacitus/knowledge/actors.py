"""Who may act: states, blocs, organisations, armed groups, parties, people and their offices, and role nouns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import ahocorasick_rs

from tacitus.knowledge.coreference import Coreference
from tacitus.knowledge.surfaces import capitals_lowered, fold

ActorKind = Literal["state", "bloc", "organisation", "group", "party", "person"]
How = Literal["name", "adjective", "demonym", "capital", "metonym"]
_RANK: Mapping[tuple[str, ...], int] = {("PTY",): 1, ("LEG",): 2}
_ANY_RANK = 5


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the actor base; `start` and `end` are ISO dates cut to what is known, or empty."""

    id: str
    kind: ActorKind
    name: str
    code: str | None
    sectors: tuple[str, ...] = ()
    gender: str = ""
    wikidata: str | None = None
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that a person held in the country `code`, from the day `start` to `end` (empty: still).

    `body` is the organisation (its id) or the part of the country (its name) whose office it is, or empty.
    """

    person: str
    code: str
    office: str
    sectors: tuple[str, ...]
    start: str
    end: str
    body: str = ""

    def holds(self, when: str) -> bool:
        """Whether the office was held on the ISO date `when`."""
        return self.start <= when and (not self.end or when[: len(self.end)] <= self.end)


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office as such: of two that somebody holds the one of lower `rank` counts.

    `holders` tells whether it has one holder in a country or body, a main one (the last to take it), one in a body only
    (a party, a city), many at once, or a sole one in the world.
    """

    name: str
    rank: int
    holders: Literal["one", "main", "body", "many", "sole"]


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun for what someone does: sectors, whether it is a title before a name, the offices it names.

    `code` is that of those who belong to no country unless one is told ("aid groups": NGO).
    """

    phrase: str
    plural: bool
    sectors: tuple[str, ...]
    kind: Literal["person", "group", "organisation"]
    title: bool
    offices: tuple[str, ...]
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a surface form may stand for: an entry, and how the form names it."""

    actor: str
    how: How


@dataclass(frozen=True, slots=True)
class ActorBase:
    """All entries with the indices that finding and resolving need; `own` tells where the user's entries stand.

    `offices` are found by their name and the code of their country, the id of their body or the name of its part,
    sole ones by their name alone as well. `homes` are the countries of a people without a state, the likeliest first.
    """

    actors: Mapping[str, Actor]
    tenures: Mapping[str, tuple[Tenure, ...]]
    offices: Mapping[tuple[str, str], tuple[Tenure, ...]]
    office_names: Mapping[str, OfficeName]
    bodies: Mapping[str, tuple[Tenure, ...]]
    states: Mapping[str, Actor]
    sovereigns: Mapping[str, str]
    homes: Mapping[str, tuple[str, ...]]
    surnames: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, tuple[RoleNoun, ...]]
    role_by_phrase: Mapping[str, RoleNoun]
    coreference: Coreference
    own: Mapping[str, str]
    forms: tuple[str, ...]
    readings: tuple[tuple[Reading, ...], ...]
    capitals: frozenset[str]
    automaton: ahocorasick_rs.AhoCorasick

    def find(self, text: str) -> list[tuple[int, int, tuple[Reading, ...]]]:
        """The longest known names in `text`, left to right, whole words only."""
        text = capitals_lowered(fold(text), self.capitals)
        length = len(text)
        hits = [
            (start, -end, pattern)
            for pattern, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True)
            if not (start and text[start - 1].isalnum()) and not (end < length and text[end].isalnum())
        ]
        hits.sort()
        found, reached = [], 0
        for start, negative, pattern in hits:
            if start >= reached:
                reached = -negative
                found.append((start, reached, self.readings[pattern]))
        return found

    def tenure(self, person: str, when: date | None) -> Tenure | None:
        """The office that `person` held on the day: of the state, a party, else a seat (no day: the latest)."""
        held = self.tenures.get(person, ())
        if when is None:
            return max(held, key=lambda t: (t.end or "9", t.start), default=None)
        day = when.isoformat()
        now = [t for t in held if t.holds(day)]
        # Who leads a party sits in parliament as its leader.
        return min(now, key=lambda t: (_RANK.get(t.sectors[:1], 0), self._rank(t.office)), default=None)

    def _rank(self, office: str) -> int:
        known = self.office_names.get(office)
        return known.rank if known else _ANY_RANK

    def _single(self, office: str) -> bool:
        known = self.office_names.get(office)
        return known is not None and known.holders not in ("many", "main")

    def past_tenure(self, person: str, when: date) -> Tenure | None:
        """The office that `person` held last before the day, or will hold first after it."""
        held = self.tenures.get(person, ())
        day = when.isoformat()
        before = [t for t in held if t.end and t.end < day]
        if before:
            return max(before, key=lambda t: t.end)
        return min(held, key=lambda t: t.start, default=None)

    def holding(self, office: str, place: str, when: date | None) -> Tenure | None:
        """Who held the office of a country, body or part on the day (without a day: who holds it last)."""
        held = self.offices.get((office, place), ())
        return max(_on(held, when), key=lambda t: t.start, default=None)

    def heading(self, body: str, when: date | None) -> Tenure | None:
        """Who headed a body on the day: held the first of its offices that have one holder."""
        held = [t for t in self.bodies.get(body, ()) if self._single(t.office)]
        return min(_on(held, when), key=lambda t: (self._rank(t.office), _latest_first(t)), default=None)


def _on(held: Sequence[Tenure], when: date | None) -> Sequence[Tenure]:
    return held if when is None else [t for t in held if t.holds(when.isoformat())]


def _latest_first(tenure: Tenure) -> tuple[int, ...]:
    return tuple(-ord(c) for c in tenure.start)
