"""Prepositional phrases and embedded clauses as arguments."""

from __future__ import annotations

from collections.abc import Iterator

from tacitus.knowledge.lexicon import Lexicon
from tacitus.model import Argument, Sentence
from tacitus.predicates.tree import antecedent, below, conjuncts, first_conjunct, is_infinitive, is_order, is_verb


def phrase_arguments(sentence: Sentence, head: int, lexicon: Lexicon) -> Iterator[Argument]:
    """The prepositional phrases of `head`, each under its preposition; indirect objects under `to`."""
    tokens = sentence.tokens
    for i in below(sentence, head, "prep", "dative"):
        if tokens[i].dep == "dative" and tokens[i].tag not in ("IN", "TO"):
            yield Argument("to", conjuncts(sentence, i))
            continue
        yield from _phrase(sentence, i, lexicon)
    # "hit back at Mali": the parser hangs the phrase on the particle as often as on the verb.
    particles = [i for i in below(sentence, head, "advmod", "prt") if tokens[i].lemma in lexicon.outer]
    for j in (j for i in particles for j in below(sentence, i, "prep")):
        yield from _phrase(sentence, j, lexicon)


def _phrase(sentence: Sentence, i: int, lexicon: Lexicon) -> Iterator[Argument]:
    tokens = sentence.tokens
    role = lexicon.spelled(tokens[i].lemma)
    for j in below(sentence, i, "pobj"):
        yield Argument(role, conjuncts(sentence, antecedent(sentence, j)))
    for j in below(sentence, i, "pcomp"):
        yield Argument(role, (j, *(c for c in below(sentence, j, "conj") if is_verb(sentence, c))))
    if role not in lexicon.joined:
        for j in below(sentence, i, "prep"):
            yield from _phrase(sentence, j, lexicon)
    for j in below(sentence, i, "conj"):
        if tokens[j].tag in ("IN", "TO"):
            yield from _phrase(sentence, j, lexicon)


def clause_arguments(sentence: Sentence, head: int, lexicon: Lexicon) -> Iterator[Argument]:
    """What is said, asked or promised: infinitive, clause, gerund, order."""
    tokens = sentence.tokens
    for i in below(sentence, head, "xcomp", "ccomp", "acl", "advcl", "relcl"):
        role = clause_role(sentence, i, lexicon)
        if role:
            yield Argument(role, (i, *(c for c in below(sentence, i, "conj") if is_verb(sentence, c))))
    # "Mali, the minister said, will ...": the reporting verb is parsed below what it reports.
    if tokens[head].dep == "parataxis":
        yield Argument("clause", (tokens[head].head,))


def clause_role(sentence: Sentence, i: int, lexicon: Lexicon) -> str | None:
    """The role that the clause headed by `i` fills for its head, if it is content."""
    token = sentence.tokens[i]
    infinitive = is_infinitive(sentence, i)
    nominal = sentence.tokens[token.head].tag.startswith("N")
    if is_order(sentence, i, lexicon.saying):
        return "order"
    if token.dep == "xcomp":
        return "infinitive" if infinitive else "gerund" if token.tag == "VBG" else None
    if token.dep == "ccomp":
        if infinitive:
            return "infinitive"
        return "gerund" if token.tag == "VBG" and not below(sentence, i, "aux", "nsubj") else "clause"
    if token.dep == "acl":
        if infinitive:
            return "infinitive"
        return "clause" if nominal and below(sentence, i, "mark", "nsubj") else None
    if token.dep == "relcl":
        return "infinitive" if infinitive and nominal else None
    # "called for Ethiopia to open the road": the infinitive has a mark and a subject of its own.
    marked = below(sentence, i, "mark") and not below(sentence, i, "nsubj", "nsubjpass")
    return "infinitive" if token.dep == "advcl" and infinitive and not marked else None


def governor_of(sentence: Sentence, i: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """The word that `i` (a verb or an event noun) is content or object of, and the role that it fills there."""
    i = first_conjunct(sentence, i)
    token = sentence.tokens[i]
    if token.head == i:
        return None
    if token.dep in ("dobj", "nsubjpass", "attr", "oprd"):
        return token.head, "object"
    if token.dep in ("pobj", "pcomp"):
        return sentence.tokens[token.head].head, lexicon.spelled(sentence.tokens[token.head].lemma)
    if is_verb(sentence, i) or token.dep in ("ccomp", "xcomp"):
        role = clause_role(sentence, i, lexicon) or ("clause" if _is_told_by_noun(sentence, i, lexicon) else None)
        return (token.head, role) if role else None
    return None


def _is_told_by_noun(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """ "no sign the rivals will meet": the parser takes the clause for a relative one."""
    token = sentence.tokens[i]
    if token.dep != "relcl" or sentence.tokens[token.head].lemma not in lexicon.clausal:
        return False
    return bool(below(sentence, i, "nsubj", "nsubjpass")) and not any(
        sentence.tokens[c].tag.startswith("W") for c in sentence.children[i]
    )
