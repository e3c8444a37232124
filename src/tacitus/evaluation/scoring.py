"""Coded events against gold records: the event measure, the dyad measure, the attributes of what matched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tacitus.evaluation.pairing import best_pairs

Record = dict[str, Any]
_KINDS = ("dead", "injured", "arrested", "size", "amount")
ATTRIBUTES = ("actors", "recipients", "mode", "status", "date", "place country", "attribution", *_KINDS)
UNDATED = ("AGREE", "THREATEN")  # of the promise or of the deed: coders differ


@dataclass(frozen=True, slots=True)
class Score:
    """Hits among what gold holds and what was coded."""

    gold: int
    coded: int
    hit: int

    @property
    def precision(self) -> float:
        """The share of what was coded that is right."""
        return self.hit / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """The share of gold that was found."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Error:
    """A gold event that was missed, or a coded one that is false."""

    kind: str
    article: str
    event: Record


@dataclass(slots=True)
class Tally:
    """Running counts over articles."""

    articles: int = 0
    quiet: int = 0
    false_on_quiet: int = 0
    counts: Counter[tuple[str, ...]] = field(default_factory=Counter)
    errors: list[Error] = field(default_factory=list)

    def score(self, *name: str) -> Score:
        """The score counted under `name`."""
        return Score(*(self.counts[(*name, part)] for part in ("gold", "coded", "hit")))

    def add(self, name: tuple[str, ...], gold: int, coded: int, hit: int) -> None:
        """Count under `name`."""
        for part, count in (("gold", gold), ("coded", coded), ("hit", hit)):
            self.counts[(*name, part)] += count


def tally_events(gold: Iterable[Record], coded: dict[str, list[Record]]) -> Tally:
    """The counts of `coded` events, by article id, against gold articles."""
    tally = Tally()
    for article in gold:
        _tally_article(tally, article["id"], article["events"], coded.get(article["id"], []))
    return tally


def _tally_article(tally: Tally, article: str, gold: Sequence[Record], coded: Sequence[Record]) -> None:
    tally.articles += 1
    if not gold:
        tally.quiet += 1
        tally.false_on_quiet += len(coded)
    pairs = best_matching(gold, coded, same_event)
    tally.add(("event",), len(gold), len(coded), len(pairs))
    for g in gold:
        tally.add(("type", g["type"]), 1, 0, 0)
    for c in coded:
        tally.add(("type", c["type"]), 0, 1, 0)
    for i, j in pairs:
        tally.add(("type", gold[i]["type"]), 0, 0, 1)
        _tally_pair(tally, gold[i], coded[j])
    found, right = {i for i, _ in pairs}, {j for _, j in pairs}
    tally.errors.extend(Error("missed", article, g) for i, g in enumerate(gold) if i not in found)
    tally.errors.extend(Error("false", article, c) for j, c in enumerate(coded) if j not in right)
    gold_dyads, dyads = _with_codes(gold), _with_codes(coded)
    tally.add(("dyad",), len(gold_dyads), len(dyads), len(best_matching(gold_dyads, dyads, same_dyad)))


def _with_codes(events: Sequence[Record]) -> list[Record]:
    return [e for e in events if _codes(e, "actors") or _codes(e, "recipients")]


def _tally_pair(tally: Tally, g: Record, c: Record) -> None:
    for role in ("actors", "recipients"):
        gold, coded = _codes(g, role), _codes(c, role)
        tally.add((role,), len(gold), len(coded), len(gold & coded))
        gold_, coded_ = _sectors(g, role), _sectors(c, role)
        tally.add((f"{role}+sector",), len(gold_), len(coded_), len(gold_ & coded_))
    contexts, told = set(g.get("contexts") or ()), set(c.get("contexts") or ())
    tally.add(("contexts",), len(contexts), len(told), len(contexts & told))
    for name in ("mode", "status", "date", "place country", "attribution"):
        if name != "date" or g["type"] not in UNDATED:
            tally.add(("attribute", name), 1, 1, agrees(g, c, name))
    for name in _KINDS:
        if value_of(g, name) is not None or value_of(c, name) is not None:
            tally.add(("attribute", "magnitude"), 1, 1, agrees(g, c, name))


def value_of(event: Record, name: str) -> Any:
    """What an event says of one of `ATTRIBUTES`: participants and attribution by their codes."""
    if name in _KINDS:
        return (event.get("magnitude") or {}).get(name)
    if name in ("actors", "recipients"):
        return sorted(_codes(event, name))
    if name == "place country":
        return (event.get("place") or {}).get("country")
    if name == "attribution":
        return event["attribution"].get("code") or "?" if event.get("attribution") else None
    return event.get(name)


def agrees(g: Record, c: Record, name: str) -> bool:
    """Whether the coded event says of an attribute what gold does."""
    gold, coded = value_of(g, name), value_of(c, name)
    return same_date(gold, coded) if name == "date" else bool(gold == coded)


def same_date(gold: str | None, coded: str | None) -> bool:
    """Whether the dates agree as far as both go, and at least in the year."""
    if gold is None or coded is None:
        return gold is coded
    shared = min(len(gold), len(coded))
    return shared >= 4 and gold[:shared] == coded[:shared]


def same_event(g: Record, c: Record) -> bool:
    """Whether both are of one type and told together: what counts as found."""
    return bool(g["type"] == c["type"]) and told_together(g, c)


def told_together(g: Record, c: Record) -> bool:
    """Whether one's trigger lies in what tells the other."""
    gold, coded = _trigger(g), _trigger(c)
    return (coded is not None and any(a <= coded < b for a, b in _tellings(g))) or (
        gold is not None and any(a <= gold < b for a, b in _tellings(c))
    )


def same_dyad(g: Record, c: Record) -> bool:
    """Whether type and both sets of codes are equal, wherever told."""
    sides = ("actors", "recipients")
    return g["type"] == c["type"] and all(_codes(g, role) == _codes(c, role) for role in sides)


def best_matching(
    gold: Sequence[Record], coded: Sequence[Record], possible: Callable[[Record, Record], bool]
) -> list[tuple[int, int]]:
    """The one-to-one pairs of indices, among the possible ones, that agree most in all."""
    return best_pairs([[_agreement(g, c) if possible(g, c) else 0.0 for c in coded] for g in gold])


def _agreement(g: Record, c: Record) -> float:
    sides = sum(_overlap(_codes(g, role), _codes(c, role)) for role in ("actors", "recipients"))
    alike = [bool(g[name] == c.get(name)) for name in ("status", "mode")]
    return 1 + sides + 0.5 * sum(alike)


def _overlap(a: frozenset[Any], b: frozenset[Any]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def _codes(event: Record, role: str) -> frozenset[str]:
    return frozenset(e["code"] for e in event.get(role) or () if e.get("code"))


def _sectors(event: Record, role: str) -> frozenset[tuple[str | None, str]]:
    found = set()
    for entity in event.get(role) or ():
        sectors = entity.get("sectors") or ([entity["sector"]] if entity.get("sector") else [])
        if sectors:
            found.add((entity.get("code"), sectors[0]))
    return frozenset(found)


def _trigger(event: Record) -> int | None:
    start: int | None = (event.get("trigger") or {}).get("start")
    return start


def _tellings(event: Record) -> list[tuple[int, int]]:
    told = [event.get("evidence"), *(event.get("also") or ()), *(event.get("mentions") or ())]
    return [(t["start"], t["end"]) for t in told if t and t.get("start") is not None]
