"""Reporting frames: who, by which word, is told to say or think what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tacitus.knowledge.quoting import Quoting
from tacitus.model import Sentence

Manner = Literal["speech", "finding", "thought", "asking", "judging", "saying"]

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE = frozenset({"nsubjpass", "csubjpass"})
_OUTSIDE = frozenset({"punct", "mark"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "relcl", "advcl", "acl", "parataxis", "pcomp", "csubj", "csubjpass"})
_DEEP = 8


@dataclass(frozen=True, slots=True)
class Report:
    """A cue in its sentence with the head word of its speaker, if any, and the words of its content."""

    sentence: int
    cue: tuple[int, ...]
    speaker: int | None
    content: tuple[int, ...]
    manner: Manner


def find_reports(sentence: Sentence, lexicon: Quoting) -> tuple[Report, ...]:
    """The reporting frames of a sentence; those without content are cues of direct speech elsewhere."""
    return tuple(_reports(sentence, lexicon))


def _reports(sentence: Sentence, lexicon: Quoting) -> Iterator[Report]:
    for i, token in enumerate(sentence.tokens):
        lemma = token.lemma
        if token.tag[0] == "V":
            read = _according if lemma in lexicon.according else _verb
            report = read(sentence, i, lexicon)
        elif lemma in lexicon.nouns and token.tag[0] == "N":
            report = _noun(sentence, i, lexicon)
        else:
            continue
        if report is not None:
            yield report


def _according(sentence: Sentence, i: int, lexicon: Quoting) -> Report | None:
    """ "According to the ministry, ..." """
    for to in sentence.children[i]:
        if sentence.tokens[to].lemma in lexicon.according_to:
            said = _first(sentence, to, ("pobj",))
            if said is not None:
                clause = _clause(sentence, sentence.tokens[i].head)
                content = _without(sentence, clause, i)
                return Report(sentence.index, (i, to), said, content, "speech")
    return None


def _clause(sentence: Sentence, i: int) -> int:
    """The head of the clause that word `i` stands in."""
    for _ in range(_DEEP):
        token = sentence.tokens[i]
        if (token.dep in _CLAUSES and token.tag[0] in "VM") or token.head == i:
            return i
        i = token.head
    return i


def _verb(sentence: Sentence, i: int, lexicon: Quoting) -> Report | None:
    lemma = sentence.tokens[i].lemma
    manner = _manner(lemma, lexicon)
    if manner is None or sentence.tokens[i].dep in ("amod", "aux", "compound"):
        return None
    speaker = speaker_of(sentence, i, lexicon)
    clause = _first(sentence, i, ("ccomp",))
    if clause is not None and manner != "judging" and _is_clause(sentence, clause):
        return Report(sentence.index, (i,), speaker, _content(sentence, clause, i, lexicon), manner)
    if lemma in lexicon.speech:
        around = _around(sentence, i, lexicon)
        if around:
            return Report(sentence.index, (i,), speaker, around, "speech")
    if lemma in lexicon.asking:
        infinitive = _infinitive(sentence, i)
        if infinitive is not None:
            content = _content(sentence, infinitive, i, lexicon)
            return Report(sentence.index, (i,), speaker, content, "asking")
    if lemma in lexicon.judging:
        judged = _judged(sentence, i)
        if judged:
            return Report(sentence.index, (i,), speaker, judged, "judging")
    return Report(sentence.index, (i,), speaker, (), manner) if lemma in lexicon.speech else None


def _manner(lemma: str, lexicon: Quoting) -> Manner | None:
    if lemma in lexicon.speech:
        return "speech"
    if lemma in lexicon.finding:
        return "finding"
    if lemma in lexicon.thought:
        return "thought"
    if lemma in lexicon.asking:
        return "asking"
    return "judging" if lemma in lexicon.judging else None


def _is_clause(sentence: Sentence, i: int) -> bool:
    """Whether the complement has a subject or opener of its own, or is a whole statement without a verb."""
    deps = {sentence.tokens[c].dep for c in sentence.children[i]}
    return bool(deps & {"nsubj", "nsubjpass", "expl", "csubj", "mark", "attr"}) or sentence.tokens[i].tag[0] != "V"


def _infinitive(sentence: Sentence, i: int) -> int | None:
    for child in sentence.children[i]:
        if sentence.tokens[child].dep in ("xcomp", "ccomp") and any(
            sentence.tokens[c].tag == "TO" for c in sentence.children[child]
        ):
            return child
    return None


def _judged(sentence: Sentence, i: int) -> tuple[int, ...]:
    """The object and what is said of it: "described [the vote as a farce]"."""
    found: set[int] = set()
    for child in sentence.children[i]:
        if child > i and sentence.tokens[child].dep in ("dobj", "oprd", "ccomp", "xcomp", "prep", "dative"):
            found.update(sentence.subtree(child))
    return _tidy(sentence, sorted(found))


def _around(sentence: Sentence, i: int, lexicon: Quoting) -> tuple[int, ...]:
    """What a cue says that stands inside or after it: "The talks, he said, failed"; "as the army said"."""
    token = sentence.tokens[i]
    marked = _first(sentence, i, ("mark",))
    as_clause = token.dep == "advcl" and marked is not None and sentence.tokens[marked].lemma in lexicon.as_words
    if token.head != i and (token.dep == "parataxis" or as_clause):
        return _without(sentence, _clause(sentence, token.head), i)
    return ()


def _without(sentence: Sentence, clause: int, cue: int) -> tuple[int, ...]:
    left_out = set(sentence.subtree(cue))
    return _tidy(sentence, [i for i in sentence.subtree(clause) if i not in left_out])


def _content(sentence: Sentence, clause: int, cue: int, lexicon: Quoting) -> tuple[int, ...]:
    tokens = sentence.tokens
    left_out = {cue}
    for child in sentence.children[clause]:
        # "said it was safe and urged calm": the second verb is the speaker's, not the content's
        if tokens[child].dep == "conj" and tokens[child].lemma in lexicon.speech and not _has_subject(sentence, child):
            left_out.update(sentence.subtree(child))
            left_out.update(
                c for c in sentence.children[clause] if tokens[c].dep in ("cc", "punct") and clause < c < child
            )
    words = [i for i in sentence.subtree(clause) if i not in left_out]
    opener = next((i for i in words if tokens[i].dep != "punct"), None)
    if opener is not None and tokens[opener].lemma in lexicon.openers and tokens[opener].dep == "mark":
        words = [i for i in words if i > opener]
    return _tidy(sentence, words)


def _has_subject(sentence: Sentence, i: int) -> bool:
    return _first(sentence, i, _SUBJECTS | _PASSIVE) is not None


def _tidy(sentence: Sentence, words: list[int]) -> tuple[int, ...]:
    """The words without punctuation at either end."""
    first, last = 0, len(words)
    while first < last and sentence.tokens[words[first]].dep == "punct":
        first += 1
    while first < last and sentence.tokens[words[last - 1]].dep == "punct":
        last -= 1
    return tuple(words[first:last])


def _noun(sentence: Sentence, i: int, lexicon: Quoting) -> Report | None:
    """ "the army's claim that ..." """
    clause = next(
        (
            c
            for c in sentence.children[i]
            if sentence.tokens[c].dep in ("acl", "ccomp", "relcl") and _opened(sentence, c, lexicon)
        ),
        None,
    )
    if clause is None:
        return None
    speaker = _first(sentence, i, ("poss",))
    for child in sentence.children[i]:
        if speaker is None and sentence.tokens[child].lemma in lexicon.agents:
            speaker = _first(sentence, child, ("pobj",))
    return Report(sentence.index, (i,), speaker, _content(sentence, clause, i, lexicon), "saying")


def _opened(sentence: Sentence, clause: int, lexicon: Quoting) -> bool:
    mark = _first(sentence, clause, ("mark",))
    return mark is not None and sentence.tokens[mark].lemma in lexicon.openers


def speaker_of(sentence: Sentence, i: int, lexicon: Quoting) -> int | None:
    """The head word of who says: subject, agent, antecedent, or the subject of the verb it depends on."""
    for _ in range(_DEEP):
        token = sentence.tokens[i]
        subject = _first(sentence, i, _SUBJECTS)
        if subject is not None:
            return _antecedent(sentence, i, subject, lexicon)
        if _first(sentence, i, _PASSIVE) is not None:
            return _agent(sentence, i)
        if token.dep == "acl" and token.tag == "VBG" and sentence.tokens[token.head].tag[0] in "NP":
            return token.head
        if token.head == i or token.dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "aux"):
            return None
        i = _above(sentence, i, lexicon)
        if token.dep == "pcomp" and _quoted_as(sentence, i):
            return _first(sentence, sentence.tokens[i].head, _PASSIVE)
    return None


def _above(sentence: Sentence, i: int, lexicon: Quoting) -> int:
    """The verb whose subject is meant; in "said it was safe and urged calm" that of the saying."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    joined = token.dep == "conj" and token.lemma in lexicon.speech and head.dep == "ccomp"
    return head.head if joined else token.head


def _quoted_as(sentence: Sentence, i: int) -> bool:
    """ "was quoted as saying" """
    return sentence.tokens[i].dep == "prep" and _first(sentence, sentence.tokens[i].head, _PASSIVE) is not None


def _antecedent(sentence: Sentence, verb: int, subject: int, lexicon: Quoting) -> int:
    relative = sentence.tokens[subject].lemma in lexicon.relatives and sentence.tokens[subject].tag[0] == "W"
    head = verb
    for _ in range(_DEEP):
        if sentence.tokens[head].dep == "relcl":
            return sentence.tokens[head].head if relative else subject
        if not relative or sentence.tokens[head].dep != "conj":
            return subject
        head = sentence.tokens[head].head
    return subject


def _agent(sentence: Sentence, i: int) -> int | None:
    agent = _first(sentence, i, ("agent",))
    return None if agent is None else _first(sentence, agent, ("pobj",))


def _first(sentence: Sentence, i: int, deps: tuple[str, ...] | frozenset[str]) -> int | None:
    return next((c for c in sentence.children[i] if sentence.tokens[c].dep in deps), None)
