"""Sentence -> Mention: names, role nouns, pronouns, references and unknown names, found but not yet resolved."""

from __future__ import annotations

from collections.abc import Container, Sequence

from tacitus.knowledge.actors import ActorBase
from tacitus.mentions.crowds import find_crowds
from tacitus.mentions.names import find_names
from tacitus.mentions.references import find_references
from tacitus.mentions.roles import find_roles
from tacitus.mentions.unknown import find_unknown
from tacitus.model import Mention, Sentence, Text


def find_mentions(text: Text, sentences: Sequence[Sentence], actors: ActorBase) -> tuple[Mention, ...]:
    """All words that may stand for an actor, by sentence and place; names and role nouns do not overlap."""
    names = find_names(text, sentences, actors)
    found: list[Mention] = []
    for sentence, known in zip(sentences, names, strict=True):
        taken = {i for m in known for i in range(m.first, m.last + 1)}
        roles = find_roles(sentence, actors, taken)
        titled = {m.last for m in roles}
        known = [m for m in known if not _other_bearer(sentence, m, taken | titled, actors)]
        known = [m for m in known if not _opens_name(sentence, m, taken, actors)]
        taken = {i for m in known for i in range(m.first, m.last + 1)}
        here = [*known, *roles, *find_references(sentence, actors.coreference)]
        taken.update(i for m in roles for i in range(m.first, m.last + 1))
        here += find_crowds(sentence, actors, taken)
        here += find_unknown(sentence, actors.coreference, taken)
        here.sort(key=lambda m: (m.first, m.last))
        found += here
    return tuple(found)


def _other_bearer(sentence: Sentence, mention: Mention, taken: Container[int], actors: ActorBase) -> bool:
    """Whether a surname of somebody known stands after a given name that is not theirs ("Rita Merkel")."""
    tokens, before = sentence.tokens, mention.first - 1
    while before > 0 and tokens[before].text.lower() in actors.coreference.particles:
        before -= 1
    if mention.first != mention.last or before < 0 or before in taken:
        return False
    token = tokens[before]
    given = token.tag == "NNP" and token.text[0].isupper() and token.head == mention.head and len(token.text) > 2
    return given and all(actors.actors[key].kind == "person" for key in mention.keys)


def _opens_name(sentence: Sentence, mention: Mention, taken: Container[int], actors: ActorBase) -> bool:
    """Whether a vague bloc only opens the name of somebody unknown ("the Sahel Freedom Army")."""
    after = mention.last + 1
    if after >= len(sentence.tokens) or after in taken or sentence.tokens[after].tag != "NNP":
        return False
    compound = sentence.tokens[mention.head].dep == "compound"
    return compound and all(actors.actors[key].kind == "bloc" for key in mention.keys)
