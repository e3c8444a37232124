"""The tables of actors, their offices and the role nouns -> one actor base, checked while reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import ahocorasick_rs

from tacitus.errors import KnowledgeError
from tacitus.knowledge.actors import Actor, ActorBase, ActorKind, How, OfficeName, Reading, RoleNoun, Tenure
from tacitus.knowledge.coreference import Coreference, load_coreference
from tacitus.knowledge.layers import Row, layered
from tacitus.knowledge.surfaces import fold
from tacitus.knowledge.tables import uncollected

K = TypeVar("K")
V = TypeVar("V")

SECTORS = frozenset([
    "GOV", "MIL", "COP", "JUD", "LEG", "PTY", "SPY", "REB", "PRM", "UAF", "CRM", "CVL", "OPP", "ELI", "JRN", "EDU",
    "BUS", "LAB", "AGR", "MED", "REF", "REL", "SOC", "PRE", "UNK",
])  # fmt: skip
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
_NAMED: Mapping[str, How] = {"aliases": "name", "metonyms": "metonym", "capital": "capital", "adjectives": "adjective"}
_HOLDERS = ("one", "main", "body", "many", "sole")
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_GENDERS = {"m": "male", "f": "female"}
_DEFAULT_SECTORS: Mapping[ActorKind, tuple[str, ...]] = {"state": ("GOV",), "party": ("PTY",)}


TABLES = frozenset(name for name, _ in _COLUMNS.values()) | {"offices.csv", "office_names.csv"}


@uncollected()
def load_actors(*roots: Path, language: str = "en") -> ActorBase:
    """Reads actors/ and a language's role nouns of all roots, later ones over earlier; KnowledgeError names the line.

    Reference words are those of the first root.
    """
    coreference = load_coreference(roots[0], language)
    entries = _Entries()
    for kind in _COLUMNS:
        for row in layered(roots, f"actors/{_COLUMNS[kind][0]}", _COLUMNS[kind][1], ("id",)):
            entries.add(row, kind, coreference)
    actors, own = entries.actors, entries.own
    tenures = tuple(_tenures(roots, actors, own))
    names = {name.name: name for name in _office_names(roots)}
    roles = tuple(_roles(roots, f"languages/{language}/roles.csv"))
    forms = tuple(entries.surfaces)
    return ActorBase(
        actors=actors,
        tenures=_grouped((t.person, t) for t in tenures),
        offices=_grouped(((t.office, place), t) for t in tenures for place in _places(t, actors, names)),
        office_names=names,
        bodies=_grouped((t.body, t) for t in tenures if t.body),
        states={a.code: a for a in actors.values() if a.code and a.id == f"state.{a.code.lower()}"},
        sovereigns=entries.sovereigns,
        homes=entries.homes,
        surnames=_surnames(actors.values()),
        roles=_by_first_word(roles),
        role_by_phrase={r.phrase: r for r in reversed(roles)},
        coreference=coreference,
        own=own,
        forms=forms,
        readings=tuple(entries.surfaces.values()),
        capitals=frozenset(word for form in forms for word in form.split() if word.isupper()),
        automaton=ahocorasick_rs.AhoCorasick(forms),
    )


class _Entries:
    """The entries read so far, with what each surface form may stand for."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.surfaces: dict[str, tuple[Reading, ...]] = {}
        self.sovereigns: dict[str, str] = {}
        self.homes: dict[str, tuple[str, ...]] = {}
        self.own: dict[str, str] = {}

    def add(self, row: Row, kind: ActorKind, words: Coreference) -> None:
        """Adds a row; KnowledgeError where another table has its id."""
        actor = _actor(row, kind)
        if actor.id in self.actors:
            raise KnowledgeError(f"{row.where}: {actor.id}: another table has this id; make it unique")
        self.actors[actor.id] = actor
        if row.own:
            self.own[actor.id] = row.where
        if actor.code and row.cells.get("iso"):
            self.sovereigns[row.cells["iso"]] = actor.code
        if homes := _cells(row.cells, "homes"):
            self.homes[actor.id] = tuple(homes)
        readings: dict[How, tuple[Reading, ...]] = {}
        for form, how in _forms(row.cells, words):
            reading = readings.get(how) or readings.setdefault(how, (Reading(actor.id, how),))
            known = self.surfaces.setdefault(fold(form), reading)
            if known is not reading and actor.id not in [r.actor for r in known]:
                self.surfaces[fold(form)] = known + reading


def _places(tenure: Tenure, actors: Mapping[str, Actor], names: Mapping[str, OfficeName]) -> tuple[str, ...]:
    """Where the office is asked for: in the country, of a body too, or of a party or part of the country alone."""
    body, name = actors.get(tenure.body), names.get(tenure.office)
    anywhere = ("",) if name and name.holders == "sole" else ()
    if not tenure.body:
        return (tenure.code, *anywhere)
    national = body is not None and body.kind == "organisation" and body.sectors
    return (tenure.code, tenure.body) if national else (tenure.body, *anywhere)


def _office_names(roots: tuple[Path, ...]) -> Iterator[OfficeName]:
    columns = ("office", "rank", "holders")
    for entry in layered(roots, "actors/office_names.csv", columns, ("office",)):
        row = entry.cells
        if not row["rank"].isdigit() or row["holders"] not in _HOLDERS:
            raise KnowledgeError(
                f"{entry.where}: {row['office']}: rank must be a number, holders one, body, many or sole"
            )
        yield OfficeName(row["office"], int(row["rank"]), row["holders"])  # type: ignore[arg-type]


def _cells(row: Mapping[str, str], column: str) -> list[str]:
    cell = row.get(column)
    if not cell:
        return []
    return [c.strip() for c in cell.split("|") if c.strip()] if "|" in cell else [cell.strip()]


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


def _forms(row: Mapping[str, str], words: Coreference) -> list[tuple[str, How]]:
    forms: list[tuple[str, How]] = [(row["name"], "name")]
    for column, how in _NAMED.items():
        if row.get(column):
            forms += [(c, how) for c in _cells(row, column)]
    # "The West", "Pro-Russian separatists": names without a capital of their own have one where they open a sentence.
    forms += [(form[0].upper() + form[1:], how) for form, how in tuple(forms) if form[0].islower()]
    if "gender" in row and any("-" in form for form, _ in forms):
        # Romanised names are written one way or another: "Ko Un-bi", "Ko Un-Bi", "Ko Un Bi"; "Ali al-Asad", "Ali Asad".
        forms += [(_bare(form, words.particles), "name") for form, _ in tuple(forms) if "-" in form and " " in form]
        forms += [(v, "name") for form, _ in tuple(forms) if "-" in form for v in _hyphenations(form)]
    for demonym in _cells(row, "demonyms") if row.get("demonyms") else ():
        forms += [(demonym, "demonym"), (demonym + words.demonym_plural, "demonym")]
    return forms


def _bare(form: str, particles: frozenset[str]) -> str:
    """The name without articles joined to its words."""
    return " ".join(w.split("-", 1)[1] if w.split("-", 1)[0] in particles and "-" in w else w for w in form.split())


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
        body = row.get("body", "")
        yield Tenure(person, row["code"], row["office"], shared[sectors], row["start"], row["end"], body)


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
        sectors, offices, code = _sectors(entry, "phrase"), tuple(_cells(row, "office")), row.get("code") or None
        for phrase, plural in ((row["phrase"], False), (row["plural"], True)):
            if phrase and not (plural and phrase == row["phrase"]):
                yield RoleNoun(fold(phrase).lower(), plural, sectors, kind, row["title"] == "yes", offices, code)  # type: ignore[arg-type]


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
