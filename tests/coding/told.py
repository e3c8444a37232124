"""Values for tests without a parser: texts and sentences from stored parses."""

import re

from parses import PARSES

from tacitus.model import OffsetMap, Section, Sentence, Span, Text, Token


def text_of(clean: str) -> Text:
    sections = tuple(Section("body", Span(*m.span())) for m in re.finditer(r"[^\n]+", clean))
    return Text(clean, OffsetMap(), sections)


def sentences_of(clean: str) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    position = 0
    for line in PARSES[clean].strip().splitlines():
        tokens = []
        for word in line.split(" "):
            form, lemma, tag, dep, head = word.rsplit("|", 4)
            position = clean.index(form, position)
            tokens.append(Token(form, lemma, tag, dep, int(head), position, position + len(form)))
            position += len(form)
        children = tuple(tuple(i for i, t in enumerate(tokens) if t.head == h and i != h) for h in range(len(tokens)))
        paragraph = clean.count("\n", 0, tokens[0].start)
        found.append(Sentence(len(found), tuple(tokens), children, "body", paragraph))
    return tuple(found)
