"""Pronouns and definite noun phrases that stand for somebody named elsewhere."""

from __future__ import annotations

from tacitus.knowledge.coreference import Coreference
from tacitus.model import Mention, Sentence


def find_references(sentence: Sentence, words: Coreference) -> list[Mention]:
    """The pronouns of the sentence, and nouns such as "the pair", "both sides" or "the group"."""
    found: list[Mention] = []
    for i, token in enumerate(sentence.tokens):
        lower = token.text.lower()
        if token.tag in ("PRP", "PRP$") or (i == 0 and lower in words.pronouns):
            if lower in words.pronouns and not (lower == "us" and token.text == "US"):
                found.append(Mention(sentence.index, i, i, i, "pronoun", (words.pronouns[lower],)))
        elif lower in words.references or lower in words.two:
            keys = _classes(sentence, i, lower, words)
            if keys:
                found.append(Mention(sentence.index, i, i, i, "reference", keys))
    return found


def _classes(sentence: Sentence, i: int, lower: str, words: Coreference) -> tuple[str, ...]:
    """The classes that the phrase has: a pair needs two or both, the others a definite determiner."""
    tokens = sentence.tokens
    before = {tokens[c].text.lower() for c in sentence.children[i] if c < i}
    if lower in words.two:
        return (
            ("both",)
            if tokens[i].dep in ("nsubj", "nsubjpass", "pobj", "dobj", "poss") and before <= words.definite
            else ()
        )
    classes = words.references[lower]
    if before & words.two:
        return ("nations",) if "nations" in classes else ("both",) if "both" in classes else ()
    if not before & words.definite or before & words.indefinite:
        return ()
    if any(tokens[c].dep in ("prep", "poss") for c in sentence.children[i]):
        classes = tuple(c for c in classes if c != "nations")
    return tuple(c for c in classes if c != "both")
