"""Mention -> Entity: who the words stand for, and where the report gives no name, why it is thought so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tacitus.knowledge.actors import ActorBase, RoleNoun
from tacitus.knowledge.coreference import Coreference
from tacitus.model import Article, Entity, Mention, Sentence, Span
from tacitus.resolution.actors_belonging import owners
from tacitus.resolution.actors_context import context_code
from tacitus.resolution.actors_discourse import Discourse, Trace, entity_on
from tacitus.resolution.actors_names import (
    belongs_elsewhere,
    count_countries,
    generic,
    known_again,
    resolve_name,
)
from tacitus.resolution.actors_people import Titles, find_titles, learn_acronym, resolve_unknown, with_titles
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
        if found := self._before(parse, token):
            return found
        for word in self.coreference.inner:
            for child in parse.children[token]:
                if parse.tokens[child].text.lower() == word and (found := self._objects(parse, child)):
                    return found
        return ()

    def country(self, sentence: int) -> tuple[str | None, str]:
        """The country that the sentence is about, and why it is thought so."""
        return self.countries[sentence]

    def _objects(self, parse: Sentence, preposition: int) -> tuple[Entity, ...]:
        for child in parse.children[preposition]:
            # "imports of Chinese toys": the actor is named before what the phrase is of.
            found = self._joined(parse, child) or self._before(parse, child)
            if found:
                return found
        return ()

    def _before(self, parse: Sentence, noun: int) -> tuple[Entity, ...]:
        """The actors that own a noun, else those that its modifiers name."""
        for deps in (frozenset({"poss"}), _MODIFIERS):
            for child in parse.children[noun]:
                if parse.tokens[child].dep in deps and (found := self._joined(parse, child)):
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

    def sovereign(name: str) -> str | None:
        code = countries_of(name) if name.lower() not in actors.coreference.nowhere else None
        return actors.sovereigns.get(code or "", code)

    discourse = Discourse(actors, article.published, sentences, sovereign, traces=[[] for _ in sentences])
    count_countries(discourse, list(mentions))
    by_sentence: list[list[Mention]] = [[] for _ in sentences]
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    spoken: list[Mention] = []
    for here in by_sentence:
        spoken += _resolve_sentence(discourse, here)
    for mention in spoken:
        if mention.kind == "role":
            _put_role(discourse, mention, mention.keys[0])
        else:
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
    by_head = {m.head: m for m in mentions if m.kind == "reference"}
    spoken = []
    for mention in _owners_first(sentence, mentions):
        if mention.kind == "name" and mention.first not in named:
            if phrase := _is_role(discourse, mention):
                _put_role(discourse, mention, phrase)
        elif mention.kind == "name":
            _put_name(discourse, mention, named[mention.first], titles)
        elif mention.kind == "unknown":
            _put_unknown(discourse, mention, titles)
        elif mention.kind == "pronoun" and mention.keys[0] in ("speaker", "speakers"):
            spoken.append(mention)
        elif mention.kind == "pronoun":
            plural = mention.keys[0] == "plural"
            discourse.put(mention.sentence, mention.head, resolve_pronoun(discourse, mention), plural=plural)
        elif mention.kind == "reference":
            _put_reference(discourse, mention)
        elif any(p.head in sentence.children[mention.head] for p in spoken):
            spoken.append(mention)  # "our troops"
        elif (mention.sentence, mention.head) not in discourse.heads and mention.head not in claimed:
            _put_role(discourse, mention, mention.keys[0], by_head.get(mention.head))
    _mend(discourse, sentence)
    _join(discourse, sentence)
    return spoken


def _mend(discourse: Discourse, sentence: Sentence) -> None:
    """Gives a verb its subject where the parse takes the end of a place ("Police in Ferguson, Missouri said")."""
    tokens, heads = sentence.tokens, discourse.heads
    for i in range(4, len(tokens)):
        preposition = tokens[i - 2].head
        noun = tokens[preposition].head
        place = tokens[i].dep == "nsubj" and tokens[i - 1].text == "," and tokens[i - 2].dep == "pobj"
        told = tokens[preposition].text.lower() in discourse.base.coreference.place
        twice = tokens[noun].dep == "nsubj" and tokens[noun].head == tokens[i].head
        if place and told and twice and (sentence.index, noun) in heads:
            heads[sentence.index, i] = heads[sentence.index, noun]


def _owners_first(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """The mentions in order, but those of a phrase after a preposition before the word it belongs to."""
    heads = {m.head: m for m in mentions if m.kind == "role"}
    ordered: dict[Mention, None] = {}

    def visit(mention: Mention) -> None:
        if mention not in ordered and mention.kind == "role":
            for child in sentence.children[mention.head]:
                for inner in sentence.children[child] if sentence.tokens[child].dep == "prep" else ():
                    if inner in heads and heads[inner] is not mention:
                        visit(heads[inner])
        ordered[mention] = None

    for mention in mentions:
        visit(mention)
    return list(ordered)


def _resolve_names(discourse: Discourse, mentions: list[Mention]) -> dict[int, Entity]:
    """The known names first, since owners may stand after what they own ("police in Kenya")."""
    named = {}
    for mention in mentions:
        if mention.kind == "name":
            entity = None if _is_role(discourse, mention) else resolve_name(discourse, mention)
            if entity:
                learn_acronym(discourse, discourse.sentences[mention.sentence], mention, entity)
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


def _is_role(discourse: Discourse, mention: Mention) -> str | None:
    """The role noun that the name is to be read as, the report being about another country."""
    phrase = generic(discourse, mention)
    if phrase is None:
        return None
    found = owners(discourse, discourse.sentences[mention.sentence], mention.first, mention.head)
    codes = {discourse.base.actors[k].code for k in mention.keys}
    if found and found[0].entity.kind == "state":
        return phrase if found[0].entity.code not in codes else None
    return phrase if belongs_elsewhere(discourse, mention, phrase) else None


def _put_unknown(discourse: Discourse, mention: Mention, titles: Titles) -> None:
    entity = resolve_unknown(discourse, mention, titles.get(mention.first, []))
    if entity:
        learn_acronym(discourse, discourse.sentences[mention.sentence], mention, entity)
        _put_name(discourse, mention, entity, titles)


def _join(discourse: Discourse, sentence: Sentence) -> None:
    """Lets "they" and "the two" find those joined by "and"."""
    for (index, token), entities in [(k, v) for k, v in discourse.heads.items() if k[0] == sentence.index]:
        joined = list(entities)
        below = [c for c in sentence.children[token] if sentence.tokens[c].dep == "conj"]
        while below:
            child = below.pop(0)
            joined += discourse.heads.get((index, child), ())
            below += [c for c in sentence.children[child] if sentence.tokens[c].dep == "conj"]
        subject = sentence.tokens[token].dep in ("nsubj", "nsubjpass")
        if subject and len(joined) == 1:
            joined += _companions(discourse, sentence, token, joined[0])
        if len(joined) > len(entities):
            discourse.traces[index].append(Trace(token, tuple(joined), subject, True, ""))


def _companions(discourse: Discourse, sentence: Sentence, token: int, entity: Entity) -> tuple[Entity, ...]:
    """Who takes part beside the subject ("Okello met with Mbeki")."""
    tokens, together = sentence.tokens, discourse.base.coreference.together
    for child in sentence.children[tokens[token].head]:
        if tokens[child].text.lower() in together and tokens[child].dep == "prep":
            for inner in sentence.children[child]:
                found = discourse.heads.get((sentence.index, inner), ())
                if found and found[0].kind == entity.kind and found[0].name != entity.name:
                    return found
    return ()


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
            discourse.put(mention.sentence, title.head, (entity,))
    else:
        for title in told:
            _put_role(discourse, title, title.keys[0])
        if entity.code and entity.kind in ("organisation", "group"):
            last = discourse.sentences[mention.sentence].tokens[mention.last].text.lower()
            if last in discourse.base.role_by_phrase:
                discourse.role_codes[last] = entity
    discourse.put(mention.sentence, mention.head, (entity,))


def _put_role(discourse: Discourse, mention: Mention, phrase: str, again: Mention | None = None) -> None:
    """Records a role noun; one that may refer back ("the group") does so unless its owner is told."""
    word = discourse.sentences[mention.sentence].tokens[mention.head]
    if word.tag == "NNP" and mention.first == mention.last and (known := known_again(discourse, word.text)):
        discourse.put(mention.sentence, mention.head, (replace(known, span=Span(word.start, word.end)),))
        return
    if again and not owners(discourse, discourse.sentences[mention.sentence], mention.first, mention.head):
        found = resolve_reference(discourse, again)
        if found:
            discourse.put(mention.sentence, mention.head, found)
            return
    role = discourse.base.role_by_phrase[phrase]
    words, last = discourse.base.coreference, phrase.split()[-1]
    gender = "male" if last in words.male_titles else "female" if last in words.female_titles else ""
    plural = role.plural or role.kind == "group"
    entities = resolve_role(discourse, mention, phrase)
    learn_acronym(discourse, discourse.sentences[mention.sentence], mention, entities[0])
    discourse.put(mention.sentence, mention.head, entities, plural=plural, gender=gender, trace=_acts(role, entities))


def _acts(role: RoleNoun, entities: tuple[Entity, ...]) -> bool:
    """Whether a pronoun may stand for what the noun does: not for "members" or "sources" of nobody told."""
    return bool(role.sectors) or any(e.id or e.sectors for e in entities)


def _put_reference(discourse: Discourse, mention: Mention) -> None:
    """A pair beats what the noun says by itself; other references only fill what nothing else has."""
    place = (mention.sentence, mention.head)
    if "both" in mention.keys or "pair" in mention.keys or place not in discourse.heads:
        found = resolve_reference(discourse, mention)
        if found:
            discourse.put(*place, found)
