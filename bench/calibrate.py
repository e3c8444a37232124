"""Fits how sure events are on gold records, and says how well that holds on articles left out.

usage: calibrate.py GOLD.jsonl [--write]

Each coded event is right where the event measure of `tacitus evaluate` matches it. The signs of an event
(`tacitus.consolidation.signs`) are weighed by a logistic model with a ridge penalty. The expected calibration
error is over ten equal groups of events, cross-validated in ten folds by article. `--write` writes the weights, and
the numbers and the diagram beside this script (reliability.md, reliability.svg).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import reliability
from scipy.optimize import minimize

from tacitus.api import gold_articles, load, read
from tacitus.consolidation.signs import signs_of
from tacitus.evaluation.scoring import best_matching, same_event
from tacitus.exporters.records import event_records
from tacitus.model import Article

WEIGHTS = Path(__file__).parent.parent / "src/tacitus/data/ontology/confidence.toml"
FOLDS = 10
RIDGE = 8.0  # the least Brier score of 1, 2, 4, 8 and 16, cross-validated
DIVISIONS = 5


def observe(gold: Path) -> tuple[list[list[str]], np.ndarray, np.ndarray]:
    """The signs of every coded event, whether it is right, and the number of its article."""
    coder, rows = load(), {row["id"]: row for row in gold_articles(gold)}
    signs, right, article = [], [], []
    for number, item in enumerate(a for a in read([gold]) if isinstance(a, Article)):
        coded = coder(item)
        records = event_records(coded)
        pairs = best_matching(rows[item.id]["events"], records, same_event)
        hits = {j for _, j in pairs}
        signs += [list(signs_of(event)) for event in coded.events]
        right += [j in hits for j in range(len(records))]
        article += [number] * len(records)
    return signs, np.array(right, float), np.array(article)


def fit(table: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The weights, intercept first, that make `right` likeliest under the ridge penalty."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        z = weights[0] + table @ weights[1:]
        p = 1 / (1 + np.exp(-z))
        value = np.sum(np.logaddexp(0, z) - right * z) + RIDGE / 2 * np.sum(weights[1:] ** 2)
        slope = np.concatenate([[np.sum(p - right)], table.T @ (p - right) + RIDGE * weights[1:]])
        return float(value), slope

    return minimize(loss, np.zeros(table.shape[1] + 1), jac=True, method="L-BFGS-B").x


def held_out(table: np.ndarray, right: np.ndarray, fold: np.ndarray) -> np.ndarray:
    """The confidence of every event by weights fitted on the other folds."""
    said = np.empty(len(right))
    for out in (fold == number for number in range(FOLDS)):
        weights = fit(table[~out], right[~out])
        said[out] = 1 / (1 + np.exp(-(weights[0] + table[out] @ weights[1:])))
    return said


def main() -> None:
    """Fits, cross-validates, prints, and writes where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    signs, right, article = observe(options.gold)
    names = sorted({s for one in signs for s in one})
    table = np.array([[name in one for name in names] for one in signs], float)
    said = held_out(table, right, article % FOLDS)
    others = []
    for seed in range(DIVISIONS):
        shuffled = np.random.default_rng(seed).permutation(article.max() + 1)
        others.append(reliability.calibration_error(held_out(table, right, shuffled[article] % FOLDS), right))
    page = reliability.table(said, right, others)
    print(page)
    if options.write:
        weights = fit(table, right)
        lines = [f'"{name}" = {weight:.3f}' for name, weight in zip(names, weights[1:], strict=True)]
        head = "# Written by bench/calibrate.py: weights of the signs that an event is right."
        reliability.TABLE.write_text(page, encoding="utf-8")
        reliability.DIAGRAM.write_text(reliability.diagram(said, right), encoding="utf-8")
        WEIGHTS.write_text(f"{head}\nintercept = {weights[0]:.3f}\n\n[weights]\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
