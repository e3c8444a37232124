"""What is seen of an event that tells how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from tacitus.model import Entity, Event


def signs_of(event: Event) -> Iterator[str]:
    """The signs that an event shows."""
    yield f"type {event.type}"
    yield f"status {event.status}"
    yield f"section {event.evidence.section}"
    yield f"actors {_resolved(event.actors)}"
    yield f"recipients {_resolved(event.recipients)}"
    if event.mentions:
        yield "retold"
    for sign, shown in (("dated", event.time), ("placed", event.place), ("counted", event.magnitude),
                        ("attributed", event.attribution), ("mode", event.mode)):  # fmt: skip
        if shown:
            yield sign


def _resolved(entities: tuple[Entity, ...]) -> str:
    """How well one side is known: nobody told, words without a code, a code, an entry of the actor base."""
    if not entities:
        return "none"
    if not any(e.code for e in entities):
        return "uncoded"
    return "known" if any(e.id for e in entities) else "coded"
