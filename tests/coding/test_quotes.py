"""Quotes: what is said, by whom, by which word; and the source of any word."""

from pathlib import Path

import pytest
from told import sentences_of, text_of

import tacitus
from tacitus.coding.quotes import Speech, find_quotes, read_speech
from tacitus.knowledge.quoting import load_quoting
from tacitus.model import Entity, Quote

LEXICON = load_quoting(Path(tacitus.__file__).parent / "data")


def speech(text: str) -> Speech:
    return read_speech(text_of(text), sentences_of(text), LEXICON, lambda sentence, token: ())


def told(text: str, quote: Quote) -> tuple[str, str | None, str | None]:
    cue = text[quote.cue.start : quote.cue.end] if quote.cue else None
    return text[quote.span.start : quote.span.end], quote.speaker.name if quote.speaker else None, cue


@pytest.mark.parametrize(
    ("expected", "direct", "text"),
    [
        (
            [
                ("The talks failed,", "Ana Ruiz", "said"),
                ("We will not return to the table.", "Ana Ruiz", None),
            ],
            True,
            '"The talks failed," Ana Ruiz said. "We will not return to the table."',
        ),
        (
            [("We won,", "he", "told"), ("Now we must build a country for all.", "he", None)],
            True,
            'Paz spoke in Lima.\n"We won," he told reporters.\n"Now we must build a country for all."',
        ),
        ([("The port is open,", "Mayor Eva Lind", "said")], True, "'The port is open,' said Mayor Eva Lind."),
        (
            [("the talks had failed", "The minister", "said")],
            False,
            "The minister said that the talks had failed and urged calm.",
        ),
        (
            [("rebels attacked two villages", "the army", "According to")],
            False,
            "According to the army, rebels attacked two villages.",
        ),
        (
            [("The vote was rigged", "opposition leader Juan Paz", "said")],
            False,
            "The vote was rigged, opposition leader Juan Paz said.",
        ),
        (
            [('the raid was a "grave" mistake by the army', "The envoy", "said")],
            False,
            'The envoy said the raid was a "grave" mistake by the army.',
        ),
        (
            [("the army had won", "The general", "said")],
            False,
            "The general, who said the army had won, left.",
        ),
        ([("the war was over", "He", "saying")], False, "He was quoted as saying that the war was over."),
    ],
)
def test_a_quote_has_content_speaker_and_cue(
    expected: list[tuple[str, str | None, str | None]], direct: bool, text: str
) -> None:
    found = [q for q in speech(text).quotes if q.said]
    assert [told(text, q) for q in found] == expected
    assert all(q.direct is direct for q in found)


def test_a_name_in_quotation_marks_is_no_quote() -> None:
    text = 'The bank opened the "House of Trade" in Accra.'
    assert find_quotes(text_of(text), sentences_of(text), LEXICON, lambda sentence, token: ()) == ()


def test_a_thought_is_told_but_not_said() -> None:
    (quote,) = speech("Residents believe the dam will fail.").quotes
    assert quote.said is False


def test_speech_interrupted_by_its_cue_goes_on() -> None:
    text = '"The talks failed," Ana Ruiz said. "We will not return to the table."'
    assert [q.continues for q in speech(text).quotes] == [False, True]


@pytest.mark.parametrize(("source", "word"), [("police", "burned"), ("The ministry", "reported"), (None, "said")])
def test_the_source_of_a_word_is_the_innermost_speaker(source: str | None, word: str) -> None:
    text = "The ministry said police reported that rebels burned a school."
    (sentence,) = sentences_of(text)
    token = next(i for i, t in enumerate(sentence.tokens) if t.text == word)
    attribution = speech(text).attribution_of(0, token)
    assert (attribution.entity.name if attribution else None) == source


def test_a_resolved_speaker_is_the_entity_at_its_head() -> None:
    text = "Residents believe the dam will fail."
    (sentence,) = sentences_of(text)
    known = Entity(next(s for s in [text_of(text).sections[0].span]), "residents", code="GHA")
    found = read_speech(text_of(text), (sentence,), LEXICON, lambda s, t: (known,) if t == 0 else ())
    assert found.quotes[0].speaker == known
