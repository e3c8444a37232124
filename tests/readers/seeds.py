"""Small inputs of every format that can be read, by the format's name, to be damaged."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

FIRST = "The ferry Amihan left the harbour of Cebu on Monday with forty passengers and a cargo of rice on board."
SECOND = "Coast guards of the Visayas said that the captain had been told of the storm before he cast off."
TITLE = "Ferry leaves Cebu before storm"
DAY = "2014-05-06"


def json_lines() -> bytes:
    rows = [{"id": number, "text": f"{FIRST} {SECOND}", "date": DAY, "headline": TITLE} for number in range(3)]
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def feed() -> bytes:
    entry = f"<item><title>{TITLE}</title><pubDate>Tue, 06 May 2014 08:00:00 GMT</pubDate>"
    entry += f"<link>https://visayan.example/1</link><description><![CDATA[<p>{FIRST}</p>]]></description></item>"
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>Visayan</title>{entry * 3}</channel></rss>".encode()
    )


def page() -> bytes:
    told = json.dumps({"@type": "NewsArticle", "headline": TITLE, "datePublished": DAY, "author": [{"name": "Ana"}]})
    head = f"<meta charset='utf-8'><title>{TITLE}</title><script type='application/ld+json'>{told}</script>"
    body = f"<article class='article-body'><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><aside><p>{FIRST}</p></aside>"
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</article></body></html>".encode()


def mail() -> bytes:
    head = f"From: Visayan <news@visayan.example>\r\nSubject: =?utf-8?q?{TITLE.replace(' ', '_')}?=\r\n"
    head += "Date: Tue, 06 May 2014 08:00:00 +0800\r\nMIME-Version: 1.0\r\n"
    parts = [
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{FIRST}\r\n",
        f"Content-Type: text/html\r\n\r\n<p>{FIRST}",
    ]
    body = "".join(f"--cut\r\n{part}\r\n" for part in parts)
    return f'{head}Content-Type: multipart/alternative; boundary="cut"\r\n\r\n{body}--cut--\r\n'.encode()


def table() -> bytes:
    rows = "".join(f'{number},"{FIRST} ""{SECOND}""",{DAY},{TITLE}\r\n' for number in range(4))
    return f"id,text,date,title\r\n{rows}".encode()


def parquet() -> bytes:
    import pyarrow
    from pyarrow.parquet import write_table

    made = io.BytesIO()
    write_table(pyarrow.table({"text": [FIRST, SECOND] * 3, "date": [DAY] * 6, "title": [TITLE] * 6}), made)
    return made.getvalue()


def markdown() -> bytes:
    return f"---\ntitle: {TITLE}\ndate: {DAY}\n---\n# {TITLE}\n\n{FIRST}\n\n> {SECOND}\n\n* one\n* [two](x)\n".encode()


def plain() -> bytes:
    return f"{TITLE}\n\n{FIRST}\n\n{SECOND} São João.\n".encode()


def warc() -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page()
    records = b""
    for kind, content in (("warcinfo", b"software: none\r\n"), ("response", answer), ("response", answer)):
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://visayan.example/1\r\n"
        head += f"WARC-Date: {DAY}T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(content)}\r\n\r\n"
        records += head.encode() + content + b"\r\n\r\n"
    return records


def newsml() -> bytes:
    body = f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    return (
        "<?xml version='1.0' encoding='UTF-8'?><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x:1' "
        f"version='1' xml:lang='en'><itemMeta><versionCreated>{DAY}T08:00:00Z</versionCreated></itemMeta><contentMeta>"
        f"<headline>{TITLE}</headline><by>Ana Reyes</by></contentMeta><contentSet><inlineXML contenttype='text/html'>"
        f"{body}</inlineXML></contentSet></newsItem>"
    ).encode()


def nitf() -> bytes:
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><nitf><head><title>{TITLE}</title>"
        f"<docdata><date.issue norm='20140506'/></docdata></head>"
        f"<body><body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>By Ana Reyes</byline></body.head>"
        f"<body.content><block><p>{FIRST}</p><p>{SECOND}</p></block></body.content></body></nitf>"
    ).encode()


def pdf() -> bytes:
    """One page of two lines, with a table of its objects."""
    lines = f"BT /F1 9 Tf 40 700 Td ({FIRST}) Tj 0 -14 Td ({SECOND}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(lines), lines),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    listed = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + listed + tail


def docx() -> bytes:
    paragraphs = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in (TITLE, FIRST, SECOND))
    space = "http://schemas.openxmlformats.org"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    files = {
        "[Content_Types].xml": f"<Types xmlns='{space}/package/2006/content-types'><Default Extension='rels' "
        "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        f"<Override PartName='/word/document.xml' ContentType='{main}'/></Types>",
        "_rels/.rels": f"<Relationships xmlns='{space}/package/2006/relationships'><Relationship Id='r1' "
        f"Type='{space}/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>",
        "word/document.xml": f"<w:document xmlns:w='{space}/wordprocessingml/2006/main'><w:body>{paragraphs}</w:body>"
        "</w:document>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, f"<?xml version='1.0'?>{content}")
    return made.getvalue()


SEEDS: dict[str, tuple[Callable[[], bytes], ...]] = {
    "JSON Lines": (json_lines,),
    "RSS or Atom": (feed,),
    "HTML": (page,),
    "EML": (mail,),
    "CSV or TSV": (table,),
    "Parquet": (parquet,),
    "Markdown": (markdown,),
    "plain text": (plain,),
    "WARC": (warc,),
    "NewsML-G2": (newsml,),
    "NITF": (nitf,),
    "PDF": (pdf,),
    "DOCX": (docx,),
}
