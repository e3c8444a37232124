"""Stories, copies and happenings of many articles, or of all that a warehouse holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from tacitus.consolidation.copies import Copies, Copy
from tacitus.consolidation.happenings import Occurrence, Party, find_happenings
from tacitus.consolidation.stories import Placing, Stories, Told
from tacitus.knowledge import DATA
from tacitus.knowledge.stories import load_story_words
from tacitus.model import Article
from tacitus.storage import Warehouse
from tacitus.storage.consolidated import (
    forget,
    told_articles,
    untold_events,
    window,
    write_stories,
    write_tellings,
)

WINDOW = 60  # days around new articles in which their stories and originals are looked for

Watch = Callable[[Iterable[Told]], Iterable[Told]]


@dataclass(frozen=True, slots=True)
class Consolidated:
    """How many articles were placed now, how many of them are copies, and how many events were linked."""

    articles: int
    copies: int
    events: int


def consolidate(warehouse: Warehouse, *, days: int = WINDOW, again: bool = False, watch: Watch = iter) -> Consolidated:
    """Places the articles that have no story yet, finds copies, and links the events that tell one happening.

    What was found before stays, unless it is to be done `again`; what a reader set apart stays always. `days` is how
    far around the new articles their stories are looked for; `watch` may wrap the articles to show progress.
    """
    if again:
        forget(warehouse)
    placings, copies = 0, 0
    if (around := window(warehouse, days)) is not None:
        told = [Told(**row) for row in told_articles(warehouse, around)]
        found = find_stories(watch(told))
        new = {one.id for one in told if one.story is None}
        copied = [asdict(copy) for copy in found[1]]
        placed = [asdict(placing) for placing in found[0] if placing.article in new]
        write_stories(warehouse, placed, copied)
        placings, copies = len(placed), len(copied)
    joined = list(find_happenings(map(_occurrence, untold_events(warehouse))))
    write_tellings(warehouse, [asdict(joining) for joining in joined])
    return Consolidated(placings, copies, len(joined))


def find_stories(articles: Iterable[Told]) -> tuple[list[Placing], list[Copy]]:
    """The story of each article, given in the order of their days, and the copies among them.

    A copy is in the story of its original.
    """
    stories, copies = Stories(load_story_words(DATA)), Copies()
    told = list(articles)
    found = list(copies.take(told))
    placings = list(stories.take(told))
    story = {placing.article: placing.story for placing in placings}
    original = {copy.article: copy.original for copy in found}
    return [replace(p, story=story[original.get(p.article, p.article)]) for p in placings], found


def stories_of(articles: Iterable[Article]) -> Iterator[dict[str, Any]]:
    """For each article its story, how alike it is to it and why, and whose copy it is; in the order given."""
    given = list(articles)
    told = [Told(a.id, a.title, a.text, a.published) for a in given]
    told.sort(key=lambda one: (one.published or date.max, -len(one.text), one.id))
    placings, copies = find_stories(told)
    placed = {placing.article: placing for placing in placings}
    original = {copy.article: copy.original for copy in copies}
    for article in given:
        one = placed[article.id]
        yield {
            "id": one.article,
            "story": one.story,
            "likeness": one.likeness,
            "words": list(one.words),
            "copy_of": original.get(one.article),
        }


def _occurrence(row: dict[str, Any]) -> Occurrence:
    sides = {side: tuple(_party(one) for one in row[side]) for side in ("actors", "recipients")}
    point = tuple(row["point"]) if row["point"] else None
    return Occurrence(**{**row, **sides, "point": point})


def _party(one: dict[str, Any]) -> Party:
    return Party(one["name"], one["id"], one["code"], tuple(one["sectors"]))
