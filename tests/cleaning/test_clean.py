"""What cleaning makes of whole texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tacitus.cleaning import clean
from tacitus.knowledge.residue import load_residue
from tacitus.model import Article, Span

RULES = load_residue(Path(__file__).parents[2] / "src" / "tacitus" / "data")


def cleaned(text: str, title: str | None = "Another title") -> list[tuple[str, str]]:
    """The clean sections of a text: role and words."""
    made, _ = clean(Article(id="a", text=text, title=title), RULES)
    return [(section.role, made.clean[section.span.start : section.span.end]) for section in made.sections]


CASES = [
    (
        [("body", "The pipeline cost $3 billion.")],
        "The pipeline cost $3billion.",
        "a lost space after a number",
    ),
    (
        [("body", "They broke off the talks. The minister left.")],
        "They broke off the talks.The minister left.",
        "a lost sentence break",
    ),
    (
        [("body", 'She said: "We go." The crowd left.')],
        "She said: “We go.”The crowd left.",
        "a break lost behind a quotation",
    ),
    (
        [("body", "He spoke to News.Az and www.un.org today.")],
        "He spoke to News.Az and www.un.org today.",
        "a stop within a name stays",
    ),
    ([("body", "Çavuşoğlu's plan")], "Ã‡avuşoğluâ€™s plan", "UTF-8 read as Windows-1252"),
    (
        [("body", "A compromise in Sao Tome")],
        "A com\u00adpro\u200bmise\u00a0in  Sao Tome",
        "invisible characters and odd spaces",
    ),
    (
        [("body", "Peru & Chile signed."), ("body", "Bolivia did not.")],
        "<p>Peru &amp; <b>Chile</b> signed.</p><p class='x'>Bolivia did not.<br/></p>",
        "markup left over",
    ),
    ([("body", "Peru & Chile signed.")], "Peru &amp; Chile signed.", "an entity left over"),
    (
        [("dateline", "NAIROBI, Kenya (Reuters) -"), ("body", "Tea prices rose.")],
        "NAIROBI, Kenya (Reuters) - Tea prices rose.",
        "a dateline",
    ),
    (
        [("caption", "Boats lie idle in Goa"), ("caption", "A net dries"), ("body", "The season is over.")],
        "Boats lie idle in Goa[/caption] A net dries[/caption]The season is over.",
        "captions glued to a sentence",
    ),
    (
        [("body", "Miners wait at the gate."), ("body", "They want more pay.")],
        "Miners wait at the gate.\n\nADVERTISEMENT\n\nThey want more pay.",
        "a label between paragraphs",
    ),
    (
        [("body", "Mr Sall, the minister, told the assembly that he would go.")],
        "Mr Sall,\nthe minister, told\nthe assembly that he would go.",
        "a sentence broken over lines",
    ),
    (
        [("body", "Smoke rose over the port of Sfax and ships left.")],
        "Smoke rose over the port of Sfax pic.twitter.com/aB1cD and ships left.",
        "an inline link leaves its sentence whole",
    ),
    (
        [("body", "NATO leaders met. Leaders of NATO agreed.")],
        "NATO leaders met. Leaders of NATO agreed.",
        "an abbreviation at the beginning stays",
    ),
    (
        [("body", "Farmers in Mali fear that farmers will starve.")],
        "FARMERS in Mali fear that farmers will starve.",
        "capitals that only open the paragraph",
    ),
    (
        [("body", "Miriam Okoye won. The vote for Miriam Okoye was close.")],
        "MIRIAM Okoye won. The vote for Miriam Okoye was close.",
        "a name in capitals at the beginning",
    ),
]


@pytest.mark.parametrize(("expected", "text"), [case[:2] for case in CASES], ids=[case[2] for case in CASES])
def test_cleaning_repairs_and_tells_sections_apart(expected: list[tuple[str, str]], text: str) -> None:
    assert cleaned(text) == expected


def test_a_first_line_that_is_no_sentence_is_the_headline_of_a_text_without_title() -> None:
    text = "Whale returns to Oslo harbour\nA whale came back to the harbour of Oslo on Monday."
    assert cleaned(text, title=None)[0] == ("headline", "Whale returns to Oslo harbour")


def test_a_name_above_its_agency_is_a_byline() -> None:
    text = "Jo Lee\nThe Associated Press\nA whale came back to the harbour of Oslo on Monday."
    assert [role for role, _ in cleaned(text)] == ["byline", "byline", "body"]


def test_a_headline_is_told_once() -> None:
    text = "Whale returns to Oslo\nA whale came back.\nWhale returns to Oslo"
    expected = [("headline", "Whale returns to Oslo"), ("body", "A whale came back.")]
    assert cleaned(text, title="Whale returns to Oslo | The Harbour") == expected


def test_a_headline_that_begins_the_first_paragraph_is_split_off() -> None:
    text = "Whale returns to Oslo harbour. A whale came back."
    expected = [("headline", "Whale returns to Oslo harbour."), ("body", "A whale came back.")]
    assert cleaned(text, title="Whale returns to Oslo harbour") == expected


def test_lines_of_one_width_are_joined_to_paragraphs() -> None:
    text = (
        "The herders of the upper valley said on Tuesday that the army of\n"
        "General Abebe had closed the pass and that nobody had been able\n"
        "To reach the market of Debre Birhan since the first of the month\n"
        "because of soldiers on the road.\n\n"
        "A spokesman of the army in Addis Ababa said that the road between\n"
        "Dessie and the pass would be open to all from the coming Thursday.\n"
    )
    for one in (text, text.replace("\n", "\r\n")):
        assert [words.count(" ") for _, words in cleaned(one)] == [43, 25]


def test_a_paragraph_told_twice_is_read_once() -> None:
    line = "The river left its bed near Beledweyne and took two bridges along.\n"
    assert cleaned(line + line) == [("body", line.strip())]


def test_a_box_is_a_heading_above_a_paragraph_that_opens_in_capitals() -> None:
    text = (
        "He said: “We stay in this valley.\n"
        "How the valley was lost once before\n"
        "FLOODS drove the herders out in 1961, and the floods came back.\n"
        "“Our fathers are buried here.”"
    )
    assert [role for role, _ in cleaned(text)] == ["body", "box", "box", "body"]


def test_a_text_of_residue_alone_is_clean_of_everything() -> None:
    text, made = clean(Article(id="a", text="Advertisement\nShare\n"), RULES)
    assert not text.clean
    assert not text.sections
    assert [section.role for section in made.sections] == ["residue", "residue"]


def test_a_span_leads_back_to_the_words_it_was_made_of() -> None:
    original = "Share\nTrade reached $240billion, Ömer Şahin’s aide said.Then she left."
    text, _ = clean(Article(id="a", text=original, title="T"), RULES)
    for words, told in [("$240 billion", "$240billion"), ("Şahin's", "Şahin’s"), ("Then she", "Then she")]:
        start = text.clean.index(words)
        back = text.offsets.back_span(Span(start, start + len(words)))
        assert original[back.start : back.end] == told


def test_a_correction_note_is_no_report_and_is_told() -> None:
    note = "Correction: An earlier version of this story misstated the day on which the army shelled Goma."
    text, made = clean(Article(id="a", text=f"The ferry to Goma sank on Tuesday.\n{note}", title="T"), RULES)
    assert text.clean == "The ferry to Goma sank on Tuesday."
    assert [p.message for p in made.problems] == [f"the report carries a note of the newsroom: {note}"]


DATELINES = [
    # agency, dateline, what follows on the line
    ("AP", "KYIV, Ukraine (AP) -- ", "Ukraine"),
    ("Xinhua", "BEIJING, May 5 (Xinhua) -- ", "A canal"),
    ("Reuters", "NAIROBI (Reuters) - ", "Tea prices"),
    ("AFP", "Harare (AFP) - ", "Miners"),
    ("TASS", "MOSCOW, December 6. /TASS/. ", "A ship"),
    ("Agence France-Presse", "GENEVA | Agence France-Presse\n", "A fair"),
    ("EFE", "Port-au-Prince / EFE\n", "A ferry"),
    ("AP", "Nairobi, Kenya (AP)\n", "A school"),
    ("Yonhap", "SEOUL, Dec. 3 (Yonhap) -- ", "A bill"),
    ("ANI", "New Delhi [India], (ANI): ", "A court"),
    ("dpa", "BERLIN (dpa) - ", "A train"),
    ("PTI", "MUMBAI, Aug 3 (PTI) ", "A bridge"),
    (None, "CAIRO — ", "The court"),
    (None, "NEW DELHI: ", "The upper house"),
    (None, "BOGOTA/LIMA, June 2 – ", "Two ministers"),
]


@pytest.mark.parametrize(("agency", "dateline", "words"), DATELINES, ids=[d for _, d, _ in DATELINES])
def test_a_dateline_is_told_apart_and_gives_the_agency(agency: str | None, dateline: str, words: str) -> None:
    text = f"{dateline}{words} opened after a long quarrel in the council.\nNobody spoke.\n"
    made, article = clean(Article(id="a", text=text, title="Another title"), RULES)
    told = [(s.role, made.clean[s.span.start : s.span.end]) for s in made.sections]
    assert told[0] == ("dateline", dateline.strip())
    assert told[1][1].startswith(words)
    assert article.publisher == agency


def test_a_publisher_that_is_known_stays() -> None:
    _, article = clean(Article(id="a", text="OSLO (AP) - A fair opened in town.", publisher="Harbour Wire"), RULES)
    assert article.publisher == "Harbour Wire"
