"""The one-to-one pairing of most weight in all: the assignment problem, by shortest augmenting paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

Weights = Sequence[Sequence[float]]


def best_pairs(weights: Weights) -> list[tuple[int, int]]:
    """The (row, column) pairs whose weights sum highest; a row or column is in one at most, weightless pairs out.

    >>> best_pairs([[1.0, 2.0], [0.0, 3.0]])
    [(0, 0), (1, 1)]
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        return sorted((row, column) for column, row in best_pairs(list(zip(*weights, strict=True))))
    assignment = _Assignment(weights)
    for row in range(len(weights)):
        assignment.take_in(row)
    return sorted((row, column) for column, row in assignment.rows.items() if weights[row][column] > 0)


@dataclass(slots=True)
class _Assignment:
    """Rows assigned to columns so far, with the prices that prove it best; no more rows than columns."""

    weights: Weights
    rows: dict[int, int] = field(default_factory=dict)
    row_price: dict[int, float] = field(default_factory=dict)
    column_price: dict[int, float] = field(default_factory=dict)

    def take_in(self, row: int) -> None:
        """Assigns one more row, moving others along the cheapest path to a free column."""
        self.row_price[row] = 0.0
        columns = range(len(self.weights[0]))
        cheapest = dict.fromkeys(columns, inf)
        came_from: dict[int, int | None] = {}
        reached: list[int] = []
        here: int | None = None
        while here is None or here in self.rows:
            current = row if here is None else self.rows[here]
            for column in cheapest:
                cost = self._cost(current, column)
                if cost < cheapest[column]:
                    cheapest[column], came_from[column] = cost, here
            nearest = min(cheapest, key=cheapest.__getitem__)
            self._reprice(cheapest.pop(nearest), cheapest, row, reached)
            reached.append(nearest)
            here = nearest
        self._move(here, came_from, row)

    def _cost(self, row: int, column: int) -> float:
        return -self.weights[row][column] - self.row_price[row] - self.column_price.get(column, 0.0)

    def _reprice(self, step: float, cheapest: dict[int, float], row: int, reached: list[int]) -> None:
        self.row_price[row] += step
        for column in reached:
            self.row_price[self.rows[column]] += step
            self.column_price[column] = self.column_price.get(column, 0.0) - step
        for column in cheapest:
            cheapest[column] -= step

    def _move(self, free: int, came_from: dict[int, int | None], row: int) -> None:
        """Shifts every row on the path one column on, so that its first column takes `row`."""
        here, before = free, came_from[free]
        while before is not None:
            self.rows[here] = self.rows[before]
            here, before = before, came_from[before]
        self.rows[here] = row
