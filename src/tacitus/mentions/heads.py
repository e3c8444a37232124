"""Which word heads a stretch of words."""

from __future__ import annotations

from tacitus.model import Sentence


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The last word of the stretch that depends on a word outside it (or is the root)."""
    tokens = sentence.tokens
    for i in range(last, first - 1, -1):
        head = tokens[i].head
        if (head == i or not first <= head <= last) and tokens[i].dep not in ("case", "punct"):
            return i
    return last
