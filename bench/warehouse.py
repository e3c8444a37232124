"""How fast a warehouse of a million events is loaded, answers and is exported, and how large it is.

usage: python bench/warehouse.py [--shared FOLDER] [--events 1000000]

Codes the measuring corpus once, writes it into a warehouse over and over under new ids, days and words until it holds
so many events, and then loads that warehouse into a new one and asks it every question.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tacitus.model import Article, Coded
from tacitus.readers import read
from tacitus.running import code_many
from tacitus.storage import Warehouse
from tacitus.storage.asking import ask, questions
from tacitus.storage.exporting import export_events

ROOT = Path(__file__).parent.parent
DETAILS: dict[str, dict[str, Any]] = {
    "pair": {"a": "CHN", "b": "USA"},
    "months": {"a": "CHN"},
    "quotes": {"who": "Trump"},
    "new": {"day": "2024-01-01"},
}
# The columns that tell one copy of a row from another.
IDS = {
    "articles": ["id"], "sections": ["article"], "problems": ["article"], "events": ["id", "article"],
    "entities": ["part", "article"], "mentions": ["event", "article"], "quotes": ["id", "article"],
    "figures": ["id", "article"], "places": ["article"],
}  # fmt: skip
LETTERS = "etaoinsrhl"
# Words are told apart too, or equal texts would take hardly any room.
WORDS = {"articles": ["text", "title"], "events": ["evidence"], "quotes": ["text"], "mentions": ["text"]}

DAYS = {"articles": ["published"], "events": ["day"], "figures": ["day"]}


def main() -> int:
    """Fills, loads, asks, and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--events", type=int, default=1_000_000)
    arguments = parser.parse_args()
    corpus = arguments.shared / "corpus" / "articles.jsonl"
    if not corpus.exists():
        print(f"{corpus} is not there: nothing measured")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measured(corpus, Path(folder), arguments.events), indent=2))
    return 0


def measured(corpus: Path, folder: Path, events: int) -> dict[str, Any]:
    """Seconds of loading, of each question and of exports, and megabytes of the file."""
    with Warehouse(folder / "once.duckdb") as once:
        for outcome in code_many(a for a in read([corpus]) if isinstance(a, Article)):
            if isinstance(outcome, Coded):
                once.put(outcome)
    enlarge(folder / "once.duckdb", folder / "large.duckdb", events)
    begun = time.perf_counter()
    with Warehouse(folder / "loaded.duckdb") as loaded:
        loaded.merge(folder / "large.duckdb")
    found: dict[str, Any] = {"load seconds": round(time.perf_counter() - begun, 2)}
    found["file MB"] = round((folder / "loaded.duckdb").stat().st_size / 1e6)
    with Warehouse(folder / "loaded.duckdb", read_only=True) as warehouse:
        for table in ("articles", "events", "entities"):
            found[table] = warehouse.connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0]
        for question in questions():
            begun = time.perf_counter()
            ask(warehouse, question, **DETAILS.get(question, {}))
            found[f"{question} seconds"] = round(time.perf_counter() - begun, 3)
        for form in ("gdelt", "parquet"):
            begun = time.perf_counter()
            export_events(warehouse, folder / form, form=form)
            found[f"export {form} seconds"] = round(time.perf_counter() - begun, 2)
    return found


def enlarge(small: Path, large: Path, events: int) -> None:
    """Copies every row so often, under new ids, days and words, that there are so many events."""
    with Warehouse(large) as warehouse:
        connection = warehouse.connection
        connection.execute(f"ATTACH '{small}' AS small (READ_ONLY)")
        held = connection.execute("SELECT count(*) FROM small.events").fetchall()[0][0]
        copies = -(-events // held)
        chance = random.Random(5)
        shuffled = ["".join(chance.sample(LETTERS, len(LETTERS))) for _ in range(copies)]
        letters = f"{shuffled}[(copy + 1)::INTEGER]"
        for table, ids in IDS.items():
            changed = [f"md5({name} || copy)[:16] AS {name}" for name in ids]
            # Each copy has letters of its own, as many as before.
            changed += [f"translate({n}, '{LETTERS}', {letters}) AS {n}" for n in WORDS.get(table, ())]
            changed += [f"({day} + (copy * 7 % 3000)::INTEGER) AS {day}" for day in DAYS.get(table, ())]
            connection.execute(
                f"INSERT INTO {table} SELECT * EXCLUDE (copy) REPLACE ({', '.join(changed)})"
                f" FROM small.{table}, range({copies}) r(copy) ORDER BY copy, small.{table}.rowid"
            )
        connection.execute("INSERT INTO runs SELECT * FROM small.runs")


if __name__ == "__main__":
    sys.exit(main())
