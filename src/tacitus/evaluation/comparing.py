"""Two codings of the same articles against gold: which events one got and the other did not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tacitus.evaluation.scoring import (
    ATTRIBUTES,
    UNDATED,
    Record,
    Tally,
    agrees,
    best_matching,
    same_event,
    tally_events,
    told_together,
    value_of,
)

Kind = Literal["gained", "lost", "false gone", "new false", "mended", "broken", "other"]
KINDS: tuple[Kind, ...] = ("gained", "lost", "false gone", "new false", "mended", "broken", "other")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: an event that only one version has, or an attribute of one that both found.

    `event` is as the version that has it coded it, of attributes the new one; `instead` is what the other version
    coded from the same sentence. Of attributes, mended are right now, broken were right before; other is the rest.
    """

    kind: Kind
    article: str
    event: Record
    instead: tuple[Record, ...] = ()
    attribute: str | None = None
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from an old to a new coding, with the measures of both."""

    old: Tally
    new: Tally
    changes: tuple[Change, ...]

    def counts(self, type_: str | None = None) -> dict[str, int]:
        """How many changes of each kind, of all types or of one."""
        found = Counter(change.kind for change in self.changes if type_ in (None, change.event["type"]))
        return {kind: found[kind] for kind in KINDS}


Coded = Mapping[str, Sequence[Record]]


def compare_events(gold: Sequence[Record], old: Coded, new: Coded) -> Comparison:
    """The differences between two codings, by article id; hits and false events change by what is told, no more.

    An event is found where the event measure matches it; two false events of both versions are one where they have
    one type and a sentence in common.
    """
    changes: list[Change] = []
    for article in gold:
        changes += _Article(article, old.get(article["id"], ()), new.get(article["id"], ())).changes()
    return Comparison(_tally(gold, old), _tally(gold, new), tuple(changes))


def _tally(gold: Sequence[Record], coded: Coded) -> Tally:
    return tally_events(gold, {article: list(events) for article, events in coded.items()})


class _Article:
    """One article with what both versions coded of it."""

    def __init__(self, article: Record, old: Sequence[Record], new: Sequence[Record]) -> None:
        self.id, self.gold, self.old, self.new = article["id"], article["events"], old, new
        self.before = dict(best_matching(self.gold, old, same_event))
        self.now = dict(best_matching(self.gold, new, same_event))

    def changes(self) -> Iterator[Change]:
        """All of them, found and lost events first."""
        for i in range(len(self.gold)):
            if i in self.now and i not in self.before:
                yield self._of("gained", self.new[self.now[i]], self.old)
            elif i in self.before and i not in self.now:
                yield self._of("lost", self.old[self.before[i]], self.new)
        yield from self._false()
        for i in self.before.keys() & self.now.keys():
            yield from self._attributes(self.gold[i], self.old[self.before[i]], self.new[self.now[i]])

    def _of(self, kind: Kind, event: Record, others: Iterable[Record]) -> Change:
        return Change(kind, self.id, event, tuple(other for other in others if told_together(event, other)))

    def _false(self) -> Iterator[Change]:
        old, new = _without(self.old, self.before.values()), _without(self.new, self.now.values())
        stayed = best_matching(old, new, same_event)
        gone, come = _without(old, (i for i, _ in stayed)), _without(new, (j for _, j in stayed))
        yield from (self._of("false gone", event, self.new) for event in gone)
        yield from (self._of("new false", event, self.old) for event in come)

    def _attributes(self, gold: Record, old: Record, new: Record) -> Iterator[Change]:
        for name in ATTRIBUTES:
            before, after = value_of(old, name), value_of(new, name)
            if before == after:
                continue
            was, now = agrees(gold, old, name), agrees(gold, new, name)
            unscored = name == "date" and gold["type"] in UNDATED
            kind: Kind = "other" if was == now or unscored else "mended" if now else "broken"
            yield Change(kind, self.id, new, attribute=name, before=before, after=after)


def _without(events: Sequence[Record], left_out: Iterable[int]) -> list[Record]:
    out = set(left_out)
    return [event for i, event in enumerate(events) if i not in out]
