"""Sentence -> Predicate: what says that something happens, with its arguments made uniform over all wordings."""

from __future__ import annotations

from collections.abc import Iterator

from tacitus.knowledge.frames import FrameBase
from tacitus.knowledge.lexicon import Lexicon
from tacitus.model import Argument, PartOfSpeech, Predicate, Sentence, Tense
from tacitus.predicates.nouns import carrier, light_verb, noun_arguments
from tacitus.predicates.operators import operators_of
from tacitus.predicates.phrases import clause_arguments, governor_of, phrase_arguments
from tacitus.predicates.tree import below, is_verb, nearby_words
from tacitus.predicates.verbs import VerbReader

_AUXILIARY = ("aux", "auxpass", "amod")
_MUTUAL = ("between", "among")
_TOGETHER = "with"


def find_predicates(sentence: Sentence, lexicon: Lexicon, frames: FrameBase) -> tuple[Predicate, ...]:
    """The predicates of a sentence, in order: its verbs, and the nouns and adjectives that some frame knows."""
    reader = VerbReader(sentence, lexicon)
    found = []
    for i, token in enumerate(sentence.tokens):
        if token.tag[0] not in "VNMJ":
            continue
        lemma = _hyphened(sentence, i, frames) or lexicon.spelled(token.lemma)
        if token.tag == "MD" and frames.woken("verb", lemma) and is_verb(sentence, token.head):
            found.append(_modal(reader, i, lemma, frames))
        elif token.tag.startswith("VB"):
            if token.dep not in _AUXILIARY:
                found.append(_verb(reader, i, lemma, frames))
        elif token.tag.startswith("N") and token.dep != "compound" and frames.woken("noun", lemma):
            if not _is_date(sentence, i):
                found.append(_noun(reader, i, lemma, frames))
        elif token.tag.startswith("JJ") and token.dep != "amod" and frames.woken("adjective", lemma):
            found.append(_adjective(reader, i, lemma, frames))
    return tuple(found)


def _is_date(sentence: Sentence, i: int) -> bool:
    """Whether it is a month's name and no deed ("in March 2003")."""
    token = sentence.tokens[i]
    bare = all(sentence.tokens[c].tag in ("CD", ",") for c in sentence.children[i])
    return token.tag == "NNP" and token.dep == "pobj" and bare


def _hyphened(sentence: Sentence, i: int, frames: FrameBase) -> str | None:
    """ "test-fired": the parser's three words, where frames know them as one."""
    tokens = sentence.tokens
    if i < 2 or tokens[i - 1].text != "-" or tokens[i - 2].end + 1 != tokens[i].start:
        return None
    lemma = f"{tokens[i - 2].lemma}-{tokens[i].lemma}"
    return lemma if frames.woken("verb" if is_verb(sentence, i) else "noun", lemma) else None


def _verb(reader: VerbReader, i: int, lemma: str, frames: FrameBase) -> Predicate:
    sentence, lexicon = reader.sentence, reader.lexicon
    arguments = []
    subjects, objects = reader.subjects(i), reader.objects(i)
    if subjects:
        arguments.append(Argument("subject", subjects))
    if objects:
        arguments.append(Argument("object", objects))
    arguments.extend(clause_arguments(sentence, i, lexicon))
    phrases = list(phrase_arguments(sentence, i, lexicon))
    if not subjects:  # "fighting between the army and rebels"
        arguments.extend(Argument("subject", a.heads) for a in phrases if a.role in _MUTUAL)
    if reached := reader.given(i):
        arguments.append(Argument("to", reached))
    arguments.extend(phrases)
    # "signed a deal with Mali": the parser hangs the phrase on the object as often as on the verb.
    for done_to in objects[:1]:
        if sentence.tokens[done_to].head == i:
            hung = list(phrase_arguments(sentence, done_to, lexicon))
            arguments.extend(a for a in hung if a.role != lexicon.partitive)
            # "signed a memorandum of understanding with Mali"
            named = [a.heads[0] for a in hung if a.role == lexicon.partitive]
            arguments.extend(a for h in named for a in phrase_arguments(sentence, h, lexicon) if a.role == _TOGETHER)
            arguments.extend(a for a in clause_arguments(sentence, done_to, lexicon) if a.role == "infinitive")
    arguments.extend(_deeds(sentence, arguments, lexicon, frames))
    return _predicate(reader, i, lemma, "verb", _first_of_each(arguments), frames=frames)


def _deeds(sentence: Sentence, arguments: list[Argument], lexicon: Lexicon, frames: FrameBase) -> Iterator[Argument]:
    """In the course of what it happens: "killed in clashes with the army", "seized during a raid by police"."""
    for argument in arguments:
        heads = tuple(h for h in argument.heads if frames.woken("noun", lexicon.spelled(sentence.tokens[h].lemma)))
        if argument.role in lexicon.course and heads:
            yield Argument("deed", heads)


def _modal(reader: VerbReader, i: int, lemma: str, frames: FrameBase) -> Predicate:
    """ "must withdraw": the modal with the subject of its verb, which is its infinitive."""
    verb = reader.sentence.tokens[i].head
    arguments = [Argument("infinitive", (verb,))]
    subjects = reader.surface(verb)
    if subjects:
        arguments.append(Argument("subject", subjects))
    return _predicate(reader, i, lemma, "verb", tuple(arguments), frames=frames)


def _noun(reader: VerbReader, i: int, lemma: str, frames: FrameBase) -> Predicate:
    top = carrier(reader.sentence, i, reader.lexicon)
    light = light_verb(reader.sentence, top, reader.lexicon)
    arguments = noun_arguments(reader, i, light)
    if top != i:
        arguments.extend(a for a in noun_arguments(reader, top, light) if a.role != "object")
    arguments.extend(clause_arguments(reader.sentence, i, reader.lexicon))
    token = reader.sentence.tokens[i]
    if token.dep == "attr" and is_verb(reader.sentence, token.head):
        arguments.append(Argument("judged", reader.subjects(token.head)))
    return _predicate(reader, i, lemma, "noun", _first_of_each(arguments), light=light, frames=frames)


def _adjective(reader: VerbReader, i: int, lemma: str, frames: FrameBase) -> Predicate:
    sentence = reader.sentence
    arguments = []
    token = sentence.tokens[i]
    copula = token.head if token.dep in ("acomp", "attr", "oprd") and is_verb(sentence, token.head) else None
    if copula is not None:
        subjects = reader.subjects(copula)
        if subjects:
            arguments.append(Argument("subject", subjects))
    arguments.extend(clause_arguments(sentence, i, reader.lexicon))
    arguments.extend(phrase_arguments(sentence, i, reader.lexicon))
    return _predicate(reader, i, lemma, "adjective", _first_of_each(arguments), light=copula, frames=frames)


def _predicate(reader: VerbReader, i: int, lemma: str, pos: PartOfSpeech, arguments: tuple[Argument, ...], *,
               frames: FrameBase, light: int | None = None) -> Predicate:  # fmt: skip
    sentence, lexicon = reader.sentence, reader.lexicon
    above = _above(reader, i if light is None else light, frames)
    return Predicate(
        sentence=sentence.index,
        head=i,
        lemma=lemma,
        pos=pos,
        arguments=arguments,
        words=_words(reader, i) if (pos, lemma) in frames.phrases else (),
        light=light,
        governor=above[0] if above else None,
        relation=above[1] if above else None,
        tense=_tense(sentence, i if light is None else light),
        operators=operators_of(sentence, i, light, lexicon),
    )


def _above(reader: VerbReader, i: int, frames: FrameBase) -> tuple[int, str] | None:
    """What governs the word: its modal where frames know that, else the word that it is content or object of."""
    sentence, lexicon = reader.sentence, reader.lexicon
    if sentence.tokens[i].tag == "MD":
        return governor_of(sentence, sentence.tokens[i].head, lexicon)
    for modal in below(sentence, i, "aux"):
        if sentence.tokens[modal].tag == "MD" and frames.woken("verb", lexicon.spelled(sentence.tokens[modal].lemma)):
            return modal, "infinitive"
    return governor_of(sentence, i, lexicon)


def _words(reader: VerbReader, i: int) -> tuple[tuple[int, str], ...]:
    return tuple((j, reader.lexicon.spelled(lemma)) for j, lemma in nearby_words(reader.sentence, i))


def _first_of_each(arguments: list[Argument]) -> tuple[Argument, ...]:
    found: dict[str, Argument] = {}
    for argument in arguments:
        found.setdefault(argument.role, argument)
    return tuple(found.values())


def _tense(sentence: Sentence, i: int) -> Tense:
    token = sentence.tokens[i]
    tags = {sentence.tokens[c].tag: c for c in below(sentence, i, "aux", "auxpass")}
    if "MD" in tags:
        return "future"
    if token.tag == "VBD" or "VBD" in tags:
        return "past"
    if token.tag in ("VBZ", "VBP") or "VBZ" in tags or "VBP" in tags:
        return "present"
    return "none"
