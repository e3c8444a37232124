"""Words that the parser takes apart at their hyphen."""

from tacitus.model import Sentence, Token
from tacitus.predicates.hyphens import mended

_WHOLE = frozenset({"cease-fire"})


def _sentence(text: str, *words: str) -> Sentence:
    tokens, start = [], 0
    for word in words:
        start = text.index(word, start)
        tokens.append(Token(word, word.lower(), "NN", "dep", 0, start, start + len(word)))
        start += len(word)
    return Sentence(0, tuple(tokens), tuple(() for _ in tokens), "body", 0)


def _lemmas(sentence: Sentence) -> list[str]:
    return [token.lemma for token in mended(sentence, _WHOLE).tokens]


def test_the_last_part_bears_the_lemma_of_the_whole() -> None:
    assert _lemmas(_sentence("The Cease-fire", "The", "Cease", "-", "fire")) == ["the", "cease", "-", "cease-fire"]


def test_words_that_are_not_listed_stay_in_their_parts() -> None:
    assert _lemmas(_sentence("Forest-fire", "Forest", "-", "fire")) == ["forest", "-", "fire"]


def test_a_dash_between_words_joins_nothing() -> None:
    assert _lemmas(_sentence("cease - fire", "cease", "-", "fire")) == ["cease", "-", "fire"]
