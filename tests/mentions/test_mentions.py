"""What may stand for an actor is found and told apart, before anybody asks who it is."""

from pathlib import Path

import pytest

import tacitus
from tacitus.knowledge.actor_tables import load_actors
from tacitus.knowledge.actors import ActorBase
from tacitus.mentions import find_mentions
from tacitus.model import OffsetMap, Section, Sentence, Span, Text, Token


@pytest.fixture(scope="module")
def base() -> ActorBase:
    return load_actors(Path(tacitus.__file__).parent / "data")


def parse(words: str) -> tuple[Text, Sentence]:
    """A one-sentence text from word/tag/dep/head cells, a space before each word."""
    tokens, clean = [], ""
    for cell in words.split():
        word, tag, dep, head = cell.split("/")
        clean += " " if clean else ""
        tokens.append(Token(word, word.lower(), tag, dep, int(head), len(clean), len(clean) + len(word)))
        clean += word
    below = tuple(tuple(i for i, t in enumerate(tokens) if t.head == h and i != h) for h in range(len(tokens)))
    text = Text(clean, OffsetMap(), (Section("body", Span(0, len(clean))),))
    return text, Sentence(0, tuple(tokens), below, "body", 0)


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ([("name", "Kenya"), ("role", "police"), ("unknown", "Otieno Wafula")],
         "Kenya/NNP/compound/1 police/NNS/nsubj/2 held/VBD/ROOT/2 Otieno/NNP/compound/4 Wafula/NNP/dobj/2"),
        ([("role", "foreign minister"), ("pronoun", "it")],
         "The/DT/det/2 foreign/JJ/amod/2 minister/NN/nsubj/3 denied/VBD/ROOT/3 it/PRP/dobj/3"),
        ([("role", "Both sides"), ("reference", "sides")],
         "Both/DT/det/1 sides/NNS/nsubj/2 met/VBD/ROOT/2"),
        ([("unknown", "Amina bint Saleh")],
         "Amina/NNP/compound/2 bint/NNP/compound/2 Saleh/NNP/nsubj/3 spoke/VBD/ROOT/3 Tuesday/NNP/npadvmod/3"),
        ([("unknown", "Amelia Bishop")],
         "Amelia/NNP/compound/1 Bishop/NNP/nsubj/2 spoke/VBD/ROOT/2"),
        ([("unknown", "Rita Merkel")],
         "Rita/NNP/compound/1 Merkel/NNP/nsubj/2 sings/VBZ/ROOT/2"),
    ],
)  # fmt: skip
def test_mentions_are_told_apart(base: ActorBase, expected: list[tuple[str, str]], words: str) -> None:
    text, sentence = parse(words)
    found = find_mentions(text, (sentence,), base)
    assert [(m.kind, " ".join(t.text for t in sentence.tokens[m.first : m.last + 1])) for m in found] == expected
