"""The country that a phrase without any of its own belongs to."""

from __future__ import annotations

from tacitus.model import Sentence
from tacitus.resolution.actors_discourse import Discourse

_REACH = 2  # sentences back
_SHARE = 2  # the report names no country more than so many times as often


def context_code(discourse: Discourse, sentence: Sentence, token: int) -> tuple[str | None, str]:
    """The country of the place of the sentence or of those just before, else the one the report names most, and why."""
    code = place_code(discourse, sentence)
    if code:
        return code, f"the sentence is set in {discourse.country_name(code)}"
    for back in range(sentence.index - 1, max(-1, sentence.index - 1 - _REACH), -1):
        code = place_code(discourse, discourse.sentences[back])
        if code and discourse.counts[code] * _SHARE >= max(discourse.counts.values()):
            return code, f"a sentence before is set in {discourse.country_name(code)}"
    code = discourse.dominant()
    if code:
        return code, f"the report names {discourse.country_name(code)} most"
    return None, "no country told"


def place_code(discourse: Discourse, sentence: Sentence) -> str | None:
    """The country of the first place that a preposition of place introduces."""
    words = discourse.base.coreference.place
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.dep != "pobj" or tokens[token.head].text.lower() not in words:
            continue
        code = discourse.places.get(token.start)
        if code:
            return code
        for entity in discourse.heads.get((sentence.index, i), ()):
            if entity.kind == "state" and entity.code:
                return entity.code
    return None
