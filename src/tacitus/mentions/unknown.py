"""Runs of capitalised words that the actor base does not know."""

from __future__ import annotations

from collections.abc import Container

from tacitus.knowledge.coreference import Coreference
from tacitus.mentions.heads import head_of
from tacitus.model import Mention, Sentence, Token

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_NOUN_TAGS = frozenset({"NN", "NNS", "JJ"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos"})


def find_unknown(sentence: Sentence, words: Coreference, taken: Container[int]) -> list[Mention]:
    """Names outside the words already `taken`, with the particles inside them ("Amina bint Saleh", "al-Nour")."""
    found: list[Mention] = []
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        if i in taken or not _opens(tokens[i], words):
            i += 1
            continue
        last = _end(tokens, i, words, taken)
        found.append(Mention(sentence.index, head_of(sentence, i, last), i, last, "unknown"))
        i = last + 1
    return found


def _opens(token: Token, words: Coreference) -> bool:
    lower = token.text.lower()
    if token.tag not in _NAME_TAGS:
        # Short names at the start of a sentence are often tagged as nouns.
        named = token.text[0].isupper() and len(lower) > 2 and lower not in words.stance
        return named and token.tag in _NOUN_TAGS and token.dep in _ARGUMENTS
    return (
        lower not in words.calendar
        and lower not in words.stance
        and (token.text[0].isupper() or lower in words.particles)
    )


def _end(tokens: tuple[Token, ...], first: int, words: Coreference, taken: Container[int]) -> int:
    """The last word of the name that begins at `first`; hyphens and particles only join what goes on."""
    last = i = first
    while i + 1 < len(tokens) and i + 1 not in taken:
        i += 1
        token = tokens[i]
        if token.text == "-" or token.text.lower() in words.particles:
            continue
        hyphened = tokens[i - 1].text == "-" and tokens[i - 1].start == tokens[last].end
        if not hyphened and not (token.tag in _NAME_TAGS and _opens(token, words)):
            break
        last = i
    return last
