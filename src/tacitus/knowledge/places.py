"""Places by name, from towns to seas, and the words that tell where a name is a place."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from tacitus.errors import KnowledgeError
from tacitus.knowledge.tables import read_csv, read_toml, strings

ALTERNATE, COMMON, PERSONAL = 1, 2, 4
# How likely a place is told, on the scale of a town's log10(population).
PRIORS = {
    "county": 3.5,
    "region": 5.6,
    "country": 8.5,
    "continent": 8.0,
    "water": 6.5,
    "island": 5.6,
    "facility": 5.6,
}
CAPITAL_GAIN = 0.7
_DROPPED = re.compile(r"[.,'’‘`ʻʿʾ´]")
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
    within: frozenset[str]
    directions: frozenset[str]
    place_nouns: frozenset[str]
    followers: frozenset[str]
    institutions: frozenset[str]
    publications: frozenset[str]
    holders: frozenset[str]
    titles: frozenset[str]
    speech: frozenset[str]
    homonyms: frozenset[str]
    expansions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlaceBase:
    """Every known place by row, and the rows and flags of every folded name.

    Columns are parallel. Entries of `surfaces` are sorted, so that the rows of one name lie side by side:
    `last` leads a name to the last of them. What regions.csv gives by hand is found through `regions`.
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
        """The (row, flags) of every place that bears the folded name; a sea or continent hides its namesakes."""
        found = [(row, 0) for row in self.regions.get(key, ())]
        if found and self.kinds[found[0][0]] in ("continent", "water"):
            return found
        at = self.last.get(key, -1)
        while at >= 0 and self.surfaces[at] == key:
            found.append((self.rows[at], self.flags[at]))
            at -= 1
        return found


def load_places(root: Path) -> PlaceBase:
    """The places below the data directory `root`; KnowledgeError where a file is missing or broken."""
    folder = root / "places"
    read = _read(
        folder / "places.parquet",
        ("geonameid", "name", "lat", "lon", "country", "admin1", "population", "kind"),
    )
    found = _read(folder / "surfaces.parquet", ("surface", "place", "flags"))
    kinds: list[str] = read["kind"].tolist()
    written = _Written.read(folder / "regions.csv", len(kinds))
    surfaces: list[str] = found["surface"].tolist()
    cues = _cues(root / "languages" / "en" / "places.toml")
    given = frozenset(row["name"] for row in read_csv(folder / "given_names.csv", ("name",)))
    divisions = np.array([PRIORS.get(kind, 0.0) for kind in kinds])
    told = np.log10(read["population"] + 10.0)
    told += np.array([CAPITAL_GAIN if kind == "capital" else 0.0 for kind in kinds])
    priors = np.where(divisions > 0, divisions, told)
    return PlaceBase(
        names=read["name"].tolist() + written.names,
        geonameids=array("i", read["geonameid"].tobytes()) + array("i", written.geonameids),
        lats=array("f", read["lat"].tobytes()) + array("f", written.lats),
        lons=array("f", read["lon"].tobytes()) + array("f", written.lons),
        countries=read["country"].tolist() + written.countries,
        admin1s=read["admin1"].tolist() + written.admin1s,
        priors=array("d", priors.tobytes()) + array("d", (PRIORS[k] for k in written.kinds)),
        kinds=kinds + written.kinds,
        surfaces=surfaces,
        rows=array("i", found["place"].tobytes()),
        flags=found["flags"].tobytes(),
        last=dict(zip(surfaces, range(len(surfaces)), strict=True)),
        regions={k: tuple(v) for k, v in written.surfaces.items()},
        exact=frozenset(written.exact),
        abbreviations={k: tuple(v) for k, v in written.abbreviations.items()},
        adjectives=_adjectives(root / "actors" / "countries.csv"),
        given=given - cues.function_words - cues.locatives,
        cues=cues,
    )


def _read(path: Path, names: tuple[str, ...]) -> dict[str, NDArray[Any]]:
    """The columns of a Parquet file."""
    try:
        table = pq.read_table(path, columns=list(names), use_threads=False)
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"{path}: cannot be read ({error}); build it with tools/build_places.py") from error
    return {name: _column(table.column(name).combine_chunks()) for name in names}


def _column(column: Any) -> NDArray[Any]:
    """A column as an array; the words of a dictionary column are shared, not copied."""
    if hasattr(column, "dictionary"):
        words: NDArray[Any] = column.dictionary.to_numpy(zero_copy_only=False)
        shared: NDArray[Any] = np.take(words, column.indices.to_numpy())
        return shared
    values: NDArray[Any] = column.to_numpy(zero_copy_only=False)
    return values


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
            except ValueError as error:
                raise KnowledgeError(
                    f"{path}: {row['id']}: {error}; kinds are {', '.join(PRIORS)}, degrees are numbers"
                ) from error
        return written

    def add(self, row: dict[str, str]) -> None:
        """Take one row in."""
        number = self.first + len(self.names)
        if row["kind"] not in PRIORS:
            raise ValueError(f"unknown kind '{row['kind']}'")
        self.names.append(row["name"])
        self.geonameids.append(int(row["geonameid"] or 0))
        self.lats.append(float(row["lat"]))
        self.lons.append(float(row["lon"]))
        self.countries.append(row["country"])
        self.admin1s.append(row["name"] if row["kind"] == "region" else "")
        self.kinds.append(row["kind"])
        for alias in filter(None, (row["name"], *row["aliases"].split("|"))):
            named = self.surfaces[fold(alias)]
            if number not in named:
                named.append(number)
            if alias.replace(".", "").isupper() and len(alias) < 6:
                self.exact.add(fold(alias))
        for short in filter(None, row["abbreviations"].split("|")):
            self.abbreviations[short.replace(" ", "")].append(number)


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
    lists = {
        name: frozenset(map(fold, strings(entry, name, str(path))))
        for name in PlaceCues.__slots__
        if name != "expansions"
    }
    return PlaceCues(**lists, expansions=entry.get("expansions", {}))
