"""To whom a role or an unknown name belongs, by the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.model import Entity, Sentence, Span, Token
from tacitus.resolution.actors_discourse import Discourse, entity_of

_MODIFIERS = frozenset({"poss", "compound", "amod", "nmod", "npadvmod", "nummod", "advmod"})
_INNER = _MODIFIERS | {"npadvmod"}
_POST = frozenset({"prep", "agent"})
_ADJOINING = frozenset({"NNP", "NNPS", "JJ", "NN", "NNS", "POS"})


@dataclass(frozen=True, slots=True)
class Owner:
    """Who a phrase belongs to, and the words that say so."""

    entity: Entity
    words: str


def owners(discourse: Discourse, sentence: Sentence, first: int, head: int, *, after: bool = True) -> tuple[Owner, ...]:
    """Those that the words before the phrase name, else those after it; empty where nothing tells.

    Only owners that the actor base or the places know, or whose country is told.
    """
    found = _before(discourse, sentence, first, head)
    return found or (owners_after(discourse, sentence, head) if after else ())


def _before(discourse: Discourse, sentence: Sentence, first: int, head: int) -> tuple[Owner, ...]:
    tokens = sentence.tokens
    below = [c for c in sentence.children[head] if c < head and tokens[c].dep in _MODIFIERS]
    # "Chadian and Malian officials": the word beside the phrase is joined to the one below it.
    joined = {c for child in below for c in sentence.subtree(child)}
    if first > 0 and first - 1 not in joined and _adjoins(tokens, first - 1, first):
        below.append(first - 1)
    for child in sorted(below, key=lambda c: (tokens[c].dep == "poss", c), reverse=True):
        got = entities_at(discourse, sentence, child) or _inside(discourse, sentence, child)
        if got:
            return tuple(Owner(e, _name_at(sentence, child)) for e in got)
    return ()


def _name_at(sentence: Sentence, token: int) -> str:
    """The word with the capitalised words before it that belong to it ("New York")."""
    first = token
    while first > 0 and sentence.tokens[first - 1].tag == "NNP" and sentence.tokens[first - 1].head == token:
        first -= 1
    return " ".join(t.text for t in sentence.tokens[first : token + 1])


def _adjoins(tokens: tuple[Token, ...], before: int, first: int) -> bool:
    return tokens[before].tag in _ADJOINING and tokens[before].end <= tokens[first].start


def owners_after(discourse: Discourse, sentence: Sentence, head: int) -> tuple[Owner, ...]:
    """Those that the phrases of place or origin after the word name ("of Kenya", "from Lagos")."""
    tokens, own = sentence.tokens, discourse.base.coreference.own
    for child in sentence.children[head]:
        if child < head or tokens[child].dep not in _POST or tokens[child].text.lower() not in own:
            continue
        for inner in sentence.children[child]:
            got = entities_at(discourse, sentence, inner) or _inside(discourse, sentence, inner)
            got = got or _state(discourse, discourse.places.get(tokens[inner].start))
            if got:
                return tuple(Owner(e, f"{tokens[child].text} {_name_at(sentence, inner)}") for e in got)
    return ()


def _inside(discourse: Discourse, sentence: Sentence, token: int, depth: int = 2) -> tuple[Entity, ...]:
    """Whose or of where a word is that is no actor itself ("police in Kenya's capital")."""
    for child in sentence.children[token]:
        if sentence.tokens[child].dep in _INNER:
            got = entities_at(discourse, sentence, child)
            if not got and depth > 1:
                got = _inside(discourse, sentence, child, depth - 1)
            if got:
                return got
    return ()


def entities_at(discourse: Discourse, sentence: Sentence, token: int) -> tuple[Entity, ...]:
    """What a word stands for with what is joined to it by "and", unless a hyphen turns it around."""
    if turned(discourse, sentence, token):
        return ()
    found = [e for e in discourse.heads.get((sentence.index, token), ()) if e.id or e.code]
    if not found:
        return _state(discourse, discourse.places.get(sentence.tokens[token].start))
    joined = [c for c in sentence.children[token] if sentence.tokens[c].dep == "conj"]
    while joined:
        child = joined.pop(0)
        codes = [f.code for f in found]
        found += [e for e in discourse.heads.get((sentence.index, child), ()) if e.code not in codes]
        joined += [c for c in sentence.children[child] if sentence.tokens[c].dep == "conj"]
    return tuple(found)


def turned(discourse: Discourse, sentence: Sentence, token: int) -> bool:
    """Whether a hyphen makes the name say another thing than whose ("pro-Russian", "Iran-backed")."""
    tokens, words = sentence.tokens, discourse.base.coreference
    text = tokens[token].text.lower()
    if "-" in text:
        parts = text.split("-")
        return parts[0] in words.stance or parts[-1] in words.foreign
    if token > 1 and tokens[token - 1].text == "-" and tokens[token - 2].text.lower() in words.stance:
        # Those for or against a person are of that person's country ("anti-Mugabe protesters").
        return any(e.kind != "person" for e in discourse.heads.get((sentence.index, token), ()))
    after = token + 1
    while after < len(tokens) and tokens[after].text == "-" and after + 1 < len(tokens):
        if tokens[after + 1].text.lower() in words.foreign:
            return True
        after += 2
    return False


def _state(discourse: Discourse, code: str | None) -> tuple[Entity, ...]:
    state = discourse.base.states.get(code or "")
    return (entity_of(state, Span(0, 1), discourse.when, discourse.base),) if state else ()
