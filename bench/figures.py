"""Measures the figures that tacitus writes down: of the stated quantities of gold, how many have value and unit right.

usage: python bench/figures.py [--gold FILE] [--errors]

A figure that is told again is written down once: it counts where the article tells its value and unit anywhere, and
"told here" only where a coded one, each used once, overlaps it. Units are compared as they are,
but for spellings ("%" is "percent"). Gold holds what its coders found worth telling, so coded figures beyond it are no
errors, and precision is not measured.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tacitus import Article, read
from tacitus.api import load
from tacitus.exporters.records import figure_records

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "dev.jsonl"
SPELLED = {"%": "percent"}

Record = dict[str, Any]


def main() -> int:
    """Prints the shares, and with --errors each gold figure that was not found as it is told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD, help="gold articles in JSON Lines")
    parser.add_argument("--errors", action="store_true", help="print what was not found as it is told")
    arguments = parser.parse_args()
    if not arguments.gold.exists():
        print(f"figures: {arguments.gold} is not there: nothing measured")
        return 0
    shares, missed = figure_shares(arguments.gold)
    if arguments.errors:
        print("\n".join(missed))
    print(json.dumps(shares, indent=2))
    return 0


def figure_shares(gold: Path) -> tuple[dict[str, float], list[str]]:
    """The shares of gold figures whose value and unit are right, and a line for each that was not found."""
    rows = {row["id"]: row for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()) if row["figures"]}
    coder = load()
    total = here = told = 0
    missed: list[str] = []
    for article in read([gold]):
        if isinstance(article, Article) and article.id in rows:
            figures, coded = rows[article.id]["figures"], figure_records(coder(article))
            open_, overlapping = _unmatched(figures, coded)
            total, here, told = total + len(figures), here + overlapping, told + len(figures) - len(open_)
            missed += [f"{article.id}: {f['value']} {f['unit']}: {f['text']!r}: {f['what']}" for f in open_]
    return {"figures: value and unit": told / total, "figures: value and unit, told here": here / total}, missed


def _unmatched(gold: Sequence[Record], coded: Sequence[Record]) -> tuple[list[Record], int]:
    """The gold figures that no coded one answers for, and how many are answered where they stand."""
    free, rest = list(coded), []
    for figure in gold:
        match = next((c for c in free if _alike(figure, c) and _overlap(figure, c)), None)
        if match is None:
            rest.append(figure)
        else:
            free.remove(match)
    return [f for f in rest if not any(_alike(f, c) for c in coded)], len(gold) - len(rest)


def _alike(gold: Record, coded: Record) -> bool:
    return bool(gold["value"] == coded["value"]) and _unit(gold) == _unit(coded)


def _unit(figure: Record) -> str:
    unit = str(figure["unit"])
    return SPELLED.get(unit, unit)


def _overlap(a: Record, b: Record) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


if __name__ == "__main__":
    sys.exit(main())
