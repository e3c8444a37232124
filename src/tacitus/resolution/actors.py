"""Mention -> Entity: who the words stand for, and where the report gives no name, why it is thought so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tacitus.knowledge.actors import ActorBase
from tacitus.knowledge.coreference import Coreference
from tacitus.model import Article, Entity, Mention, Sentence
from tacitus.resolution.actors_context import context_code
from tacitus.resolution.actors_discourse import Discourse, entity_on
from tacitus.resolution.actors_names import count_countries, resolve_name
from tacitus.resolution.actors_people import Titles, find_titles, resolve_unknown, with_titles
from tacitus.resolution.actors_pronouns import resolve_pronoun, resolve_reference
from tacitus.resolution.actors_roles import resolve_role

__all__ = ["Cast", "entity_on", "resolve_actors"]

_MODIFIERS = frozenset({"amod", "compound", "nmod"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a report, to be asked for by the word that heads a noun phrase."""

    sentences: Sequence[Sentence]
    heads: Mapping[tuple[int, int], tuple[Entity, ...]]
    countries: Mapping[int, tuple[str | None, str]]
    coreference: Coreference

    def at(self, sentence: int, token: int) -> tuple[Entity, ...]:
        """The actors that the noun phrase headed by the word stands for; empty if it is none."""
        return self.heads.get((sentence, token), ())

    def within(self, sentence: int, token: int) -> tuple[Entity, ...]:
        """The actors named inside the phrase: whose, else which, else by, of, from or against whom."""
        parse = self.sentences[sentence]
        below, tokens = parse.children[token], parse.tokens
        for deps in (frozenset({"poss"}), _MODIFIERS):
            for child in below:
                if tokens[child].dep in deps and (found := self._joined(parse, child)):
                    return found
        for word in self.coreference.inner:
            for child in below:
                if tokens[child].text.lower() == word and (found := self._objects(parse, child)):
                    return found
        return ()

    def country(self, sentence: int) -> tuple[str | None, str]:
        """The country that the sentence is about, and why it is thought so."""
        return self.countries[sentence]

    def _objects(self, parse: Sentence, preposition: int) -> tuple[Entity, ...]:
        for child in parse.children[preposition]:
            found = self._joined(parse, child)
            if found:
                return found
        return ()

    def _joined(self, parse: Sentence, token: int) -> tuple[Entity, ...]:
        """The actors at a word and at those joined to it by "and"."""
        found = list(self.at(parse.index, token))
        for child in parse.children[token]:
            if parse.tokens[child].dep == "conj":
                found += self._joined(parse, child)
        return tuple(found)


def resolve_actors(
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    article: Article,
    actors: ActorBase,
    countries_of: Callable[[str], str | None],
) -> Cast:
    """Reads the mentions in the order of the text; offices are those of the day the article appeared.

    `countries_of` gives the country (ISO alpha-3) of a place name as the report uses it.
    """
    discourse = Discourse(actors, article.published, sentences, countries_of, traces=[[] for _ in sentences])
    count_countries(discourse, list(mentions))
    by_sentence: list[list[Mention]] = [[] for _ in sentences]
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    spoken: list[Mention] = []
    for here in by_sentence:
        spoken += _resolve_sentence(discourse, here)
    for mention in spoken:
        discourse.heads[mention.sentence, mention.head] = resolve_pronoun(discourse, mention)
    countries = {s.index: context_code(discourse, s, 0) for s in sentences}
    return Cast(sentences, discourse.heads, countries, actors.coreference)


def _resolve_sentence(discourse: Discourse, mentions: list[Mention]) -> list[Mention]:
    """Resolves one sentence; returns the pronouns that need the whole report ("I", "we")."""
    if not mentions:
        return []
    sentence = discourse.sentences[mentions[0].sentence]
    titles = find_titles(sentence, mentions)
    named = _resolve_names(discourse, mentions)
    claimed = {t.head for told in titles.values() for t in told}
    spoken = []
    for mention in mentions:
        if mention.kind == "name":
            _put_name(discourse, mention, named.get(mention.first), titles)
        elif mention.kind == "unknown":
            _put_name(
                discourse, mention, resolve_unknown(discourse, mention, titles.get(mention.first, [])), titles
            )
        elif mention.kind == "pronoun" and mention.keys[0] in ("speaker", "speakers"):
            spoken.append(mention)
        elif mention.kind == "pronoun":
            plural = mention.keys[0] == "plural"
            discourse.put(mention.sentence, mention.head, resolve_pronoun(discourse, mention), plural=plural)
        elif mention.kind == "reference":
            _put_reference(discourse, mention)
        elif (mention.sentence, mention.head) not in discourse.heads and mention.head not in claimed:
            _put_role(discourse, mention)
    return spoken


def _resolve_names(discourse: Discourse, mentions: list[Mention]) -> dict[int, Entity]:
    """The known names first, since owners may stand after what they own ("police in Kenya")."""
    named = {}
    for mention in mentions:
        if mention.kind == "name":
            entity = resolve_name(discourse, mention)
            if entity:
                named[mention.first] = entity
                discourse.heads[mention.sentence, mention.head] = (entity,)
        elif mention.kind == "unknown":
            _note_place(discourse, mention)
    return named


def _note_place(discourse: Discourse, mention: Mention) -> None:
    tokens = discourse.sentences[mention.sentence].tokens
    first, last = tokens[mention.first], tokens[mention.last]
    words = " ".join(t.text for t in tokens[mention.first : mention.last + 1])
    code = discourse.countries_of(words) if first.start <= last.start else None
    if code:
        discourse.places[tokens[mention.head].start] = code


def _put_name(discourse: Discourse, mention: Mention, entity: Entity | None, titles: Titles) -> None:
    """Records a name, and the same for the titles that tell about it."""
    if entity is None:
        return
    told = titles.get(mention.first, [])
    if entity.kind == "person":
        if told:
            entity = with_titles(discourse, entity, told)
            discourse.remember(entity)
        for title in told:
            discourse.heads[mention.sentence, title.head] = (entity,)
    else:
        for title in told:
            _put_role(discourse, title)
    discourse.put(mention.sentence, mention.head, (entity,))


def _put_role(discourse: Discourse, mention: Mention) -> None:
    role = discourse.base.role_by_phrase[mention.keys[0]]
    plural = role.plural or role.kind == "group"
    discourse.put(mention.sentence, mention.head, resolve_role(discourse, mention), plural=plural)


def _put_reference(discourse: Discourse, mention: Mention) -> None:
    """A pair beats what the noun says by itself; other references only fill what nothing else has."""
    place = (mention.sentence, mention.head)
    if "both" in mention.keys or "pair" in mention.keys or place not in discourse.heads:
        found = resolve_reference(discourse, mention)
        if found:
            discourse.put(*place, found)
