"""However damaged a text is, its clean characters lead back to where they came from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tacitus.cleaning import clean
from tacitus.cleaning.folding import fold
from tacitus.knowledge.residue import load_residue
from tacitus.model import Article, Section, Span

RULES = load_residue(Path(__file__).parents[2] / "src" / "tacitus" / "data")
PIECES = st.sampled_from(
    [
        "The army",
        "said on Monday",
        "it shelled",
        "VLADIMIR",
        "WORLD leaders",
        "talks.The",
        "$240billion",
        "[/caption]",
        "Advertisement",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\u00a0",
        "\u200b",
        "\u00ad",
        "“",
        "”",
        "’",
        ".",
        "â€™",
        "Ã©",
        "Ã‰cole",
        "&amp;",
        "&nbsp;",
        "<p>",
        "<br/>",
        "<b>",
        "(AP Photo/Ana Kos)",
        "ReutersThe",
        "CAIRO — ",
        "pic.twitter.com/x",
        "— Ana (@ana) May 3, 2016",
        "Read more: whales",
        "''",
        "ﬁsh",
        "İ",
        "👍🏽",
        "\x00",
        "ß",
        "By Ana Kos",
        "- ",
        "Share",
    ]
)
DAMAGED = st.lists(st.one_of(PIECES, PIECES, st.text(max_size=6)), max_size=30).map("".join)
PUT_IN = set(" '\"\n")


@given(DAMAGED, st.one_of(st.none(), DAMAGED))
@settings(max_examples=400, deadline=None)
def test_every_clean_span_leads_back_into_the_original(original: str, title: str | None) -> None:
    text, made = clean(Article(id="a", text=original, title=title), RULES)
    assert list(text.offsets.clean) == sorted(set(text.offsets.clean))
    places = [text.offsets.back(at) for at in range(len(text.clean))]
    assert places == sorted(places)
    assert all(0 <= place < len(original) for place in places)
    _check_sections(text.sections, len(text.clean))
    _check_sections(made.sections, len(original))
    for section in text.sections:
        back = text.offsets.back_span(section.span)
        assert 0 <= back.start < back.end <= len(original)


@given(DAMAGED)
@settings(max_examples=400, deadline=None)
def test_what_is_copied_is_what_stands_there(original: str) -> None:
    text, _ = clean(Article(id="a", text=original), RULES)
    folded = fold(original)
    copied = [(at, c) for at, c in enumerate(text.clean) if c.isascii() and c.isalnum()]
    for at, character in copied:
        place = text.offsets.back(at)
        there = folded[place]
        # Capitals that open a paragraph, ligatures and mangled letters read otherwise than they are written.
        assert there.casefold() == character.casefold() or not there.isascii() or there in ";"


def _check_sections(sections: tuple[Section, ...], length: int) -> None:
    """They ascend, do not overlap, and lie within the text."""
    end = 0
    for section in sections:
        assert isinstance(section.span, Span)
        assert end <= section.span.start < section.span.end <= length
        end = section.span.end


@pytest.mark.parametrize(
    "words",
    [
        "Published ",
        "12:30 ",
        "12:30 AB",
        "Share ",
        "A - ",
        "Read more ",
        "By Ana ",
        "(AP Photo/",
        "[/caption]",
        "ReutersAb ",
        "A-",
    ],
)
def test_a_line_that_repeats_what_rules_look_for_takes_no_time(words: str) -> None:
    for length in (60, 690, 20_000):
        line = (words * length)[:length] + " xx!"
        text, _ = clean(Article(id="a", text=f"{line}\n{line}x"), RULES)
        assert len(text.clean) <= 3 * (length + 6)
