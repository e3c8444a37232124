"""What an input tells about a report, as an Article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from tacitus.errors import InputError
from tacitus.model import Article, Problem
from tacitus.readers.dates import day_in_address, day_of, is_ambiguous
from tacitus.readers.encoding import without_surrogates
from tacitus.readers.fields import find_fields, option, value_at
from tacitus.readers.opening import stated_day, stated_title
from tacitus.readers.source import MAX_CHARACTERS, Columns

# "en", "en-GB", "EN_us"; the code of the language itself is what is kept.
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][\w-]{1,20})?")
_NO_DATE = "no publication date is known: relative times stay unresolved; give one with --date"
_NO_TITLE = "no title is known: none is given, and the first line is not clearly one"
_NEITHER = "no publication date and no title are known: relative times stay unresolved; give a date with --date"


def article_from_fields(
    fields: Mapping[str, object],
    published: date | None = None,
    *,
    columns: Columns | None = None,
    problems: tuple[Problem, ...] = (),
    is_row: bool = False,
) -> Article:
    """The article that named fields describe; only its text is required, of a row a title is expected as well.

    A part that `columns` does not name is found by the usual names of its field. `published` holds where neither
    the fields nor the path of the address give a day. Raises InputError where there is no text to read.
    """
    where = find_fields(fields, columns or Columns())
    text, more = _text(fields, where["text"])
    found = [*problems, *more]
    told = {part: _string(fields, where[part], part, found) for part in ("id", "uri", "publisher", "title", "author")}
    title = told["title"] or stated_title(text)
    day = _day(fields, where["published"], found) or day_in_address(told["uri"]) or published or _opening(text, found)
    missing = _missing(day is None, title is None and is_row)
    if missing is not None:
        found.append(Problem("reading", missing))
    return Article(
        id=told["id"] or content_id(text),
        text=text,
        uri=told["uri"],
        publisher=told["publisher"],
        title=title,
        published=day,
        language=_language(fields, where["language"], found),
        author=told["author"],
        problems=tuple(found),
    )


def content_id(text: str) -> str:
    """The id of an article that was given none: 16 hexadecimal digits that its text determines.

    >>> content_id("Rain fell on Lima.")
    '81967c86e0e57500'
    """
    return sha256(text.encode("utf-8", errors="replace")).hexdigest()[:16]


def _text(fields: Mapping[str, object], names: Iterable[str]) -> tuple[str, tuple[Problem, ...]]:
    given = {name: value for name in names if (value := value_at(fields, name)) is not None}
    if not given:
        field = "`, `".join(names) or "text"
        raise InputError(f"no text: give the article's words in the field `{field}`")
    name, value = next(
        ((n, v) for n, v in given.items() if isinstance(v, str) and v.strip()), next(iter(given.items()))
    )
    if not isinstance(value, str):
        raise InputError(f"`{name}` is {_kind(value)}, not a string: give the article's words")
    if not value.strip():
        raise InputError(f"`{name}` is empty: there is nothing to read")
    if len(value) > MAX_CHARACTERS:
        raise InputError(
            f"{len(value):,} characters, more than the {MAX_CHARACTERS:,} of one article: "
            "split it into one text per report"
        )
    return without_surrogates(value)


def _string(fields: Mapping[str, object], names: Iterable[str], part: str, problems: list[Problem]) -> str | None:
    """What the first of the fields with a value says; a value that is no string is a problem."""
    for name in names:
        value = value_at(fields, name)
        is_number = isinstance(value, int) and not isinstance(value, bool)
        words = str(value) if part == "id" and is_number else _words(value)
        if words:
            return without_surrogates(words)[0]
        if not _is_nothing(value):
            problems.append(Problem("reading", f"`{name}` is {_kind(value)}, not a string: passed over"))
    return None


def _words(value: object) -> str | None:
    """A string, the `name` of an object, or the words of a list with commas between."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        parts = [_words(one) for one in value if not isinstance(one, list)]
        return ", ".join(part for part in parts if part) or None
    return value.strip() or None if isinstance(value, str) else None


def _day(fields: Mapping[str, object], names: Iterable[str], problems: list[Problem]) -> date | None:
    """The day that the first of the fields with a clear one gives; if none is clear, a problem says so."""
    unclear = None
    for name in names:
        value = value_at(fields, name)
        day = day_of(value)
        if day is not None:
            return day
        if unclear is None and not _is_nothing(value):
            unclear = _unclear(name, value)
    if unclear is not None:
        problems.append(Problem("reading", unclear))
    return None


def _unclear(name: str, value: object) -> str:
    if not isinstance(value, str):
        return f"`{name}` is {_kind(value)} that is no clear date (2024-05-17): passed over"
    why = "may be one of two days" if is_ambiguous(value) else "is no clear date"
    return f"date {value.strip()[:40]!r} {why}: passed over; write it as 2024-05-17"


def _opening(text: str, problems: list[Problem]) -> date | None:
    day = stated_day(text)
    if day is not None:
        problems.append(Problem("reading", f"no date is given: {day} is taken from the first lines of the text"))
    return day


def _missing(day: bool, title: bool) -> str | None:
    """What to say of a day and a title that are missing."""
    if day:
        return _NEITHER if title else _NO_DATE
    return _NO_TITLE if title else None


def _language(fields: Mapping[str, object], names: Iterable[str], problems: list[Problem]) -> str | None:
    words = _string(fields, names, "language", problems)
    code = _LANGUAGE.fullmatch(words) if words else None
    if words and code is None:
        message = (
            f"language {words[:40]!r} is no code such as `en`: passed over; {option('language')} names another field"
        )
        problems.append(Problem("reading", message))
    return code[1].lower() if code else None


def _is_nothing(value: object) -> bool:
    """Whether a value stands for none: empty, or no number."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip()) or value != value


def _kind(value: object) -> str:
    return {bool: "a boolean", int: "a number", float: "a number", list: "a list", dict: "an object"}.get(
        type(value), type(value).__name__
    )
