"""What a page gives: its report in lines of one role each, and what its data say of it."""

from __future__ import annotations

import contextlib
import json
from datetime import date
from pathlib import Path

import pytest

from tacitus.cleaning import clean
from tacitus.errors import InputError
from tacitus.knowledge.residue import load_residue
from tacitus.model import Article
from tacitus.readers import read
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


def linked(**report: object) -> str:
    told = json.dumps({"@graph": [{"@type": "NewsArticle", **report}, PERSON]})
    return f"<script type='application/ld+json'>{told}</script>"


PERSON = {"@type": "Person", "@id": "https://visayan.example/#ana", "name": "Ana Reyes"}


@pytest.mark.parametrize(
    ("expected", "head", "shown"),
    [
        ("Ana Reyes", linked(author="Ana Reyes"), ""),
        ("Ana Reyes, Juan Cruz", linked(author=[{"name": "Ana Reyes"}, {"name": "Juan Cruz"}]), ""),
        ("Ana Reyes, Juan Cruz", linked(author={"name": ["Ana Reyes", "Juan Cruz"]}), ""),
        ("Ana Reyes", linked(author={"@id": "https://visayan.example/#ana"}), ""),
        ("Ana Reyes, Juan Cruz", linked(author={"name": "By Ana Reyes and Juan Cruz"}), ""),
        ("Visayan staff", linked(author={"@type": "Organization", "name": "Visayan staff"}), ""),
        ("Ana Reyes", linked(author="admin") + "<meta name='author' content='Ana Reyes'>", ""),
        (
            "Ana Reyes",
            "<meta name='article:author' content='https://v.example/ana'><meta name='byl' content='By Ana Reyes'>",
            "",
        ),
        ("Ana Reyes, Juan Cruz", "<meta name='author' content='Ana Reyes; Juan Cruz, ana reyes'>", ""),
        ("Food and Farming Desk", "<meta name='author' content='Food and Farming Desk'>", ""),
        ("Ana Reyes", "", "<p class='byline'>By <b>Ana Reyes</b> @anareyes May 6, 2014</p>"),
        ("Ana Reyes", "", "<div class='article-author'><span>By Ana Reyes</span><span>The Visayan</span></div>"),
        ("Ana Reyes, Juan Cruz", "", "<a rel='author'>Ana Reyes</a> and <a rel='author'>Juan Cruz</a>"),
        (None, "", "".join(f"<a class='author'>Ana {c}eyes</a>" for c in "RKLMN")),
        (None, "<meta name='author' content='https://social.example/ana'>", "<p>By Monday the storm had passed.</p>"),
        (None, "", "<span class='author'>View all posts</span>"),
    ],
    ids=[
        "a string",
        "several people",
        "several names",
        "a person told of elsewhere in the data",
        "names joined by a word",
        "staff",
        "an account before a name",
        "an address before a name",
        "names set apart and repeated",
        "a desk",
        "a byline with an account and a day",
        "a byline with the publisher",
        "links to authors",
        "authors of many reports",
        "no name",
        "words for a link",
    ],
)
def test_a_page_says_who_wrote_it(expected: str | None, head: str, shown: str) -> None:
    assert read_page(shown + REPORT, head).author == expected


@pytest.mark.parametrize(
    ("expected", "head"),
    [
        ("The Visayan", linked(publisher={"@type": "Organization", "name": "The Visayan"})),
        ("Ana Reyes", linked(publisher={"@id": "https://visayan.example/#ana"})),
        ("visayan", "<meta name='twitter:site' content='@visayan'>"),
        ("The Visayan", "<meta name='dc.publisher' content='The Visayan'><meta name='twitter:site' content='@v'>"),
    ],
    ids=["linked data", "a body told of elsewhere in the data", "an account", "metadata"],
)
def test_a_page_says_who_published_it(expected: str, head: str) -> None:
    assert read_page(REPORT, head).publisher == expected


@pytest.mark.parametrize(
    ("expected", "opening", "head"),
    [
        ("es", "<html lang='ES_mx'>", ""),
        ("fr", "<html lang='french'>", "<meta property='og:locale' content='fr_CA'>"),
        ("pt", "<html>", linked(inLanguage="pt-BR")),
        ("de", "<html>", "<meta http-equiv='Content-Language' content='de'>"),
        (None, "<html>", ""),
    ],
    ids=["the page", "Open Graph", "linked data", "metadata", "nothing"],
)
def test_a_page_says_its_language(expected: str | None, opening: str, head: str) -> None:
    markup = f"<!DOCTYPE html>{opening}<head>{head}</head><body>{REPORT}</body></html>"
    assert article_of_page(markup.encode(), None, None).language == expected


@pytest.mark.parametrize(
    "day",
    [
        "<time datetime='2014-05-06T08:00:00+08:00'>8 hours ago</time>",
        "<meta itemprop='datePublished' content='2014-05-06'>",
        "<abbr title='2014-05-06T08:00:00+08:00'>yesterday</abbr>",
    ],
)
def test_a_day_stands_in_an_element_for_times(day: str) -> None:
    assert read_page(day + REPORT).published == date(2014, 5, 6)


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


def test_a_page_with_data_on_lines_of_their_own_is_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(page(REPORT, '<script>\n{"a": 1}\n</script>\n'))
    (found,) = read([path])
    assert isinstance(found, Article)
    assert sections(found) == LINES
