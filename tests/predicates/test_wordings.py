"""One deed in many wordings has one doer and one done-to: frames never see which wording it was."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tacitus.api import Coder
from tacitus.cleaning import clean
from tacitus.evaluation.examples import as_text
from tacitus.model import Article, Predicate, Sentence
from tacitus.predicates import find_predicates

TABLE = Path(__file__).with_name("wordings.csv")


def rows() -> list[tuple[str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return [(row["predicate"], row["arguments"], row["sentence"]) for row in csv.DictReader(stream)]


def read(words: str, coder: Coder) -> tuple[Sentence, tuple[Predicate, ...]]:
    text, _ = clean(Article("x", words), coder.knowledge.residue)
    (sentence,) = coder.parse(text)
    return sentence, find_predicates(sentence, coder.knowledge.lexicon, coder.knowledge.frames)


def filling(sentence: Sentence, predicate: Predicate, role: str) -> list[str]:
    argument = predicate.argument(role)
    return [sentence.tokens[head].text for head in argument.heads] if argument else []


@pytest.fixture(scope="module")
def told(coder: Coder) -> dict[str, list[tuple[Sentence, Predicate]]]:
    """The predicates of every sentence of the table, which is parsed at once."""
    words = [sentence for *_, sentence in rows()]
    found: dict[str, list[tuple[Sentence, Predicate]]] = {sentence: [] for sentence in words}
    for sentence in coder.parse(as_text(words)):
        predicates = find_predicates(sentence, coder.knowledge.lexicon, coder.knowledge.frames)
        found[words[sentence.paragraph]].extend((sentence, predicate) for predicate in predicates)
    return found


@pytest.mark.parametrize(("lemma", "arguments", "words"), rows(), ids=[f"{row[0]}: {row[2]}" for row in rows()])
def test_an_argument_has_one_role_in_every_wording(
    told: dict[str, list[tuple[Sentence, Predicate]]], lemma: str, arguments: str, words: str
) -> None:
    expected = {role: heads.split(",") for role, heads in (part.split(":") for part in arguments.split())}
    found = [
        {role: filling(sentence, predicate, role) for role in expected}
        for sentence, predicate in told[words]
        if predicate.lemma == lemma
    ]
    assert expected in found


@pytest.mark.parametrize(
    ("role", "expected", "lemma", "words"),
    [
        ("on", ["Togo"], "sanction", "Ghana imposed sanctions on Togo."),
        ("to", ["Togo"], "give", "Ghana gave Togo two ships."),
        ("to", ["Togo"], "give", "Ghana gave two ships to Togo."),
        ("with", ["Togo"], "meet", "Ghana met with Togo in Accra."),
        ("of", ["spying"], "accuse", "Ghana accused Togo of spying."),
        ("infinitive", ["withdraw"], "promise", "Ghana promised to withdraw its troops."),
        ("clause", ["withdraw"], "say", "Ghana said that it would withdraw its troops."),
    ],
)
def test_phrases_keep_their_preposition_as_their_role(
    coder: Coder, role: str, expected: list[str], lemma: str, words: str
) -> None:
    sentence, predicates = read(words, coder)
    predicate = next(p for p in predicates if p.lemma == lemma)
    assert expected == filling(sentence, predicate, role)


@pytest.mark.parametrize(
    ("effect", "lemma", "words"),
    [
        ("negated", "attack", "Rebels did not attack the town."),
        ("negated", "attack", "Rebels failed to attack the town."),
        ("announced", "attack", "Rebels will attack the town."),
        ("announced", "attack", "Rebels plan to attack the town."),
        ("hypothetical", "attack", "Rebels might attack the town."),
        ("announced", "release", "The priests are expected to be released."),
        ("announced", "expel", "Chile to expel Bolivian envoy"),
        ("hypothetical", "release", '"Release the monks," the bishop told the army.'),
        ("hypothetical", "attack", "Any attack on the town is a crime."),
        ("hypothetical", "attack", "Nobody knows if rebels attack the town."),
    ],
)
def test_words_around_a_verb_say_whether_it_happened(coder: Coder, effect: str, lemma: str, words: str) -> None:
    _, predicates = read(words, coder)
    predicate = next(p for p in predicates if p.lemma == lemma)
    assert effect in [name for name, _ in predicate.operators]


@pytest.mark.parametrize(
    "words",
    [
        "Ghana will condemn the sanctions.",
        "Ghana would respond to the sanctions.",
        "Ghana has made no appearances since lifting the sanctions.",
        "Ghana will join the bloc after the sanctions.",
    ],
)
def test_what_is_spoken_of_is_not_to_come_with_the_speaking(coder: Coder, words: str) -> None:
    _, predicates = read(words, coder)
    assert next(p for p in predicates if p.lemma == "sanction").operators == ()


@pytest.mark.parametrize("words", ["No group claimed responsibility for the raid.",
                                   "The rebels did not claim responsibility for the raid."])  # fmt: skip
def test_who_owns_up_to_nothing_is_no_doer(coder: Coder, words: str) -> None:
    _, predicates = read(words, coder)
    assert next(p for p in predicates if p.lemma == "raid").argument("subject") is None


def test_what_is_faced_is_to_come_with_the_facing(coder: Coder) -> None:
    _, predicates = read("Ghana will face sanctions.", coder)
    assert "announced" in [name for name, _ in next(p for p in predicates if p.lemma == "sanction").operators]


def test_a_plain_statement_has_no_operator(coder: Coder) -> None:
    _, predicates = read("Rebels attacked the town.", coder)
    assert predicates[0].operators == ()


def test_a_noun_before_the_noun_it_names_tells_nothing(coder: Coder) -> None:
    _, predicates = read("The raid suspect met the peace talks adviser.", coder)
    assert [p.lemma for p in predicates] == ["meet"]
