"""How much of the residue of reports is found, and how much real report is taken for it.

usage: python bench/residue.py [--shared FOLDER]

Reads the coded articles of the measuring sets, in which experts marked what is no report, and the list of residues by
class; ends at once where they are not there. What the experts left unmarked though it is residue by the list (what is
told twice, links and signatures of embedded posts, shortcodes) is counted apart.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from tacitus.cleaning import clean
from tacitus.knowledge import DATA
from tacitus.knowledge.residue import load_residue
from tacitus.model import Article

ROOT = Path(__file__).parent.parent
NO_REPORT = {"residue", "byline", "dateline"}
OF_POSTS = re.compile(
    r"[—–-]\s?.{1,80}\(@\w{1,20}\) \w+\.? \d{1,2}, \d{4}|(?:https?://t\.co/|pic\.twitter\.com/)\S+|\[/\w+\]"
)
SHORTEST = 12


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    shared = parser.parse_args().shared
    gold = shared / "gold" / "dev.jsonl"
    if not gold.exists():
        print(f"{gold} is not there: nothing measured")
        return 0
    counts: Counter[str] = Counter()
    for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        counts += of_article(row)
    print(f"residue found: {counts['found'] / counts['residue']:.3f} of {counts['residue']} characters")
    print(f"report taken for residue: {1000 * counts['taken'] / counts['report']:.2f} in 1,000 characters")
    print(f"unmarked residue by the list, found: {counts['unmarked']} characters")
    for name, (found, all_) in by_class(shared / "corpus").items():
        print(f"{found:>4} of {all_:<4} {name}")
    return 0


def roles_of(text: str, title: str | None) -> list[str]:
    """The role of every character; white space between sections has none."""
    _, made = clean(Article("a", text, title=title), RULES)
    roles = [""] * len(text)
    for section in made.sections:
        for place in range(section.span.start, section.span.end):
            roles[place] = section.role
    return roles


def of_article(row: dict[str, Any]) -> Counter[str]:
    """Characters, white space left out: residue and found of it, report and taken of it."""
    text, roles = row["text"], roles_of(row["text"], row["headline"])
    marked = {place for noise in row["noise"] for place in range(noise["start"], noise["end"])}
    unmarked = {place for start, end in not_marked(text) for place in range(start, end)}
    counts: Counter[str] = Counter()
    for place, character in enumerate(text):
        if character.isspace():
            continue
        if place in marked:
            counts["residue"] += 1
            counts["found"] += roles[place] in NO_REPORT
        elif place in unmarked:
            counts["unmarked"] += roles[place] == "residue"
        else:
            counts["report"] += 1
            counts["taken"] += roles[place] == "residue"
    return counts


def not_marked(text: str) -> list[tuple[int, int]]:
    """What is residue whoever marks: lines told twice, and links and signatures of posts."""
    spans = [match.span() for match in OF_POSTS.finditer(text)]
    seen: set[str] = set()
    for line in re.finditer(r"[^\n]{40,}", text):
        if line.group() in seen:
            spans.append(line.span())
        seen.add(line.group())
    return spans


def by_class(corpus: Path) -> dict[str, list[int]]:
    """Of the examples of each class in the list, how many are found."""
    rows = [json.loads(line) for line in (corpus / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    articles = {row["id"]: row for row in rows}
    found: dict[str, list[int]] = {}
    with (corpus / "residues.tsv").open(encoding="utf-8", newline="") as stream:
        for entry in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            row = articles[entry["id"]]
            start = row["text"].rfind(entry["example"])
            if len(entry["example"]) < SHORTEST or start < 0:
                continue
            roles = roles_of(row["text"], row["headline"])
            tally = found.setdefault(entry["class"], [0, 0])
            tally[0] += roles[start] in NO_REPORT
            tally[1] += 1
    return found


RULES = load_residue(DATA)

if __name__ == "__main__":
    raise SystemExit(main())
