"""What a page gives: its report in lines of one role each, and what its data say of it."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

import pytest

from tacitus.cleaning import clean
from tacitus.errors import InputError
from tacitus.knowledge.residue import load_residue
from tacitus.model import Article
from tacitus.readers.html import article_of_page

FIRST = "The ferry Amihan left the harbour of Cebu on Monday with forty passengers and a cargo of rice on board."
SECOND = "Coast guards of the Visayas said that the captain had been told of the storm before he cast off."
THIRD = "Relatives of those on board waited on the pier through the night, a port official told reporters."


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>".encode()


def read_page(body: str, head: str = "") -> Article:
    return article_of_page(page(body, head), None, None)


def sections(article: Article) -> list[tuple[str, str]]:
    return [(s.role, article.text[s.span.start : s.span.end]) for s in article.sections]


REPORT = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
LINES = [("body", FIRST), ("body", SECOND), ("body", THIRD)]


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        (LINES, f"<div class='article-body'>{REPORT}</div>"),
        (LINES, f"<nav><a>World</a></nav><main>{REPORT}</main><footer><p>{FIRST} All rights.</p></footer>"),
        (LINES, f"<form><div class='sidebar-grid'>{REPORT}</div></form>"),
        (LINES, f"<div>{FIRST}<br><br>{SECOND}<br>{THIRD}</div>"),
        (LINES, f"<article>{REPORT}<div class='relatedStories'><p>{FIRST[::-1]}</p></div></article>"),
        (LINES, f"<article><p>{FIRST}</p><script>x = '<p>{FIRST}</p>'</script><p>{SECOND}</p><p>{THIRD}</p></article>"),
        (LINES, f"<article>{REPORT}<ul><li><a href='x'>Goats climb the walls of Fez</a></li></ul></article>"),
        (LINES, f"<article>{REPORT}<a href='x'><p>Goats climb the walls of Fez</p></a></article>"),
        (
            [("body", FIRST), ("caption", "Rice at the pier"), ("body", SECOND), ("body", THIRD)],
            f"<article><p>{FIRST}</p><figure><img><figcaption>Rice at the pier</figcaption></figure>"
            f"<p>{SECOND}</p><p>{THIRD}</p></article>",
        ),
        (
            [("body", FIRST), ("box", "What we know"), ("box", SECOND), ("body", THIRD)],
            f"<article><p>{FIRST}</p><aside><h3>What we know</h3><p>{SECOND}</p></aside><p>{THIRD}</p></article>",
        ),
    ],
    ids=[
        "a container named for the report",
        "navigation and footer",
        "a page within a form",
        "lines broken by hand",
        "other reports",
        "scripts",
        "a list of links",
        "a teaser within a link",
        "a caption in place",
        "a box in place",
    ],
)
def test_a_page_gives_a_line_a_paragraph(expected: list[tuple[str, str]], body: str) -> None:
    found = read_page(body)
    assert sections(found) == expected
    assert found.text == "\n".join(words for _, words in expected)


LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "headline":
"Ferry leaves Cebu before storm", "datePublished": "2014-05-06T23:10:00+08:00", "author": {"name": "Ana Reyes"},
"publisher": {"name": "The Visayan"}}]}</script>"""


@pytest.mark.parametrize(
    ("expected", "head"),
    [
        (("Ferry leaves Cebu before storm", date(2014, 5, 6), "The Visayan"), LINKED),
        (
            ("Ferry leaves Cebu before storm", date(2014, 5, 6), "The Visayan"),
            "<meta property='og:title' content='Ferry leaves Cebu before storm | The Visayan'>"
            "<meta property='og:site_name' content='The Visayan'>"
            "<meta value='2014-05-06T10:00:00Z' name='article:published_time'>",
        ),
        (
            ("Ferry leaves Cebu before storm", date(2014, 5, 6), None),
            "<title>Ferry leaves Cebu before storm - The Visayan</title>"
            "<link rel='canonical' href='https://visayan.example/2014/05/06/ferry'>",
        ),
        ((None, None, None), "<script type='application/ld+json'>{broken</script>"),
    ],
    ids=["linked data", "Open Graph", "title and address", "broken linked data"],
)
def test_a_page_says_what_it_is(expected: tuple[object, ...], head: str) -> None:
    found = read_page(REPORT, head)
    assert (found.title, found.published, found.publisher) == expected
    assert found.language == "en"


@pytest.mark.parametrize("words", ["6 May 2014", "May 6, 2014", "Tue, 6 May 2014 10:00"])
def test_a_day_that_only_the_page_shows_is_read(words: str) -> None:
    assert read_page(f"<span class='datestamp'>{words}</span>{REPORT}").published == date(2014, 5, 6)


def test_a_headline_is_the_first_line_and_said_once() -> None:
    found = read_page(f"<article><h1>Ferry leaves Cebu before storm</h1>{REPORT}</article>", LINKED)
    assert sections(found) == [("headline", "Ferry leaves Cebu before storm"), *LINES]


def test_the_text_in_the_data_is_read_where_the_page_shows_little() -> None:
    told = f'<script type="application/ld+json">{{"@type": "Article", "articleBody": "{FIRST}\\n{SECOND}"}}</script>'
    assert sections(read_page(f"<p>{THIRD[:60]}</p>", told)) == LINES[:2]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_the_declared_encoding_is_used(encoding: str) -> None:
    markup = f"<html><head><meta charset='{encoding}'></head><body><p>{FIRST} São João.</p></body></html>"
    assert article_of_page(markup.encode(encoding), None, None).text.endswith("São João.")


def test_a_page_without_a_report_is_an_input_error() -> None:
    with pytest.raises(InputError, match="no report is found"):
        read_page("<nav><a href='x'>Home</a></nav>")


def test_cleaning_keeps_the_roles_that_the_page_gives() -> None:
    rules = load_residue(Path(__file__).parents[2] / "src" / "tacitus" / "data")
    caption = "<figure><figcaption>Rice at the pier</figcaption></figure>"
    article = read_page(f"<article><p>{FIRST}</p>{caption}<p>{SECOND}</p><p>{THIRD}</p></article>")
    text, _ = clean(article, rules)
    assert [section.role for section in text.sections] == ["body", "caption", "body", "body"]


@pytest.mark.parametrize(
    "piece", ["<script", "<div>", "<a href=x>", "<!--", "<b>x", "<p " + "x" * 100, "&amp", "<table><td>"]
)
def test_damage_repeated_ends_soon(piece: str) -> None:
    markup = f"<html><body>{piece * 20_000}{REPORT}".encode()
    with contextlib.suppress(InputError):
        assert article_of_page(markup, None, None).text
