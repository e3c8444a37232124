"""Role nouns -> entities: sectors from the noun, country from its owner, the office's holder, or the context."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tacitus.knowledge.actors import RoleNoun
from tacitus.model import Entity, Mention, Sentence, Span
from tacitus.resolution.actors_belonging import Owner, owners
from tacitus.resolution.actors_context import context_code, place_code
from tacitus.resolution.actors_counterparts import counterparts, is_counterpart
from tacitus.resolution.actors_discourse import Discourse, state_of
from tacitus.resolution.actors_offices import holder_anywhere, holder_in, holder_of, holder_told

_SUPRANATIONAL = frozenset({"UNO", "EUR", "IGO"})
_BLOC = "bloc."
# Those who act in one country only: where the sentence is set.
_AT_HOME = frozenset({("COP",), ("JUD",), ("LEG",), ("UAF",)})
_OF_ARMS = frozenset({("MIL",), ("PRM",)})
# Services of one state: told once with their country, they stay with it.
_LOCAL = frozenset({"COP", "MIL", "LEG", "JUD", "PTY", "REB", "UAF"})
_OF_THE_STATE = frozenset({("GOV",), ("LEG",), ("JUD",), ("MIL",), ("COP",), ("SPY",)})
_OWN_SECTOR = frozenset({"LEG", "JUD", "JRN", "REF", "CVL", "ELI"})


def resolve_role(discourse: Discourse, mention: Mention, phrase: str) -> tuple[Entity, ...]:
    """The entities that the role noun `phrase` stands for at its place in the report."""
    if is_counterpart(discourse, phrase):
        return counterparts(discourse, mention)
    sentence = discourse.sentences[mention.sentence]
    role = discourse.base.role_by_phrase[phrase]
    before_only = role.sectors[:1] == ("REF",) or _elsewhere(discourse, sentence, mention)
    found = owners(discourse, sentence, mention.first, mention.head, after=not before_only)
    found = found or _shared(discourse, sentence, mention.head)
    if role.sectors[:1] != ("GOV",):
        found = tuple(_seat(discourse, owner) for owner in found)
    if found:
        each = replace(role, plural=role.plural and len(found) == 1)
        entities = tuple(_owned(discourse, mention, each, owner) for owner in found)
        _learn(discourse, role, entities[0])
        return entities
    again = _again(discourse, sentence, mention, role)
    if again:
        return (again,)
    return (_by_context(discourse, sentence, mention, role),)


def _seat(discourse: Discourse, owner: Owner) -> Owner:
    """The country of a city that else stands for a body seated there ("prosecutors in Brussels")."""
    first, _, last = owner.words.partition(" ")
    if owner.entity.kind != "organisation" or first not in discourse.base.coreference.place:
        return owner
    code = discourse.countries_of(last)
    return Owner(state_of(discourse, code), owner.words) if code in discourse.base.states else owner


def _shared(discourse: Discourse, sentence: Sentence, head: int) -> tuple[Owner, ...]:
    """The owner of the phrase that this one is joined to ("Kenyan police and soldiers")."""
    token = sentence.tokens[head]
    if token.dep != "conj" or any(sentence.tokens[c].dep == "det" for c in sentence.children[head]):
        return ()
    return owners(discourse, sentence, token.head, token.head)


def former(discourse: Discourse, sentence: Sentence, mention: Mention) -> bool:
    """Whether a word before the role puts it in the past."""
    words = discourse.base.coreference.former
    return any(t.text.lower() in words for t in sentence.tokens[max(0, mention.first - 3) : mention.first])


def owned_sectors(role: RoleNoun, owner: Entity, generic: bool) -> tuple[str, ...]:
    """The sectors of somebody with this role in the body or state `owner`."""
    if owner.code in _SUPRANATIONAL:
        return ()
    people = (owner.id or "").startswith(_BLOC)  # "Kurdish fighters"
    if owner.kind in ("state", "person") or people or not owner.sectors:
        return role.sectors or (("GOV",) if owner.kind == "state" and role.kind == "person" else ())
    left = role.sectors[:1] == ("ELI",) and owner.sectors[:1] not in _OF_THE_STATE  # "a former leader of the party"
    if not role.sectors or left or (generic and role.sectors[0] not in _OWN_SECTOR):
        return owner.sectors
    # The president of a company governs no state; its government is one, though ("the Hamas government").
    first = owner.sectors if role.sectors[0] == "GOV" and role.kind == "person" else role.sectors
    return tuple(dict.fromkeys(first + owner.sectors))


def _owned(discourse: Discourse, mention: Mention, role: RoleNoun, owner: Owner) -> Entity:
    sentence = discourse.sentences[mention.sentence]
    if former(discourse, sentence, mention) and role.kind == "person":
        before = owned_sectors(role, owner.entity, _generic(discourse, role))
        sectors = ("ELI",) if before[:1] in _OF_THE_STATE else before
        reason = f"former {role.phrase} of {owner.words}"
        return _entity(sentence, mention, role, (owner.entity.code, sectors), reason)
    single = _definite(discourse, sentence, mention)
    holder = holder_of(discourse, sentence, role, owner) if single else None
    if holder:
        return replace(
            holder, span=_span(sentence, mention), reason=f"'{role.phrase}' of {owner.words}: {holder.reason}"
        )
    sectors = owned_sectors(role, owner.entity, _generic(discourse, role))
    vague = (owner.entity.id or "").startswith(_BLOC)
    code = _home(discourse, owner.entity) if vague else owner.entity.code
    if code is None and not _elsewhere(discourse, sentence, mention):
        # "Kurdish fighters", "Muslim scholars": a people, of the country that the report is about.
        return _by_context(discourse, sentence, mention, role)
    if discourse.base.homes.get(owner.entity.id or "") and sectors[:1] in _OF_ARMS:
        sectors = ("REB",)  # a people without a state has no army of one
    entity = _entity(sentence, mention, role, (code, sectors), f"'{role.phrase}' of '{owner.words}'")
    whole = role.kind != "person" and bool(sectors) and sectors == owner.entity.sectors
    if not vague and (whole or owner.entity.kind in ("organisation", "group")):
        return replace(entity, name=owner.entity.name, id=owner.entity.id, wikidata=owner.entity.wikidata)
    return entity


def _generic(discourse: Discourse, role: RoleNoun) -> bool:
    return role.phrase.split()[-1] in discourse.base.coreference.generic


def _definite(discourse: Discourse, sentence: Sentence, mention: Mention) -> bool:
    """Whether the phrase means one known holder: not "a", "some" or a number before it."""
    words = discourse.base.coreference.indefinite
    return not any(
        sentence.tokens[c].text.lower() in words or sentence.tokens[c].dep == "nummod"
        for c in sentence.children[mention.head]
        if c < mention.head
    )


def _learn(discourse: Discourse, role: RoleNoun, entity: Entity) -> None:
    """Lets the bare noun mean the same from here on."""
    for key in (role.phrase, role.phrase.split()[-1], *role.sectors[:1]):
        discourse.role_codes[key] = entity


def _again(discourse: Discourse, sentence: Sentence, mention: Mention, role: RoleNoun) -> Entity | None:
    """Whom a bare role noun repeats: the office holder, or those the same noun meant before."""
    if _definite(discourse, sentence, mention) and (holder := _bare_holder(discourse, sentence, mention, role)):
        return replace(holder, span=_span(sentence, mention), reason=f"'{role.phrase}': {holder.reason}")
    last = role.phrase.split()[-1]
    same = discourse.role_codes.get(role.phrase)
    before = same or discourse.role_codes.get(last)
    if before is None and role.sectors and role.sectors[0] in _LOCAL:
        before = discourse.role_codes.get(role.sectors[0])
    if before is None or before.code is None:
        return None
    if role.sectors[:1] in _AT_HOME and place_code(discourse, sentence) not in (None, before.code):
        return None
    reason = f"'{role.phrase}' as told before: {before.reason}"
    if same:
        return replace(before, span=_span(sentence, mention), reason=reason)
    return _entity(sentence, mention, role, (before.code, role.sectors), reason)


def _bare_holder(discourse: Discourse, sentence: Sentence, mention: Mention, role: RoleNoun) -> Entity | None:
    """Who holds the office where nothing tells of whom: of a country, else of a body told before."""
    for code in _codes_by_recency(discourse):
        if holder := holder_in(discourse, role, code):
            return holder
    return holder_told(discourse, sentence, mention.head, role) or holder_anywhere(discourse, role)


def _codes_by_recency(discourse: Discourse) -> list[str]:
    """The country of the office holders named last, then the country that the report names most."""
    codes = [e.code for e in reversed(discourse.people.values()) if e.code and e.role]
    dominant = discourse.dominant()
    return list(dict.fromkeys([*codes[:8], *([dominant] if dominant else [])]))


def _by_context(discourse: Discourse, sentence: Sentence, mention: Mention, role: RoleNoun) -> Entity:
    code, why = context_code(discourse, sentence, mention.head)
    if (
        _elsewhere(discourse, sentence, mention)
        or role.sectors[:1] == ("REF",)
        or (not role.sectors and role.kind != "person")
    ):
        code, why = None, "no country told"
    if role.code:
        code, why = role.code, "of no country"
    sectors = role.sectors
    if former(discourse, sentence, mention) and role.kind == "person":
        sectors = ("ELI",)
    return _entity(sentence, mention, role, (code, sectors), f"'{role.phrase}'; {why}")


def _home(discourse: Discourse, people: Entity) -> str | None:
    """The country of a people without a state: the likeliest that the report names."""
    return next((code for code in discourse.base.homes.get(people.id or "", ()) if discourse.counts[code]), None)


def _elsewhere(discourse: Discourse, sentence: Sentence, mention: Mention) -> bool:
    """Whether a word before the noun says that it is of no one country ("foreign officials")."""
    words = discourse.base.coreference.elsewhere
    role = discourse.base.role_by_phrase[mention.keys[0]] if mention.kind == "role" else None
    own = range(mention.first, mention.head) if role and role.offices else ()  # "foreign ministers"
    return sentence.tokens[mention.head].text.lower() in words or any(
        sentence.tokens[c].text.lower() in words
        for c in {*sentence.children[mention.head], *range(mention.first, mention.head)}
        if c < mention.head and c not in own
    )


def _entity(
    sentence: Sentence, mention: Mention, role: RoleNoun, told: tuple[str | None, tuple[str, ...]], reason: str
) -> Entity:
    """The entity of a role noun with the code and sectors told of it."""
    code, sectors = told
    one = sentence.tokens[mention.head].tag in ("NN", "NNP")
    return Entity(
        span=_span(sentence, mention),
        name=_words(sentence, _span(sentence, mention)),
        code=code,
        sectors=sectors,
        kind="organisation" if role.kind != "person" and one else "person" if one else "group",
        reason=reason,
    )


def _span(sentence: Sentence, mention: Mention) -> Span:
    """The role noun with the words of its phrase before it, without determiners."""
    tokens, first = sentence.tokens, mention.first
    while (
        first > 0
        and tokens[first - 1].dep in ("compound", "amod", "nmod", "poss", "case", "punct")
        and (mention.first - first < 6 and _below(sentence, first - 1, mention.head))
    ):
        first -= 1
    while tokens[first].dep in ("punct", "case") and first < mention.first:
        first += 1
    return Span(tokens[first].start, tokens[mention.last].end)


def _words(sentence: Sentence, span: Span) -> str:
    inside = [t for t in sentence.tokens if span.start <= t.start < span.end]
    spaced = [(" " if t.start > before.end else "") + t.text for before, t in pairwise(inside)]
    return inside[0].text + "".join(spaced)


def _below(sentence: Sentence, token: int, head: int) -> bool:
    for _ in range(4):
        if token == head:
            return True
        token = sentence.tokens[token].head
    return token == head
