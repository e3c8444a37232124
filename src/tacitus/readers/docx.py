"""DOCX: a word processor's document is one article, read from the parts of its package (ECMA-376)."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from lxml import etree

from tacitus.errors import InputError
from tacitus.model import Article, Role
from tacitus.readers.dates import day_of
from tacitus.readers.document import FileFacts, article_of_document
from tacitus.readers.page_body import Block
from tacitus.readers.source import MAX_BYTES, Format, Given, ReadFailure, Source

# Whoever writes packages begins with one of these; no archive of articles does.
_FIRST = re.compile(
    rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/\.rels|docProps/\w+\.xml|customXml/"
    rb"|word/(?:\w+\.xml|_rels/|theme/|media/))",
    re.S,
)
_TEXT = re.compile(r"word/document\d*\.xml")
_MAX_FILE = 1 << 25
_MAX_PART = 4 * MAX_BYTES
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_GONE = (f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
_SPACES = (f"{_W}tab", f"{_W}br", f"{_W}cr")
_HEADLINES = ("title", "heading 1")


def recognises(head: bytes) -> bool:
    """Whether the input begins as a package of office documents does."""
    return _FIRST.match(head) is not None


def read_docx(source: Source, given: Given) -> Iterator[Article | ReadFailure]:
    """Yields the document as one article; headers, footers, notes and what was deleted are left out."""
    data = source.stream.read(_MAX_FILE + 1)
    try:
        if len(data) > _MAX_FILE:
            raise InputError(f"an office document of more than {_MAX_FILE >> 20} MB: give the report's text")
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield _article(package, source, given)
    except InputError as error:
        yield ReadFailure(source.name, str(error))
    except _BROKEN as error:
        yield ReadFailure(source.name, f"an office document that is damaged ({error}): save it anew as DOCX")


def _article(package: zipfile.ZipFile, source: Source, given: Given) -> Article:
    names = package.namelist()
    text = next((name for name in names if _TEXT.fullmatch(name)), None)
    if text is None:
        raise InputError("an office document that is no text, such as a sheet or slides: save its text as DOCX")
    root = _part(package, text)
    if root is None:
        raise InputError("an office document whose text is damaged: save it anew as DOCX")
    styles = _styles(_part(package, "word/styles.xml") if "word/styles.xml" in names else None)
    facts = _facts(_part(package, "docProps/core.xml") if "docProps/core.xml" in names else None)
    return article_of_document(list(_blocks(root, styles)), facts, source, given)


def _part(package: zipfile.ZipFile, name: str) -> etree._Element | None:
    """The part as a tree, None where it is damaged; InputError where it is a bomb or makes entities of its own."""
    with package.open(name) as stream:
        markup = stream.read(_MAX_PART + 1)
    if len(markup) > _MAX_PART or b"<!DOCTYPE" in markup:
        raise InputError(f"an office document with a part of more than {_MAX_PART >> 20} MB or with entities")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    try:
        return etree.fromstring(markup.replace(_STRICT, _W[1:-1].encode()), parser)
    except etree.XMLSyntaxError:
        return None


def _styles(root: etree._Element | None) -> Mapping[str, str]:
    """The names of styles, which are the same in every language, by the ids that are not."""
    found: dict[str, str] = {}
    for style in () if root is None else root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            found[style.get(f"{_W}styleId", "")] = name.get(f"{_W}val", "").lower()
    return found


def _facts(root: etree._Element | None) -> FileFacts:
    told = {} if root is None else {e.tag.rpartition("}")[2]: (e.text or "").strip() for e in root.iter(etree.Element)}
    return FileFacts(told.get("title") or None, told.get("creator") or None, day_of(told.get("created")))


def _blocks(root: etree._Element, styles: Mapping[str, str]) -> Iterator[Block]:
    """The paragraphs in order, a row of a table a line; the first heading above any text is the headline."""
    for gone in list(root.iter(*_GONE)):
        gone.clear(keep_tail=True)
    seen: set[Role] = set()
    for element in root.iter(f"{_W}p", f"{_W}tr"):
        above = {ancestor.tag for ancestor in element.iterancestors()}
        if f"{_W}tr" in above:
            continue
        if element.tag == f"{_W}tr":
            words = ", ".join(cell for cell in map(_cell, element.iter(f"{_W}tc")) if cell)
            role: Role = "box"
        else:
            words = _words(element)
            role = "box" if f"{_W}txbxContent" in above else _role(_style(element, styles), seen)
        if words:
            seen.add(role)
            yield Block(role, words, "p", 0)


def _role(style: str, seen: set[Role]) -> Role:
    if style in _HEADLINES and not seen & {"headline", "body"}:
        return "headline"
    return "caption" if style == "caption" else "body"


def _style(paragraph: etree._Element, styles: Mapping[str, str]) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else styles.get(style.get(f"{_W}val", ""), "")


def _cell(cell: etree._Element) -> str:
    return " ".join(filter(None, map(_words, cell.iter(f"{_W}p"))))


def _words(paragraph: etree._Element) -> str:
    """The words of the paragraph's own runs, not of boxes that are anchored in it."""
    pieces = []
    for element in paragraph.iter(f"{_W}t", *_SPACES):
        if next(element.iterancestors(f"{_W}p"), None) is paragraph:
            pieces.append(element.text or "" if element.tag == f"{_W}t" else " ")
    return " ".join("".join(pieces).split())


DOCX = Format("DOCX", recognises, read_docx)
