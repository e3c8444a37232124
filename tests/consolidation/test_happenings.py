"""The same event told by many articles is one happening; what contradicts it is another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tacitus.consolidation.happenings import Occurrence, Party, find_happenings

PERU, CHILE = Party("Peru", "per", "PER", ("GOV",)), Party("Chile", "chl", "CHL", ("GOV",))
MEETING = Occurrence(
    "e0", "a0", "s", "CONSULT", "visit", "actual", (PERU,), (CHILE,), date(2022, 8, 8), date(2022, 8, 8),
    date(2022, 8, 9), "CHL", (-18.48, -70.33),
)  # fmt: skip


def joined(*occurrences: Occurrence) -> dict[str, str]:
    return {joining.event: joining.happening for joining in find_happenings(occurrences)}


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"mode": None},
        {"day": date(2022, 8, 9), "day_last": date(2022, 8, 9)},
        {"day": None, "day_last": None},
        {"country": None, "point": None},
        {"point": (-18.4, -70.1)},
        {"actors": ()},
        {"actors": (Party("the president", None, "PER", ("GOV",)),)},
        {"recipients": (Party("Chileans", None, "CHL", ("CVL",)),)},
        {"status": "historical"},
    ],
)
def test_a_telling_that_agrees_is_of_the_same_happening(change: dict[str, object]) -> None:
    other = replace(MEETING, event="e1", article="a1", **change)  # type: ignore[arg-type]
    assert len(set(joined(MEETING, other).values())) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"story": "t"},
        {"type": "AGREE"},
        {"mode": "call"},
        {"status": "negated"},
        {"day": date(2022, 8, 11), "day_last": date(2022, 8, 11)},
        {"day": None, "day_last": None, "published": date(2022, 9, 1)},
        {"country": "PER"},
        {"point": (-33.45, -70.67)},
        {"day": date(2022, 1, 1), "day_last": date(2022, 12, 31), "country": None, "point": None, "actors": ()},
        {"recipients": (Party("Bolivia", "bol", "BOL", ("GOV",)),)},
    ],
)
def test_a_telling_that_contradicts_is_of_another(change: dict[str, object]) -> None:
    other = replace(MEETING, event="e1", article="a1", **change)  # type: ignore[arg-type]
    assert len(set(joined(MEETING, other).values())) == 2


def test_a_happening_known_before_takes_in_what_comes() -> None:
    known = replace(MEETING, happening="older")
    assert joined(known, replace(MEETING, event="e1")) == {"e1": "older"}


def test_what_two_tellings_agree_in_is_told() -> None:
    because = [joining.because for joining in find_happenings([MEETING, replace(MEETING, event="e1")])]
    assert because == [(), ("CONSULT/visit", "2022-08-08", "places 0 km apart", "Peru", "Chile")]


@pytest.mark.parametrize(
    ("dead", "bound", "same"), [(62, "exact", True), (12, "exact", False), (12, "at_least", True), (None, None, True)]
)
def test_far_fewer_dead_are_those_of_another_attack(dead: float | None, bound: str | None, same: bool) -> None:
    attack = replace(MEETING, type="ASSAULT", mode="explosives", dead=70, dead_bound="at_least")
    other = replace(attack, event="e1", dead=dead, dead_bound=bound)
    assert (len(set(joined(attack, other).values())) == 1) == same
