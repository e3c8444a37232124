"""How relations go over time: the running mean of scores, and the months in which it turned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

_SIDE = 3  # months looked at before and from a turning point on
_LEAST_EVENTS = 3  # on each side
_LEAST_CHANGE = 2.0  # of the mean score
_MOST = 4


def running_mean(months: Sequence[Mapping[str, Any]]) -> list[tuple[date, float]]:
    """The mean score of each month with events, together with those of the months beside it, weighed by events.

    `months` are rows of month, events and mean score, by month.
    """
    totals = _totals(months)
    days = list(totals)
    found = []
    for i, day in enumerate(days):
        near = [totals[d] for d in days[max(i - 1, 0) : i + 2] if abs(_number(d) - _number(day)) <= 1]
        found.append((day, sum(total for _, total in near) / sum(events for events, _ in near)))
    return found


def turning_points(months: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The months from which on the mean score differs most from before, at most four, in their order."""
    totals = {_number(day): (day, *told) for day, told in _totals(months).items()}  # day, events, sum of scores
    changes: list[dict[str, Any]] = []
    for number, (day, *_) in totals.items():
        before = [totals[n] for n in range(number - _SIDE, number) if n in totals]
        after = [totals[n] for n in range(number, number + _SIDE) if n in totals]
        if min(sum(events for _, events, _ in side) for side in (before, after)) < _LEAST_EVENTS:
            continue
        was, came = (sum(t for *_, t in side) / sum(e for _, e, _ in side) for side in (before, after))
        if abs(came - was) >= _LEAST_CHANGE:
            changes.append({"month": day, "before": round(was, 2), "after": round(came, 2)})
    changes.sort(key=lambda change: -abs(change["after"] - change["before"]))
    return sorted(_apart(changes), key=lambda change: change["month"])


def _apart(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The greatest changes that do not lie within the same months."""
    kept: list[dict[str, Any]] = []
    for change in changes:
        if all(abs(_number(change["month"]) - _number(other["month"])) >= _SIDE for other in kept):
            kept.append(change)
    return kept[:_MOST]


def _totals(months: Sequence[Mapping[str, Any]]) -> dict[date, tuple[int, float]]:
    """Events and sum of scores of each month."""
    totals: dict[date, tuple[int, float]] = {}
    for row in months:
        events, total = totals.get(row["month"], (0, 0.0))
        totals[row["month"]] = (events + row["events"], total + row["events"] * row["score"])
    return totals


def _number(month: date) -> int:
    return month.year * 12 + month.month
