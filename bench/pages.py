"""How well and how fast pages are read, beside trafilatura with its default settings.

usage: python bench/pages.py [--shared FOLDER] [-o bench/pages.md]

Reads the pages and articles of the measuring corpus and ends at once where it is not there. The reference texts of
that corpus were made with trafilatura, so its own word F1 is a ceiling and no result.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tacitus.cleaning import clean
from tacitus.errors import InputError
from tacitus.knowledge import DATA
from tacitus.knowledge.residue import load_residue
from tacitus.readers.html import article_of_page

ROOT = Path(__file__).parent.parent
FACTS = ("title", "published", "publisher", "author", "language")
WORD = re.compile(r"\w+")
SAME = 0.8
ROUNDS = 3
"""The quickest of so many rounds counts: others use the machine too."""

Read = tuple[str, str, str]
"""Body, title and ISO day of a page."""

Way = Callable[[bytes], Read]


def main() -> int:
    """Measures, prints the table, and writes it where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("-o", "--output", type=Path)
    arguments = parser.parse_args()
    corpus = arguments.shared / "corpus"
    if not corpus.exists():
        print(f"{corpus} is not there: nothing measured")
        return 0
    rows = [json.loads(line) for line in (corpus / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["has_html"]]
    pages = [gzip.decompress((corpus / "html" / f"{row['id']}.html.gz").read_bytes()) for row in rows]
    ways: dict[str, Way] = {"tacitus, read": by_tacitus, "tacitus, read and cleaned": cleaning()}
    if importlib.util.find_spec("trafilatura"):
        ways["trafilatura, default settings"] = by_trafilatura
    table = told({name: measured(way, rows, pages) for name, way in ways.items()}, len(rows)) + facts_told(pages)
    print(table)
    if arguments.output:
        arguments.output.write_text(table, encoding="utf-8")
    return 0


def by_tacitus(page: bytes) -> Read:
    """The page as tacitus reads it; captions and headline are told apart and no body."""
    try:
        article = article_of_page(page, None, None)
    except InputError:
        return "", "", ""
    body = [s.span for s in article.sections if s.role not in ("caption", "headline")]
    words = "\n".join(article.text[span.start : span.end] for span in body)
    return words, article.title or "", str(article.published or "")


def cleaning() -> Way:
    """Reading and cleaning, for the time it takes; the body is the clean text."""
    rules = load_residue(DATA)

    def read(page: bytes) -> Read:
        article = article_of_page(page, None, None)
        text, _ = clean(article, rules)
        body = [s.span for s in text.sections if s.role not in ("caption", "headline")]
        words = "\n".join(text.clean[span.start : span.end] for span in body)
        return words, article.title or "", str(article.published or "")

    return read


def by_trafilatura(page: bytes) -> Read:
    """The page as trafilatura reads it with metadata."""
    from trafilatura import bare_extraction

    document = bare_extraction(page, with_metadata=True)
    found = document.as_dict() if document else {}
    return found.get("text") or "", found.get("title") or "", found.get("date") or ""


def measured(way: Way, rows: Sequence[dict[str, Any]], pages: Sequence[bytes]) -> dict[str, float]:
    """The measures of one way to read the pages."""
    found, spent = [], []
    for _ in range(ROUNDS):
        began = time.process_time()
        found = [way(page) for page in pages]
        spent.append(time.process_time() - began)
    scores = sorted(word_f1(one[0], row["text"]) for one, row in zip(found, rows, strict=True))
    titles = [word_f1(one[1], row["headline"]) >= SAME for one, row in zip(found, rows, strict=True)]
    return {
        "word F1, median": scores[len(scores) // 2],
        "word F1, 5th percentile": scores[len(scores) // 20],
        "headlines right": sum(titles) / len(rows),
        "days right": sum(one[2] == row["date"] for one, row in zip(found, rows, strict=True)) / len(rows),
        "pages a CPU second": len(pages) / min(spent),
    }


def word_f1(found: str, told: str) -> float:
    """F1 of the words of two texts, each counted as often as it stands there."""
    here, there = (Counter(WORD.findall(text.lower())) for text in (found, told))
    shared = sum((here & there).values())
    return 2 * shared / (sum(here.values()) + sum(there.values())) if shared else 0.0


def told(measures: dict[str, dict[str, float]], count: int) -> str:
    """The measures as a Markdown table."""
    names = list(next(iter(measures.values())))
    lines = [
        f"# Reading pages\n\n{count} pages of news sites, by bench/pages.py. The reference texts were made with",
        "trafilatura: its own word F1 is a ceiling and no result. Headlines are right from word F1 0.8 on.\n",
        f"| | {' | '.join(names)} |",
        "| --- |" + " ---: |" * len(names),
    ]
    for way, values in measures.items():
        figures = [f"{value:.0f}" if value > 1 else f"{value:.3f}" for value in values.values()]
        lines.append(f"| {way} | {' | '.join(figures)} |")
    return "\n".join(lines) + "\n"


def facts_told(pages: Sequence[bytes]) -> str:
    """On how many pages each fact is told, as a line."""
    articles = []
    for page in pages:
        with suppress(InputError):
            articles.append(article_of_page(page, None, None))
    counts = {name: sum(getattr(one, name) is not None for one in articles) for name in FACTS}
    return f"\nOf {len(pages)} pages tell " + ", ".join(f"{name} {count}" for name, count in counts.items()) + ".\n"


if __name__ == "__main__":
    raise SystemExit(main())
