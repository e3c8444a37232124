"""Charts as SVG marks reckoned on the server: no script draws them, and they print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

WIDTH, HEIGHT = 720, 180
_LEFT, _BOTTOM, _TOP = 34, 22, 8
ORDER = ("material conflict", "verbal conflict", "verbal cooperation", "material cooperation")


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle with what it stands for."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Point:
    """A dot with what it stands for."""

    x: float
    y: float
    radius: float
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis with its label."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """What a template draws: bars, points, a curve, ticks of both axes, the height of zero."""

    width: float
    height: float
    bars: tuple[Bar, ...] = ()
    points: tuple[Point, ...] = ()
    curve: str = ""
    across: tuple[Tick, ...] = ()
    up: tuple[Tick, ...] = ()
    zero: float = 0.0


def plotted(months: Sequence[Mapping[str, Any]]) -> Plot:
    """Events a month by quad: cooperation above the line, conflict below it."""
    if not months:
        return Plot(WIDTH, HEIGHT)
    counts: dict[date, dict[str, int]] = defaultdict(dict)
    for row in months:
        counts[row["month"]][row["quad"]] = counts[row["month"]].get(row["quad"], 0) + row["events"]
    index = {month: _month_number(month) for month in counts}
    first, last = min(index.values()), max(index.values())
    step = (WIDTH - _LEFT) / (last - first + 1)
    most_up, most_down = (max(sum(c.get(q, 0) for q in ORDER if ("coop" in q) is up) for c in counts.values())
                          for up in (True, False))  # fmt: skip
    room = HEIGHT - _BOTTOM - _TOP
    scale = room / max(most_up + most_down, 1)
    zero = _TOP + most_up * scale
    left = {month: _LEFT + (number - first) * step for month, number in index.items()}
    bars = [b for m, own in counts.items() for b in _stacked(left[m], min(step * 0.8, 26), own, (zero, scale), m)]
    up = tuple(Tick(zero - value * scale, f"{abs(value):,}") for value in {most_up, 0, -most_down})
    return Plot(WIDTH, HEIGHT, tuple(bars), across=_years(first, last, step), up=up, zero=zero)


def scored(rows: Sequence[Mapping[str, Any]], curve: Sequence[tuple[date, float]]) -> Plot:
    """Rows of day, mean score (-10 to 10), quad and count of events as points, with the curve of a running mean."""
    if not rows:
        return Plot(WIDTH, HEIGHT)
    days: list[date] = [row["day"] for row in rows]
    first, last = min(days).toordinal(), max(days).toordinal()
    span = max(last - first, 1)

    def place(day: date) -> float:
        return _LEFT + 6 + (day.toordinal() - first) / span * (WIDTH - _LEFT - 12)

    def level(score: float) -> float:
        return _TOP + (10 - score) / 20 * (HEIGHT - _BOTTOM - _TOP)

    points = tuple(
        Point(round(place(r["day"]), 1), round(level(r["score"]), 1), round(2.6 + min(r["events"], 25) ** 0.5 / 2, 1),
              r["quad"], f"{r['day']}: {r['events']:,} {r['quad']}, score {r['score']:+.1f}")
        for r in rows
    )  # fmt: skip
    line = " ".join(f"{'L' if i else 'M'}{place(day):.1f} {level(mean):.1f}" for i, (day, mean) in enumerate(curve))
    up = tuple(Tick(level(score), f"{score:+d}" if score else "0") for score in (10, 0, -10))
    return Plot(WIDTH, HEIGHT, points=points, curve=line, across=_days(first, last, place), up=up, zero=level(0))


def _stacked(x: float, width: float, own: Mapping[str, int], frame: tuple[float, float], month: date) -> list[Bar]:
    zero, scale = frame
    made, above, below = [], zero, zero
    for quad in reversed(ORDER):
        height = own.get(quad, 0) * scale
        if not height:
            continue
        title = f"{month:%B %Y}: {own[quad]:,} {quad}"
        if "coop" in quad:
            above -= height
            made.append(Bar(round(x, 1), round(above, 1), round(width, 1), round(height, 1), quad, title))
        else:
            made.append(Bar(round(x, 1), round(below, 1), round(width, 1), round(height, 1), quad, title))
            below += height
    return made


def _month_number(month: date) -> int:
    return month.year * 12 + month.month - 1


def _years(first: int, last: int, step: float) -> tuple[Tick, ...]:
    """A tick each January, or the first month alone where there is none."""
    every = max(1, -(-(last - first) // 12 // 8))
    years = [n for n in range(first, last + 1) if n % 12 == 0 and n // 12 % every == 0]
    return tuple(Tick(round(_LEFT + (n - first) * step, 1), str(n // 12)) for n in years or [first])


def _days(first: int, last: int, place: Callable[[date], float]) -> tuple[Tick, ...]:
    found = [date.fromordinal(first + (last - first) * i // 4) for i in range(5)] if last > first else []
    days = dict.fromkeys(found or [date.fromordinal(first)])
    short = "%Y" if last - first > 1_500 else "%d %b %Y"
    return tuple(Tick(round(place(day), 1), f"{day:{short}}") for day in days)
