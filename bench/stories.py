"""How well articles are sorted into stories, how many copies are found, and how fast a stream of articles is sorted.

usage: python bench/stories.py [--shared FOLDER] [--articles 100000] [--copies 2000]

Stories are held against sorted articles (BCubed). Copies are made of the same articles and of the corpus: cut, every
tenth word another, under another headline, with boilerplate around, or all of this; each must lead to its original,
and no two articles that are none may be taken for copies. The stream is those articles over and over, rare words
written with other letters each time, so that each time tells other stories, over the days of ten years.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from tacitus.consolidation.copies import Copies
from tacitus.consolidation.stories import Stories, Told
from tacitus.knowledge import DATA
from tacitus.knowledge.stories import load_story_words
from tacitus.running.consolidating import find_stories

ROOT = Path(__file__).parent.parent
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FRAME = (
    "Subscribe to our newsletter and get the best of the week, free of charge, in your inbox every Saturday.\n\n",
    "\n\nThis story was brought to you by our partners. Terms apply; see our site for how we use what you tell us.\n\n"
    "Follow us for more, or write to the editors. All rights reserved; nothing may be published again without consent.",
)
COMMON = 400  # words that stay as they are in the stream


def main() -> int:
    """Measures and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--copies", type=int, default=2_000)
    arguments = parser.parse_args()
    paths = arguments.shared / "bench" / "stories_dev.jsonl", arguments.shared / "corpus" / "articles.jsonl"
    if not all(path.exists() for path in paths):
        print(f"{paths[0]} or {paths[1]} is not there: nothing measured")
        return 0
    rows, others = ([json.loads(line) for line in path.read_text("utf-8").splitlines()] for path in paths)
    sorted_, corpus = [told(row) for row in rows], [told(row) for row in others]
    found = {
        "stories": bcubed(sorted_, {row["doc_id"]: row["event_id"] for row in rows}),
        "copies": copies(corpus, sorted_, arguments.copies),
        "stream": stream(sorted_, arguments.articles),
    }
    print(json.dumps(found, indent=2))
    return 0


def told(row: dict[str, Any]) -> Told:
    """An article of a measuring set."""
    day = row.get("date")
    title = row.get("title") or row.get("headline")
    return Told(row.get("id") or row["doc_id"], title, row["text"], date.fromisoformat(day[:10]) if day else None)


def bcubed(articles: Sequence[Told], gold: dict[str, str]) -> dict[str, float]:
    """Precision, recall and F1: for each article, how much of its story belongs there, and how much of it is there."""
    placed = {p.article: p.story for p in find_stories(in_order(articles))[0]}
    both = Counter((placed[id_], gold[id_]) for id_ in placed)
    ours, theirs = Counter(placed.values()), Counter(gold[id_] for id_ in placed)
    precision = sum(n * n / ours[a] for (a, _), n in both.items()) / len(placed)
    recall = sum(n * n / theirs[b] for (_, b), n in both.items()) / len(placed)
    return {
        "P": round(precision, 4),
        "R": round(recall, 4),
        "F1": round(2 * precision * recall / (precision + recall), 4),
    }


def copies(corpus: Sequence[Told], further: Sequence[Told], many: int) -> dict[str, Any]:
    """The share of made copies that lead to their original by kind, and the pairs that are none."""
    plain = [one for one in in_order([*corpus, *further]) if len(one.text.split()) >= 150]
    known = {copy.article for copy in Copies().take(plain)}
    plain = [one for one in plain if one.id not in known]
    chance, right, made = random.Random(7), Counter[str](), Counter[str]()
    kind_of, changed = {}, []
    for i in range(many):
        one, kind = plain[i % len(plain)], list(KINDS)[i % len(KINDS)]
        text, title = KINDS[kind](one, chance.choice(plain), chance)
        changed.append(Told(f"{one.id}/{i}", title, text, one.published))
        kind_of[changed[-1].id] = kind
        made[kind] += 1
    false = 0
    for copy in Copies().take([*plain, *changed]):
        whose = copy.article.rpartition("/")[0]
        right[kind_of.get(copy.article, "none")] += copy.original == whose
        false += copy.original != whose
    shares = {kind: round(right[kind] / n, 4) for kind, n in made.items()}
    in_corpus = len(list(Copies().take(in_order(corpus))))
    return {"made": many, "found": round(right.total() / many, 4), **shares, "false": false, "in the corpus": in_corpus}


def cut(one: Told, _: Told, chance: random.Random) -> tuple[str, str | None]:
    """A part of it, from anywhere: 40 to 80 of 100 words."""
    pieces = re.split(r"(?<=\s)(?=\S)", one.text)
    share = chance.uniform(0.4, 0.8)
    begins = chance.randrange(int(len(pieces) * (1 - share)) + 1)
    return "".join(pieces[begins : begins + int(len(pieces) * share)]), one.title


def reworded(one: Told, other: Told, chance: random.Random) -> tuple[str, str | None]:
    """Every tenth word, by chance, another."""
    words = other.text.split()
    return re.sub(r"\w+", lambda m: chance.choice(words) if chance.random() < 0.1 else m[0], one.text), one.title


def retitled(one: Told, other: Told, _: random.Random) -> tuple[str, str | None]:
    """The headline of another."""
    return one.text, other.title


def framed(one: Told, _: Told, __: random.Random) -> tuple[str, str | None]:
    """Boilerplate around."""
    return one.text.join(FRAME), one.title


def everything(one: Told, other: Told, chance: random.Random) -> tuple[str, str | None]:
    """All of these."""
    part = replace(one, text=cut(one, other, chance)[0])
    return reworded(part, other, chance)[0].join(FRAME), other.title


KINDS = {"cut": cut, "reworded": reworded, "retitled": retitled, "framed": framed, "everything": everything}


def stream(articles: Sequence[Told], many: int) -> dict[str, Any]:
    """Seconds of CPU time for finding stories and copies among so many articles, a thousand at a time."""
    stories, copies_ = Stories(load_story_words(DATA)), Copies()
    taken, seen, named = 0.0, 0, Counter[str]()
    coming = endless(articles, many)
    while some := list(islice(coming, 1_000)):
        begun = time.process_time()
        list(copies_.take(some))
        named.update(placing.story for placing in stories.take(some))
        taken += time.process_time() - begun
        seen += len(some)
        if seen % 10_000 == 0:
            print(f"{seen} articles, {taken:.0f} s", file=sys.stderr)
    return {"articles": seen, "seconds": round(taken, 1), "stories": len(named)}


def endless(articles: Sequence[Told], many: int) -> Iterator[Told]:
    """So many articles in the order of their days."""
    counted = Counter(word for one in articles for word in re.findall(r"\w+", one.text.casefold()))
    common = {word for word, _ in counted.most_common(COMMON)}
    chance = random.Random(3)
    by_day: defaultdict[date, list[tuple[int, Told]]] = defaultdict(list)
    rounds = [(chance.randrange(3650), "".join(chance.sample(LETTERS, 26))) for _ in range(-(-many // len(articles)))]
    first = min(one.published for one in articles if one.published)
    for i, (later, _) in enumerate(rounds):
        for one in articles:
            by_day[first + timedelta((((one.published or first) - first).days + later) % 3650)].append((i, one))
    made = 0
    for day in sorted(by_day):
        for i, one in by_day[day]:
            if made == many:
                return
            made += 1
            table = str.maketrans(LETTERS + LETTERS.upper(), rounds[i][1] + rounds[i][1].upper())
            yield Told(f"{one.id}/{i}", respelt(one.title or "", common, table), respelt(one.text, common, table), day)


def respelt(text: str, common: set[str], table: dict[int, int]) -> str:
    """A text with other letters in all but its common words."""
    return re.sub(r"\w+", lambda m: m[0] if m[0].casefold() in common else m[0].translate(table), text)


def in_order(articles: Sequence[Told]) -> list[Told]:
    """By day, the longest of a day first."""
    return sorted(articles, key=lambda one: (one.published or date.max, -len(one.text), one.id))


if __name__ == "__main__":
    sys.exit(main())
