"""Which column of a table, or field of a row, holds which part of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields as fields_of

from tacitus.errors import InputError
from tacitus.readers.source import Columns

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "full_text", "main_text", "article_text", "article_body", "body_text",
        "text_content", "clean_text", "plain_text", "raw_text", "story_text", "article_content", "article", "story",
        "document",
    ),
    "title": ("headline", "title", "head_line", "article_title"),
    "published": (
        "date", "published", "dct", "publication_date", "date_published", "published_date", "pub_date", "publish_date",
        "date_publish", "published_at", "publication_time", "published_time", "date_time", "timestamp", "created_at",
        "day",
    ),
    "id": ("id", "doc_id", "article_id", "document_id", "story_id", "guid", "uuid"),
    "uri": ("url", "uri", "link", "article_url", "source_url", "canonical_url", "permalink"),
    "publisher": (
        "outlet", "publisher", "newspaper", "source", "source_name", "news_source", "site", "site_name", "domain",
        "source_domain", "publication",
    ),
    "language": ("language", "lang"),
    "author": ("author", "authors", "byline", "creator"),
}  # fmt: skip
"""The names that a part's field goes by where none is given, likelier ones first, written with underscores.

Capitals, spaces, hyphens and underscores make no difference: `pub_date` is also "Pub Date" and pubDate.
"""

_DROPPED = dict.fromkeys(map(ord, " _-.\t\ufeff"))
_PLAIN_NAMES = {part: tuple(name.replace("_", "") for name in names) for part, names in NAMES.items()}
_OPTIONS = {"published": "--date-column", "uri": "--url-column"}
_LONGEST_NAME = 60
_MOST_LISTED = 40


def find_fields(names: Iterable[str], columns: Columns) -> dict[str, tuple[str, ...]]:
    """The fields that may hold each part, best first: the one that `columns` names, or those whose names tell it."""
    given = dict(named(columns))
    plain: dict[str, str] = {}
    for name in names:
        if len(name) <= _LONGEST_NAME and name not in given.values():
            plain.setdefault(_plain(name), name)
    found = {part: tuple(plain[name] for name in likely if name in plain) for part, likely in _PLAIN_NAMES.items()}
    return found | {part: (name,) for part, name in given.items()}


def value_at(fields: Mapping[str, object], name: str) -> object:
    """What stands under `name`, or, along its dots, in the objects below; None where nothing does.

    >>> value_at({"metadata": {"date": "2019-03-04"}}, "metadata.date")
    '2019-03-04'
    """
    if name in fields:
        return fields[name]
    value: object = fields
    for key in name.split("."):
        if not isinstance(value, Mapping) or key not in value:
            return None
        value = value[key]
    return value


def named(columns: Columns) -> Iterator[tuple[str, str]]:
    """The parts whose column was named, each with that name."""
    for field in fields_of(columns):
        name = getattr(columns, field.name)
        if name is not None:
            yield field.name, name


def option(part: str) -> str:
    """The option of the command line that names a part's column."""
    return _OPTIONS.get(part, f"--{part}-column")


def check_columns(names: Iterable[str], columns: Columns) -> None:
    """Raises InputError where a column that was named, or any for the text, is not among `names`."""
    there = list(names)
    for part, name in named(columns):
        if name not in there:
            raise InputError(f"has no column `{name}`, which {option(part)} names; there are {listed(there)}")
    if not find_fields(there, columns)["text"]:
        raise InputError(f"no column is known to hold the text: name it with --text-column; there are {listed(there)}")


def listed(names: Iterable[str]) -> str:
    """Names in a row for a message, the first 40 of many."""
    quoted = [f"`{name[:_LONGEST_NAME]}`" for name in names]
    more = f" and {len(quoted) - _MOST_LISTED} more" if len(quoted) > _MOST_LISTED else ""
    return ", ".join(quoted[:_MOST_LISTED]) + more


def is_known(name: str, *parts: str) -> bool:
    """Whether a name is one that fields for these parts go by, for any part where none are given."""
    return any(_plain(name) in _PLAIN_NAMES[part] for part in parts or _PLAIN_NAMES)


def _plain(name: str) -> str:
    return name.lower().translate(_DROPPED)
