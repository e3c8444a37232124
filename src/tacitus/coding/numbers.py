"""Numbers with their bounds and units, as a text states them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tacitus.knowledge.quantities import Money, Numerals, Quantities
from tacitus.model import Bound, Quantity, Span

_PERCENT = "percent"
_SHARE = "share"
_COIN = 0.01
_SMALL = 100  # "three hundred thousand": up to here a multiplier binds before the sum is taken
_LOOK_BACK = 30
_LONGEST = 4  # words of a bound: "at the very least"
_LOWER = {c: c + 32 for c in range(ord("A"), ord("Z") + 1)}
_YEARS = range(1000, 2200)


@dataclass(frozen=True, slots=True)
class StatedQuantity:
    """A number with its bound and unit (ISO currency, percent, share or None); `value` is None for "dozens".

    `span` takes in bound and unit, `core` the number alone; `year` marks bare numbers that may name a year.
    """

    span: Span
    core: Span
    value: float | None
    value_high: float | None = None
    bound: Bound = "exact"
    unit: str | None = None
    year: bool = False

    @property
    def money(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit is not None and self.unit.isupper()

    @property
    def quantity(self) -> Quantity | None:
        """The number alone, if there is one."""
        return None if self.value is None else Quantity(self.value, self.bound)


def find_quantities(clean: str, lexicon: Quantities) -> tuple[StatedQuantity, ...]:
    """All quantities of the text, in order; offsets are into `clean`."""
    # Not lower(): that may change the length of a text ("İ").
    text = clean.translate(_LOWER)
    found: list[StatedQuantity] = []
    position = 0
    pattern, numerals = lexicon.numerals.pattern, lexicon.numerals
    while match := pattern.search(text, position):
        before = _before(text, match.start(), numerals)
        if match["high"] and _high(match, before.word, numerals) is None:
            # "from 20% to 30%", "five and six": two numbers, no range
            match = pattern.match(text, match.start(), match.start("join")) or match
        quantity = _read(match, before, lexicon)
        found.append(quantity)
        position = quantity.span.end
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before a number: the bound with its start and first word, or else the last word."""

    start: int
    bound: Bound
    word: str


def _read(match: re.Match[str], before: _Before, lexicon: Quantities) -> StatedQuantity:
    span = Span(before.start, match.end())
    if match["many"]:
        name = match["many_name"]
        unit = lexicon.money.names.get(_plain(name)) if name else None
        return StatedQuantity(span, Span(*match.span("many")), None, None, before.bound, unit)
    if match["fraction"]:
        value = lexicon.numerals.fractions[_plain(match["fraction"])]
        return StatedQuantity(span, Span(*match.span()), value, None, before.bound, _SHARE)
    return _number(match, before, lexicon)


def _number(match: re.Match[str], before: _Before, lexicon: Quantities) -> StatedQuantity:
    numerals = lexicon.numerals
    # "20 to 30 million": the lower end shares the scale.
    low = _value(match["low"], match["half"], match["scale"] or match["scale2"], numerals)
    high = _high(match, before.word, numerals)
    core_end = max(match.end(group) for group in ("low", "half", "scale", "high", "scale2"))
    unit, factor, unit_end = _unit(match, low, lexicon.money)
    bound, end = before.bound, max(core_end, unit_end)
    if match["after"]:
        bound, end = numerals.after[_plain(match["after"])], match.end()
    year = unit is None and match["low"].isdigit() and not match["scale"] and int(low) in _YEARS
    core = Span(match.start("low"), core_end)
    return StatedQuantity(Span(before.start, end), core, _scaled(low, factor), high, bound, unit, year)


def _scaled(value: float, factor: float) -> float:
    return value if factor == 1 else round(value * factor, 6)


def _high(match: re.Match[str], word: str, numerals: Numerals) -> float | None:
    """The upper end, if what was found as a range is one."""
    if match["high"] is None or word in numerals.change or (match["and"] and word not in numerals.between):
        return None
    low = _value(match["low"], match["half"], match["scale"] or match["scale2"], numerals)
    high = _value(match["high"], None, match["scale2"], numerals)
    return high if high > low else None


def _unit(match: re.Match[str], value: float, money: Money) -> tuple[str | None, float, int]:
    """The unit, what the value is multiplied with, and where the unit's words end."""
    if match["percent"]:
        return _PERCENT, 1, match.end("percent")
    if sign := match["symbol"] or match["sign"]:
        return money.symbols[sign], 1, max(match.end("sign"), match.end("name"))
    name = _plain(match["name"] or "")
    if name in money.coins:
        return money.coins[name], _COIN, match.end("name")
    if name in money.names and not (name in money.unsure and value < money.smallest):
        return money.names[name], 1, match.end("name")
    return None, 1, 0


def _plain(words: str) -> str:
    return " ".join(words.split())


def _value(text: str, half: str | None, scale: str | None, numerals: Numerals) -> float:
    digits = text[0].isdigit()
    value = float("".join(c for c in text if c.isdigit() or c == ".")) if digits else _spelled(text, numerals)
    if half:
        value += 0.5
    if scale:
        factor = _plain(scale.replace("-", " "))
        value *= numerals.multipliers.get(factor) or numerals.shorts[factor]
    value = round(value, 6)
    return int(value) if value == int(value) else value


def _spelled(text: str, numerals: Numerals) -> float:
    """The value of number words: "three hundred and five thousand"."""
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", text):
        if word in numerals.multipliers:
            factor = numerals.multipliers[word]
            if factor > _SMALL:
                total, current = total + (current or 1.0) * factor, 0.0
            else:
                current = (current or 1.0) * factor
        else:
            current += numerals.words.get(word) or numerals.fractions.get(word, 0)
    return total + current


def _before(text: str, start: int, numerals: Numerals) -> _Before:
    left = text[max(0, start - _LOOK_BACK) : start]
    words = list(re.finditer(r"[^\s(\"'“‘]+", left))[-_LONGEST:] if left[-1:].isspace() or left[-1:] == "~" else []
    for word in words:
        if bound := numerals.before.get(_plain(left[word.start() :])):
            return _Before(start - len(left) + word.start(), bound, word.group())
    return _Before(start, "exact", words[-1].group() if words else "")
