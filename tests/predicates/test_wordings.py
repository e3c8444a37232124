"""One deed in many wordings has one doer and one done-to: frames never see which wording it was."""

from __future__ import annotations

import pytest

from tacitus.api import Coder
from tacitus.cleaning import clean
from tacitus.model import Article, Predicate, Sentence
from tacitus.predicates import find_predicates

WORDINGS = [
    # doer, done-to, predicate, sentence
    ("Chile", "envoy", "expel", "Chile expelled the Bolivian envoy."),
    ("Chile", "envoy", "expel", "The Bolivian envoy was expelled by Chile."),
    ("Chile", "envoy", "expel", "Chile, which expelled the Bolivian envoy, gave no reason."),
    ("Chile", "envoy", "expel", "The Bolivian envoy expelled by Chile flew home."),
    ("Chile", "envoy", "expel", "Chile has decided to expel the Bolivian envoy."),
    ("Chile", "envoy", "expel", "Chile closed its border and expelled the Bolivian envoy."),
    ("Chile", "envoy", "expel", "Chile closed its border, expelling the Bolivian envoy."),
    ("Chile", "envoy", "expulsion", "Chile's expulsion of the Bolivian envoy surprised nobody."),
    ("Chile", "envoy", "expulsion", "The expulsion of the Bolivian envoy by Chile surprised nobody."),
    ("Laos", "Vietnam", "invade", "Laos invaded Vietnam."),
    ("Laos", "Vietnam", "invade", "Vietnam was invaded by Laos."),
    ("Laos", "Vietnam", "invade", "Laos threatened to invade Vietnam."),
    ("Laos", "Vietnam", "invasion", "Laos launched an invasion of Vietnam."),
    ("Laos", "Vietnam", "invasion", "Reporters saw Laos' invasion of Vietnam."),
    ("police", "students", "arrest", "The police arrested three students."),
    ("police", "students", "arrest", "Three students were arrested by the police."),
    ("police", "students", "arrest", "Three students, arrested by the police, were freed."),
    ("police", "students", "arrest", "The arrest of three students by the police drew a crowd."),
]  # fmt: skip


def read(words: str, coder: Coder) -> tuple[Sentence, tuple[Predicate, ...]]:
    text, _ = clean(Article("x", words), coder.knowledge.residue)
    (sentence,) = coder.parse(text)
    return sentence, find_predicates(sentence, coder.knowledge.lexicon, coder.knowledge.frames)


def filling(sentence: Sentence, predicate: Predicate, role: str) -> list[str]:
    argument = predicate.argument(role)
    return [sentence.tokens[head].text for head in argument.heads] if argument else []


@pytest.mark.parametrize(("doer", "done_to", "lemma", "words"), WORDINGS, ids=[row[3] for row in WORDINGS])
def test_the_doer_is_the_subject_in_every_wording(
    coder: Coder, doer: str, done_to: str, lemma: str, words: str
) -> None:
    sentence, predicates = read(words, coder)
    predicate = next(p for p in predicates if p.lemma == lemma)
    subject = filling(sentence, predicate, "subject") or filling(sentence, predicate, "by")
    done = filling(sentence, predicate, "object") or filling(sentence, predicate, "of")
    assert ([doer], [done_to]) == (subject, done)


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


def test_what_is_faced_is_to_come_with_the_facing(coder: Coder) -> None:
    _, predicates = read("Ghana will face sanctions.", coder)
    assert "announced" in [name for name, _ in next(p for p in predicates if p.lemma == "sanction").operators]


def test_a_plain_statement_has_no_operator(coder: Coder) -> None:
    _, predicates = read("Rebels attacked the town.", coder)
    assert predicates[0].operators == ()


def test_a_noun_before_the_noun_it_names_tells_nothing(coder: Coder) -> None:
    _, predicates = read("The raid suspect met the peace talks adviser.", coder)
    assert [p.lemma for p in predicates] == ["meet"]
