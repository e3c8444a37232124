"""Role nouns: common nouns and titles for what somebody does."""

from __future__ import annotations

from collections.abc import Container

from tacitus.knowledge.actors import ActorBase, RoleNoun
from tacitus.knowledge.surfaces import fold
from tacitus.mentions.heads import head_of
from tacitus.model import Mention, Sentence, Token

_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBP", "VBZ", "MD", "IN", "RB", "TO"})


def find_roles(sentence: Sentence, actors: ActorBase, taken: Container[int]) -> list[Mention]:
    """The role nouns of the sentence, longest first, outside the words already `taken` by names."""
    found: list[Mention] = []
    tokens, reached = sentence.tokens, 0
    for i, token in enumerate(tokens):
        if i < reached or i in taken:
            continue
        group = actors.roles.get(fold(token.text).lower().split("-", 1)[0])
        if not group:
            continue
        for role in group:
            last = _match(tokens, i, role)
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


def _match(tokens: tuple[Token, ...], first: int, role: RoleNoun) -> int | None:
    """The last word of the phrase if it stands at `first`, with spaces and hyphens as in the phrase or text."""
    phrase, at, i = role.phrase, 0, first
    while True:
        if i >= len(tokens):
            return None
        word = fold(tokens[i].text).lower()
        if not phrase.startswith(word, at):
            return None
        at += len(word)
        if at == len(phrase):
            return i
        if phrase[at] == " ":
            at += 1
        elif tokens[i].end != tokens[i + 1].start if i + 1 < len(tokens) else True:
            return None
        i += 1


def _is_noun(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words are used as a noun, not as a verb or ("chief economist") an adjective."""
    if first != last:
        return True
    token = sentence.tokens[first]
    return token.tag not in _VERB_TAGS and not (token.tag == "JJ" and token.dep in ("amod", "acomp", "advmod"))
