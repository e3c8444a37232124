"""Events of many articles -> happenings: the same event told by many is one, with a reason for each that joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt

_ENOUGH = 4  # points from which two tellings are of one happening
_APART = 75.0  # km between places of two happenings
_VAGUE = 31  # days that a telling may leave open and still speak for a happening of those days
_FAR_MORE = 5  # times as many dead, where the lower number is not a lower bound: another happening
_MORE = 10  # dead by which such numbers differ at least
_TOLD_LATE = 3  # days between reports of one happening where one of them does not tell its day
_LOOKED_AT = 40  # tellings of a happening that a further one is held against
_EARTH = 6371.0

Reason = tuple[int, str]  # points, words


@dataclass(frozen=True, slots=True)
class Party:
    """Who stands in an event, as far as tellings can be compared."""

    name: str
    id: str | None = None
    code: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event as one article tells it; `happening` is the one that it is known to belong to."""

    event: str
    article: str
    story: str
    type: str
    mode: str | None
    status: str
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    day: date | None = None
    day_last: date | None = None
    published: date | None = None
    country: str | None = None
    point: tuple[float, float] | None = None  # degrees north and east, of places told to the city
    dead: float | None = None
    dead_bound: str | None = None
    happening: str | None = None


@dataclass(frozen=True, slots=True)
class Joining:
    """The happening of an event, and why it is that one."""

    event: str
    article: str
    happening: str
    because: tuple[str, ...]


def find_happenings(occurrences: Iterable[Occurrence]) -> Iterator[Joining]:
    """The happening of each occurrence that has none yet, named by the event that told it first.

    Within a story and a type, a telling joins the happening with which it agrees most, unless it contradicts any of
    its tellings: another mode, day, place or party, or whether it happened at all.
    """
    alike: defaultdict[tuple[str, str], dict[str, list[Occurrence]]] = defaultdict(dict)
    # Those that have their happening come first; then those that tell most, which later ones can be held against.
    for one in sorted(occurrences, key=lambda o: (o.happening is None, -_told(o), o.published or date.max, o.event)):
        held = alike[one.story, one.type]
        if one.happening is None:
            joined = max(
                (match for name in held if (match := _match(one, name, held[name]))),
                key=lambda match: match[0],
                default=(0, one.event, ()),
            )
            yield Joining(one.event, one.article, joined[1], joined[2])
            held.setdefault(joined[1], []).append(one)
        else:
            held.setdefault(one.happening, []).append(one)


def _told(one: Occurrence) -> int:
    return sum(map(bool, (one.day, one.country, one.point, one.actors, one.recipients, one.mode)))


def _match(one: Occurrence, name: str, tellings: list[Occurrence]) -> tuple[int, str, tuple[str, ...]] | None:
    """How well an occurrence fits a happening, its name and why; None where it is not it."""
    best: tuple[int, str, tuple[str, ...]] | None = None
    for telling in tellings[:_LOOKED_AT]:
        reasons = _agreement(one, telling)
        if reasons is None:
            return None
        points = sum(reason[0] for reason in reasons)
        if points >= _ENOUGH and (best is None or points > best[0]):
            best = points, name, tuple(words for _, words in reasons if words)
    return best


def _agreement(a: Occurrence, b: Occurrence) -> list[Reason] | None:
    """What two tellings agree in; None where they contradict each other."""
    if _other_toll(a, b):
        return None
    reasons = [_happened(a, b), _when(a, b), _where(a, b), _who(a.actors, b.actors), _who(a.recipients, b.recipients)]
    return None if None in reasons else [reason for reason in reasons if reason]


def _happened(a: Occurrence, b: Occurrence) -> Reason | None:
    if _status(a) != _status(b) or (a.mode and b.mode and a.mode != b.mode):
        return None
    return (1, f"{a.type}/{a.mode}") if a.mode and a.mode == b.mode else (0, a.type)


def _other_toll(a: Occurrence, b: Occurrence) -> bool:
    """Whether one tells of far more dead than the other, which does not say that there may be more."""
    if a.dead is None or b.dead is None:
        return False
    fewer, more = sorted((a, b), key=lambda one: one.dead or 0.0)
    low, high = fewer.dead or 0.0, more.dead or 0.0
    return fewer.dead_bound == "exact" and high > low * _FAR_MORE and high - low >= _MORE


def _status(one: Occurrence) -> str:
    return "actual" if one.status == "historical" else one.status


def _when(a: Occurrence, b: Occurrence) -> Reason | None:
    if a.day is None or b.day is None:
        near = a.published is None or b.published is None or abs((a.published - b.published).days) <= _TOLD_LATE
        return (0, "") if near else None
    first, last = max(a.day, b.day), min(a.day_last or a.day, b.day_last or b.day)
    gap = (first - last).days
    if gap > 1:
        return None
    open_ = max(((one.day_last or one.day) - one.day).days for one in (a, b) if one.day)
    if gap == 1:
        return 1, f"{a.day}, a day apart"
    return (2, str(first)) if open_ == 0 else (1, f"{first:%Y-%m}") if open_ <= _VAGUE else (0, "")


def _where(a: Occurrence, b: Occurrence) -> Reason | None:
    if a.country is None or b.country is None:
        return 0, ""
    if a.country != b.country:
        return None
    if a.point is None or b.point is None:
        return 1, f"in {a.country}"
    distance = _distance(a.point, b.point)
    return (2, f"places {distance:.0f} km apart") if distance <= _APART else None


def _who(some: tuple[Party, ...], others: tuple[Party, ...]) -> Reason | None:
    if not some or not others:
        return 0, ""
    reasons = [reason for a in some for b in others if (reason := _same(a, b))]
    return max(reasons, key=lambda reason: reason[0], default=None)


def _same(a: Party, b: Party) -> Reason | None:
    """What two names of one party share; None where they are not one party."""
    if a.id is not None and a.id == b.id:
        return 2, a.name
    shared = set(a.sectors) & set(b.sectors)
    if a.code is not None and b.code is not None:
        if a.code != b.code:
            return None
        # "farmers" and "villagers" of one country may be the same people: no reason for, none against.
        return (1, " ".join((a.code, *a.sectors[:1]))) if shared or not a.sectors or not b.sectors else (0, "")
    return (1, a.name) if shared or a.name.casefold() == b.name.casefold() else None


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres along a great circle."""
    north, east = radians(b[0] - a[0]), radians(b[1] - a[1])
    half = sin(north / 2) ** 2 + cos(radians(a[0])) * cos(radians(b[0])) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))
