"""One happening is one event, however often an article tells it; what differs stays apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tacitus import consolidation
from tacitus.knowledge import DATA
from tacitus.knowledge.confidence import load_confidence
from tacitus.knowledge.ontology import Ontology, load_ontology
from tacitus.model import Entity, Event, EventMention, Place, Span, Telling, TimeRef


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology(DATA)


CONFIDENCE = load_confidence(DATA)


def consolidate(mentions: list[EventMention], article: str, ontology: Ontology) -> tuple[Event, ...]:
    return consolidation.consolidate(mentions, article, ontology, CONFIDENCE)


def actor(code: str, at: int) -> Entity:
    return Entity(Span(at, at + 3), code, id=f"state.{code.lower()}", code=code, sectors=("GOV",), kind="state")


def day(words: str, at: int) -> TimeRef:
    return TimeRef(Span(at, at + 2), "DATE", words, date=words, precision="day")


def visit(at: int, *, who: str = "MLI", whom: str = "NER", lemma: str = "visit") -> EventMention:
    """A telling of 80 characters at `at`."""
    return EventMention(
        type="CONSULT",
        mode="visit",
        status="actual",
        actors=(actor(who, at),),
        recipients=(actor(whom, at + 20),),
        trigger=Span(at + 10, at + 15),
        telling=Telling(Span(at, at + 80), "body"),
        frame="en.consult.visit",
        lemma=lemma,
    )


def test_two_tellings_of_a_visit_are_one_event_with_a_mention(ontology: Ontology) -> None:
    (event,) = consolidate([visit(0), visit(100)], "a", ontology)
    assert [Span(100, 180)] == [mention.span for mention in event.mentions]


def test_another_word_for_it_is_no_other_event(ontology: Ontology) -> None:
    assert len(consolidate([visit(0), visit(100, lemma="trip")], "a", ontology)) == 1


@pytest.mark.parametrize(
    "second",
    [
        visit(100, who="SEN", whom="GIN"),
        replace(visit(100), type="ASSAULT", mode=None, lemma="attack"),
        replace(visit(100), status="negated"),
        replace(visit(100), mode="phone"),
    ],
    ids=["other people", "other type", "it did not happen", "other mode"],
)
def test_what_differs_is_another_event(ontology: Ontology, second: EventMention) -> None:
    assert len(consolidate([visit(0), second], "a", ontology)) == 2


def test_another_day_is_another_event(ontology: Ontology) -> None:
    first, second = replace(visit(0), time=day("2020-01-08", 30)), replace(visit(100), time=day("2020-02-09", 130))
    assert len(consolidate([first, second], "a", ontology)) == 2


def test_another_country_is_another_event(ontology: Ontology) -> None:
    places = [Place(Span(at, at + 4), name, geonameid=at, country=code, precision="city")
              for at, name, code in ((40, "Gao", "MLI"), (140, "Agadez", "NER"))]  # fmt: skip
    first, second = (replace(visit(at), place=p) for at, p in zip((0, 100), places, strict=True))
    assert len(consolidate([first, second], "a", ontology)) == 2


def test_what_one_telling_leaves_out_another_fills_in(ontology: Ontology) -> None:
    (event,) = consolidate([visit(0), replace(visit(100), time=day("2020-01-08", 130))], "a", ontology)
    assert event.time is not None
    assert event.time.date == "2020-01-08"


def test_a_mention_without_anybody_is_no_event(ontology: Ontology) -> None:
    assert consolidate([replace(visit(0), actors=(), recipients=())], "a", ontology) == ()


def test_cooperation_of_one_alone_is_no_event(ontology: Ontology) -> None:
    trade = replace(visit(0), type="COOPERATE", mode=None)
    assert len(consolidate([trade], "a", ontology)) == 1
    assert consolidate([replace(trade, recipients=())], "a", ontology) == ()


def test_the_same_article_gives_the_same_ids(ontology: Ontology) -> None:
    ids = [[event.id for event in consolidate([visit(0)], "a", ontology)] for _ in range(2)]
    assert ids[0] == ids[1]


def test_events_come_in_the_order_of_the_text(ontology: Ontology) -> None:
    events = consolidate([visit(100, who="SEN", whom="GIN"), visit(0)], "a", ontology)
    assert [event.trigger.start for event in events] == [10, 110]
