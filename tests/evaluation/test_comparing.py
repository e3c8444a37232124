"""Two codings compared: every event that one got and the other did not is told, and the counts add up."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from tacitus.errors import InputError
from tacitus.evaluation.comparing import KINDS, Comparison, compare_events
from tacitus.evaluation.recorded import recorded_events

TEXT = "Peru blamed Ecuador. " * 10


def event(kind: str, sentence: int, **told: Any) -> dict[str, Any]:
    start = sentence * 21
    return {
        "type": kind, "mode": None, "status": "actual", "date": None, "place": None, "magnitude": None,
        "attribution": None, "actors": [{"code": "PER"}], "recipients": [{"code": "ECU"}], "frame": "en.x.y",
        "trigger": {"text": "blamed", "start": start + 5, "end": start + 11},
        "evidence": {"text": TEXT[start : start + 20], "start": start, "end": start + 20}, "mentions": [],
    } | told  # fmt: skip


def compared(gold: list[Any], old: list[Any], new: list[Any]) -> Comparison:
    return compare_events([{"id": "a", "text": TEXT, "events": gold}], {"a": old}, {"a": new})


@pytest.mark.parametrize(
    ("kinds", "gold", "old", "new"),
    [
        (["gained"], [event("ACCUSE", 0)], [], [event("ACCUSE", 0)]),
        (["lost"], [event("ACCUSE", 0)], [event("ACCUSE", 0)], []),
        (["gained", "false gone"], [event("ACCUSE", 0)], [event("REJECT", 0)], [event("ACCUSE", 0)]),
        (["lost", "new false"], [event("ACCUSE", 0)], [event("ACCUSE", 0)], [event("ACCUSE", 4)]),
        (["new false"], [], [], [event("AID", 3)]),
        (["false gone"], [], [event("AID", 3)], []),
        ([], [], [event("AID", 3)], [event("AID", 3, actors=[])]),
        ([], [event("ACCUSE", 0)], [event("ACCUSE", 0)], [event("ACCUSE", 0)]),
    ],
)
def test_an_event_that_one_version_has_is_a_change(kinds: list[str], gold: Any, old: Any, new: Any) -> None:
    assert kinds == [change.kind for change in compared(gold, old, new).changes]


@pytest.mark.parametrize(
    ("kind", "attribute", "gold", "old", "new"),
    [
        ("mended", "status", {"status": "planned"}, {}, {"status": "planned"}),
        ("broken", "mode", {"mode": "allege"}, {"mode": "allege"}, {}),
        ("mended", "date", {"date": "2021-04"}, {}, {"date": "2021-04-03"}),
        ("other", "date", {"date": "2021"}, {"date": "2021-04"}, {"date": "2021-05"}),
        ("broken", "place country", {"place": {"country": "PER"}}, {"place": {"country": "PER"}}, {}),
        ("mended", "actors", {}, {"actors": []}, {}),
        ("broken", "recipients", {}, {}, {"recipients": [{"code": "BOL"}]}),
        ("mended", "dead", {"magnitude": {"dead": 4}}, {"magnitude": {"dead": 3}}, {"magnitude": {"dead": 4}}),
        ("other", "attribution", {}, {"attribution": {"code": "PER"}}, {"attribution": {"code": "BOL"}}),
    ],
)
def test_an_attribute_that_changed_on_a_found_event_is_told(
    kind: str, attribute: str, gold: Any, old: Any, new: Any
) -> None:
    [change] = compared([event("ACCUSE", 0, **gold)], [event("ACCUSE", 0, **old)], [event("ACCUSE", 0, **new)]).changes
    assert (kind, attribute) == (change.kind, change.attribute)


def test_the_date_of_a_promise_is_neither_mended_nor_broken() -> None:
    gold, old, new = (event("AGREE", 0, date=date) for date in ("2021-04-03", None, "2021-04-03"))
    assert [change.kind for change in compared([gold], [old], [new]).changes] == ["other"]


def test_what_the_other_version_made_of_the_sentence_is_told_with_a_loss() -> None:
    changes = compared([event("ACCUSE", 0)], [event("ACCUSE", 0)], [event("REJECT", 0), event("AID", 5)]).changes
    assert [[other["type"] for other in c.instead] for c in changes if c.kind == "lost"] == [["REJECT"]]


def test_gains_and_losses_add_up_to_the_difference_of_the_measures() -> None:
    chance = random.Random(3)

    def some() -> list[Any]:
        return [event(chance.choice(["ACCUSE", "REJECT"]), chance.randrange(6)) for _ in range(chance.randrange(7))]

    for _ in range(50):
        found = compared(some(), some(), some())
        counts = found.counts()
        old, new = found.old.score("event"), found.new.score("event")
        assert new.hit - old.hit == counts["gained"] - counts["lost"]
        assert (new.coded - new.hit) - (old.coded - old.hit) == counts["new false"] - counts["false gone"]
        assert sum(sum(found.counts(name).values()) for name in ("ACCUSE", "REJECT")) == sum(counts.values())
        assert set(counts) == set(KINDS)


def written(path: Path, *rows: Any) -> Path:
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


GOLD = [{"id": "a", "text": TEXT, "events": []}]


def test_events_are_read_back_by_article_from_a_file_or_a_folder(tmp_path: Path) -> None:
    row = event("ACCUSE", 0) | {"article": "a"}
    path = written(tmp_path / "events.jsonl", row)
    assert recorded_events(path, GOLD) == recorded_events(tmp_path, GOLD) == {"a": [row]}


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ("article 'b' is not among the 1", event("ACCUSE", 0) | {"article": "b"}),
        ("coded from another text", event("ACCUSE", 0, trigger={"text": "x", "start": 3, "end": 4}) | {"article": "a"}),
        ("article, evidence missing", {"type": "ACCUSE", "trigger": None}),
        ("not a record in JSON", "{broken"),
        ("not an event", "3"),
        ("holds no events", ""),
    ],
)
def test_events_that_do_not_fit_the_gold_records_are_refused_by_line(tmp_path: Path, told: str, row: Any) -> None:
    path = written(tmp_path / "old.jsonl", row)
    with pytest.raises(InputError, match=rf"old\.jsonl.*{told}"):
        recorded_events(path, GOLD)
