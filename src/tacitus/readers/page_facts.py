"""What a page says of its report: title, day, publisher, author, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

from lxml import etree

from tacitus.knowledge.pages import PageRules
from tacitus.readers.dates import day_in_address, days_in, read_date
from tacitus.readers.page_author import author_of
from tacitus.readers.page_tree import Page

_REPORT = re.compile(r"Article|Posting|Report|VideoObject|WebPage")
_WORD = re.compile(r"\w+")
_SUFFIX = re.compile(r"\s+(?:[|»·•–—]|-{1,2})\s+[^|»·•–—]{2,60}$")
_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "title",
    "headline",
)
_DAYS_OF_REPORT = ("datePublished", "uploadDate", "dateCreated")
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "publication_date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.issued",
    "cxenseparse:recs:publishtime",
    "article.published",
    "originalpublicationdate",
    "og:published_time",
    "ptime",
    "date",
    "article_date_original",
    "og:pubdate",
    "bt:pubdate",
    "published-date",
    "datecreated",
    "created",
    "displaydate",
    "dcsext.articlefirstpublished",
    "article:modified_time",
    "lastmod",
    "last-modified",
    "og:updated_time",
)
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "twitter:site")
_LANGUAGES = ("og:locale", "content-language", "language", "dc.language", "dcterms.language", "inlanguage")
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2})(?![A-Za-z])")
_FIRST_YEAR = 1900
_LONGEST = 500
_LONGEST_DAY = 100
_DEEPEST = 12
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of its report; `body` is the report's text where the page's data carry it."""

    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    address: str | None = None
    body: str | None = None


def page_facts(page: Page, rules: PageRules) -> PageFacts:
    """The facts of a page, linked data before metadata before what it shows."""
    objects = [one for value in _linked(page.linked) for one in _objects(value, _DEEPEST)]
    reports = sorted((one for one in objects if _REPORT.search(str(one.get("@type", "")))), key=_rank)
    named = {one["@id"]: one for one in objects if isinstance(one.get("@id"), str) and "name" in one}
    metas = _metas(page.root)
    address = metas.get("og:url") or _attribute(page.root, ".//link[@rel='canonical']", "href")
    publishers, authors = ([list(_names(one.get(key), named)) for one in reports] for key in ("publisher", "author"))
    publisher = ", ".join(next(filter(None, publishers), [])) or _any(metas, _PUBLISHERS)
    return PageFacts(
        title=_title(page.root, reports, metas),
        published=_stated_day(page.root, reports, metas) or day_in_address(address) or _shown_day(page.root, rules),
        publisher=publisher.removeprefix("@") if publisher else None,
        author=author_of(next(filter(None, authors), []), metas, page.root, rules),
        language=_language(page.root, reports, metas),
        address=address,
        body=_first(_string(report.get("articleBody")) for report in reports),
    )


def _linked(linked: Iterable[str]) -> Iterator[object]:
    """The values of the linked data, broken ones passed over."""
    for words in linked:
        # Newsrooms leave line ends within strings, which strict JSON forbids.
        with suppress(ValueError, RecursionError):
            yield json.loads(words, strict=False)


def _objects(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth and isinstance(value, list):
        for one in value:
            yield from _objects(one, depth - 1)
    elif depth and isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _objects(value.get(key), depth - 1)


def _rank(report: Mapping[str, Any]) -> int:
    """News articles before posts before videos before pages."""
    kind = str(report.get("@type", ""))
    return next((i for i, word in enumerate(("News", "Article", "Posting", "Report", "Video")) if word in kind), 9)


def _metas(root: etree._Element) -> dict[str, str]:
    """The page's metadata by name in small letters; the first of a name counts."""
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        content = element.get("content") or element.get("value")
        if not content or not content.strip():
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(key)
            if name:
                metas.setdefault(name.strip().lower(), unescape(content.strip()))
    return metas


def _title(root: etree._Element, reports: Iterable[Mapping[str, Any]], metas: Mapping[str, str]) -> str | None:
    shown = [words for words in map(_words, root.iter("h1")) if words]
    given = _first(_string(report.get("headline")) for report in reports) or _any(metas, _TITLES)
    heads = [words for words in map(_words, root.iter("title")) if words]
    given = given or (heads[0] if heads else None)
    if given is None:
        return shown[0] if shown else None
    given = " ".join(unescape(given).split())[:_LONGEST]
    alike = [words for words in shown if _alike(words, given)]
    # "Rain in Lima | The Harbour": what the page shows as heading tells where the publisher's name begins.
    return alike[0] if alike else _without_suffix(given)


def _alike(shown: str, given: str) -> bool:
    """Whether a heading that the page shows says what the title does."""
    here, there = (set(_WORD.findall(one.lower())) for one in (shown, given))
    return len(shown) < 1.5 * len(given) and len(here & there) >= max(3, 0.5 * len(there))


def _without_suffix(title: str) -> str:
    """The title without the publisher's or section's name behind a bar or dash, shorter than what stands before."""
    while (found := _SUFFIX.search(title)) is not None and len(found.group()) < found.start():
        title = title[: found.start()]
    return title


def _stated_day(root: etree._Element, reports: Iterable[Mapping[str, Any]], metas: Mapping[str, str]) -> date | None:
    return next((day for day in map(_day, _stated_days(root, reports, metas)) if day), None)


def _stated_days(
    root: etree._Element, reports: Iterable[Mapping[str, Any]], metas: Mapping[str, str]
) -> Iterator[str | None]:
    yield from (_string(report.get(key)) for report in reports for key in _DAYS_OF_REPORT)
    yield from map(metas.get, _DAYS)
    for query in (".//*[@itemprop='datePublished']", ".//time[@pubdate]", ".//time[@datetime]", ".//abbr[@title]"):
        element = root.find(query)
        if element is not None:
            yield from (element.get("datetime"), element.get("content"), element.get("title"), _words(element))


def _day(words: str | None) -> date | None:
    day = read_date(words) if words and len(words) < 60 else None
    return day if day and day.year > _FIRST_YEAR else None


def _shown_day(root: etree._Element, rules: PageRules) -> date | None:
    """The day in the first part of the page that is named for one."""
    for element in root.iter(etree.Element):
        names = element.get("class") or element.get("id")
        if names and "day" in rules.parts_named(names[:_LONGEST]):
            day = next(days_in(_words(element)[:_LONGEST_DAY]), None)
            if day is not None:
                return day
    return None


def _names(value: object, named: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The names of people or bodies: as strings, in objects, or in objects that others refer to by their id."""
    for one in value[:_MOST_NAMED] if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            one = one.get("name") or named.get(str(one.get("@id")), {}).get("name")
        for name in one[:_MOST_NAMED] if isinstance(one, list) else [one]:
            words = _string(name)
            if words:
                yield words


def _language(root: etree._Element, reports: Iterable[Mapping[str, Any]], metas: Mapping[str, str]) -> str | None:
    """The code of the language that the page, its linked data or its metadata state."""
    stated = [root.get("lang"), *(_string(report.get("inLanguage")) for report in reports), *map(metas.get, _LANGUAGES)]
    codes = (_LANGUAGE.match(words) for words in stated if words)
    return next((code.group(1).lower() for code in codes if code), None)


def _string(value: object) -> str | None:
    return unescape(value).strip() or None if isinstance(value, str) else None


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _any(metas: Mapping[str, str], names: Iterable[str]) -> str | None:
    return _first(metas.get(name) for name in names)


def _attribute(root: etree._Element, query: str, name: str) -> str | None:
    element = root.find(query)
    return None if element is None else element.get(name)


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())[:_LONGEST]
