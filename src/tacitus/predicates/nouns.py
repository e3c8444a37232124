"""The arguments of event nouns, the same whether possessor, adjective, phrase or light verb names them."""

from __future__ import annotations

from tacitus.knowledge.lexicon import Lexicon
from tacitus.model import Argument, Sentence
from tacitus.predicates.phrases import phrase_arguments
from tacitus.predicates.tree import below, conjuncts, first_conjunct, is_verb
from tacitus.predicates.verbs import VerbReader

_DOERS = ("by", "between", "among")
_TOGETHER = "with"


def light_verb(sentence: Sentence, noun: int, lexicon: Lexicon) -> int | None:
    """The verb that only carries the noun ("carried out a raid", "a raid launched by", "engaged in talks")."""
    first = first_conjunct(sentence, noun)
    token = sentence.tokens[first]
    if token.dep in ("dobj", "nsubjpass", "attr") and _carries(sentence, token.head, lexicon.light):
        return token.head
    found = _light_by_phrase(sentence, first, lexicon) or _light_below(sentence, noun, lexicon)
    if found is None and token.dep == "nsubj" and _carries(sentence, token.head, lexicon.occurrence):
        return token.head
    return found


def _light_by_phrase(sentence: Sentence, noun: int, lexicon: Lexicon) -> int | None:
    """The verb of a phrase that only carries its noun ("engaged in talks", "are on strike", "took part in a march")."""
    found = _by_phrase(sentence, noun)
    if found is None:
        return None
    verb, lemma, empty, preposition = found
    if empty:
        return verb if (lemma, empty, preposition) in lexicon.light_phrases else None
    return verb if lemma in lexicon.light or preposition in lexicon.engaged.get(lemma, ()) else None


def _by_phrase(sentence: Sentence, noun: int) -> tuple[int, str, str, str] | None:
    """The verb that the noun hangs on by a preposition, its lemma, its object's ("" without one), the preposition's."""
    token = sentence.tokens[noun]
    if token.dep != "pobj":
        return None
    preposition = token.head
    above = sentence.tokens[preposition].head
    # "claimed responsibility for the raid": the phrase hangs on the verb or on its object.
    verb = above if is_verb(sentence, above) else sentence.tokens[above].head
    named = below(sentence, verb, "dobj", "nsubjpass")
    if not is_verb(sentence, verb) or (verb != above and above not in named):
        return None
    lemmas = [sentence.tokens[i].lemma for i in (verb, *named[:1], preposition)]
    return verb, lemmas[0], lemmas[1] if named else "", lemmas[-1]


def _light_below(sentence: Sentence, noun: int, lexicon: Lexicon) -> int | None:
    """The participle or relative clause that only carries the noun ("a raid launched by the army")."""
    for clause in below(sentence, noun, "acl", "relcl"):
        if _carries(sentence, clause, lexicon.light) and sentence.tokens[clause].tag in ("VBN", "VBD"):
            return clause
    # "the raid on the camp carried out by the army": the parser hangs the participle on the camp.
    whom = [i for p in below(sentence, noun, "prep") if sentence.tokens[p].lemma in lexicon.at_whom
            for i in below(sentence, p, "pobj")]  # fmt: skip
    for clause in (c for i in whom for c in below(sentence, i, "acl")):
        if _carries(sentence, clause, lexicon.light) and below(sentence, clause, "agent"):
            return clause
    return None


def _carries(sentence: Sentence, verb: int, lemmas: frozenset[str]) -> bool:
    return is_verb(sentence, verb) and sentence.tokens[verb].lemma in lemmas


def carrier(sentence: Sentence, noun: int, lexicon: Lexicon) -> int:
    """The noun that only measures or phases it ("a wave of strikes", "the doubling of tariffs"), else itself."""
    token = sentence.tokens[noun]
    if token.dep == "pobj":
        above = sentence.tokens[token.head].head
        if sentence.tokens[token.head].lemma == lexicon.partitive and sentence.tokens[above].lemma in lexicon.carriers:
            return above
    return noun


def noun_arguments(reader: VerbReader, noun: int, light: int | None) -> list[Argument]:
    """The arguments of an event noun; `modifier` and `compound` are the names and nouns before it."""
    sentence, lexicon = reader.sentence, reader.lexicon
    phrases = list(phrase_arguments(sentence, noun, lexicon))
    own = {a.role for a in phrases}
    phrases += [a for a in _shared_phrases(sentence, noun, lexicon) if a.role not in own]
    lemma = sentence.tokens[noun].lemma
    found = [a for a in phrases if a.role not in _DOERS and a.role != "of"]
    done_to = [a.heads for a in phrases if a.role == "of"]
    doers = [a.heads for a in phrases if a.role in _DOERS]
    # "the editor's arrest", but "Mali's arrest of the editor"
    owned = done_to if lemma in lexicon.possessive_object and not done_to else doers
    # "his removal and arrest": both are his.
    possessors = below(sentence, noun, "poss") or below(sentence, first_conjunct(sentence, noun), "poss")
    owners = [i for i in possessors if sentence.tokens[i].lemma.lower() not in lexicon.days]
    owned.extend(conjuncts(sentence, i) for i in owners)
    if not done_to and (befallen := _undergoers(reader, noun)):
        done_to.append(befallen)
    if not doers and done_to:
        # "the arrest of two monks by the army": the parser hangs the doer on the done-to as often as on the noun.
        doers.extend(a.heads for a in phrase_arguments(sentence, done_to[0][0], lexicon) if a.role == "by")
    # "a march by thousands against the law": the parser hangs the phrase on the doer as often as on the noun.
    agents = [a.heads[0] for a in phrases if a.role == "by"]
    found.extend(a for i in agents for a in phrase_arguments(sentence, i, lexicon) if a.role in lexicon.at_whom)
    if light is not None:
        found.extend(a for a in phrase_arguments(sentence, light, lexicon) if noun not in a.heads)
    found.extend(_before(reader, noun, lemma in lexicon.compound_object))
    doers.extend(_from_above(reader, noun, light))
    if not doers and any(a.role == _TOGETHER for a in phrases):
        doers.extend(_sharers(reader, noun))
    if doers:
        found.insert(0, Argument("subject", doers[0]))
    if done_to:
        found.insert(0, Argument("object", done_to[0]))
    return found


def _shared_phrases(sentence: Sentence, noun: int, lexicon: Lexicon) -> list[Argument]:
    """The phrases after two conjoined nouns, which the parser hangs on one ("the seizure and sale of the house")."""
    first = first_conjunct(sentence, noun)
    others = [i for i in conjuncts(sentence, first) if i != noun]
    last = max((noun, *others))
    if not others or any(below(sentence, i, "det", "poss", "nummod") for i in (noun, *others) if i != first):
        return []
    hung = [i for i in others if any(c > last for c in below(sentence, i, "prep"))]
    return [a for i in hung for a in phrase_arguments(sentence, i, lexicon) if a.heads[0] > last]


def _from_above(reader: VerbReader, noun: int, light: int | None) -> list[tuple[int, ...]]:
    """Who does it by what governs it: who owns up to it, the subject of its light verb."""
    carried = [] if light is None else _carried(reader, carrier(reader.sentence, noun, reader.lexicon), light)
    return [*_owners(reader, first_conjunct(reader.sentence, noun)), *carried]


def _sharers(reader: VerbReader, noun: int) -> list[tuple[int, ...]]:
    """Who takes part besides those named ("in a call with Biden, Putin asked")."""
    found = _by_phrase(reader.sentence, noun)
    if found is None or found[3] not in reader.lexicon.shared or reader.is_passive(found[0]):
        return []
    subjects = reader.subjects(found[0])
    return [subjects] if subjects else []


def _carried(reader: VerbReader, noun: int, light: int) -> list[tuple[int, ...]]:
    """Who does the noun by the light verb: its subject, unless that is the noun itself."""
    subjects = reader.subjects(light)
    if not subjects or first_conjunct(reader.sentence, noun) in subjects:
        return []
    return [subjects]


def _owners(reader: VerbReader, noun: int) -> list[tuple[int, ...]]:
    """Who owns up to it ("claimed responsibility for the raid")."""
    sentence, lexicon = reader.sentence, reader.lexicon
    owned = _by_phrase(sentence, noun)
    if owned is None or owned[1:] not in lexicon.owning:
        return []
    verb = owned[0]
    subjects = reader.subjects(verb)
    nobody = any(sentence.tokens[c].lemma in lexicon.negation for i in subjects for c in (i, *sentence.children[i]))
    return [] if nobody or not subjects or below(sentence, verb, "neg") else [subjects]


def _undergoers(reader: VerbReader, noun: int) -> tuple[int, ...]:
    """Who the noun befalls by the verb that governs it ("Chad faces sanctions", "is under arrest")."""
    sentence, lexicon = reader.sentence, reader.lexicon
    first = first_conjunct(sentence, noun)
    token = sentence.tokens[first]
    verb, role = token.head, "object"
    if token.dep == "pobj":
        verb, role = sentence.tokens[token.head].head, sentence.tokens[token.head].lemma
    elif token.dep != "dobj":
        return ()
    if not is_verb(sentence, verb) or role not in lexicon.undergone.get(sentence.tokens[verb].lemma, ()):
        return ()
    return reader.objects(verb) if role != "object" and reader.objects(verb) else reader.subjects(verb)


def _before(reader: VerbReader, noun: int, compound_is_object: bool) -> list[Argument]:
    """Names and nationalities (`modifier`), other nouns (`compound`, or `object` by the lexicon) before the noun."""
    sentence = reader.sentence
    names: list[int] = []
    others: list[int] = []
    for i in below(sentence, noun, "compound", "amod", "nmod"):
        token = sentence.tokens[i]
        if token.text[0].isupper() and token.tag in ("NNP", "NNPS", "JJ"):
            names.extend(conjuncts(sentence, i))
        elif token.lemma in reader.lexicon.leading:  # "the US-led invasion"
            names.extend(c for c in sentence.children[i] if sentence.tokens[c].text[0].isupper())
        elif token.tag.startswith("N"):
            others.append(i)
    found = [Argument("modifier", tuple(names))] if names else []
    if others:
        found.append(Argument("object" if compound_is_object else "compound", tuple(others)))
    return found
