"""How fast one core codes, loading apart: articles of 600 words a second, and the share of time that each stage takes.

The yardstick is spaCy's default pipeline on the same texts: the parser's model with all its components, as it loads
where nobody sets anything (`ratio to spaCy`), and with the linear algebra that the coder sets (`to spaCy on BLAS`).

usage: python bench/speed.py [--articles N] [--shared FOLDER]

Prints JSON. Codes the corpus of the measuring sets where it is there, else the sample report over and over.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tacitus import Article, pipeline
from tacitus.api import load
from tacitus.knowledge import DATA
from tacitus.readers import read

ROOT = Path(__file__).parent.parent
WORDS = 600
STAGES = (
    "clean", "find_predicates", "find_places", "find_mentions", "resolve_actors", "find_times", "find_quantities",
    "read_speech", "_told", "consolidate", "find_figures", "restore",
)  # fmt: skip


def main() -> int:
    """Loads, warms up, codes, and prints the measures."""
    arguments = _arguments()
    articles = _articles(arguments.shared, arguments.articles)
    began = time.perf_counter()
    coder = load()
    loaded = time.perf_counter() - began
    for article in articles[:5]:
        coder(article)
    words = sum(len(article.text.split()) for article in articles)
    events, plain = _timed(lambda: sum(len(coder(article).events) for article in articles))
    spent = _time_stages(articles, coder)
    report = {
        "articles": len(articles),
        "words": words,
        "events": events,
        "load seconds": round(loaded, 2),
        "articles of 600 words per second": round(words / WORDS / plain, 1),
        "peak memory MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "ratio to spaCy": round(plain / _spacy_seconds(articles, blis=True), 2),
        "ratio to spaCy on BLAS": round(plain / _spacy_seconds(articles, blis=False), 2),
        "share of time": spent,
    }
    print(json.dumps(report, indent=2))
    return 0


def _articles(shared: Path, count: int) -> list[Article]:
    corpus = shared / "corpus" / "articles.jsonl"
    source = corpus if corpus.exists() else DATA / "samples" / "report.txt"
    found = [item for item in read([source], published=date(2023, 9, 15)) if isinstance(item, Article)]
    return (found * (1 + count // len(found)))[:count]


def _spacy_seconds(articles: list[Article], *, blis: bool) -> float:
    """The CPU seconds that spaCy's default pipeline takes for the articles, on the linear algebra BLIS or else BLAS."""
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    from tacitus.parsing.spacy_backend import MODEL

    set_current_ops(NumpyOps(use_blis=blis))
    nlp = spacy.load(MODEL)
    texts = [article.text for article in articles]
    for text in texts[:5]:
        nlp(text)
    return _timed(lambda: sum(1 for _ in nlp.pipe(texts, batch_size=32)))[1]


def _timed(work: Callable[[], int]) -> tuple[int, float]:
    began = time.process_time()
    result = work()
    return result, time.process_time() - began


def _time_stages(articles: list[Article], coder: Any) -> dict[str, float]:
    """The share of each stage, measured around the functions that the pipeline calls."""
    spent: Counter[str] = Counter()
    kept = {name: getattr(pipeline, name) for name in STAGES}

    def watched(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            began = time.process_time()
            try:
                return stage(*arguments, **options)
            finally:
                spent[name] += time.process_time() - began

        return call

    for name, stage in kept.items():
        setattr(pipeline, name, watched(name, stage))
    parse = watched("parse", coder.parse)
    _, whole = _timed(lambda: sum(len(pipeline.code_article(a, coder.knowledge, parse).events) for a in articles))
    for name, stage in kept.items():
        setattr(pipeline, name, stage)
    spent["the rest"] = whole - sum(spent.values())
    return {name.strip("_"): round(seconds / whole, 3) for name, seconds in spent.most_common()}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=252, help="how many to code")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the measuring sets")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
