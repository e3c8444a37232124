"""Entries of feeds are articles."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from tacitus.model import Article
from tacitus.readers import ReadFailure, Source, read
from tacitus.readers.feed import FEED
from tacitus.readers.source import Given

XHTML = "http://www.w3.org/1999/xhtml"
RSS = """<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Harbour</title>
<item><title>Rain &amp;amp; snow</title><link>https://harbour.example/1</link>
<pubDate>Tue, 06 May 2014 10:00:00 GMT</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>Rain fell on <b>Lima</b>.</p><p>Snow fell.</p>]]></content:encoded>
</item><item><title>Wind</title><description>&lt;p&gt;Wind blew.&lt;/p&gt;</description></item>
<item><title>None</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour</title><entry><title>Rain</title>
<link href="https://harbour.example/2"/>
<published>2014-05-06T10:00:00Z</published><content>Rain fell.</content></entry></feed>"""


def found_in(folder: Path, content: str) -> list[Article | ReadFailure]:
    path = folder / "feed"
    path.write_text(content, encoding="utf-8")
    return list(read([path]))


def test_an_entry_gives_its_whole_text_before_its_summary(tmp_path: Path) -> None:
    first, second, third = found_in(tmp_path, RSS)
    assert isinstance(first, Article)
    assert (first.text, first.title) == ("Rain fell on Lima.\nSnow fell.", "Rain & snow")
    assert (first.published, first.publisher, first.uri) == (
        date(2014, 5, 6),
        "The Harbour",
        "https://harbour.example/1",
    )
    assert isinstance(second, Article)
    assert "only a summary" in second.problems[-1].message
    assert isinstance(third, ReadFailure)
    assert third.name.endswith("entry 3")


def test_atom_is_read_alike(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path, ATOM)
    assert isinstance(found, Article)
    assert (found.text, found.uri, found.published) == ("Rain fell.", "https://harbour.example/2", date(2014, 5, 6))


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    entities = '<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'
    bomb = f'<?xml version="1.0"?>{entities}<rss><item><title>&b;</title></item></rss>'
    (found,) = found_in(tmp_path, bomb)
    assert isinstance(found, ReadFailure)


def test_damaged_feeds_end_in_articles_or_failures(tmp_path: Path) -> None:
    for end in range(10, len(RSS), 3):
        assert found_in(tmp_path, RSS[:end])


def entry(body: str, about: str = "", root: str = "") -> Article:
    made = f'<feed xmlns="http://www.w3.org/2005/Atom"{root}><title>H</title><entry><title>Rain</title>{body}</entry>'
    (found,) = found_of(made + about + "</feed>")
    assert isinstance(found, Article)
    return found


def found_of(content: str) -> list[Article | ReadFailure]:
    return list(FEED.read(Source("feed", io.BufferedReader(io.BytesIO(content.encode()))), Given()))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "body",
    [
        f"<content type='xhtml'><div xmlns='{XHTML}'><p>Rain fell.</p><p>Snow <b>fell</b>.</p></div></content>",
        f"<content type='xhtml' xmlns:x='{XHTML}'><x:p>Rain fell.</x:p><x:p>Snow fell.</x:p></content>",
        "<content type='html'>&lt;p>Rain fell.&lt;/p>&lt;p>Snow fell.&lt;/p></content>",
    ],
    ids=["elements", "elements with a prefix", "escaped"],
)
def test_markup_gives_a_line_a_paragraph_however_it_is_written(body: str) -> None:
    assert entry(body).text == "Rain fell.\nSnow fell."


def test_of_a_whole_page_within_an_entry_only_the_report_is_read() -> None:
    story = "Rain fell on the capital for the third day, and the mayor closed the schools until Friday."
    page = f"<html><nav><a href='x'>Sport</a></nav><article><p>{story}</p><p>{story}</p></article></html>"
    assert "Sport" not in entry(f"<content type='html'><![CDATA[{page}]]></content>").text


@pytest.mark.parametrize(
    ("expected", "author"),
    [
        ("Ana Reyes", "<author><name>Ana Reyes</name><email>a@visayan.example</email></author>"),
        ("Ana Reyes", "<author>a@visayan.example (Ana Reyes)</author>"),
        ("Ana Reyes", "<dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>Ana Reyes</dc:creator>"),
        (None, "<author>a@visayan.example</author>"),
    ],
)
def test_an_entry_says_who_wrote_it(expected: str | None, author: str) -> None:
    assert entry(f"<content>Rain fell.</content>{author}").author == expected


def test_the_language_is_that_of_the_feed() -> None:
    assert entry("<content>Rain fell.</content>", root=" xml:lang='en-GB'").language == "en"
