"""Copies are found whatever was done to them, and what merely tells of the same is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tacitus.consolidation.copies import Copies, Copy
from tacitus.consolidation.stories import Told

ORIGINAL = (
    "The harbour of Brindal stood still on Monday after the night shift had refused to load the freighter Aurelia. "
    "Foremen said that the cranes had not been looked after for a year and that two men had been hurt in March. "
    "The port authority answered that every crane had passed its test and that the work would go on by Wednesday. "
    "Shipowners fear for the autumn fruit, most of which leaves through Brindal and two smaller docks. "
    "The mayor asked both sides to meet in the town hall, where a mediator of the ministry is to hear them on Thursday."
)
OTHER = (
    "Work stopped at the docks of Brindal because the men of the night shift would not load a ship. They say cranes "
    "are unsafe; the authority says all were tested. A mediator will listen to them in the town hall later this week, "
    "and growers who send fruit abroad in autumn look on with worry while the mayor urges everyone to sit down."
)
FRAME = (
    "Sign up for our letter and read the best of the coast every Sunday, free of charge and without advertisements. "
)


def reworded(text: str) -> str:
    return " ".join(word if i % 10 else "thing" for i, word in enumerate(text.split()))


CHANGES: dict[str, Callable[[str], str]] = {
    "unchanged": str,
    "cut": lambda text: text[: len(text) * 2 // 3],
    "reworded": reworded,
    "with words around it": lambda text: FRAME + text + " " + FRAME[::-1],
    "in capitals": str.upper,
}


def copies(*texts: str) -> list[Copy]:
    return list(Copies().take(Told(f"a{i}", None, text) for i, text in enumerate(texts)))


@pytest.mark.parametrize("change", CHANGES)
def test_a_copy_names_its_original(change: str) -> None:
    assert [(c.article, c.original) for c in copies(ORIGINAL, CHANGES[change](ORIGINAL))] == [("a1", "a0")]


def test_an_article_that_tells_the_same_in_its_own_words_is_no_copy() -> None:
    assert copies(ORIGINAL, OTHER) == []


def test_a_copy_of_a_copy_leads_to_the_original() -> None:
    assert [c.original for c in copies(ORIGINAL, reworded(ORIGINAL), reworded(ORIGINAL)[10:])] == ["a0", "a0"]


def test_the_longest_words_in_common_are_told() -> None:
    end = ORIGINAL[ORIGINAL.index("Foremen") :]
    assert copies(ORIGINAL, "Elsewhere they agreed. " + end)[0].passage == end.removesuffix(".")


@pytest.mark.parametrize("text", ["", "One two.", "word " * 200])
def test_short_or_monotonous_texts_are_no_copies(text: str) -> None:
    assert copies(text, text) == []
