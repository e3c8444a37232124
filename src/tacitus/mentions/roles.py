"""Role nouns: common nouns and titles for what somebody does."""

from __future__ import annotations

from collections.abc import Container

from tacitus.knowledge.actors import ActorBase, RoleNoun
from tacitus.knowledge.surfaces import fold
from tacitus.mentions.heads import head_of
from tacitus.model import Mention, Sentence, Token

_NOUN_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "poss"})
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBP", "VBZ", "MD", "IN", "RB", "TO"})


def find_roles(sentence: Sentence, actors: ActorBase, taken: Container[int]) -> list[Mention]:
    """The role nouns of the sentence, longest first, outside the words already `taken` by names."""
    found: list[Mention] = []
    tokens, reached = sentence.tokens, 0
    words = [fold(t.text).lower() for t in tokens]
    for i, word in enumerate(words):
        if i < reached or i in taken:
            continue
        group = actors.roles.get(word.split("-", 1)[0] if "-" in word else word)
        if not group:
            continue
        for role in group:
            last = _match(tokens, words, i, role.phrase)
            if last is not None and _is_noun(sentence, i, last) and not _surname(tokens, i, last, role, taken):
                found.append(Mention(sentence.index, head_of(sentence, i, last), i, last, "role", (role.phrase,)))
                reached = last + 1
                break
    return found


def _surname(tokens: tuple[Token, ...], first: int, last: int, role: RoleNoun, taken: Container[int]) -> bool:
    """Whether the word closes a person's name ("Amelia Bishop")."""
    if first != last or first == 0 or role.kind != "person" or tokens[first].tag != "NNP" or first - 1 in taken:
        return False
    before = tokens[first - 1]
    alone = first + 1 == len(tokens) or tokens[first + 1].tag not in ("NNP", "NNPS")
    return before.tag == "NNP" and before.text[0].isupper() and alone and before.end < tokens[first].start


def _match(tokens: tuple[Token, ...], words: list[str], first: int, phrase: str) -> int | None:
    """The last word of the phrase if it stands at `first`, spaced and hyphenated alike; else None."""
    at, i = 0, first
    while phrase.startswith(words[i], at):
        at += len(words[i])
        if at == len(phrase):
            return i
        if i + 1 == len(tokens):
            return None
        if phrase[at] == " ":
            at += 1
        elif tokens[i].end != tokens[i + 1].start:
            return None
        i += 1
    return None


def _is_noun(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words are used as a noun, not as a verb or ("chief economist") an adjective."""
    if first != last:
        return True
    token = sentence.tokens[first]
    if token.tag == "VBN" and token.dep not in _NOUN_DEPS:
        return False
    return token.tag not in _VERB_TAGS and not (token.tag == "JJ" and token.dep in ("amod", "acomp", "advmod"))
