"""Pronouns and definite references -> the actors told before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tacitus.model import Entity, Mention, Sentence, Span
from tacitus.resolution.actors_context import place_code
from tacitus.resolution.actors_discourse import Discourse, Trace, entity_of, state_of, told_before

_REACH = 5
_UNIDENTIFIED = "UNK"
_ARMED = frozenset({"REB", "UAF", "PRM", "CRM"})
_FIRMS = (("BUS",), ("JRN",))
_PAIRED = frozenset({"person", "state", "organisation", "group"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def resolve_pronoun(discourse: Discourse, mention: Mention) -> tuple[Entity, ...]:
    """Whom a pronoun stands for; empty where nobody fits."""
    sentence = discourse.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    kind = mention.keys[0]
    if kind in ("speaker", "speakers"):
        found = speaker(discourse, sentence, mention.head)
    else:
        found = _antecedent(discourse, sentence, mention, _FITS[kind])
    if found and kind in ("male", "female") and len(found) == 1:
        discourse.genders.setdefault(found[0].name, kind)
    return _moved(found, Span(token.start, token.end), f"'{token.text}'")


def resolve_reference(discourse: Discourse, mention: Mention) -> tuple[Entity, ...]:
    """Whom a phrase such as "the pair" or "the country" stands for; empty where nobody fits."""
    sentence = discourse.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    found = _homeland(discourse, sentence, mention.head) if "country" in mention.keys else ()
    for kind in mention.keys:
        found = found or (
            _pair(discourse, sentence, mention)
            if kind in ("pair", "both", "nations")
            else _area(discourse, sentence, mention.head)
            if kind == "area"
            else _antecedent(discourse, sentence, mention, _fits(discourse, kind, token.text.lower()))
        )
    return _moved(found, Span(token.start, token.end), f"'{token.text}'")


def _fits(discourse: Discourse, kind: str, word: str) -> Callable[[Trace], bool]:
    """What the word may refer to; a kingdom or an island only to those states that are one."""
    only = discourse.base.coreference.only.get(word)
    if only and kind == "country":
        return lambda t: _country(t) and t.entities[0].code in only
    role = discourse.base.role_by_phrase.get(word)
    if kind == "group" and role and role.sectors and role.sectors[0] != _UNIDENTIFIED:
        like = _ARMED if role.sectors[0] in _ARMED else frozenset(role.sectors[:1])
        return lambda t: _body(t) and not like.isdisjoint(t.entities[0].sectors[:1])
    return _FITS[kind]


def _homeland(discourse: Discourse, sentence: Sentence, head: int) -> tuple[Entity, ...]:
    """The country of somebody who is named before the word as its owner ("his country", "the minister's homeland")."""
    for child in sentence.children[head]:
        for entity in discourse.heads.get((sentence.index, child), ()) if sentence.tokens[child].dep == "poss" else ():
            if entity.code in discourse.base.states:
                return (state_of(discourse, entity.code),)
    return ()


def _moved(entities: tuple[Entity, ...], span: Span, words: str) -> tuple[Entity, ...]:
    return tuple(replace(e, span=span, reason=f"{words} stands for {e.name}") for e in entities)


def _person(kind: str) -> Callable[[Trace], bool]:
    return lambda t: not t.plural and t.entities[0].kind == "person" and t.gender in ("", kind)


def _thing(trace: Trace) -> bool:
    entity = trace.entities[0]
    things = ("state", "organisation", "group")
    return len(trace.entities) == 1 and not trace.plural and entity.kind in things and _told(entity)


def _several(trace: Trace) -> bool:
    entity = trace.entities[0]
    return _told(entity) and (trace.plural or entity.kind in ("group", "organisation"))


def _told(entity: Entity) -> bool:
    """Whether it is more than a vague bloc ("the West")."""
    return bool(
        entity.code or entity.kind == "person" or (entity.sectors and not (entity.id or "").startswith("bloc."))
    )


def _country(trace: Trace) -> bool:
    return len(trace.entities) == 1 and trace.entities[0].kind == "state"


def _group(trace: Trace) -> bool:
    return _body(trace) and trace.entities[0].sectors[:1] not in _FIRMS


def _body(trace: Trace) -> bool:
    entity = trace.entities[0]
    known = entity.kind in ("group", "organisation") and _told(entity) and bool(entity.id) and not _government(entity)
    return len(trace.entities) == 1 and known


def _government(entity: Entity) -> bool:
    return (entity.id or "").startswith("state.")


_FITS: dict[str, Callable[[Trace], bool]] = {
    "male": _person("male"),
    "female": _person("female"),
    "thing": _thing,
    "plural": _several,
    "country": _country,
    "group": _group,
    "person": lambda t: not t.plural and t.entities[0].kind == "person",
}


def _antecedent(
    discourse: Discourse, sentence: Sentence, mention: Mention, fits: Callable[[Trace], bool]
) -> tuple[Entity, ...]:
    """The nearest fitting actor: in this sentence before the word, then sentence by sentence, subjects first."""
    barred = _named_at(discourse, sentence, _barred(sentence, mention.head) | _around(sentence, mention.head))
    blamed = _blamed(discourse, sentence, mention.head)
    for trace in (*blamed, *told_before(discourse, sentence, mention.head)):
        if fits(trace) and not _is_one_of(trace.entities[0], barred):
            return trace.entities
    return ()


def _blamed(discourse: Discourse, sentence: Sentence, token: int) -> list[Trace]:
    """Those to whom something is done for what is theirs ("sanctions on Peru over its raids"), the nearest first."""
    tokens = sentence.tokens
    preposition = tokens[tokens[token].head].head
    if tokens[token].dep != "poss" or tokens[preposition].text.lower() not in discourse.base.coreference.blame:
        return []
    verb = preposition
    while not tokens[verb].tag.startswith("V") and tokens[verb].head != verb:
        verb = tokens[verb].head
    return [t for t in reversed(discourse.traces[sentence.index]) if verb < t.token < token]


def _named_at(discourse: Discourse, sentence: Sentence, tokens: set[int]) -> list[Entity]:
    return [e for token in tokens for e in discourse.heads.get((sentence.index, token), ())]


def _is_one_of(entity: Entity, others: list[Entity]) -> bool:
    """Whether it is one of the others, or the state whose government is."""
    return any(
        entity.name == o.name or (entity.kind == "state" and entity.code == o.code and o.sectors[:1] == ("GOV",))
        for o in others
    )


def _around(sentence: Sentence, token: int) -> set[int]:
    """The words of whose phrase a pronoun is a part ("members of their party")."""
    found = set()
    while sentence.tokens[token].dep in ("poss", "pobj", "prep", "compound"):
        token = sentence.tokens[token].head
        found.add(token)
    return found


def _barred(sentence: Sentence, token: int) -> set[int]:
    """The subjects that an object pronoun cannot mean ("Okello praised him")."""
    word = sentence.tokens[token]
    if word.dep in _SUBJECTS or word.dep == "poss":
        return set()
    verb = word.head
    while sentence.tokens[verb].dep in ("prep", "pobj", "dative", "agent") and sentence.tokens[verb].head != verb:
        verb = sentence.tokens[verb].head
    return {c for c in sentence.children[verb] if sentence.tokens[c].dep in _SUBJECTS}


def _pair(discourse: Discourse, sentence: Sentence, mention: Mention) -> tuple[Entity, ...]:
    """The last two actors told together, else the two told last that are of the same kind; of nations, states."""
    role = discourse.base.role_by_phrase.get(sentence.tokens[mention.head].text.lower())
    if role is not None and role.kind == "person" and "nations" not in mention.keys:
        people = _two(discourse, sentence, mention, lambda t: all(e.kind == "person" for e in t.entities))
        if people:
            return people
    return _two(discourse, sentence, mention, lambda _: True)


def _two(
    discourse: Discourse, sentence: Sentence, mention: Mention, fits: Callable[[Trace], bool]
) -> tuple[Entity, ...]:
    nations = "nations" in mention.keys
    seen: list[Entity] = []
    barred = _named_at(discourse, sentence, _barred(sentence, mention.head))
    before = [t for t in told_before(discourse, sentence, mention.head) if fits(t)]
    before = [t for t in before if not any(_is_one_of(e, barred) for e in t.entities)]
    for trace in before:
        if len({e.code if nations else e.name for e in trace.entities}) == 2 and len(trace.entities) == 2:
            return tuple(_nation(discourse, e) for e in trace.entities) if nations else trace.entities
    for trace in before:
        entity = _nation(discourse, trace.entities[0]) if nations else trace.entities[0]
        if (trace.plural and not nations) or entity.kind not in _PAIRED or (nations and entity.kind != "state"):
            continue
        for other in seen:
            if other.kind == entity.kind and other.name != entity.name and other.code != entity.code:
                return entity, other
        seen.append(entity)
    return ()


def _nation(discourse: Discourse, entity: Entity) -> Entity:
    """The state that a person or body with a country acts for."""
    state = discourse.base.states.get(entity.code or "")
    if state is None or entity.kind == "state" or entity.sectors[:1] != ("GOV",):
        return entity
    return entity_of(state, entity.span, discourse.when, discourse.base)


def _area(discourse: Discourse, sentence: Sentence, head: int) -> tuple[Entity, ...]:
    """The country of the place that its own phrase names ("the port of Benin"), else the sentences just before."""
    for i in sentence.subtree(head):
        code = discourse.places.get(sentence.tokens[i].start)
        state = discourse.base.states.get(code or "")
        if state:
            return (entity_of(state, Span(0, 1), discourse.when, discourse.base),)
    for back in range(sentence.index, max(-1, sentence.index - _REACH), -1):
        code = place_code(discourse, discourse.sentences[back])
        state = discourse.base.states.get(code or discourse.dominant() or "" if back == 0 else code or "")
        if state:
            return (entity_of(state, Span(0, 1), discourse.when, discourse.base),)
    return ()


def quoted(discourse: Discourse, sentence: Sentence, token: int) -> bool:
    """Whether the word stands in quotation marks, counted from the start of the paragraph."""
    marks, open_marks = discourse.base.coreference.quotes, 0
    back = sentence.index
    while back > 0 and discourse.sentences[back - 1].paragraph == sentence.paragraph:
        back -= 1
    for other in discourse.sentences[back : sentence.index + 1]:
        for i, word in enumerate(other.tokens):
            if other is sentence and i >= token:
                break
            open_marks += word.text in marks
    return open_marks % 2 == 1


def speaker(discourse: Discourse, sentence: Sentence, token: int) -> tuple[Entity, ...]:
    """Who speaks at a word: the subject of the nearest speech verb outside the quotation."""
    if not quoted(discourse, sentence, token):
        return ()
    order = [sentence.index + step for step in (0, 1, -1, -2, -3, 2, -4)]
    for index in order:
        if 0 <= index < len(discourse.sentences):
            found = _spoken_by(discourse, discourse.sentences[index], sentence.paragraph)
            if found:
                return found
    return ()


def _spoken_by(discourse: Discourse, sentence: Sentence, paragraph: int) -> tuple[Entity, ...]:
    if not -4 <= sentence.paragraph - paragraph <= 1:
        return ()
    for i, word in enumerate(sentence.tokens):
        if word.lemma not in discourse.base.coreference.speech or not word.tag.startswith("V"):
            continue
        for child in _subjects(sentence, i):
            got = discourse.heads.get((sentence.index, child), ())
            if got and not quoted(discourse, sentence, child):
                return got
    return ()


def _subjects(sentence: Sentence, verb: int) -> list[int]:
    """The subjects of a verb, else of the one it is joined to ("Okello left, saying that ...")."""
    for _ in range(3):
        found = [c for c in sentence.children[verb] if sentence.tokens[c].dep == "nsubj"]
        if found or sentence.tokens[verb].dep not in ("advcl", "conj", "xcomp"):
            return found
        verb = sentence.tokens[verb].head
    return []
