"""Phrases for actors of many countries and years: code, first sector, office and name on the day."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import tacitus
from tacitus.api import Coder
from tacitus.model import Entity

CARRIER = "{} condemned the decision."
ANY = "*"


def phrases() -> Iterator[dict[str, str]]:
    with (Path(__file__).parent / "phrases.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def actor_of(phrase: str, day: str, coder: Coder) -> Entity | None:
    """Who is told to condemn, where the coder finds just one."""
    text = CARRIER.format(phrase[0].upper() + phrase[1:])
    events = tacitus.code(text, published=date.fromisoformat(day), coder=coder).events
    actors = events[0].actors if events else ()
    return actors[0] if len(actors) == 1 else None


def faults(row: dict[str, str], coder: Coder) -> list[str]:
    """The columns that the coder tells otherwise; `*` is any sector, an empty office or name is not compared."""
    actor = actor_of(row["phrase"], row["date"], coder)
    if actor is None:
        return ["nobody"]
    told = {"code": actor.code or "", "sector": (actor.sectors or ("",))[0]}
    if row["office"]:
        told["office"] = actor.role or ""
    if row["name"]:
        told["name"] = actor.name
    return [f"{column} {told[column] or 'none'}" for column in told if row[column] not in (told[column], ANY)]


def test_phrases_stand_for_their_actors_but_for_the_known_gaps(coder: Coder) -> None:
    failed = {f"{r['date']} {r['phrase']}": found for r in phrases() if (found := faults(r, coder))}
    known = {f"{r['date']} {r['phrase']}" for r in phrases() if r["known_gap"]}
    assert {k: v for k, v in failed.items() if k not in known} == {}


def test_there_are_at_least_650_phrases_and_no_known_gaps() -> None:
    rows = list(phrases())
    assert len(rows) >= 650
    assert not [r["phrase"] for r in rows if r["known_gap"]]
