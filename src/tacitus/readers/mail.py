"""EML: a message is one article; its subject is the title, its day the day it was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage

from tacitus.errors import InputError
from tacitus.model import Article
from tacitus.readers.article import article_from_fields
from tacitus.readers.html import article_of_page
from tacitus.readers.source import MAX_BYTES, Format, Given, ReadFailure, Source

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]")
_SURE = re.compile(rb"(?mi)^(?:Message-ID|MIME-Version|Received|Return-Path):")

# What a page within says of its bytes is no longer true once the message is decoded.
_BOM = b"\xef\xbb\xbf"
# The standard parser takes the square of their length.
_ENDLESS = re.compile(rb"(?mi)^(?:content-[a-z-]{1,40}|from|subject|date):(?:[^\n]|\n[ \t]){4000}")


def recognises(head: bytes) -> bool:
    """Whether the input begins with the headers of a message."""
    return _HEADER.match(head) is not None and _SURE.search(head.split(b"\n\n")[0].split(b"\r\n\r\n")[0]) is not None


def read_mail(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields the message as one article, its plain text before its page."""
    data = source.stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield ReadFailure(source.name, f"a message of more than {MAX_BYTES >> 20} MB: give the report's text")
        return
    try:
        yield _article(data, source.uri, given.published)
    except InputError as error:
        yield ReadFailure(source.name, str(error))
    except Exception as error:  # The standard parser fails on some damage with errors of many kinds.
        yield ReadFailure(source.name, f"a damaged message ({error}): give the report's text")


def _article(data: bytes, uri: str | None, published: date | None) -> Article:
    if _ENDLESS.search(data):
        raise InputError("a message with a header of more than 4,000 characters: give the report's text")
    message = message_from_bytes(data, policy=policy.default)
    part = message.get_body(("plain", "html"))
    if part is None:
        raise InputError("a message without text: give the report's text")
    text = str(part.get_content())
    names = {"title": "subject", "publisher": "from", "date": "date"}
    fields = {field: _header(message, name) for field, name in names.items()}
    if part.get_content_type() == "text/html":
        page = article_of_page(_BOM + text.encode("utf-8", errors="replace"), uri, published)
        told = article_from_fields({**fields, "text": page.text, "uri": uri}, published=published)
        return replace(told, title=told.title or page.title, sections=page.sections)
    return article_from_fields({**fields, "text": text, "uri": uri}, published=published)


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return str(value) if value else None


MAIL = Format("EML", recognises, read_mail)
