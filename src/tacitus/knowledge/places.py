"""Places by name: towns, divisions, countries, seas and facilities, and the words that tell where a name is a place."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10
from pathlib import Path

import pyarrow.parquet as pq

from tacitus.errors import KnowledgeError
from tacitus.knowledge.tables import read_csv, read_toml, strings

ALTERNATE, COMMON, PERSONAL = 1, 2, 4
KINDS = ("city", "county", "region", "country", "continent", "water", "island", "facility")
# How likely a place is told, on the scale of a town's log10(population).
PRIORS = {"county": 3.5, "region": 5.6, "country": 8.0, "continent": 6.0, "water": 5.8, "island": 5.6, "facility": 5.6}
_DROPPED = re.compile(r"[.'’‘`ʻʿʾ´]")
_SPACED = re.compile(r"[\s\-‐‑–]+")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ı": "i", "ð": "d", "þ": "th", "œ": "oe"})


def fold(name: str) -> str:
    """The name as it is compared: lower case, no accents, dots or apostrophes, one space between words.

    >>> fold("Deir ez-Zor"), fold("Saná'a"), fold("W. Va.")
    ('deir ez zor', 'sanaa', 'w va')
    """
    text = name.lower()
    if not text.isascii():
        split = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(c for c in split if not unicodedata.combining(c))
    return _SPACED.sub(" ", _DROPPED.sub("", text)).strip()


@dataclass(frozen=True, slots=True)
class PlaceCues:
    """The words of a language around place names, folded."""

    articles: frozenset[str]
    connectors: frozenset[str]
    function_words: frozenset[str]
    locatives: frozenset[str]
    directions: frozenset[str]
    place_nouns: frozenset[str]
    followers: frozenset[str]
    institutions: frozenset[str]
    publications: frozenset[str]
    holders: frozenset[str]
    titles: frozenset[str]
    speech: frozenset[str]
    expansions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlaceBase:
    """Every known place by row, and the rows and flags of every folded name.

    Columns are parallel. Entries of `surfaces` are sorted, so that the rows of one name lie side by side:
    `last` leads a name to the last of them. What is written by hand (`regions.csv`) is found through `regions`.
    """

    names: Sequence[str]
    geonameids: Sequence[int]
    lats: Sequence[float]
    lons: Sequence[float]
    countries: Sequence[str]
    admin1s: Sequence[str]
    priors: Sequence[float]
    kinds: Sequence[str]
    surfaces: Sequence[str]
    rows: Sequence[int]
    flags: Sequence[int]
    last: Mapping[str, int]
    regions: Mapping[str, tuple[int, ...]]
    exact: frozenset[str]
    abbreviations: Mapping[str, tuple[int, ...]]
    adjectives: Mapping[str, str]
    given: frozenset[str]
    cues: PlaceCues

    def entries(self, key: str) -> list[tuple[int, int]]:
        """The (row, flags) of every place that bears the folded name."""
        found = [(row, 0) for row in self.regions.get(key, ())]
        at = self.last.get(key, -1)
        while at >= 0 and self.surfaces[at] == key:
            found.append((self.rows[at], self.flags[at]))
            at -= 1
        return found


def load_places(root: Path) -> PlaceBase:
    """The places below the data directory `root`; KnowledgeError where a file is missing or broken."""
    folder = root / "places"
    columns = _read(folder / "places.parquet", ("geonameid", "name", "lat", "lon", "country", "admin1", "population", "kind"))
    found = _read(folder / "surfaces.parquet", ("surface", "place", "flags"))
    priors = array("f", (log10(p + 10) if k == "city" else PRIORS[k] for p, k in zip(columns["population"], columns["kind"], strict=True)))
    written = _Written.read(folder / "regions.csv", len(priors))
    surfaces: list[str] = found["surface"]
    return PlaceBase(
        names=columns["name"] + written.names,
        geonameids=array("l", columns["geonameid"] + written.geonameids),
        lats=array("d", columns["lat"] + written.lats),
        lons=array("d", columns["lon"] + written.lons),
        countries=columns["country"] + written.countries,
        admin1s=columns["admin1"] + written.admin1s,
        priors=priors + array("f", (PRIORS[k] for k in written.kinds)),
        kinds=columns["kind"] + written.kinds,
        surfaces=surfaces,
        rows=array("l", found["place"]),
        flags=bytes(found["flags"]),
        last=dict(zip(surfaces, range(len(surfaces)), strict=True)),
        regions={k: tuple(v) for k, v in written.surfaces.items()},
        exact=frozenset(written.exact),
        abbreviations={k: tuple(v) for k, v in written.abbreviations.items()},
        adjectives=_adjectives(root / "actors" / "countries.csv"),
        given=frozenset(row["name"] for row in read_csv(folder / "given_names.csv", ("name",))),
        cues=_cues(root / "languages" / "en" / "places.toml"),
    )


def _read(path: Path, names: tuple[str, ...]) -> dict[str, list]:  # type: ignore[type-arg]
    """The columns of a Parquet file as lists."""
    try:
        table = pq.read_table(path, columns=list(names), use_threads=False)
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"{path}: cannot be read ({error}); build it with tools/build_places.py") from error
    return {name: table.column(name).to_pylist() for name in names}


class _Written:
    """The rows of regions.csv as they are gathered; the first has the number `first`."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.names: list[str] = []
        self.geonameids: list[int] = []
        self.lats: list[float] = []
        self.lons: list[float] = []
        self.countries: list[str] = []
        self.admin1s: list[str] = []
        self.kinds: list[str] = []
        self.surfaces: dict[str, list[int]] = defaultdict(list)
        self.exact: set[str] = set()
        self.abbreviations: dict[str, list[int]] = defaultdict(list)

    @classmethod
    def read(cls, path: Path, first: int) -> _Written:
        """The file's rows."""
        written = cls(first)
        columns = ("id", "name", "aliases", "abbreviations", "kind", "country", "lat", "lon", "geonameid")
        for row in read_csv(path, columns):
            try:
                written.add(row)
            except (ValueError, KeyError) as error:
                raise KnowledgeError(f"{path}: {row['id']}: {error}; kinds are {', '.join(KINDS[1:])}, degrees are numbers") from error
        return written

    def add(self, row: dict[str, str]) -> None:
        """Take one row in."""
        number = self.first + len(self.names)
        PRIORS[row["kind"]]
        self.names.append(row["name"])
        self.geonameids.append(int(row["geonameid"] or 0))
        self.lats.append(float(row["lat"]))
        self.lons.append(float(row["lon"]))
        self.countries.append(row["country"])
        self.admin1s.append(row["name"] if row["kind"] == "region" else "")
        self.kinds.append(row["kind"])
        for alias in filter(None, (row["name"], *row["aliases"].split("|"))):
            self.surfaces[fold(alias)].append(number)
            if alias.replace(".", "").isupper() and len(alias) < 6:
                self.exact.add(fold(alias))
        for short in filter(None, row["abbreviations"].split("|")):
            self.abbreviations[short.replace(".", "")].append(number)


def _adjectives(path: Path) -> dict[str, str]:
    """Folded adjectives and demonyms of countries, each with the country's code."""
    found: dict[str, str] = {}
    for row in read_csv(path, ("code", "adjectives", "demonyms")):
        for word in filter(None, (row["adjectives"] + "|" + row["demonyms"]).split("|")):
            found.setdefault(fold(word), row["code"])
    return found


def _cues(path: Path) -> PlaceCues:
    """The cue words of one language."""
    entry = read_toml(path)
    lists = {name: frozenset(map(fold, strings(entry, name, str(path)))) for name in PlaceCues.__slots__ if name != "expansions"}
    return PlaceCues(**lists, expansions=entry.get("expansions", {}))
