"""Inputs that are known for what they are and cannot be read, each with its remedy."""

from __future__ import annotations

import re

from tacitus.readers.encoding import encoding_by_mark

_REMEDY = "which cannot be read yet: give its text, or JSON Lines with the field `text`"
_XML = re.compile(
    rb"\s*<\?xml\b(?!.{0,2000}<(?:html|rss|feed|rdf:RDF|(?:\w+:)?(?:newsMessage|newsItem|packageItem|NewsML|nitf))\b)",
    re.S | re.I,
)
_JSON_DOCUMENT = re.compile(rb"\s*(?:\[\s*(?:\{|$)|\{\s*\n)")
_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
)


def why_unreadable(head: bytes) -> str | None:
    """What is wrong with an input that begins with `head`, with the remedy; None if it may be read."""
    if not head:
        return "is empty: there is nothing to read"
    kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)
    if kind is not None:
        return f"is {kind}, {_REMEDY}"
    if encoding_by_mark(head) is None and b"\x00" in head:
        return "is binary (it holds NUL bytes): give text in UTF-8"
    start = head.removeprefix(b"\xef\xbb\xbf")
    if _XML.match(start):
        return f"is an XML document, {_REMEDY}"
    if _JSON_DOCUMENT.match(start):
        return "is one JSON document, not JSON Lines: write one object a line, as `jq -c '.[]'` does"
    return None
