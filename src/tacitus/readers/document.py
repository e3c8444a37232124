"""Documents made for print: an article of their paragraphs, and what of the file's own data is said in print too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tacitus.errors import InputError
from tacitus.model import Article, Problem
from tacitus.readers.article import article_from_fields
from tacitus.readers.html import lines_of
from tacitus.readers.page_body import Block
from tacitus.readers.source import Given, Source

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says of itself: often the name of a template or an account, and the day it was saved."""

    title: str | None = None
    author: str | None = None
    made: date | None = None


def article_of_document(blocks: Sequence[Block], facts: FileFacts, source: Source, given: Given) -> Article:
    """The article of a document, a line a block; the file's title and author count only where they are printed.

    The day on which the file was made is never taken for the day of publication. Raises InputError without text.
    """
    text, sections = lines_of(blocks)
    if not text:
        raise InputError("a document without text: give the report's text")
    headline = next((block.text for block in blocks if block.role == "headline"), None)
    title = facts.title if _is_printed(facts.title, text) else headline
    author = facts.author if _is_printed(facts.author, text) else None
    fields = {"text": text, "title": title, "author": author, "uri": source.uri}
    article = replace(article_from_fields(fields, given.published), sections=sections)
    if article.published is not None or facts.made is None:
        return article
    told = Problem("reading", f"the file was made on {facts.made}, which need not be the day of publication")
    return replace(article, problems=(*article.problems, told))


def _is_printed(words: str | None, text: str) -> bool:
    """Whether all of the words, and at least two, stand in the text one after the other."""
    wanted = _WORD.findall((words or "").lower())
    return len(wanted) > 1 and f" {' '.join(wanted)} " in f" {' '.join(_WORD.findall(text.lower()))} "
