"""Texts of the tests with their saved parses, resolved with the data that tacitus ships."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from actor_parses import PARSES

import tacitus
from tacitus.knowledge.actor_tables import load_actors
from tacitus.knowledge.actors import ActorBase
from tacitus.mentions import find_mentions
from tacitus.model import Article, OffsetMap, Section, Sentence, Span, Text, Token
from tacitus.resolution.actors import Cast, resolve_actors

PLACES = {
    "Brussels": "BEL",
    "Maiduguri": "NGA",
    "Kisumu": "KEN",
    "Donetsk": "UKR",
    "Herat": "AFG",
    "Atlanta": "USA",
    "New Hampshire": "USA",
    "New South Wales": "AUS",
}


@lru_cache
def base() -> ActorBase:
    return load_actors(Path(tacitus.__file__).parent / "data")


def text_of(text: str) -> Text:
    return Text(text, OffsetMap(), (Section("body", Span(0, len(text))),))


def sentences_of(text: str) -> tuple[Sentence, ...]:
    found, reached = [], 0
    for line in PARSES[text].strip().splitlines():
        tokens = []
        for cell in line.split(" "):
            word, lemma, tag, dep, head = cell.split("|")
            start = text.index(word, reached)
            reached = start + len(word)
            tokens.append(Token(word, lemma, tag, dep, int(head), start, reached))
        below: list[list[int]] = [[] for _ in tokens]
        for i, token in enumerate(tokens):
            if token.head != i:
                below[token.head].append(i)
        found.append(Sentence(len(found), tuple(tokens), tuple(map(tuple, below)), "body", len(found)))
    return tuple(found)


def cast_of(text: str, day: str) -> Cast:
    sentences = sentences_of(text)
    article = Article("a", text, published=date.fromisoformat(day))
    return resolve_actors(find_mentions(text_of(text), sentences, base()), sentences, article, base(), PLACES.get)


def place_of(text: str, word: str) -> tuple[int, int]:
    """The last word of the text that is written so, as (sentence, token)."""
    return [(s.index, i) for s in sentences_of(text) for i, t in enumerate(s.tokens) if t.text == word][-1]
