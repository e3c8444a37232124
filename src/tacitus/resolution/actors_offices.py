"""Who holds the office that a role noun names: of a country, of a part of it, or of a body."""

from __future__ import annotations

from collections.abc import Iterator

from tacitus.knowledge.actors import RoleNoun, Tenure
from tacitus.model import Entity, Sentence, Span
from tacitus.resolution.actors_belonging import Owner
from tacitus.resolution.actors_discourse import Discourse, in_office_of, told_before

_OF_THE_STATE = frozenset({("GOV",), ("LEG",), ("JUD",), ("MIL",), ("COP",), ("SPY",)})
_SUPRANATIONAL = frozenset({"UNO", "EUR", "IGO"})


def holder_of(discourse: Discourse, sentence: Sentence, role: RoleNoun, owned: Owner) -> Entity | None:
    """The one holder on the day of the role's office of the owner: a state, a part of it, or a body."""
    owner, place = owned.entity, owned.words.split(" ", 1)[-1]
    if role.plural:
        return None
    for key in dict.fromkeys((_told(sentence, owner), place, owner.id or "", owner.name)):
        if found := _listed(discourse, role, key):
            return found
    if owner.code in _SUPRANATIONAL:
        return holder_anywhere(discourse, role)
    if _part(discourse, owner) or not _governs(role, owner):
        return None
    return holder_in(discourse, role, owner.code)


def holder_in(discourse: Discourse, role: RoleNoun, code: str | None) -> Entity | None:
    """Who holds the role's office of a country: somebody the report has named, else whom the base lists for the day."""
    if role.plural or not role.offices or not code or code in _SUPRANATIONAL:
        return None
    for entity in reversed(discourse.people.values()):
        if entity.code == code and entity.role and _fits(discourse, role, entity):
            return entity
    known = discourse.base.office_names
    one = [o for o in role.offices if o not in known or known[o].holders != "many"]
    tenures = (discourse.base.holding(office, code, discourse.when) for office in one)
    return _first(discourse, tenures)


def holder_told(discourse: Discourse, sentence: Sentence, token: int, role: RoleNoun) -> Entity | None:
    """Who holds the role's office in the body told last that has one ("NATO met; the secretary-general said")."""
    if role.plural or not role.offices:
        return None
    for trace in told_before(discourse, sentence, token):
        key = trace.entities[0].id if len(trace.entities) == 1 else None
        if key in discourse.base.bodies and (found := _listed(discourse, role, key or "", heads=False)):
            return found
    return None


def holder_anywhere(discourse: Discourse, role: RoleNoun) -> Entity | None:
    """Who holds an office that there is only one of in the world ("the pope")."""
    if role.plural:
        return None
    return _first(discourse, (discourse.base.holding(office, "", discourse.when) for office in role.offices))


def _listed(discourse: Discourse, role: RoleNoun, key: str, *, heads: bool = True) -> Entity | None:
    """Who holds the role's office of a body or part; a head of any kind ("its chief") is whoever leads it."""
    base = discourse.base
    if key not in base.bodies:
        return None
    found = _first(discourse, (base.holding(office, key, discourse.when) for office in role.offices))
    if found or not heads or role.phrase not in base.coreference.heads or key not in base.actors:
        return found
    return _first(discourse, (base.heading(key, discourse.when),))


def _first(discourse: Discourse, tenures: Iterator[Tenure | None] | tuple[Tenure | None, ...]) -> Entity | None:
    tenure = next((t for t in tenures if t), None)
    return in_office_of(discourse.base.actors[tenure.person], Span(0, 1), tenure) if tenure else None


def _told(sentence: Sentence, owner: Entity) -> str:
    """The words that the sentence has for the owner ("London" for the United Kingdom)."""
    return " ".join(t.text for t in sentence.tokens if owner.span.start <= t.start and t.end <= owner.span.end)


def _part(discourse: Discourse, owner: Entity) -> bool:
    state = discourse.base.states.get(owner.code or "")
    return owner.kind == "state" and state is not None and owner.id != state.id


def _governs(role: RoleNoun, owner: Entity) -> bool:
    """Whether the office is one of the owner's country: the leader of a party is not the country's."""
    if owner.kind in ("organisation", "group"):
        return owner.sectors[:1] == role.sectors[:1] and owner.sectors[:1] in _OF_THE_STATE
    return owner.kind != "person" or owner.sectors[:1] in _OF_THE_STATE


def _fits(discourse: Discourse, role: RoleNoun, entity: Entity) -> bool:
    """Whether somebody named in the report holds the role's office, of a whole country."""
    if entity.role not in role.offices and entity.role != role.phrase:
        return False
    held = discourse.base.tenure(entity.id or "", discourse.when)
    return not (held and held.body) or held.body in discourse.base.actors
