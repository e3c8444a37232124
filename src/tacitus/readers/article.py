"""What an input tells about a report, as an Article."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256

from tacitus.errors import InputError
from tacitus.model import Article, Problem
from tacitus.readers.encoding import without_surrogates
from tacitus.readers.source import MAX_CHARACTERS

# The names that a row may give a field, the first that is there wins.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "doc_id"),
    "uri": ("url", "uri"),
    "publisher": ("outlet", "publisher"),
    "title": ("headline", "title"),
    "published": ("date", "published", "dct"),
    "language": ("language",),
}
_NO_DATE = Problem("reading", "no publication date is known: relative times stay unresolved; give one with --date")


def article_from_fields(
    fields: Mapping[str, object], published: date | None = None, *, problems: tuple[Problem, ...] = ()
) -> Article:
    """The article that named fields describe; only `text` is required.

    Raises InputError where there is no text to read.
    """
    text, more = _checked_text(fields.get("text"))
    found = list(problems + more)
    identity = _given(fields, "id", found)
    day = _published(fields, published, found)
    return Article(
        id=identity or content_id(text),
        text=text,
        uri=_given(fields, "uri", found),
        publisher=_given(fields, "publisher", found),
        title=_given(fields, "title", found),
        published=day,
        language=_given(fields, "language", found),
        problems=tuple(found),
    )


def content_id(text: str) -> str:
    """The id of an article that was given none: 16 hexadecimal digits that its text determines.

    >>> content_id("Rain fell on Lima.")
    '81967c86e0e57500'
    """
    return sha256(text.encode("utf-8", errors="replace")).hexdigest()[:16]


def read_date(words: str) -> date | None:
    """The calendar day that an ISO 8601 or RFC 5322 date names, as written there and whatever its zone.

    >>> read_date("2021-03-09T23:30:00-05:00")
    datetime.date(2021, 3, 9)
    """
    try:
        return datetime.fromisoformat(words.strip()).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError):
        return None


def _checked_text(value: object) -> tuple[str, tuple[Problem, ...]]:
    if value is None:
        raise InputError("no text: give the article's words in the field `text`")
    if not isinstance(value, str):
        raise InputError(f"`text` is {_kind(value)}, not a string: give the article's words")
    if not value.strip():
        raise InputError("`text` is empty: there is nothing to read")
    if len(value) > MAX_CHARACTERS:
        raise InputError(
            f"{len(value):,} characters, more than the {MAX_CHARACTERS:,} of one article: "
            "split it into one text per report"
        )
    return without_surrogates(value)


def _given(fields: Mapping[str, object], name: str, problems: list[Problem]) -> str | None:
    """What the row gives under any name of the field, or None; a value of a wrong type is a problem."""
    for key in _NAMES[name]:
        value = fields.get(key)
        if isinstance(value, str) and value.strip():
            return without_surrogates(value.strip())[0]
        if name == "id" and isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value is not None and not isinstance(value, str):
            problems.append(Problem("reading", f"`{key}` is {_kind(value)}, not a string: passed over"))
    return None


def _published(fields: Mapping[str, object], fallback: date | None, problems: list[Problem]) -> date | None:
    words = _given(fields, "published", problems)
    day = read_date(words) if words else None
    if words and day is None:
        problems.append(Problem("reading", f"date {words[:40]!r} is not ISO 8601 (2024-05-17): passed over"))
    day = day or fallback
    if day is None:
        problems.append(_NO_DATE)
    return day


def _kind(value: object) -> str:
    return {bool: "a boolean", int: "a number", float: "a number", list: "a list", dict: "an object"}.get(
        type(value), type(value).__name__
    )
