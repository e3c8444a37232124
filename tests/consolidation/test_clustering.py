"""Articles that tell of the same are one story, whenever they come."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.consolidation.stories import Stories, Told
from tacitus.knowledge import DATA
from tacitus.knowledge.stories import StoryWords, load_story_words

FLOOD = (
    (
        "Floods in Ondarroa leave bridge in ruins",
        "The river Artibai burst its banks in Ondarroa and tore the bridge away.",
    ),
    (
        "Ondarroa counts damage after floods",
        "After the Artibai tore the bridge of Ondarroa away, the town counts damage.",
    ),
    (
        "Bridge of Ondarroa to be rebuilt",
        "The bridge over the Artibai, torn away by floods in Ondarroa, will be rebuilt.",
    ),
)
STRIKE = (
    ("Dockers in Mombasa down tools", "Dockers of the Kilindini harbour in Mombasa downed tools over wages."),
    ("Mombasa dockers' strike goes on", "The strike of dockers at Kilindini harbour in Mombasa over wages goes on."),
)


def told(number: int, report: tuple[str, str], day: int = 1, story: str | None = None) -> Told:
    return Told(f"a{number}", *report, published=date(2021, 5, day), story=story)


@pytest.fixture(scope="module")
def known() -> StoryWords:
    return load_story_words(DATA)


def test_articles_on_one_matter_are_one_story_and_others_are_not(known: StoryWords) -> None:
    articles = [told(i, report, i + 1) for i, report in enumerate((FLOOD[0], STRIKE[0], FLOOD[1], STRIKE[1], FLOOD[2]))]
    stories = {placing.article: placing.story for placing in Stories(known).take(articles)}
    assert stories == {"a0": "a0", "a1": "a1", "a2": "a0", "a3": "a1", "a4": "a0"}


def test_what_comes_tomorrow_joins_the_story_of_today(known: StoryWords) -> None:
    stories = Stories(known)
    first = list(stories.take([told(0, FLOOD[0]), told(1, STRIKE[0])]))
    later = list(stories.take([told(2, FLOOD[1], 2)]))
    assert [first[0].story, later[0].story] == ["a0", "a0"]


def test_a_story_known_before_keeps_its_name(known: StoryWords) -> None:
    placed = Stories(known).take([told(5, FLOOD[0], 2, story="older"), told(6, FLOOD[1], 3)])
    assert [placing.story for placing in placed] == ["older", "older"]


def test_the_words_that_bind_are_told(known: StoryWords) -> None:
    placing = list(Stories(known).take([told(0, FLOOD[0]), told(1, FLOOD[1])]))[1]
    assert "artiba" in placing.words
    assert 0 < placing.likeness < 1


def test_years_later_a_like_report_is_a_story_of_its_own(known: StoryWords) -> None:
    late = Told("b", *FLOOD[0], published=date(2024, 5, 1))
    stories = Stories(known)
    list(stories.take([told(0, FLOOD[0]), told(1, STRIKE[0])]))
    list(stories.take([Told("c", *STRIKE[1], published=date(2024, 4, 30))]))
    assert [placing.story for placing in stories.take([late])] == ["b"]
