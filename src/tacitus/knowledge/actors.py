"""Who may act: states, blocs, organisations, armed groups, parties, people and their offices, and role nouns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeVar

import ahocorasick_rs

from tacitus.errors import KnowledgeError
from tacitus.knowledge.coreference import Coreference, load_coreference
from tacitus.knowledge.layers import Row, layered
from tacitus.knowledge.surfaces import capitals_lowered, fold

K = TypeVar("K")
V = TypeVar("V")

ActorKind = Literal["state", "bloc", "organisation", "group", "party", "person"]
How = Literal["name", "adjective", "demonym", "capital", "metonym"]

SECTORS = frozenset(
    [
        "GOV",
        "MIL",
        "COP",
        "JUD",
        "LEG",
        "PTY",
        "SPY",
        "REB",
        "PRM",
        "UAF",
        "CRM",
        "CVL",
        "OPP",
        "ELI",
        "JRN",
        "EDU",
        "BUS",
        "LAB",
        "AGR",
        "MED",
        "REF",
        "REL",
        "SOC",
        "PRE",
        "UNK",
    ]
)
_COLUMNS: dict[ActorKind, tuple[str, tuple[str, ...]]] = {
    "state": (
        "countries.csv",
        ("id", "code", "name", "aliases", "adjectives", "demonyms", "capital", "metonyms", "wikidata"),
    ),
    "bloc": ("blocs.csv", ("id", "name", "aliases", "adjectives")),
    "organisation": (
        "organisations.csv",
        ("id", "code", "sectors", "name", "aliases", "start", "end", "wikidata"),
    ),
    "group": ("groups.csv", ("id", "code", "sectors", "name", "aliases", "start", "end")),
    "party": ("parties.csv", ("id", "code", "name", "aliases", "start", "end")),
    "person": ("people.csv", ("id", "name", "aliases", "gender", "wikidata", "code")),
}
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_GENDERS = {"m": "male", "f": "female"}
_RANK: Mapping[tuple[str, ...], int] = {("PTY",): 1, ("LEG",): 2}
_DEFAULT_SECTORS: Mapping[ActorKind, tuple[str, ...]] = {"state": ("GOV",), "party": ("PTY",)}


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
    """An office that a person held in the country `code`, from the day `start` to `end` (empty: still)."""

    person: str
    code: str
    office: str
    sectors: tuple[str, ...]
    start: str
    end: str

    def holds(self, when: str) -> bool:
        """Whether the office was held on the ISO date `when`."""
        return self.start <= when and (not self.end or when[: len(self.end)] <= self.end)


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun for what someone does: sectors, whether it is a title before a name, the offices it names."""

    phrase: str
    plural: bool
    sectors: tuple[str, ...]
    kind: Literal["person", "group", "organisation"]
    title: bool
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a surface form may stand for: an entry, and how the form names it."""

    actor: str
    how: How


@dataclass(frozen=True, slots=True)
class ActorBase:
    """All entries with the indices that finding and resolving need; `own` tells where the user's entries stand."""

    actors: Mapping[str, Actor]
    tenures: Mapping[str, tuple[Tenure, ...]]
    offices: Mapping[tuple[str, str], tuple[Tenure, ...]]
    states: Mapping[str, Actor]
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
        vague = self.coreference.generic
        # Who leads a party sits in parliament as its leader.
        return min(now, key=lambda t: (_RANK.get(t.sectors[:1], 0), t.office in vague), default=None)

    def past_tenure(self, person: str, when: date) -> Tenure | None:
        """The office that `person` held last before the day, or will hold first after it."""
        held = self.tenures.get(person, ())
        day = when.isoformat()
        before = [t for t in held if t.end and t.end < day]
        if before:
            return max(before, key=lambda t: t.end)
        return min(held, key=lambda t: t.start, default=None)

    def holder(self, office: str, code: str, when: date | None) -> Actor | None:
        """Who held the office of the country on the day (without a day: who holds it last)."""
        held = self.offices.get((office, code), ())
        if when is None:
            last = max(held, key=lambda t: t.start, default=None)
            return self.actors[last.person] if last else None
        day = when.isoformat()
        now = [t for t in held if t.holds(day)]
        return self.actors[max(now, key=lambda t: t.start).person] if now else None


TABLES = frozenset(name for name, _ in _COLUMNS.values()) | {"offices.csv"}


def load_actors(*roots: Path, language: str = "en") -> ActorBase:
    """Reads actors/ and a language's role nouns of all roots, later ones over earlier; KnowledgeError names the line.

    Reference words are those of the first root.
    """
    coreference = load_coreference(roots[0], language)
    own: dict[str, str] = {}
    actors: dict[str, Actor] = {}
    surfaces: dict[str, list[Reading]] = {}
    for kind in _COLUMNS:
        for row in layered(roots, f"actors/{_COLUMNS[kind][0]}", _COLUMNS[kind][1], ("id",)):
            actor, forms = _actor(row, kind), _forms(row.cells, coreference.demonym_plural)
            if actor.id in actors:
                raise KnowledgeError(f"{row.where}: {actor.id}: another table has this id; make it unique")
            actors[actor.id] = actor
            if row.own:
                own[actor.id] = row.where
            for form, how in forms:
                reading = Reading(actor.id, how)
                known = surfaces.setdefault(fold(form), [])
                if reading.actor not in [r.actor for r in known]:
                    known.append(reading)
    tenures = tuple(_tenures(roots, actors, own))
    roles = tuple(_roles(roots, f"languages/{language}/roles.csv"))
    forms_ = tuple(surfaces)
    return ActorBase(
        actors=actors,
        tenures=_grouped((t.person, t) for t in tenures),
        offices=_grouped(((t.office, t.code), t) for t in tenures),
        states={a.code: a for a in actors.values() if a.code and a.id == f"state.{a.code.lower()}"},
        surnames=_surnames(actors.values()),
        roles=_by_first_word(roles),
        role_by_phrase={r.phrase: r for r in reversed(roles)},
        coreference=coreference,
        own=own,
        forms=forms_,
        readings=tuple(tuple(r) for r in surfaces.values()),
        capitals=frozenset(word for form in forms_ for word in form.split() if word.isupper()),
        automaton=ahocorasick_rs.AhoCorasick(forms_),
    )


def _cells(row: Mapping[str, str], column: str) -> list[str]:
    cell = row.get(column)
    return [c.strip() for c in cell.split("|") if c.strip()] if cell else []


def _actor(entry: Row, kind: ActorKind) -> Actor:
    row = entry.cells
    if not row["name"]:
        raise KnowledgeError(f"{entry.where}: {row['id']}: an entry needs a name")
    return Actor(
        id=row["id"],
        kind=kind,
        name=row["name"],
        code=row.get("code") or None,
        sectors=_sectors(entry, "id") or _DEFAULT_SECTORS.get(kind, ()),
        gender=_GENDERS.get(row.get("gender", ""), ""),
        wikidata=row.get("wikidata") or None,
        start=row.get("start", ""),
        end=row.get("end", ""),
    )


def _forms(row: Mapping[str, str], plural: str) -> list[tuple[str, How]]:
    forms: list[tuple[str, How]] = [(row["name"], "name")]
    forms += [(c, "name") for c in _cells(row, "aliases")]
    forms += [(c, "metonym") for c in _cells(row, "metonyms")]
    forms += [(c, "capital") for c in _cells(row, "capital")]
    adjectives = _cells(row, "adjectives")
    forms += [(c, "adjective") for c in adjectives]
    if "gender" in row:
        # Romanised names are hyphenated one way or another: "Ko Un-bi", "Ko Un-Bi", "Ko Un Bi".
        forms += [(v, "name") for form, _ in tuple(forms) if "-" in form for v in _hyphenations(form)]
    for demonym in _cells(row, "demonyms"):
        forms += [(demonym, "demonym"), (demonym + plural, "demonym")]
    return forms


def _hyphenations(form: str) -> tuple[str, ...]:
    parts = [p[:1].upper() + p[1:] for p in form.split("-")]
    return "-".join(parts), " ".join(parts)


def _sectors(entry: Row, name: str) -> tuple[str, ...]:
    sectors = tuple(_cells(entry.cells, "sectors"))
    for sector in sectors:
        if sector not in SECTORS:
            where = f"{entry.where}: {entry.cells[name]}"
            raise KnowledgeError(f"{where}: unknown sector '{sector}'; known are {', '.join(sorted(SECTORS))}")
    return sectors


def _tenures(roots: tuple[Path, ...], actors: Mapping[str, Actor], own: dict[str, str]) -> Iterator[Tenure]:
    shared: dict[str, tuple[str, ...]] = {}
    columns = ("person", "code", "office", "sectors", "start", "end", "source")
    for entry in layered(roots, "actors/offices.csv", columns, ("person", "code", "office", "start"), unique=False):
        row = entry.cells
        person, sectors = row["person"], row["sectors"]
        if person not in actors:
            raise KnowledgeError(f"{entry.where}: {person}: no such person; add it to people.csv or correct the id")
        if sectors not in shared:
            shared[sectors] = _sectors(entry, "person")
        if entry.own:
            _check_dates(row, entry.where)
            own.setdefault(person, entry.where)
        yield Tenure(person, row["code"], row["office"], shared[sectors], row["start"], row["end"])


def _check_dates(row: Mapping[str, str], where: str) -> None:
    for column in ("start", "end"):
        if row[column] and not _ISO.fullmatch(row[column]):
            raise KnowledgeError(f"{where}: {column} '{row[column]}' is no date; write 2019-03-02, 2019-03 or 2019")
    if row["end"] and row["end"] < row["start"][: len(row["end"])]:
        raise KnowledgeError(f"{where}: the office ends before it starts; correct start or end")


def _roles(roots: tuple[Path, ...], name: str) -> Iterator[RoleNoun]:
    columns = ("phrase", "plural", "sectors", "kind", "title", "office")
    for entry in layered(roots, name, columns, ("phrase", "plural")):
        row = entry.cells
        where = f"{entry.where}: {row['phrase']}"
        kind = row["kind"]
        if kind not in ("person", "group", "organisation"):
            raise KnowledgeError(f"{where}: kind '{kind}' must be person, group or organisation")
        sectors, offices = _sectors(entry, "phrase"), tuple(_cells(row, "office"))
        for phrase, plural in ((row["phrase"], False), (row["plural"], True)):
            if phrase and not (plural and phrase == row["phrase"]):
                yield RoleNoun(fold(phrase).lower(), plural, sectors, kind, row["title"] == "yes", offices)  # type: ignore[arg-type]


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _by_first_word(roles: Iterable[RoleNoun]) -> dict[str, tuple[RoleNoun, ...]]:
    """Role nouns by the text up to the first space or hyphen, longest first."""
    groups = _grouped((r.phrase.replace("-", " ").split(" ", 1)[0], r) for r in roles)
    return {word: tuple(sorted(group, key=lambda r: -len(r.phrase))) for word, group in groups.items()}


def _surnames(actors: Iterable[Actor]) -> dict[str, tuple[str, ...]]:
    """People by the last word of their name, its part after a hyphen, and the last two words of three or more."""
    return _grouped(
        (name, a.id)
        for a in actors
        if a.kind == "person"
        for words in (fold(a.name).lower().split(),)
        for name in {
            words[-1],
            words[-1].split("-")[-1],
            " ".join(words[-2:]) if len(words) > 2 else words[-1],
        }
    )
