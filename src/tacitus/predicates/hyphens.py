"""Words that the parser took apart at their hyphen: the last part bears the lemma of the whole."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from tacitus.model import Sentence, Token

_HYPHEN = "-"


def mended(sentence: Sentence, whole: Container[str]) -> Sentence:
    """The sentence in which the last part of each word of `whole` ("cease-fire") has the lemma of the whole."""
    tokens = sentence.tokens
    if all(token.text != _HYPHEN for token in tokens):
        return sentence
    return replace(sentence, tokens=tuple(_lemma_of_whole(tokens, i, whole) for i in range(len(tokens))))


def _lemma_of_whole(tokens: tuple[Token, ...], i: int, whole: Container[str]) -> Token:
    token = tokens[i]
    if i < 2 or tokens[i - 1].text != _HYPHEN or tokens[i - 2].end + 1 != token.start:
        return token
    joined = tokens[i - 2].text.lower() + _HYPHEN + token.lemma
    return replace(token, lemma=joined) if joined in whole else token
