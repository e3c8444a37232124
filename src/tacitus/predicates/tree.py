"""Walking a parsed sentence: children by label, conjuncts, antecedents of relative pronouns."""

from __future__ import annotations

from collections.abc import Container

from tacitus.model import Sentence

_SAID = ("ccomp", "xcomp", "ROOT")
_NOMINAL = ("N", "P", "CD", "JJ", "DT", "W", "VBG", "$")


def below(sentence: Sentence, head: int, *labels: str) -> list[int]:
    """The children of `head` with one of the dependency `labels`."""
    children = sentence.children[head]
    if not children:
        return []
    tokens = sentence.tokens
    return [i for i in children if tokens[i].dep in labels]


def conjuncts(sentence: Sentence, head: int) -> tuple[int, ...]:
    """`head` and the phrases conjoined with it ("Kenya, Uganda and Mali"), in order."""
    found = [head]
    for i in found:
        found.extend(c for c in below(sentence, i, "conj") if sentence.tokens[c].tag.startswith(_NOMINAL))
    return tuple(found)


def is_verb(sentence: Sentence, i: int) -> bool:
    """Whether the word is tagged as a verb (modals are not)."""
    return sentence.tokens[i].tag.startswith("VB")


def is_infinitive(sentence: Sentence, i: int) -> bool:
    """Whether a verb stands in the infinitive with "to", active or passive."""
    bare = sentence.tokens[i].tag == "VB" or any(sentence.tokens[c].tag == "VB" for c in below(sentence, i, "auxpass"))
    return bare and any(sentence.tokens[c].tag == "TO" for c in below(sentence, i, "aux"))


def is_order(sentence: Sentence, i: int, saying: Container[str]) -> bool:
    """Whether a verb is an imperative, said ("Free the monks," he said) or a sentence of its own."""
    token = sentence.tokens[i]
    if token.tag != "VB" or not (token.dep in _SAID or (token.dep == "advcl" and i < token.head)):
        return False
    if token.dep != "ROOT" and sentence.tokens[token.head].lemma not in saying:
        return False
    return not below(sentence, i, "aux", "mark", "nsubj", "nsubjpass", "auxpass", "expl", "ccomp")


def is_headlined(sentence: Sentence, i: int, operators: Container[tuple[str, str]]) -> bool:
    """Whether an infinitive is a headline's verb ("Mali to expel envoys"), be its subject parsed as its noun or not."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.dep == "ROOT" and below(sentence, i, "nsubj") and token.tag == "VB":
        return any(sentence.tokens[c].tag == "TO" for c in below(sentence, i, "aux"))
    if token.dep not in ("acl", "relcl", "advcl") or token.tag != "VB" or token.head > i or head.dep != "ROOT":
        return False
    to = [c for c in below(sentence, i, "aux") if sentence.tokens[c].tag == "TO"]
    owned = below(sentence, token.head, "det", "poss", "nsubj", "cop")
    return bool(to) and head.tag.startswith("N") and not owned and ("noun", head.lemma) not in operators


def first_conjunct(sentence: Sentence, i: int) -> int:
    """The word that a chain of conjuncts begins with."""
    tokens = sentence.tokens
    while tokens[i].dep == "conj" and tokens[i].head != i:
        i = tokens[i].head
    return i


def antecedent(sentence: Sentence, i: int) -> int:
    """What a relative pronoun stands for; any other word is its own."""
    token = sentence.tokens[i]
    if token.tag not in ("WDT", "WP") and not (token.tag == "IN" and token.dep.startswith("nsubj")):
        return i
    clause = first_conjunct(sentence, token.head)
    if sentence.tokens[clause].dep == "relcl":
        return sentence.tokens[clause].head
    return i


def nearby_words(sentence: Sentence, head: int, limit: int = 3) -> tuple[tuple[int, str], ...]:
    """The lemmas that may stand in one trigger with `head`: its particles, objects, modifiers, and theirs."""
    found: list[tuple[int, str]] = []
    level = [head]
    for _ in range(limit):
        level = [c for i in level for c in below(sentence, i, *_CLOSE)]
        found.extend((i, sentence.tokens[i].lemma) for i in level)
    return tuple(found)


_CLOSE = (
    "prt", "prep", "pobj", "dobj", "acomp", "attr", "advmod", "oprd", "nsubjpass", "amod", "compound", "pcomp", "nmod",
    "conj", "agent", "xcomp", "poss", "nummod", "npadvmod", "dative", "advcl",
)  # fmt: skip
