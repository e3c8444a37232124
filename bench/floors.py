"""Measures the coder and holds it to its floors: no figure may fall below the one it has reached.

usage: python bench/floors.py [--shared FOLDER] [--write]

The measuring sets are not part of the project; where their folder is missing there is nothing to measure, and the
floors hold. `--write` writes the reached figures down as the new floors.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from figures import figure_shares

ROOT = Path(__file__).parent.parent
FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.002
LAYERS = {"sentences": "events", "times": "times", "quotes": "quotes", "places": "places", "stories": None}

Figures = dict[str, float]


def main() -> int:
    """Prints what was reached beside its floor; 1 where a figure fell."""
    arguments = _arguments()
    if not (arguments.shared / "gold" / "dev.jsonl").exists():
        print(f"floors: {arguments.shared} has no measuring sets: nothing measured")
        return 0
    reached = gold_figures(arguments.shared)
    reached |= figure_shares(arguments.shared / "gold" / "dev.jsonl")[0]
    for kind in LAYERS:
        reached |= bench_figures(arguments.shared, kind)
    if arguments.write:
        FLOORS.write_text(json.dumps(reached, indent=2) + "\n", encoding="utf-8")
    return _compare(reached, json.loads(FLOORS.read_text(encoding="utf-8")))


def gold_figures(shared: Path) -> Figures:
    """Events of the gold articles: found, with the right participants, with the right attributes."""
    found = json.loads(_tacitus("evaluate", str(shared / "gold" / "dev.jsonl"), "--json"))
    figures = {"events precision": found["event"]["p"], "events recall": found["event"]["r"]}
    scores = ("event", "dyad", "actors", "recipients", "actors+sector", "recipients+sector")
    figures |= {f"{name} F1": found[name]["f1"] for name in scores}
    return figures | {f"{name} right": share for name, share in found["attributes"].items()}


def bench_figures(shared: Path, kind: str) -> Figures:
    """One benchmark of a layer, scored by the script that comes with it."""
    gold = shared / "bench" / f"{kind}_dev.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        coded = Path(folder) / "coded.jsonl"
        layer = LAYERS[kind]
        command = ["annotate", str(gold), "--layers", layer] if layer else [kind, str(gold)]
        _tacitus(*command, "-o", str(coded))
        scorer = [sys.executable, str(shared / "bench" / "score.py"), kind, str(gold), str(coded), "--json"]
        found = json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout)
    return {f"{kind}: {name}": value for name, value in _rates(found)}


def _rates(found: Mapping[str, Any]) -> list[tuple[str, float]]:
    """F1 of every measure, and the shares that stand alone; counts and distances are no floors."""
    scores = [(name, value["f1"]) for name, value in found.items() if isinstance(value, dict) and "f1" in value]
    shares = [(name, value) for name, value in found.items() if isinstance(value, float) and name != "median km"]
    return scores + shares


def _tacitus(*arguments: str) -> str:
    command = [sys.executable, "-m", "tacitus", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"floors: {' '.join(command)} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return done.stdout


def _compare(reached: Figures, floors: Figures) -> int:
    fallen = 0
    for name in {**floors, **reached}:
        floor, value = floors.get(name), reached.get(name)
        fell = floor is not None and (value is None or value < floor - SLACK)
        fallen += fell
        print(f"{name:52} {_shown(value):>7}  floor {_shown(floor):>7}{'  FELL' if fell else ''}")
    print(f"floors: {len(reached)} figures, {fallen} fell")
    return 1 if fallen else 0


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the measuring sets")
    parser.add_argument("--write", action="store_true", help="write the reached figures as floors")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
