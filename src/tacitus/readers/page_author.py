"""Who wrote the report of a page, from what its data and its byline say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from tacitus.knowledge.pages import Bylines, PageRules

_METAS = (
    "author", "parsely-author", "sailthru.author", "dc.creator", "byl", "dcsext.author", "article:author",
    "article:author_name", "cxenseparse:author", "analytics:author", "og:article:author",
)  # fmt: skip
# Addresses, accounts and the names of accounts: "https://...", "ana@visayan.example", "@ana", "ana.reyes".
_NO_NAME = re.compile(r"\S*(?:://|www\.|@)\S*|\b[a-z0-9]+[._-][a-z0-9._-]*$")
_BETWEEN = re.compile(r"\s*[,;|/·•]\s*")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]* ){1,4}[^\W\d_a-z][\w.'’-]*")
_SHOWN = re.compile(r"[^|/·•–—@(\d]*")
_MOST = 20
_LONGEST = 80
_LONGEST_BYLINE = 160
_MOST_SHOWN = 4


def author_of(linked: Iterable[object], metas: Mapping[str, str], root: etree._Element, rules: PageRules) -> str | None:
    """The authors with commas between: linked data before metadata before the byline that the page shows."""
    stated = [linked, *([metas[name]] for name in _METAS if name in metas)]
    for words in stated:
        names = _distinct(name for one in words if isinstance(one, str) for name in names_in(one, rules.bylines))
        if names:
            return ", ".join(names)
    return ", ".join(_shown(root, rules)) or None


def names_in(words: str, bylines: Bylines) -> list[str]:
    """The names in an author's field or a byline, without its opening, addresses, and what names nobody.

    >>> names_in("By Ana Reyes and Juan Cruz", Bylines(("by",), ("and",), frozenset()))
    ['Ana Reyes', 'Juan Cruz']
    """
    words = _without_opening(_NO_NAME.sub(" ", " ".join(words.split())[:1000]).strip(), bylines)
    names = [name for part in _BETWEEN.split(words) for name in _parted(part, bylines)]
    return [name for name in names if 1 < len(name) <= _LONGEST and name.lower() not in bylines.nobody][:_MOST]


def _without_opening(words: str, bylines: Bylines) -> str:
    opening = _opening(words, bylines)
    return words[len(opening) :].lstrip(" :") if opening else words


def _opening(words: str, bylines: Bylines) -> str | None:
    """The words that begin a byline, if these do."""
    small = words.lower()
    found = (one for one in bylines.openings if small.startswith(one) and small[len(one) :][:1] in ("", " ", ":"))
    return max(found, key=len, default=None)


def _parted(words: str, bylines: Bylines) -> Iterator[str]:
    """Two people joined by a word as two names; "Food and Farming Desk" is one."""
    words = words.strip(" .-–—:")
    for join in bylines.joins:
        first, found, second = words.partition(f" {join} ")
        if found and _are_alike(first, second):
            yield from (*_parted(first, bylines), *_parted(second, bylines))
            return
        if words.startswith(f"{join} "):
            words = words.removeprefix(f"{join} ")
    yield words


def _are_alike(first: str, second: str) -> bool:
    return (len(first.split()) > 1) == (len(second.split()) > 1)


def _shown(root: etree._Element, rules: PageRules) -> list[str]:
    """The names of the first byline that opens as one, else those that stand alone where an author is named."""
    alone: list[str] = []
    for element in root.iter(etree.Element):
        marked = "author" in (element.get("rel"), element.get("itemprop"))
        if not marked and "author" not in rules.parts_named(element.get("class", "")[:_LONGEST_BYLINE]):
            continue
        words = _words(element)
        if _opening(words, rules.bylines):
            names = names_in(_before_day(_innermost(element, words, rules.bylines)), rules.bylines)
            if names:
                return _distinct(names)
        elif _NAME.fullmatch(words):
            alone.append(words)
    names = _distinct(alone)
    # Beside a report stand the names of those who wrote others.
    return names if len(names) <= _MOST_SHOWN else []


def _innermost(element: etree._Element, words: str, bylines: Bylines) -> str:
    """The shortest byline within one: "By Ana Reyes" in "By Ana Reyes The Visayan"."""
    for inner in element.iter(etree.Element):
        less = _words(inner)
        if _opening(less, bylines) and not less.endswith(",") and names_in(less, bylines):
            words = less
    return words


def _before_day(words: str) -> str:
    """The byline up to the day, place or account that follows the names in it."""
    shown = _SHOWN.match(words)
    return shown.group() if shown else ""


def _words(element: etree._Element) -> str:
    """The words of an element, or none where they are more than a byline has."""
    words = " ".join(" ".join(element.itertext()).split())
    return words if len(words) <= _LONGEST_BYLINE else ""


def _distinct(names: Iterable[str]) -> list[str]:
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.casefold(), name)
    return list(first.values())
