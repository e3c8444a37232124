"""What a stated quantity counts, by the parse: the counted noun, and what befell those who are counted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tacitus.coding.numbers import StatedQuantity
from tacitus.knowledge.quantities import Counted
from tacitus.model import Sentence, Token

_MODIFIERS = frozenset({"nummod", "compound", "quantmod", "amod", "nmod", "npadvmod", "advmod", "meta", "det"})
_STATES = frozenset({"acomp", "oprd", "amod", "ccomp", "xcomp", "advmod", "attr"})
_OWN = frozenset({"acl", "amod", "relcl", "appos"})
_DEEP = 8


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity in its sentence: its head word, that of what it counts, and a fate with its word."""

    quantity: StatedQuantity
    anchor: int
    counted: int
    fate: str | None = None
    fate_word: int | None = None


def count_all(sentence: Sentence, quantities: Sequence[StatedQuantity], lexicon: Counted) -> tuple[Count, ...]:
    """The counts of a sentence; `quantities` are those of the whole text, in order."""
    first = bisect_left(quantities, sentence.start, key=lambda q: q.core.start)
    found = []
    for quantity in quantities[first:]:
        if quantity.core.start >= sentence.end:
            break
        anchor = _anchor(sentence, quantity)
        if anchor is not None:
            found.append(_count(sentence, quantity, anchor, lexicon))
    return tuple(found)


def _anchor(sentence: Sentence, quantity: StatedQuantity) -> int | None:
    """The word of the quantity on which the others depend."""
    inside = [i for i, t in enumerate(sentence.tokens) if t.start < quantity.span.end and t.end > quantity.core.start]
    outer = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
    return outer[-1] if outer else None


def _count(sentence: Sentence, quantity: StatedQuantity, anchor: int, lexicon: Counted) -> Count:
    counted = _counted(sentence, quantity, anchor)
    fate, word = _fate(sentence, anchor, counted, lexicon)
    return Count(quantity, anchor, counted, fate, word)


def _counted(sentence: Sentence, quantity: StatedQuantity, anchor: int) -> int:
    token = sentence.tokens[anchor]
    if token.dep in _MODIFIERS and token.head > anchor and sentence.tokens[token.head].tag[0] in "NP":
        return token.head
    if quantity.money:
        return anchor
    for child in sentence.children[anchor]:
        # "dozens of men", "12 of the men"
        if child > anchor and sentence.tokens[child].tag == "IN" and sentence.tokens[child].dep == "prep":
            inner = [c for c in sentence.children[child] if sentence.tokens[c].dep == "pobj"]
            if inner and child - anchor <= 1:
                return inner[0]
    return anchor


def _fate(sentence: Sentence, anchor: int, counted: int, lexicon: Counted) -> tuple[str | None, int | None]:
    tokens, fates = sentence.tokens, lexicon.fates
    noun = tokens[counted]
    if counted != anchor and noun.lemma in lexicon.measures:
        return None, None
    told = lexicon.tolls if noun.tag in ("NN", "NNS") else fates
    own = told.get(noun.lemma) or fates.get(noun.text.lower())
    if own:
        return own, counted
    for child in sentence.children[counted]:
        if tokens[child].dep in _OWN and tokens[child].lemma in fates:
            return _checked(fates[tokens[child].lemma], child, counted == anchor or is_people(noun, lexicon))
    # "five of the men": the number itself fills the role
    word = counted if tokens[anchor].head == counted else anchor
    for _ in range(_DEEP):
        if tokens[word].dep != "conj" and (tokens[word].dep != "appos" or counted == anchor):
            break
        if tokens[tokens[word].head].tag[0] == "V":
            # "detained Ana Ruiz and 20 others", hung on the verb by mistake
            fate = fate_of(sentence, tokens[word].head, lexicon)
            return (fate, tokens[word].head) if fate else (None, None)
        word = tokens[word].head
    fate, verb = _fate_of_role(sentence, word, lexicon)
    return _checked(fate, verb, counted == anchor or is_people(noun, lexicon))


def _checked(fate: str | None, word: int | None, people: bool) -> tuple[str | None, int | None]:
    """The fate, unless things are held: "held three meetings"."""
    return (None, None) if fate == "arrested" and not people else (fate, word)


def _fate_of_role(sentence: Sentence, word: int, lexicon: Counted) -> tuple[str | None, int | None]:
    """The fate that lies in the verb: "killed 12", "12 were killed", "12 died", "left 12 dead"."""
    tokens = sentence.tokens
    token, verb = tokens[word], tokens[word].head
    if token.dep == "dobj" and token.lemma in lexicon.lives and tokens[verb].lemma in lexicon.leaving:
        return "dead", verb
    if token.dep in ("dobj", "nsubjpass") or (token.dep == "nsubj" and not _has(sentence, verb, "dobj")):
        fate = fate_of(sentence, verb, lexicon)
        if fate:
            return (None, None) if _is_unclear(sentence, verb, fate, lexicon) else (fate, verb)
    if token.dep == "pobj" and tokens[verb].dep == "prep" and tokens[tokens[verb].head].tag[0] == "N":
        # "the arrest of 12 men"
        noun = tokens[verb].head
        if tokens[noun].lemma in lexicon.fates and noun == verb - 1:
            return lexicon.fates[tokens[noun].lemma], noun
    return _toll(sentence, word, lexicon)


def fate_of(sentence: Sentence, word: int, lexicon: Counted) -> str | None:
    """What befalls the object of a word: "kill", "shoot ... dead", "hack ... to death", "gun ... down"."""
    tokens = sentence.tokens
    fate = lexicon.fates.get(tokens[word].lemma)
    if fate or tokens[word].tag[0] != "V":
        return fate
    phrases = lexicon.fate_phrases.get(tokens[word].lemma, {})
    for child in sentence.children[word]:
        inner = sentence.children[child] if tokens[child].dep == "prep" else ()
        for i in (child, *(c for c in inner if c == child + 1)):
            if tokens[i].lemma in phrases:
                return phrases[tokens[i].lemma]
            if tokens[child].dep in _STATES or (i != child and tokens[i].lemma in lexicon.tolls):
                fate = lexicon.fates.get(tokens[i].lemma)
                if fate:
                    return fate
    return None


def _is_unclear(sentence: Sentence, verb: int, fate: str, lexicon: Counted) -> bool:
    """Whether another fate shares the number: "100 were killed or wounded"."""
    for child in sentence.children[verb]:
        other = lexicon.fates.get(sentence.tokens[child].lemma)
        if sentence.tokens[child].dep == "conj" and other not in (None, fate):
            return not any(_has(sentence, child, d) for d in ("dobj", "nsubj", "nsubjpass"))
    return False


def _toll(sentence: Sentence, word: int, lexicon: Counted) -> tuple[str | None, int | None]:
    """ "the death toll rose to 12", "the number of people killed is 12", "a death toll of 12" """
    tokens = sentence.tokens
    if tokens[word].tag not in ("CD", "NN", "NNS"):
        return None, None
    verb = tokens[word].head
    if tokens[word].dep == "pobj":
        verb = tokens[verb].head
        if tokens[verb].lemma in lexicon.tolls:
            return lexicon.tolls[tokens[verb].lemma], verb
    if tokens[word].tag == "CD" and tokens[word].dep in ("pobj", "attr", "dobj"):
        for child in sentence.children[verb]:
            if tokens[child].dep in ("nsubj", "nsubjpass", "dobj") and child != word:
                for i in sentence.subtree(child):
                    fate = lexicon.tolls.get(tokens[i].lemma) or lexicon.fates.get(tokens[i].lemma)
                    if fate:
                        return fate, i
    return None, None


def is_people(token: Token, lexicon: Counted) -> bool:
    """Whether the counted word is of people: a role, or a nation in the plural ("300 Rohingya", "12 Kenyans")."""
    return token.lemma in lexicon.people or token.text.lower() in lexicon.people or token.tag == "NNPS"


def _has(sentence: Sentence, i: int, dep: str) -> bool:
    return any(sentence.tokens[c].dep == dep for c in sentence.children[i])
