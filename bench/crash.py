"""Whether a warehouse holds what was reported done, whenever the coder is killed.

usage: python bench/crash.py [--shared FOLDER] [--articles 2000] [--kills 50]

Codes the measuring corpus, each article told over and over with a line of its own, into a warehouse; kills the coder
at random moments and goes on, until all is coded. Ends with 1 if anything was lost or is there twice.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tacitus import Article
from tacitus.model import Coded
from tacitus.readers.article import content_id
from tacitus.running import code_many
from tacitus.storage import Warehouse

ROOT = Path(__file__).parent.parent


def main() -> int:
    """Codes and kills, and prints what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    arguments = parser.parse_args()
    corpus = arguments.shared / "corpus" / "articles.jsonl"
    if not corpus.exists():
        print(f"{corpus} is not there: nothing measured")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = killed_over_and_over(corpus, Path(folder), arguments.articles, arguments.kills)
    print(json.dumps(found, indent=2))
    return 1 if found["lost"] or found["twice"] or found["articles"] != arguments.articles else 0


def killed_over_and_over(corpus: Path, folder: Path, count: int, kills: int) -> dict[str, int]:
    """What the warehouse held after each kill and at the end, beside what had been reported done."""
    path, reports = folder / "news.duckdb", folder / "reported"
    reports.touch()
    chance, lost, killed = random.Random(7), 0, 0
    while True:
        writer = multiprocessing.get_context("spawn").Process(target=write, args=(corpus, path, reports, count))
        writer.start()
        begun = reports.stat().st_size
        while writer.is_alive() and reports.stat().st_size == begun:
            time.sleep(0.02)
        if killed < kills:
            time.sleep(chance.uniform(0, 2.2 * count / (12 * kills)))
            if writer.is_alive() and writer.pid is not None:
                os.kill(writer.pid, signal.SIGKILL)
                killed += 1
        writer.join()
        with Warehouse(path) as warehouse:
            held = warehouse.done
            twice = warehouse.connection.execute(TWICE).fetchall()[0][0]
        lost += len(set(reports.read_text().split()) - held)
        if writer.exitcode == 0 or twice:
            return {"articles": len(held), "kills": killed, "lost": lost, "twice": twice}


TWICE = """SELECT (SELECT count(*) - count(DISTINCT id) FROM articles)
  + (SELECT count(*) - count(DISTINCT id) FROM events)
  + (SELECT count(*) - count(DISTINCT id) FROM quotes) + (SELECT count(*) - count(DISTINCT id) FROM figures)"""


def write(corpus: Path, path: Path, reports: Path, count: int) -> None:
    """Codes what the warehouse does not hold, and reports each article once it is written down for good."""
    with Warehouse(path) as warehouse, reports.open("a") as reported:
        done = warehouse.done
        waiting: list[str] = []
        for outcome in code_many(a for a in told_over(corpus, count) if a.id not in done):
            if not isinstance(outcome, Coded):
                sys.exit(f"{outcome.article}: {outcome.message}")
            waiting.append(outcome.article.id)
            if warehouse.put(outcome):
                print(*waiting, file=reported, flush=True)
                waiting.clear()


def told_over(corpus: Path, count: int) -> Iterator[Article]:
    """So many articles, none like another."""
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    for number in range(count):
        text = f"{rows[number % len(rows)]['text']}\nEdition {number} of the day.\n"
        yield Article(content_id(text), text)


if __name__ == "__main__":
    sys.exit(main())
