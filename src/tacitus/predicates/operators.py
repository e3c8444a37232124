"""Which words around a predicate say that it is announced, possible or did not happen."""

from __future__ import annotations

from collections.abc import Iterator

from tacitus.knowledge.lexicon import Lexicon
from tacitus.model import Sentence
from tacitus.predicates.phrases import governor_of
from tacitus.predicates.tree import below, first_conjunct, is_headlined, is_order, is_verb

_CLIMB = 4
_EMBEDDED = ("infinitive", "gerund", "clause")


def operators_of(sentence: Sentence, head: int, light: int | None, lexicon: Lexicon) -> tuple[tuple[str, int], ...]:
    """Every (effect, index of the word that has it) on the predicate at `head`, nearest first."""
    found = list(_determiners(sentence, head, lexicon))
    carriers = [head] if light is None else [head, light]
    for carrier in carriers:
        judged = _judgement(sentence, head, carrier) if carrier == light else None
        if judged is not None:
            found.extend(_of_judgement(sentence, carrier, judged, lexicon))
            continue
        if is_headlined(sentence, carrier, lexicon.operators):
            found.append(("announced", carrier))
        elif is_order(sentence, carrier, lexicon.saying):
            found.append(("hypothetical", carrier))
        if is_verb(sentence, carrier):
            found.extend(_of_clause(sentence, carrier, lexicon))
        found.extend(_of_governors(sentence, carrier, lexicon))
    return tuple(dict.fromkeys(found))


def _judgement(sentence: Sentence, head: int, light: int) -> int | None:
    """What a copula says of the deed that is its subject ("the raid may have been a mistake")."""
    if sentence.tokens[head].dep != "nsubj" or sentence.tokens[head].head != light:
        return None
    return next(iter(below(sentence, light, "acomp", "attr")), None)


def _of_judgement(sentence: Sentence, copula: int, judged: int, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    """Being judged leaves open neither that it happened nor denies it, but for "is likely", "will be the largest"."""
    yield from (found for found in _of_clause(sentence, copula, lexicon) if found[0] == "announced")
    lemma = sentence.tokens[judged].lemma
    yield from ((operator.gives, judged) for operator in lexicon.operators.get(("adjective", lemma), ()))


def _determiners(sentence: Sentence, head: int, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    """ "no talks", "any attack" under nothing; "possible strikes"."""
    for i in below(sentence, head, "det", "amod", "neg", "preconj"):
        lemma = sentence.tokens[i].lemma
        if lemma in lexicon.negation:
            if not _only(sentence, i, lexicon):
                yield "negated", i
        elif lemma in lexicon.conditions:
            yield "hypothetical", i
        for operator in lexicon.operators.get(("adjective", lemma), ()):
            if sentence.tokens[i].dep == "amod":
                yield operator.gives, i


def _of_clause(sentence: Sentence, verb: int, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    tokens = sentence.tokens
    own = list(sentence.children[verb])
    first = first_conjunct(sentence, verb)
    # "will meet and sign": the auxiliary of the first conjunct counts for those that have none and no subject.
    if first != verb and not below(sentence, verb, "aux", "nsubj", "nsubjpass"):
        own.extend(below(sentence, first, "aux", "mark"))
    for i in own:
        token = tokens[i]
        denied = token.dep == "neg" and not _only(sentence, i, lexicon)
        if denied or _is_nobody(sentence, i, lexicon) or _in_vain(sentence, verb, i, lexicon):
            yield "negated", i
        elif token.dep == "aux":
            yield from _modal(sentence, verb, i, lexicon)
        elif token.dep == "mark" and token.lemma in lexicon.conditions:
            yield "hypothetical", i


def _only(sentence: Sentence, negation: int, lexicon: Lexicon) -> bool:
    """ "not only arrested": more than that happened."""
    return any(token.lemma in lexicon.merely for token in sentence.tokens[negation + 1 : negation + 2])


def _in_vain(sentence: Sentence, verb: int, i: int, lexicon: Lexicon) -> bool:
    """ "tried unsuccessfully to": what was tried did not happen."""
    token = sentence.tokens[i]
    return token.dep == "advmod" and token.lemma in lexicon.vain and bool(below(sentence, verb, "xcomp"))


def _is_nobody(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """ "nobody attacked", "no talks were held": a subject or object that negates the verb."""
    token = sentence.tokens[i]
    if token.dep not in ("nsubj", "nsubjpass", "dobj"):
        return False
    return token.lemma in lexicon.negation or any(
        sentence.tokens[d].lemma in lexicon.negation for d in below(sentence, i, "det")
    )


def _modal(sentence: Sentence, verb: int, aux: int, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    word = sentence.tokens[aux].text.lower()
    if word in lexicon.reported_future:
        yield ("announced" if _is_reported(sentence, verb, lexicon) else "hypothetical"), aux
    elif word in lexicon.modals:
        yield lexicon.modals[word], aux


def _is_reported(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    governor = governor_of(sentence, verb, lexicon)
    return governor is not None and governor[1] == "clause" and sentence.tokens[governor[0]].lemma in lexicon.saying


def _of_governors(sentence: Sentence, head: int, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    """The effects of the words that the predicate is content or object of, and of what negates those."""
    for _ in range(_CLIMB):
        above = governor_of(sentence, head, lexicon)
        if above is None:
            yield from _purpose(sentence, head)
            return
        governor, role = above
        token = sentence.tokens[governor]
        part = "verb" if token.tag.startswith("VB") else "noun" if token.tag.startswith("N") else "adjective"
        effects = [o.gives for o in lexicon.operators.get((part, token.lemma), ()) if role in o.over]
        if role in lexicon.regarding and _is_definite(sentence, head, lexicon):  # "concerned about the raid"
            effects = [effect for effect in effects if effect == "announced"]
        yield from ((effect, governor) for effect in effects)
        brought = not is_verb(sentence, head) and _brings(sentence, governor, role, lexicon)
        if not (effects or role in _EMBEDDED or brought):
            return  # "will discuss the invasion", "may oppose a plan of withdrawal": only the discussing is to come
        if part == "verb" and role != "clause":
            own = _of_clause(sentence, governor, lexicon)
            carried = bool(effects) and token.lemma in lexicon.light  # "would plan a raid": the planning is in doubt
            yield from (found for found in own if not carried or found[0] == "negated")
        elif part != "verb" and token.lemma not in lexicon.undoubted:
            yield from _determiners(sentence, governor, lexicon)
        if role == "clause":
            return
        head = governor


def _is_definite(sentence: Sentence, noun: int, lexicon: Lexicon) -> bool:
    return any(
        sentence.tokens[i].dep == "poss" or sentence.tokens[i].lemma in lexicon.definite
        for i in sentence.children[noun]
    )


def _brings(sentence: Sentence, governor: int, role: str, lexicon: Lexicon) -> bool:
    """Whether the governor happens only as what it governs does ("will face sanctions", "a round of talks")."""
    token = sentence.tokens[governor]
    if not token.tag.startswith("VB"):
        return role == lexicon.partitive
    if role != "object" and below(sentence, governor, "dobj"):
        return False  # "will join the alliance after the invasion"
    return token.lemma in lexicon.light or token.lemma in lexicon.occurrence or token.lemma in lexicon.bringing


def _purpose(sentence: Sentence, head: int) -> Iterator[tuple[str, int]]:
    """ "flew in to sign": what an infinitive of purpose tells need not have happened."""
    token = sentence.tokens[head]
    to = [i for i in below(sentence, head, "aux") if sentence.tokens[i].tag == "TO"]
    if token.tag == "VB" and to and token.dep in ("advcl", "acl", "relcl"):
        yield "hypothetical", to[0]
