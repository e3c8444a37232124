"""Which entry of the actor base a known name means, and what an unknown name may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tacitus.knowledge.actors import Actor
from tacitus.knowledge.surfaces import fold
from tacitus.model import Entity, Mention, Sentence, Span, Token
from tacitus.resolution.actors_belonging import turned
from tacitus.resolution.actors_discourse import Discourse, entity_of, span_of, text_of

_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})


def count_countries(discourse: Discourse, mentions: list[Mention]) -> None:
    """Counts how often the report names each country, by name, people, bodies and places; scenes count more."""
    discourse.misread |= set(_misread(discourse, mentions))
    for mention in mentions:
        code = None
        if _text(discourse, mention) in discourse.misread:
            continue
        if mention.kind == "name" and not generic(discourse, mention):
            actors = [discourse.base.actors[key] for key in mention.keys]
            codes = {_code(discourse, a) for a in actors}
            code = codes.pop() if len(codes) == 1 else None
            if actors[0].kind == "state" and turned(discourse, discourse.sentences[mention.sentence], mention.head):
                code = None  # "Iran-backed", "pro-Russian"
            if actors[0].kind == "state" and (whole := _longer_place(discourse, mention)):
                code = whole.code
        elif mention.kind == "unknown":
            code = discourse.countries_of(text_of(discourse.sentences[mention.sentence], mention))
            discourse.settings[code or ""] += 1
        if code in discourse.base.states:
            discourse.sure[str(code)] += not _twin(discourse, mention)
            discourse.counts[str(code)] += 1 + (mention.sentence < 4) + 2 * _scene(discourse, mention)


def _text(discourse: Discourse, mention: Mention) -> str:
    return text_of(discourse.sentences[mention.sentence], mention)


def _misread(discourse: Discourse, mentions: list[Mention]) -> Iterator[str]:
    """The acronyms that the report introduces for another name than the base knows ("People Power Party (PPP)")."""
    ends = {(m.sentence, m.last): m for m in mentions if m.kind != "pronoun"}
    for mention in mentions:
        before = ends.get((mention.sentence, mention.first - 2))
        if mention.kind != "name" or before is None or not _text(discourse, mention).isupper():
            continue
        tokens = discourse.sentences[mention.sentence].tokens
        closed = mention.last + 1 < len(tokens) and tokens[mention.last + 1].text == ")"
        if closed and tokens[mention.first - 1].text == "(" and not set(mention.keys) & set(before.keys):
            yield _text(discourse, mention)


def _scene(discourse: Discourse, mention: Mention) -> bool:
    return in_place(discourse, discourse.sentences[mention.sentence], mention.head)


def in_place(discourse: Discourse, sentence: Sentence, token: int) -> bool:
    """Whether the word tells where something is ("in Lagos", "across Nigeria")."""
    word = sentence.tokens[token]
    return word.dep == "pobj" and sentence.tokens[word.head].text.lower() in discourse.base.coreference.place


def generic(discourse: Discourse, mention: Mention) -> str | None:
    """The role noun that a body's name is as well ("Senate", "Home Office"), of whatever country."""
    if mention.hows[:1] != ("name",):
        return None
    actor = discourse.base.actors[mention.keys[0]]
    if actor.kind == "bloc":
        # "Muslims fled", but "Muslim rebels"
        if discourse.sentences[mention.sentence].tokens[mention.head].tag not in ("NNS", "NNPS"):
            return None
    elif actor.kind not in ("organisation", "party") or actor.code not in discourse.base.states:
        return None
    phrase = fold(text_of(discourse.sentences[mention.sentence], mention)).lower()
    return phrase if phrase in discourse.base.role_by_phrase else None


def belongs_elsewhere(discourse: Discourse, mention: Mention, phrase: str) -> bool:
    """Whether a body's name that is a role noun too means another country's: the report is about others."""
    counts = discourse.counts
    mine = max((counts[_code(discourse, discourse.base.actors[k]) or ""] for k in mention.keys), default=0)
    most = max(counts.values(), default=0)
    return most > 3 * mine if " " not in phrase else not mine and bool(most)


def _code(discourse: Discourse, actor: Actor) -> str | None:
    if actor.kind != "person":
        return actor.code
    tenure = discourse.base.tenure(actor.id, discourse.when)
    return tenure.code if tenure else actor.code


def resolve_name(discourse: Discourse, mention: Mention) -> Entity | None:
    """The entity of a known name; None where the words are part of somebody else's name."""
    sentence = discourse.sentences[mention.sentence]
    span = span_of(sentence, mention)
    text = text_of(sentence, mention)
    if text in discourse.misread and fold(text) not in discourse.acronyms:
        return None
    actors = [discourse.base.actors[key] for key in mention.keys]
    if mention.hows[0] != "adjective" and text.lower() in discourse.base.coreference.ambiguous:
        if _in_longer_name(sentence, mention):
            return None
        elsewhere = discourse.countries_of(text)
        counts = discourse.counts
        other = elsewhere and elsewhere != actors[0].code and counts[elsewhere] > counts[actors[0].code or ""]
        if elsewhere and other and actors[0].kind == "state":
            return place(discourse, text, elsewhere, span)
    if (twin := _twin(discourse, mention)) and _lies_there(discourse, mention, twin, actors[0]):
        return place(discourse, text, twin, span)
    actor = _choose(discourse, mention, actors)
    if actor.kind == "state" and (whole := _longer_place(discourse, mention)):
        return whole
    again = discourse.acronyms.get(fold(text))
    if actor.kind == "person" and " " not in text:
        again = discourse.people.get(fold(text))
    if again and actor.name != again.name:
        return replace(again, span=span, reason=f"{text} was introduced as {again.name}")
    entity = entity_of(actor, span, discourse.when, discourse.base)
    if actor.kind == "state":
        return _state(discourse, mention, actor, entity)
    if actor.kind == "person":
        discourse.remember(entity, actor.gender)
    return entity


def _state(discourse: Discourse, mention: Mention, actor: Actor, entity: Entity) -> Entity:
    """A state as its government, or, told by its people ("Kenyans"), as civilians."""
    sentence, how = discourse.sentences[mention.sentence], mention.hows[mention.keys.index(actor.id)]
    token = sentence.tokens[mention.head]
    within = token.dep in _MODIFIERS  # "Parisian police"
    people = not within and (how == "demonym" or (how == "adjective" and _headed(token)))
    if not people or _all_of_them(discourse, sentence, mention):
        return entity
    return Entity(
        entity.span, actor.name, actor.id, actor.wikidata, actor.code, ("CVL",), None, "group",
        f"{actor.id}: people named by their country",
    )  # fmt: skip


def _headed(token: Token) -> bool:
    """Whether an adjective is used as a noun for people ("South Sudanese fled")."""
    return token.tag in ("NNS", "NNPS") or (token.tag == "NNP" and token.dep in _ARGUMENTS)


def _all_of_them(discourse: Discourse, sentence: Sentence, mention: Mention) -> bool:
    """Whether the people stand for the state: "the Saudis", but not "the 40 Saudis" or "the Saudis who fled"."""
    below = [sentence.tokens[c] for c in sentence.children[mention.head]]
    articled = any(t.dep == "det" and t.text.lower() in discourse.base.coreference.definite for t in below)
    return articled and all(t.dep in ("det", "case", "punct", "cc", "conj") for t in below)


def _twin(discourse: Discourse, mention: Mention) -> str | None:
    """The other state that has a part of this name ("Georgia")."""
    if mention.kind != "name" or mention.hows[0] != "name":
        return None
    text = text_of(discourse.sentences[mention.sentence], mention)
    return discourse.base.coreference.twins.get(text.lower())


def _lies_there(discourse: Discourse, mention: Mention, twin: str, state: Actor) -> bool:
    """Whether the name means the part of the state `twin`: its places are told, and no other country."""
    tokens, after = discourse.sentences[mention.sentence].tokens, mention.last + 1
    if after + 1 < len(tokens) and tokens[after].text == ",":
        last = after + 1
        while last + 1 < len(tokens) and tokens[last + 1].tag == "NNP":
            last += 1
        told = " ".join(t.text for t in tokens[after + 1 : last + 1])
        if discourse.countries_of(told) == twin and told != discourse.country_name(twin):
            return True
    elsewhere = any(count for code, count in discourse.sure.items() if code != twin)
    return state.kind == "state" and not elsewhere and bool(discourse.settings[twin])


def _in_longer_name(sentence: Sentence, mention: Mention) -> bool:
    """Whether a capitalised word right beside it belongs to the same name ("Chad Smith", "Lake Chad")."""
    tokens = sentence.tokens
    after, before = mention.last + 1, mention.first - 1
    if after < len(tokens) and tokens[after].tag == "NNP" and tokens[mention.head].dep == "compound":
        return True
    return (
        before >= 0
        and tokens[before].tag == "NNP"
        and tokens[before].dep == "compound"
        and (tokens[before].head == mention.head)
    )


def _longer_place(discourse: Discourse, mention: Mention) -> Entity | None:
    """The place whose name ends in that of another state ("New South Wales")."""
    tokens, first = discourse.sentences[mention.sentence].tokens, mention.first
    while first > 0 and tokens[first - 1].tag == "NNP" and tokens[first - 1].head == mention.head:
        first -= 1
    if first == mention.first:
        return None
    text = " ".join(t.text for t in tokens[first : mention.last + 1])
    code = discourse.countries_of(text)
    return place(discourse, text, code, Span(tokens[first].start, tokens[mention.last].end)) if code else None


def _choose(discourse: Discourse, mention: Mention, actors: list[Actor]) -> Actor:
    """The reading that lives at the time and whose country the report names most; the first-listed among equals."""
    if len(actors) == 1:
        return actors[0]
    day = discourse.when.isoformat() if discourse.when else "9"
    alive = [a for a in actors if a.start <= day and (not a.end or day[: len(a.end)] <= a.end)] or actors
    near = _neighbour_codes(discourse, mention)
    return max(
        alive,
        key=lambda a: (
            (_code(discourse, a) or "") in near,
            discourse.counts[_code(discourse, a) or ""] if a.kind != "bloc" else 0,
            a.kind != "person" or bool(discourse.base.tenure(a.id, discourse.when)),
        ),
    )


def _neighbour_codes(discourse: Discourse, mention: Mention) -> set[str | None]:
    """The countries of the actors already resolved in the words just before ("the Indian Congress")."""
    return {
        e.code for i in range(mention.first - 3, mention.first) for e in discourse.heads.get((mention.sentence, i), ())
    }


def place(discourse: Discourse, text: str, code: str, span: Span) -> Entity:
    """A place as the state's arm there."""
    return Entity(
        span,
        text,
        None,
        None,
        code,
        ("GOV",),
        None,
        "state",
        f"{text} lies in {discourse.country_name(code)}",
    )


def suffers(discourse: Discourse, sentence: Sentence, token: int) -> bool:
    """Whether a place is told as what something is done to, so that it means its people ("shelled Kharkiv")."""
    word = sentence.tokens[token]
    on = sentence.tokens[word.head].text.lower() in discourse.base.coreference.target
    return word.dep in ("dobj", "nsubjpass") or (word.dep == "pobj" and on)


def known_again(discourse: Discourse, text: str) -> Entity | None:
    """The person or body that the report introduced under a longer name or with this acronym."""
    folded = fold(text)
    code = discourse.base.coreference.short.get(folded.lower())
    if code and discourse.counts.get(code):
        return entity_of(discourse.base.states[code], Span(0, 1), discourse.when, discourse.base)
    found = discourse.acronyms.get(folded) or discourse.people.get(folded)
    found = found or discourse.people.get(folded[:1].lower() + folded[1:])  # "De Mistura"
    if found or not folded.isupper():
        return found
    return discourse.people.get(folded.capitalize())


def in_office(discourse: Discourse, surname: str) -> Entity | None:
    """The one office holder of the day who has this surname, if of a country that the report names."""
    held = []
    for person in discourse.base.surnames.get(fold(surname).lower(), ()):
        tenure = discourse.base.tenure(person, discourse.when)
        if tenure and discourse.counts.get(tenure.code):
            held.append((discourse.counts[tenure.code], person))
    if not held:
        return None
    best = max(held)
    if len([h for h in held if h[0] == best[0]]) > 1:
        return None
    actor = discourse.base.actors[best[1]]
    return entity_of(actor, Span(0, 1), discourse.when, discourse.base)
