"""The report within a page: its container, and the blocks of words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tacitus.knowledge.pages import PageRules, Part
from tacitus.model import Role

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "block",
    ]
)
_PARAGRAPHS = frozenset(["p", "li", "blockquote", "dd", "pre", "h2", "h3", "h4", "h5", "h6", "figcaption"])
_NEVER = frozenset(
    [
        "nav",
        "footer",
        "form",
        "button",
        "input",
        "label",
        "head",
        "script",
        "style",
        "menu",
        "video",
        "audio",
        "canvas",
        "dialog",
    ]
)
_INLINE = frozenset(
    [
        "b",
        "i",
        "u",
        "em",
        "strong",
        "span",
        "font",
        "small",
        "mark",
        "sup",
        "sub",
        "abbr",
        "cite",
        "q",
        "time",
        "strike",
        "s",
        "big",
        "tt",
    ]
)
_NAMES = frozenset(["class", "id", "itemprop", "role", "data-component", "data-testid", "data-module"])
_NOTHING: frozenset[Part] = frozenset()
_LONG_TEXT = etree.XPath("//text()[string-length(normalize-space()) > 40]")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*$")
_LEAST = 0.2
_MUCH = 0.35
_HOLDS_MOST = 0.8
_HINTED = 0.6
_MOST_LINKED = 0.6
_SHORTEST_TOLD = 40
_LONGEST_NAMES = 1000
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, caption or heading of a page; `linked` is the share of its characters that are links."""

    role: Role
    text: str
    tag: str
    linked: float


def find_blocks(root: etree._Element, rules: PageRules) -> list[Block]:
    """The blocks of the report in a page, in order."""
    for lenient in (False, True):
        finder = _Finder(rules, root, lenient)
        container = finder.container()
        blocks = [] if container is None else _kept(list(finder.blocks(container)))
        if sum(len(block.text) for block in blocks) > _LEAST * finder.weight:
            return blocks
    return blocks


def _paragraph(words: etree._ElementUnicodeResult) -> etree._Element | None:
    """The element whose own words, be it in bold, the long text is; None within a link."""
    at = words.getparent()
    at = at.getparent() if words.is_tail else at
    while at is not None and at.tag in _INLINE:
        at = at.getparent()
    return None if at is None or at.tag == "a" else at


def _weigh(weights: dict[etree._Element, int], element: etree._Element | None, weight: int) -> None:
    while element is not None:
        weights[element] = weights.get(element, 0) + weight
        element = element.getparent()


@dataclass(frozen=True, slots=True)
class _Finder:
    rules: PageRules
    _root: etree._Element
    lenient: bool
    _all: dict[etree._Element, int] = field(default_factory=dict)
    _known: dict[etree._Element, bool] = field(default_factory=dict)
    _named: dict[etree._Element, frozenset[Part]] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How many characters of long text the page holds."""
        return self._all.get(self._root, 0)

    def container(self) -> etree._Element | None:
        """The smallest element that holds most of the long text of a page, what is furniture apart."""
        held: dict[etree._Element, int] = {}
        found = [(words, _paragraph(words)) for words in _LONG_TEXT(self._root)]
        for words, place in found:
            _weigh(self._all, place, len(words))
        for words, place in found:
            if place is not None and self._is_good(place):
                _weigh(held, place.getparent() if place.tag in _PARAGRAPHS else place, len(words))
        if not held:
            return None
        hinted = [e for e in held if held[e] >= _HINTED * held[self._root] and self._is_hinted(e)]
        at = min(hinted, key=lambda e: held[e]) if hinted else self._root
        while (below := max(at, key=lambda e: held.get(e, 0), default=None)) is not None:
            if held.get(below, 0) < _HOLDS_MOST * held[at]:
                break
            at = below
        return at

    def _is_good(self, element: etree._Element) -> bool:
        """Whether neither the element nor anything around it is furniture."""
        known = self._known.get(element)
        if known is None:
            above = element.getparent()
            known = not self._is_furniture(element) and (above is None or self._is_good(above))
            self._known[element] = known
        return known

    def _is_furniture(self, element: etree._Element) -> bool:
        tag = element.tag
        if tag not in _NEVER and "hidden" not in element.attrib and element.get("aria-hidden") != "true":
            parts = self._parts(element)
            if self.lenient or "furniture" not in parts or "body" in parts:
                return False
        # Whole pages stand in forms, or in a grid that is named for its sidebar.
        return self._all.get(element, 0) < _MUCH * self.weight

    def _is_hinted(self, element: etree._Element) -> bool:
        return element.tag == "article" or "body" in self._parts(element)

    def _parts(self, element: etree._Element) -> frozenset[Part]:
        """The parts that the element's names tell it to be."""
        parts = self._named.get(element)
        if parts is None:
            names = [value for name, value in element.items() if name in _NAMES]
            parts = self.rules.parts_named(" ".join(names)[:_LONGEST_NAMES]) if names else _NOTHING
            self._named[element] = parts
        return parts

    def blocks(self, container: etree._Element) -> Iterator[Block]:
        """The blocks below the container, in order, furniture left out."""
        draft = _Draft()
        walk = etree.iterwalk(container, events=("start", "end"))
        roles: list[tuple[etree._Element, Role]] = []
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if element is not container and self._is_furniture(element):
                    walk.skip_subtree()
                    continue
                if tag in _BLOCKS:
                    yield from draft.flush(roles[-1][1] if roles else "body")
                    draft.tag = tag
                role = self._role(element)
                if role is not None:
                    roles.append((element, role))
                draft.links += tag == "a"
                draft.add(element.text)
                continue
            draft.links -= tag == "a"
            if tag in _BLOCKS:
                yield from draft.flush(roles[-1][1] if roles else "body")
            if roles and roles[-1][0] is element:
                roles.pop()
            if element is not container:
                draft.add(element.tail)
        yield from draft.flush("body")

    def _role(self, element: etree._Element) -> Role | None:
        """The role that an element's tag or names give what it holds."""
        if element.tag in ("figcaption", "figure"):
            return "caption"
        if element.tag == "aside":
            return "box"
        parts = self._parts(element)
        if not parts or element.tag == "article":
            return None
        return (
            "caption"
            if "caption" in parts
            else "quote_box"
            if "quote_box" in parts
            else "box"
            if "box" in parts
            else None
        )


@dataclass(slots=True)
class _Draft:
    """A block while it grows."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    tag: str = "div"

    def add(self, words: str | None) -> None:
        if words:
            self.pieces.append(words)
            if self.links:
                self.linked += len(words)

    def flush(self, role: Role) -> Iterator[Block]:
        """The block, if it holds any word; the draft is empty then."""
        if not self.pieces:
            return
        words = " ".join("".join(self.pieces).split())
        if words:
            # A block within a link is a teaser, whatever its tag.
            yield Block(role, words, "a" if self.links else self.tag, min(1.0, self.linked / len(words)))
        self.pieces.clear()
        self.linked = 0


def _kept(blocks: list[Block]) -> list[Block]:
    """The blocks without lists of links, boxes that tell nothing, and headings that nothing follows."""
    kept: list[Block] = []
    for block in reversed(blocks):
        is_sentence = len(block.text) > _SHORTEST_TOLD and _SENTENCE_END.search(block.text) is not None
        heads = block.tag in _HEADINGS and bool(kept) and kept[-1].role == block.role
        is_told = block.role != "box" and block.tag not in ("td", "th")
        if _is_link(block) or not (is_told or is_sentence or heads):
            continue
        if kept or block.tag not in _HEADINGS:
            kept.append(block)
    return kept[::-1]


def _is_link(block: Block) -> bool:
    """Whether it only leads elsewhere: a link that stands in no paragraph."""
    if block.linked <= _MOST_LINKED:
        return False
    return block.tag == "a" or (block.tag != "p" and not _SENTENCE_END.search(block.text))
