"""Numerals that stand for the people they count ("Thousands marched", "killed 12")."""

from __future__ import annotations

from collections.abc import Container

from tacitus.knowledge.actors import ActorBase
from tacitus.model import Mention, Sentence

_DOING = frozenset({"nsubj", "nsubjpass"})
_DONE_TO = frozenset({"dobj"})
_INNER = frozenset({"prep", "appos", "npadvmod"})
_NUMERAL = "CD"
_YEAR = 4  # digits of a year


def find_crowds(sentence: Sentence, actors: ActorBase, taken: Container[int]) -> list[Mention]:
    """The bare numerals that do or suffer something, outside the words already `taken`."""
    return [
        Mention(sentence.index, i, i, i, "role", (actors.coreference.crowd,))
        for i in range(len(sentence.tokens))
        if i not in taken and _is_crowd(sentence, i, actors)
    ]


def _is_crowd(sentence: Sentence, i: int, actors: ActorBase) -> bool:
    """Whether the word is a numeral with nothing counted: no noun, measure or sum, and no year."""
    token, word = sentence.tokens[i], sentence.tokens[i].text
    counting = word.lower() in actors.coreference.crowds
    number = token.tag == _NUMERAL and not any(c in ".:/%" for c in word)
    if not (counting or number) or token.dep not in _DOING | _DONE_TO:
        return False
    if sentence.tokens[token.head].tag[0] != "V" or any(sentence.tokens[c].dep in _INNER for c in sentence.children[i]):
        return False
    # "$300 was raised", "12% agreed", "2020 was hard"
    signs = any(sentence.tokens[c].tag == "$" for c in sentence.children[i])
    bare_year = word.isdigit() and len(word) == _YEAR and not any(c < i for c in sentence.children[i])
    return not (signs or bare_year)
