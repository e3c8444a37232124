"""What the words of a passage are evidence of: modes and contexts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tacitus.knowledge.evidence import Evidence, Wordings
from tacitus.model import Sentence


def wordings_in(sentence: Sentence, indices: Sequence[int], wordings: Wordings) -> Iterator[tuple[str, int]]:
    """Every (meaning, index of its first word) that the words at `indices` are evidence of, in their order."""
    tokens = sentence.tokens
    for i in indices:
        for lemmas, meaning in wordings.get(tokens[i].lemma, ()):
            if len(lemmas) == 1 or lemmas == tuple(t.lemma for t in tokens[i : i + len(lemmas)]):
                yield meaning, i


def mode_in(sentence: Sentence, indices: Sequence[int], type_: str, evidence: Evidence) -> tuple[str, int] | None:
    """The mode of `type_` that the words are evidence of, the one that stands first in the data, and the word."""
    found = list(wordings_in(sentence, indices, evidence.modes.get(type_, {})))
    return min(found, key=lambda f: evidence.rank[type_, f[0]], default=None)


def contexts_of(
    sentence: Sentence, evidence: Evidence, kind: tuple[str, str | None], codes: Collection[str]
) -> tuple[str, ...]:
    """The contexts of an event of a type and mode among these countries: by its kind, then by the sentence's words."""
    type_, mode = kind
    of_kind = [*evidence.always.get(type_, ()), *evidence.always.get(f"{type_}/{mode}", ())]
    if codes:
        of_kind += (evidence.between if len(codes) > 1 else evidence.within).get(type_, ())
    told = (c for c, _ in wordings_in(sentence, range(len(sentence.tokens)), evidence.contexts))
    return tuple(dict.fromkeys([*of_kind, *told]))
