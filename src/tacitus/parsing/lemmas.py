"""Words -> lemmas, by the rule tables that a spaCy model carries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Rules = Mapping[str, list[list[str]]]
Exceptions = Mapping[str, Mapping[str, list[str]]]
Index = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Lemmatizer:
    """Lemmas in lower case for Penn-tagged words; each (word, tag) is worked out once."""

    rules: Rules
    exceptions: Exceptions
    index: Index
    known: dict[tuple[str, str], str] = field(default_factory=dict)

    def __call__(self, word: str, tag: str) -> str:
        """The lemma of `word` under a Penn `tag`."""
        key = (word, tag)
        lemma = self.known.get(key)
        if lemma is None:
            lemma = self.known[key] = self._work_out(word.lower(), tag)
        return lemma

    def _work_out(self, word: str, tag: str) -> str:
        part = _part_of_speech(tag)
        if part is None:
            return word
        exceptions = self.exceptions.get(part, {}).get(word)
        if exceptions:
            return exceptions[0]
        index = self.index.get(part, frozenset())
        forms = [word[: -len(old)] + new for old, new in self.rules.get(part, []) if old and word.endswith(old)]
        known = [form for form in forms if form in index]
        if known:
            return known[0]
        return word if word in index or not forms else forms[0]


def _part_of_speech(tag: str) -> str | None:
    """The table to use; singular nouns and names, and bare verbs, are their own lemmas."""
    if tag in ("NNS", "NNPS"):
        return "noun"
    if tag in ("VBD", "VBG", "VBN", "VBZ", "VBP", "MD"):
        return "verb"
    if tag in ("JJR", "JJS"):
        return "adj"
    return None
