"""Known names in the text, matched to the words of the parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tacitus.knowledge.actors import ActorBase, Reading
from tacitus.mentions.heads import head_of
from tacitus.model import Mention, Sentence, Text, Token


def find_names(text: Text, sentences: Sequence[Sentence], actors: ActorBase) -> list[list[Mention]]:
    """The names of the actor base in each sentence, longest first where they overlap."""
    found: list[list[Mention]] = [[] for _ in sentences]
    starts = [s.start for s in sentences]
    for start, end, readings in actors.find(text.clean):
        place = bisect_right(starts, start) - 1
        if place < 0 or end > sentences[place].end:
            continue
        mention = _mention(sentences[place], start, end, readings)
        if mention and not (found[place] and found[place][-1].last >= mention.first):
            found[place].append(mention)
    return found


def _mention(sentence: Sentence, start: int, end: int, readings: tuple[Reading, ...]) -> Mention | None:
    tokens = sentence.tokens
    first = bisect_right(tokens, start, key=lambda t: t.start) - 1
    last = bisect_right(tokens, end - 1, key=lambda t: t.start) - 1
    if first < 0 or tokens[first].end <= start or _shouted(tokens, first, last):
        return None
    keys, hows = tuple(r.actor for r in readings), tuple(r.how for r in readings)
    return Mention(sentence.index, head_of(sentence, first, last), first, last, "name", keys, hows)


def _shouted(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a two-letter name is a word of a line in capitals ("THIS IS WAR")."""
    token = tokens[first]
    if first != last or len(token.text) > 2 or not token.text.isupper() or token.tag.startswith("N"):
        return False
    beside = [t.text for t in tokens[max(0, first - 2) : first + 3] if t.text.isalpha() and len(t.text) > 2]
    return bool(beside) and all(word.isupper() for word in beside)
