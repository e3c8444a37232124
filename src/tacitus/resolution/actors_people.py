"""Names with what stands beside them: titles, appositions, short names, and names of nobody known."""

from __future__ import annotations

from dataclasses import replace

from tacitus.knowledge.actors import RoleNoun
from tacitus.knowledge.surfaces import fold
from tacitus.model import Entity, Mention, Sentence, Token
from tacitus.resolution.actors_belonging import owners
from tacitus.resolution.actors_context import context_code
from tacitus.resolution.actors_counterparts import counterparts, is_counterpart
from tacitus.resolution.actors_discourse import Discourse, span_of, text_of
from tacitus.resolution.actors_names import in_office, in_place, known_again, place, suffers
from tacitus.resolution.actors_roles import former, owned_sectors

Titles = dict[int, list[Mention]]


def find_titles(sentence: Sentence, mentions: list[Mention]) -> Titles:
    """The role nouns that tell about each name, by the name's first word: before it, in apposition, or after "is"."""
    tokens = sentence.tokens
    roles = {m.head: m for m in mentions if m.kind == "role"}
    ends = {m.last: m for m in mentions if m.kind == "role"}
    found: Titles = {}
    for name in mentions:
        if name.kind not in ("name", "unknown"):
            continue
        told, before = [], name.first - 1
        while before in ends:
            told.append(ends[before])
            before = ends[before].first - 1
        for child in sentence.children[name.head]:
            if child in roles and tokens[child].dep == "appos" and roles[child] not in told:
                told.append(roles[child])
        head = tokens[name.head].head
        bracketed = name.first > 0 and tokens[name.first - 1].text == "("
        if tokens[name.head].dep == "appos" and head in roles and roles[head] not in told and not bracketed:
            told.append(roles[head])
        if tokens[name.head].dep == "nsubj":
            told += [roles[c] for c in sentence.children[head] if c in roles and tokens[c].dep == "attr"]
        if told:
            found[name.first] = told
    return found


def with_titles(discourse: Discourse, entity: Entity, titles: list[Mention]) -> Entity:
    """The person with what the titles beside the name tell, where the base tells nothing for the day."""
    if entity.kind != "person":
        return entity
    for title in titles:
        word = title.keys[0]
        words = discourse.base.coreference
        if word in words.male_titles or word in words.female_titles:
            discourse.genders[entity.name] = "male" if word in words.male_titles else "female"
    if then := _then(discourse, entity, titles):
        return then
    telling = [t for t in titles if _tells(discourse, t)]
    left = entity.sectors == ("ELI",)  # "opposition lawmaker X", a minister once
    peer = next((t for t in titles if is_counterpart(discourse, t.keys[0])), None)
    if peer and not telling and not entity.sectors:
        same = counterparts(discourse, peer)[0]
        return replace(entity, code=entity.code or same.code, sectors=same.sectors, role=same.role, reason=same.reason)
    if not telling or (entity.sectors and entity.code and not left):
        return entity
    if left:
        entity = replace(entity, sectors=())
    # "Kenya's police chief, Gen. X" is of the police: what has an owner tells more than a rank.
    sentence = discourse.sentences[titles[0].sentence]
    best = next((t for t in telling if owners(discourse, sentence, t.first, t.head)), telling[0])
    return _titled(discourse, entity, titles, discourse.base.role_by_phrase[best.keys[0]])


def _then(discourse: Discourse, entity: Entity, titles: list[Mention]) -> Entity | None:
    """Somebody who has left office, told with that office, as the holder: "President Jimmy Carter brokered ..."."""
    if entity.sectors != ("ELI",) or not entity.id or not titles:
        return None
    sentence = discourse.sentences[titles[0].sentence]
    if any(former(discourse, sentence, t) for t in titles):
        return None
    offices = {office for t in titles for office in discourse.base.role_by_phrase[t.keys[0]].offices}
    held = [t for t in discourse.base.tenures[entity.id] if t.office in offices]
    if not held:
        return None
    last = max(held, key=lambda t: t.start)
    reason = f"{entity.id}: told as {last.office} of {last.code}, {last.start} to {last.end}"
    return replace(entity, code=last.code, sectors=last.sectors, role=last.office, reason=reason)


def _tells(discourse: Discourse, title: Mention) -> bool:
    role = discourse.base.role_by_phrase[title.keys[0]]
    return bool(role.sectors or role.offices)


def _titled(discourse: Discourse, entity: Entity, titles: list[Mention], role: RoleNoun) -> Entity:
    """`role` is the title that tells the sector; any of them may tell the country."""
    title, sentence = titles[0], discourse.sentences[titles[0].sentence]
    found = next((o for t in titles if (o := owners(discourse, sentence, t.first, t.head))), ())
    words = f"'{role.phrase}'"
    generic = role.phrase.split()[-1] in discourse.base.coreference.generic
    sectors = role.sectors
    if found:
        code, words = found[0].entity.code, f"{words} of '{found[0].words}'"
        sectors = owned_sectors(role, found[0].entity, generic)
    elif entity.code:
        code = entity.code
    else:
        code, why = context_code(discourse, sentence, title.head)
        words = f"{words}; {why}"
    if former(discourse, sentence, title):
        sectors = ("ELI",)
    office = role.offices[0] if role.offices else role.phrase
    return replace(entity, code=entity.code or code, sectors=entity.sectors or sectors, role=office, reason=words)


def resolve_unknown(discourse: Discourse, mention: Mention, titles: list[Mention]) -> Entity | None:
    """What a name outside the base stands for: somebody named before, a place, or somebody new."""
    sentence = discourse.sentences[mention.sentence]
    text, span = text_of(sentence, mention), span_of(sentence, mention)
    again = known_again(discourse, text)
    if again:
        again = with_titles(discourse, again, titles)
        discourse.remember(again)
        return replace(again, span=span)
    if _opens_state(discourse, sentence, mention):
        return None
    code = discourse.countries_of(text)
    if code and not titles:
        found = place(discourse, text, code, span)
        return replace(found, sectors=("CVL",)) if suffers(discourse, sentence, mention.head) else found
    single = mention.first == mention.last
    if not in_place(discourse, sentence, mention.head) and (holder := in_office(discourse, text)):
        discourse.remember(holder)
        return replace(holder, span=span, reason=f"the office holder with this name: {holder.reason}")
    if single and sentence.tokens[mention.head].tag not in ("NNP", "NNPS"):
        return None
    return _new(discourse, sentence, mention, titles)


def _opens_state(discourse: Discourse, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words only open a longer place name ("New South" of "New South Wales")."""
    after = mention.last + 1
    if sentence.tokens[mention.head].dep != "compound" or after >= len(sentence.tokens):
        return False
    return any(e.kind == "state" and e.id is None for e in discourse.heads.get((sentence.index, after), ()))


def _new(discourse: Discourse, sentence: Sentence, mention: Mention, titles: list[Mention]) -> Entity | None:
    text = text_of(sentence, mention)
    person = bool(titles) or (sentence.role != "headline" and _personal(sentence, mention, text))
    entity = Entity(span_of(sentence, mention), text, kind="person" if person else None, reason="a name nobody knows")
    if person and not (discourse.base.surnames.get(fold(text).lower().split()[-1]) and mention.first == mention.last):
        entity = with_titles(discourse, entity, titles)
    if entity.code is None:
        found = owners(discourse, sentence, mention.first, mention.head)
        if found:
            owner = found[0].entity
            sectors = owner.sectors if owner.kind != "state" else entity.sectors
            entity = replace(entity, code=owner.code, sectors=entity.sectors or sectors, reason=f"'{found[0].words}'")
    if entity.code is None and (code := discourse.setting()):
        why = f"no country told; the report is about {discourse.country_name(code)}"
        entity = replace(entity, code=code, reason=why)
    if person:
        discourse.remember(entity)
    return entity


def _personal(sentence: Sentence, mention: Mention, text: str) -> bool:
    """Whether an unknown name looks like a person's: two to four words without an article before it."""
    articled = any(sentence.tokens[c].dep == "det" for c in sentence.children[mention.head])
    inside = sentence.tokens[mention.head].dep in ("compound", "nmod", "amod")
    return 2 <= len(text.split()) <= 4 and not articled and not inside


def learn_acronym(discourse: Discourse, sentence: Sentence, mention: Mention, entity: Entity) -> None:
    """Learns the acronym in brackets after a name ("Front for Change (FFC)")."""
    tokens, i = sentence.tokens, mention.last + 1
    if entity.kind == "state" and not _abbreviates(tokens, mention):
        return  # "the Front for Justice in Chad (FJC)"
    if i + 2 < len(tokens) and tokens[i].text == "(" and tokens[i + 2].text == ")" and tokens[i + 1].text.isupper():
        discourse.acronyms[tokens[i + 1].text] = entity


def _abbreviates(tokens: tuple[Token, ...], mention: Mention) -> bool:
    """Whether what stands in brackets after a name begins as its words do."""
    acronym = tokens[mention.last + 2].text if mention.last + 2 < len(tokens) else ""
    initials = "".join(t.text[0] for t in tokens[mention.first : mention.last + 1] if t.text[0].isupper())
    return acronym.replace(".", "")[:2] == initials[:2]
