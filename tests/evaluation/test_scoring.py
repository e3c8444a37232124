"""The measures: what counts as found, and that they agree with the scorer that the gold records come with."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.cli.measures import measures
from tacitus.evaluation.pairing import best_pairs
from tacitus.evaluation.scoring import same_date, tally_events

WEIGHTS = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(st.sampled_from([0.0, 1.0, 1.5, 3.0]), min_size=width, max_size=width), max_size=5)
)


@given(WEIGHTS)
def test_no_other_pairing_weighs_more(weights: list[list[float]]) -> None:
    rows, columns = len(weights), len(weights[0]) if weights else 0
    found = sum(weights[i][j] for i, j in best_pairs(weights))
    flipped = weights if rows <= columns else [list(column) for column in zip(*weights, strict=True)]
    choices = permutations(range(max(rows, columns)), len(flipped))
    assert max(sum(flipped[i][j] for i, j in enumerate(choice)) for choice in choices) == pytest.approx(found)


def event(kind: str, at: int, *, who: str = "PER", whom: str = "ECU") -> dict[str, Any]:
    return {
        "type": kind, "mode": None, "status": "actual", "date": None, "place": None, "magnitude": None,
        "attribution": None, "actors": [{"code": who, "sectors": ["GOV"]}],
        "recipients": [{"code": whom, "sectors": []}],
        "trigger": {"text": "x", "start": at, "end": at + 1},
        "evidence": {"text": "x", "start": at // 10 * 10, "end": at // 10 * 10 + 10}, "mentions": [],
    }  # fmt: skip


def test_an_event_of_the_same_type_in_the_same_sentence_is_found() -> None:
    tally = tally_events([{"id": "a", "events": [event("ACCUSE", 3)]}], {"a": [event("ACCUSE", 7, who="BOL")]})
    assert (tally.score("event").hit, tally.score("dyad").hit) == (1, 0)


def test_another_type_or_another_sentence_is_not_found() -> None:
    gold = [{"id": "a", "events": [event("ACCUSE", 3)]}]
    assert tally_events(gold, {"a": [event("REJECT", 3), event("ACCUSE", 33)]}).score("event").hit == 0


def test_a_dyad_is_found_wherever_it_is_told() -> None:
    tally = tally_events([{"id": "a", "events": [event("ACCUSE", 3)]}], {"a": [event("ACCUSE", 33)]})
    assert tally.score("dyad").hit == 1


def test_errors_are_listed_by_kind() -> None:
    tally = tally_events([{"id": "a", "events": [event("ACCUSE", 3)]}], {"a": [event("REJECT", 3)]})
    assert {("missed", "ACCUSE"), ("false", "REJECT")} == {(e.kind, e.event["type"]) for e in tally.errors}


@pytest.mark.parametrize(
    ("same", "gold", "coded"),
    [
        (True, "2021-04-03", "2021-04"),
        (True, None, None),
        (False, None, "2021"),
        (False, "2021-04", "2021-05"),
    ],
)
def test_dates_agree_as_far_as_both_go(same: bool, gold: str | None, coded: str | None) -> None:
    assert same is same_date(gold, coded)


def test_the_measures_are_those_of_the_scorer_of_the_gold_records(shared: Path, tmp_path: Path) -> None:
    """Scores gold events with some left out, some moved and some changed."""
    chance = random.Random(7)
    gold_file = shared / "gold" / "dev.jsonl"
    gold = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines()]
    coded = {row["id"]: [damaged(e, chance) for e in row["events"] if chance.random() < 0.8] for row in gold}
    out = tmp_path / "events.jsonl"
    with out.open("w", encoding="utf-8") as stream:
        for article, events in coded.items():
            stream.writelines(json.dumps(e | {"article": article}) + "\n" for e in events)
    command = [sys.executable, str(shared / "gold" / "score.py"), str(gold_file), str(out), "--json"]
    expected = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    ours = measures(tally_events(gold, coded))
    for name in ("event", "dyad", "actors", "recipients", "actors+sector", "recipients+sector"):
        assert expected[name]["gold"] == ours[name]["gold"]
        assert expected[name]["f1"] == pytest.approx(ours[name]["f1"], abs=0.002)


def damaged(gold: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    changed = dict(gold)
    if chance.random() < 0.2:
        changed["type"] = chance.choice(["ACCUSE", "ASSAULT", "CONSULT"])
    if chance.random() < 0.3:
        changed["actors"] = []
    return changed


def test_contexts_are_scored_on_matched_events() -> None:
    told = event("ACCUSE", 3) | {"contexts": ["diplomatic", "military"]}
    gold = event("ACCUSE", 3) | {"contexts": ["diplomatic", "legal", "economic"]}
    score = tally_events([{"id": "a", "events": [gold]}], {"a": [told]}).score("contexts")
    assert (score.gold, score.coded, score.hit) == (3, 2, 1)
