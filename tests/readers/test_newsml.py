"""The agencies' XML: each item tells its headline, dateline, paragraphs and captions, and who wrote it when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tacitus.model import Article
from tacitus.readers import ReadFailure, read

NITF = """<?xml version="1.0"?>
<nitf><head><title>Ferry</title><docdata><date.issue norm="20140506T080000Z"/></docdata></head><body>
<body.head><hedline><hl1>Ferry leaves Cebu before storm</hl1></hedline><byline>Ana Cruz</byline>
<dateline><location>CEBU</location></dateline></body.head>
<body.content><p>The ferry left the harbour on Monday.</p><p>Coast guards searched the strait.</p>
<media media-type="image"><media-caption><p>The ferry Amihan in 2011.</p></media-caption></media></body.content>
</body></nitf>"""

G2 = """<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:visayan:1" xml:lang="en"><itemMeta><provider><name>Visayan Agency</name></provider>
<versionCreated>2014-05-06T08:00:00+08:00</versionCreated></itemMeta>
<contentMeta><language tag="en"/><headline>Ferry leaves Cebu before storm</headline><by>Ana Cruz</by></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>
<p>The ferry left the harbour on Monday.</p><p>Coast guards searched the strait.</p></body></html></inlineXML>
</contentSet></newsItem>
<newsItem guid="urn:newsml:visayan:2"><contentMeta><headline>A picture</headline></contentMeta></newsItem>
</itemSet></newsMessage>"""

OLD = """<?xml version="1.0"?>
<NewsML><NewsItem><NewsManagement><FirstCreated>20140506T080000Z</FirstCreated></NewsManagement><NewsComponent>
<NewsLines><HeadLine>Ferry leaves Cebu before storm</HeadLine><ByLine>Ana Cruz</ByLine></NewsLines>
<ContentItem><DataContent><nitf><body><body.content><p>The ferry left the harbour on Monday.</p>
<p>Coast guards searched the strait.</p></body.content></body></nitf></DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>"""


def read_text(tmp_path: Path, text: str) -> list[Article | ReadFailure]:
    path = tmp_path / "message.xml"
    path.write_text(text, encoding="utf-8")
    return list(read([path]))


@pytest.mark.parametrize("message", [NITF, G2, OLD], ids=["NITF", "NewsML-G2", "NewsML 1"])
def test_an_item_tells_its_headline_day_author_and_paragraphs(tmp_path: Path, message: str) -> None:
    article = read_text(tmp_path, message)[0]
    assert isinstance(article, Article)
    assert ("Ferry leaves Cebu before storm", date(2014, 5, 6), "Ana Cruz") == (
        article.title,
        article.published,
        article.author,
    )
    body = [article.text[s.span.start : s.span.end] for s in article.sections if s.role == "body"]
    assert body == ["The ferry left the harbour on Monday.", "Coast guards searched the strait."]


def test_captions_and_datelines_are_told_apart(tmp_path: Path) -> None:
    (article,) = read_text(tmp_path, NITF)
    assert isinstance(article, Article)
    told = {s.role: article.text[s.span.start : s.span.end] for s in article.sections if s.role != "body"}
    assert told["caption"] == "The ferry Amihan in 2011."
    assert told["dateline"] == "CEBU"


def test_an_item_of_a_message_has_the_id_and_publisher_that_it_is_given(tmp_path: Path) -> None:
    article = read_text(tmp_path, G2)[0]
    assert isinstance(article, Article)
    assert (article.id, article.publisher, article.language) == ("urn:newsml:visayan:1", "Visayan Agency", "en")


def test_an_item_without_text_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    article, failure = read_text(tmp_path, G2)
    assert isinstance(article, Article)
    assert isinstance(failure, ReadFailure)
    assert failure.name.endswith("item 2")


def test_entities_of_its_own_are_refused(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE nitf><nitf><!ENTITY a "b"></nitf>'
    (failure,) = read_text(tmp_path, bomb)
    assert isinstance(failure, ReadFailure)
    assert "entities" in failure.message
