"""How a language writes quantities down: numbers, bounds, money, measures, and what is counted."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from tacitus.errors import KnowledgeError
from tacitus.knowledge.tables import read_csv
from tacitus.model import Bound

_FILE = "languages/en/quantities.toml"
_ROLES = "languages/en/roles.csv"
_FATES = ("dead", "injured", "arrested")
_GLUED = 2  # shorts this long may stand apart from their number


@dataclass(frozen=True, slots=True)
class Numerals:
    """The words for numbers; `pattern` finds a number with scale, range and unit in text of lower case."""

    pattern: re.Pattern[str]
    words: Mapping[str, float]
    multipliers: Mapping[str, float]
    shorts: Mapping[str, float]
    fractions: Mapping[str, float]
    between: frozenset[str]
    change: frozenset[str]
    before: Mapping[str, Bound]
    after: Mapping[str, Bound]


@dataclass(frozen=True, slots=True)
class Money:
    """Currencies by symbol and name as ISO 4217 codes; coins are hundredths; unsure names need large sums."""

    symbols: Mapping[str, str]
    names: Mapping[str, str]
    coins: Mapping[str, str]
    unsure: frozenset[str]
    smallest: float


@dataclass(frozen=True, slots=True)
class Counted:
    """What numbers count: people, measures, what befell people, crowds; and what makes a number no figure."""

    people: frozenset[str]
    together: frozenset[str]
    along: frozenset[str]
    measures: Mapping[str, str]
    durations: frozenset[str]
    strengths: frozenset[str]
    tolls: Mapping[str, str]
    fates: Mapping[str, str]
    fate_phrases: Mapping[str, Mapping[str, str]]
    leaving: frozenset[str]
    lives: frozenset[str]
    sizes: frozenset[str]
    totals: frozenset[str]
    numbers: frozenset[str]
    definite: frozenset[str]
    idle: frozenset[str]
    not_before: frozenset[str]
    not_after: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Quantities:
    """All that the stages need to read quantities in one language."""

    numerals: Numerals
    money: Money
    counted: Counted


def load_quantities(root: Path) -> Quantities:
    """The quantities of the data directory `root`; raises KnowledgeError where an entry is broken."""
    path = root / _FILE
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{_FILE}: {error}: restore the file or mend its TOML") from error
    try:
        money = _money(table)
        return Quantities(_numerals(table, money), money, _counted(table, _roles(root)))
    except (KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError(f"{_FILE}: {error}: the table or key is missing or of another shape; add it") from error


def _roles(root: Path) -> frozenset[str]:
    """The single words for what people are or do, from the table of role nouns."""
    rows = read_csv(root / _ROLES, ("phrase", "kind"))
    return frozenset(row["phrase"].lower() for row in rows if row["kind"] == "person" and row["phrase"].isalpha())


def _money(table: Mapping[str, Any]) -> Money:
    for name, code in (table["currency_symbols"] | table["currency_names"] | table["coins"]).items():
        if not re.fullmatch("[A-Z]{3}", code):
            raise KnowledgeError(f"{_FILE}: {name}: '{code}' is no ISO 4217 code; write three capitals")
    unsure = table["currency_unsure"]
    return Money(
        {sign.lower(): code for sign, code in table["currency_symbols"].items()},
        {name.lower(): code for name, code in table["currency_names"].items()},
        table["coins"],
        frozenset(unsure["names"]),
        float(unsure["smallest"]),
    )


def _numerals(table: Mapping[str, Any], money: Money) -> Numerals:
    words, bounds = table["words"], table["bounds"]
    after = {p: b for b in ("at_least", "at_most", "about") for p in bounds[f"after_{b}"]}
    return Numerals(
        pattern=_pattern(table, money, after),
        words=table["cardinals"],
        multipliers=table["multipliers"],
        shorts={short.lower(): n for short, n in table["shorts"].items()},
        fractions=table["fractions"],
        between=frozenset(words["between"]),
        change=frozenset(words["change"]),
        before={p: b for b in ("at_least", "at_most", "about") for p in bounds[b]},
        after=cast("Mapping[str, Bound]", after),
    )


def _pattern(table: Mapping[str, Any], money: Money, after: Iterable[str]) -> re.Pattern[str]:
    words, number = table["words"], _number(table)
    symbol = _any(money.symbols)
    loose = _any(s for s in table["shorts"] if len(s) >= _GLUED)
    scale = rf"(?:[\s-]?{_any(table['multipliers'])}\b|(?:\s?{loose}|{_any(table['shorts'])})(?!\w))"
    join = rf"(?P<join>\s?[-–—]\s?|\s(?:{_any(words['range_join'])}|(?P<and>{_any(words['between_join'])}))\s)"
    high = rf"(?:\s?{_any(words['percent'])})?{join}{symbol}?\s?(?P<high>{number})(?P<scale2>{scale})?"
    half = rf"\s{_any(words['half_more'])}\b"
    names = _any([*money.names, *money.coins])
    unit = rf"[\s-]?(?P<percent>{_any(words['percent'])})|[\s-](?P<name>{names})\b|\s?(?P<sign>{symbol})(?!\w)"
    many = rf"{_any(words['many'])}|(?:{_any(words['many_before'])})\s{_any(table['multipliers'])}"
    fraction = rf"{_any(table['fractions'])}(?=\s{_any(table['fraction_words']['of'])}\b)"
    larger = rf"\s(?:{_any(words['one'])}\s)?{_any(table['multipliers'])}"
    bounded = rf"(?<=[a-z]\s){_any(table['fractions'])}(?!-|{larger})"
    return re.compile(
        rf"(?<![\w#@/.\-])(?:(?P<many>{many})\b(?:\s{_any(words['of'])}\s(?P<many_name>{names})\b)?"
        rf"|(?P<fraction>{fraction}|{bounded})\b"
        rf"|(?:(?P<symbol>{symbol})\s?)?(?P<low>{number})(?P<half>{half})?(?P<scale>{scale})?"
        rf"(?:{high})?(?:{unit})?(?:\s?(?P<after>{_any(after)})(?!\w))?)"
    )


def _number(table: Mapping[str, Any]) -> str:
    cardinals, words = table["cardinals"], table["words"]
    times = rf"(?:[\s-]{_any(table['multipliers'])}\b)"
    tens, units = (
        _any(w for w, n in cardinals.items() if n > 19),
        _any(w for w, n in cardinals.items() if 0 < n < 10),
    )
    small = rf"(?:{tens}[\s-]{units}|{_any(cardinals)})\b"
    one = _any([*words["one"], *words["half"]])
    large = rf"(?:(?:{small}|{one}\b){times}+)"
    spelled = rf"{large}(?:\s(?:{_any(words['join'])}\s)?{small}{times}*)*|{small}"
    digits = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?![\d,]*\d)|\d{1,3}(?:[  ]\d{3})+(?!\d)|\d+(?:\.\d+)?(?!\d)"
    return rf"(?:{digits}|{spelled})"


def _counted(table: Mapping[str, Any], roles: frozenset[str]) -> Counted:
    fates = {lemma: fate for fate in _FATES for lemma in table["fates"][fate]}
    idle, sizes = table["not_figures"], table["sizes"]
    return Counted(
        people=frozenset(table["people"]["nouns"]) | roles,
        together=frozenset(table["people"]["together"]),
        along=frozenset(table["people"]["along"]),
        measures=table["measures"],
        durations=frozenset(table["durations"]["units"]),
        strengths=frozenset(table["strength"]["suffixes"]),
        tolls=table["tolls"]["nouns"],
        fates=fates,
        fate_phrases=table["fate_phrases"],
        leaving=frozenset(table["leaving"]["verbs"]),
        lives=frozenset(table["leaving"]["lives"]),
        sizes=frozenset([*sizes["nouns"], *sizes["verbs"]]),
        totals=frozenset(table["totals"]["nouns"]),
        numbers=frozenset(table["totals"]["of_nouns"]),
        definite=frozenset(idle["definite"]),
        idle=frozenset(idle["idle_nouns"]),
        not_before=frozenset(idle["before"]),
        not_after=re.compile(rf"[\s-]?{_any(idle['after'])}(?!\w)", re.IGNORECASE),
    )


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted({p.lower() for p in phrases}, key=lambda p: (-len(p), p))
    return "(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s") for p in ordered) + ")"
