"""A language's words that stand for an actor named elsewhere, and those that say how a name belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tacitus.errors import KnowledgeError
from tacitus.knowledge.tables import only, read_toml, strings

_TABLES: Mapping[str, frozenset[str]] = {
    "pronouns": frozenset({"male", "female", "thing", "plural", "speaker", "speakers"}),
    "references": frozenset({"pair", "both", "nations", "country", "area", "group", "person"}),
    "determiners": frozenset({"definite", "two", "indefinite", "elsewhere"}),
    "hyphens": frozenset({"stance", "foreign"}),
    "prepositions": frozenset({"inner", "own", "place", "target", "together", "blame"}),
    "speech": frozenset({"verbs", "quotes"}),
    "ambiguous": frozenset({"names", "nowhere", "male_titles", "female_titles"}),
    "former": frozenset({"words"}),
    "counterparts": frozenset({"words", "leading"}),
    "generic": frozenset({"words", "heads"}),
    "capitalised": frozenset({"calendar", "particles"}),
    "crowds": frozenset({"words", "role"}),
}


@dataclass(frozen=True, slots=True)
class Coreference:
    """Word classes by name; `pronouns` and `references` lead from the word to its class."""

    demonym_plural: str
    pronouns: Mapping[str, str]
    references: Mapping[str, tuple[str, ...]]
    definite: frozenset[str]
    indefinite: frozenset[str]
    two: frozenset[str]
    stance: frozenset[str]
    foreign: frozenset[str]
    inner: tuple[str, ...]
    own: frozenset[str]
    place: frozenset[str]
    target: frozenset[str]
    blame: frozenset[str]
    together: frozenset[str]
    elsewhere: frozenset[str]
    short: Mapping[str, str]
    twins: Mapping[str, str]
    only: Mapping[str, frozenset[str]]
    speech: frozenset[str]
    quotes: frozenset[str]
    ambiguous: frozenset[str]
    nowhere: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]
    former: frozenset[str]
    counterparts: frozenset[str]
    leading: tuple[str, ...]
    generic: frozenset[str]
    heads: frozenset[str]
    calendar: frozenset[str]
    particles: frozenset[str]
    crowds: frozenset[str]
    crowd: str


def load_coreference(root: Path, language: str = "en") -> Coreference:
    """Reads coreference.toml of a language; KnowledgeError names the table and what is wrong with it."""
    path = root / "languages" / language / "coreference.toml"
    data = read_toml(path)
    only(data, frozenset(_TABLES) | {"demonym_plural", "short", "only", "twins"}, path.name)
    words = {table: _table(data, table, path.name) for table in _TABLES}
    references: dict[str, tuple[str, ...]] = {}
    for name, entries in words["references"].items():
        for word in entries:
            references[word] = (*references.get(word, ()), name)
    return Coreference(
        demonym_plural=str(data.get("demonym_plural", "")),
        short={k.lower(): str(v) for k, v in data.get("short", {}).items()},
        twins={k: str(v) for k, v in data.get("twins", {}).items()},
        only={k: frozenset(strings(data["only"], k, path.name)) for k in data.get("only", {})},
        pronouns={w: name for name, entries in words["pronouns"].items() for w in entries},
        references=references,
        **{key: frozenset(words["determiners"][key]) for key in ("definite", "indefinite", "two", "elsewhere")},
        **{key: frozenset(words["hyphens"][key]) for key in ("stance", "foreign")},
        inner=words["prepositions"]["inner"],
        **{key: frozenset(words["prepositions"][key]) for key in ("own", "place", "target", "together", "blame")},
        speech=frozenset(words["speech"]["verbs"]),
        quotes=frozenset(words["speech"]["quotes"]),
        ambiguous=frozenset(words["ambiguous"]["names"]),
        nowhere=frozenset(words["ambiguous"]["nowhere"]),
        **{key: frozenset(words["ambiguous"][key]) for key in ("male_titles", "female_titles")},
        former=frozenset(words["former"]["words"]),
        counterparts=frozenset(words["counterparts"]["words"]),
        leading=words["counterparts"]["leading"],
        generic=frozenset(words["generic"]["words"]),
        heads=frozenset(words["generic"]["heads"]),
        **{key: frozenset(words["capitalised"][key]) for key in ("calendar", "particles")},
        crowds=frozenset(words["crowds"]["words"]),
        crowd=words["crowds"]["role"][0],
    )


def _table(data: Mapping[str, Any], table: str, file: str) -> dict[str, tuple[str, ...]]:
    entry = data.get(table)
    where = f"{file}: [{table}]"
    if not isinstance(entry, dict):
        raise KnowledgeError(f"{where}: the table is missing")
    only(entry, _TABLES[table], where)
    for key in _TABLES[table]:
        if not entry.get(key):
            raise KnowledgeError(f"{where}: '{key}' is missing or empty; list its words")
    return {key: strings(entry, key, where) for key in entry}
