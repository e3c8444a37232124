"""The country that a phrase without any of its own belongs to."""

from __future__ import annotations

from tacitus.model import Sentence
from tacitus.resolution.actors_discourse import Discourse


def context_code(discourse: Discourse, sentence: Sentence, token: int) -> tuple[str | None, str]:
    """The country of the sentence's place, else the one the report names most, and why."""
    code = place_code(discourse, sentence)
    if code:
        return code, f"the sentence is set in {discourse.country_name(code)}"
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
