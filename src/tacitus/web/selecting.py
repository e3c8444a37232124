"""Facets of events: what an address chooses, as a condition in SQL whose values are always bound, never written in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tacitus.storage.searching import search
from tacitus.web.asking import Asks
from tacitus.web.room import Room
from tacitus.web.views import Told

MOST_FOUND = 500  # articles that a search in the texts gives
FACETS = (
    Asks("q", "text", "words of the report; in quotation marks they stand together"),
    Asks("type", "list", "event types, joined with |"),
    Asks("mode", "list", "modes"),
    Asks("quad", "list", "quads, such as verbal conflict"),
    Asks("status", "list", "statuses"),
    Asks("actor", "list", "codes, or ids or names of actors, on either side; all of them must be in the event"),
    Asks("doer", "list", "codes of who does it; one of them"),
    Asks("target", "list", "codes of who it is done to; one of them"),
    Asks("sector", "list", "sectors of who is in the event"),
    Asks("country", "list", "codes of the country where it happens"),
    Asks("publisher", "list", "publishers"),
    Asks("source", "list", "codes or names of who says so"),
    Asks("context", "list", "contexts"),
    Asks("frame", "text", "id of the data entry that fired"),
    Asks("since", "day", "first day"),
    Asks("until", "day", "last day"),
    Asks("confidence", "share", "at least so sure"),
)
_PLAIN = {"type": "e.type", "mode": "e.mode", "quad": "e.quad", "status": "e.status", "country": "e.country",
          "publisher": "a.publisher"}  # fmt: skip
TOLD_ON = "least(coalesce(e.day, a.published), a.published)"
FROM = "FROM events e JOIN articles a ON a.id = e.article"
_SOURCE = "n.side = 'source' AND (list_contains($source, n.code) OR list_contains($source, n.name))"
_STANDS = "(SELECT n.part FROM entities n WHERE {})"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A condition on events e of articles a, and its values; `found` counts the articles that a search gave."""

    where: str
    values: Mapping[str, Any]
    found: int | None = None

    @property
    def sql(self) -> str:
        """The chosen events, to select from."""
        return f"{FROM} WHERE {self.where}"


def choose(room: Room, given: Told) -> Chosen:
    """The condition that the facets of `given` make."""
    parts, values = ["true"], dict[str, Any]()
    for name, column in _PLAIN.items():
        if given.get(name):
            parts.append(f"list_contains(${name}, {column})")
            values[name] = given[name]
    for name, condition in _CONDITIONS.items():
        if given.get(name):
            parts.append(condition)
            values[name] = given[name]
    _choose_actors(given.get("actor") or [], parts, values)
    found = None
    if given.get("q"):
        articles = matching(room, given["q"])
        found, values["articles"] = len(articles), articles
        parts.append("e.article IN (SELECT unnest($articles))")
    return Chosen(" AND ".join(parts), values, found)


_CONDITIONS = {
    "doer": "list_has_any(e.actor_codes, $doer)",
    "target": "list_has_any(e.recipient_codes, $target)",
    "context": "list_has_any(e.contexts, $context)",
    "frame": "e.frame = $frame",
    "confidence": "e.confidence >= $confidence",
    "since": f"{TOLD_ON} >= $since",
    "until": "coalesce(e.day, a.published) <= $until",
    "source": f"e.id IN {_STANDS.format(_SOURCE)}",
    "sector": "e.id IN " + _STANDS.format("n.side IN ('actor', 'recipient') AND list_has_any(n.sectors, $sector)"),
}


def _choose_actors(actors: Sequence[str], parts: list[str], values: dict[str, Any]) -> None:
    for number, actor in enumerate(actors):
        key = f"actor{number}"
        values[key] = actor
        if len(actor) == 3 and actor.isupper():
            parts.append(f"(list_contains(e.actor_codes, ${key}) OR list_contains(e.recipient_codes, ${key}))")
        else:
            stands = f"n.side IN ('actor', 'recipient') AND (n.id = ${key} OR n.name = ${key})"
            parts.append(f"e.id IN {_STANDS.format(stands)}")


def matching(room: Room, words: str) -> list[str]:
    """The ids of the articles that hold the words, best first; quotation marks, OR and NOT work, the rest are words."""
    query = as_query(words)
    if not query:
        return []
    with room.reading() as warehouse:
        return search(warehouse, query, rows=MOST_FOUND).column("id").to_pylist()  # type: ignore[no-any-return]


def as_query(words: str) -> str:
    """What somebody typed as a query of the index: whatever is no operator is a word or phrase.

    >>> as_query('grain-deal OR "black sea" it\\'s')
    '"grain-deal" OR "black sea" "it\\'s"'
    """
    parts = []
    for i, piece in enumerate(words.split('"')):
        whole = [piece] if i % 2 else piece.split()
        parts += [word if not i % 2 and word in ("OR", "NOT", "AND") else f'"{word}"' for word in whole if word.strip()]
    while parts and not parts[0].startswith('"'):
        parts.pop(0)
    while parts and not parts[-1].startswith('"'):
        parts.pop()
    return " ".join(parts)
