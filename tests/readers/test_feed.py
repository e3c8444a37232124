"""Entries of feeds are articles."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tacitus.model import Article
from tacitus.readers import ReadFailure, read

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
