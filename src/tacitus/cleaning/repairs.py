"""Typographic damage: what has to be put in, taken out or replaced to read the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import NamedTuple

from tacitus.knowledge.residue import ResidueRules


class Edit(NamedTuple):
    """The characters from `start` to `end` of the original read `words` in the clean text."""

    start: int
    end: int
    words: str


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0f]+")
_MAY_BE_INVISIBLE = frozenset(filter(_INVISIBLE.match, map(chr, range(0x80, 0x10000))))
# Doubled, or left by a link before its "'s".
_SPACES = re.compile(r"(?<= ) +|(?<=\w) +(?='s\b)")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_LIGATURE = re.compile("[ﬀﬁﬂﬃﬄ]")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_INLINE_TAG = re.compile(r"</?(?:b|i|u|em|strong|a|span|font|sup|sub|small|mark)(?: [^<>\n]{0,300})?>")
_TWO_QUOTES = re.compile(r"''(?!')")
# "talks.The", "said."The", but neither "News.Az" nor "www.un.org".
_LOST_BREAK = re.compile(r"(?<=[a-zé\d%\")])[.!?][\"')]?(?=\"?[A-Z])")
_WORD_BEFORE = re.compile(r"[\w@/-]+$")
_WORD_AFTER = re.compile(r"\"?([A-Z][\w'-]*)([^\w\s]?)")


def _mangled() -> dict[str, str]:
    """UTF-8 that was read as Windows-1252, and what it stood for."""
    letters = [*range(0xA0, 0x180), *range(0x2010, 0x2027), 0x20AC, 0x2122]
    table: dict[str, str] = {}
    for code in letters:
        try:
            table[chr(code).encode("utf-8").decode("cp1252")] = chr(code)
        except UnicodeDecodeError:
            # Five bytes have no character there; most programs let them pass as control characters.
            table[chr(code).encode("utf-8").decode("latin-1")] = chr(code)
    return table


_MANGLED = _mangled()
_MANGLED_LEADS = frozenset(mangled[0] for mangled in _MANGLED)
_MOJIBAKE = re.compile("|".join(map(re.escape, sorted(_MANGLED, key=len, reverse=True))))


def find_edits(original: str, folded: str, rules: ResidueRules) -> list[Edit]:
    """All repairs of the text, ascending and without overlap."""
    edits = [*_lost_breaks(folded, rules), *_spacing(folded, rules)]
    characters = set(original)
    if not _MAY_BE_INVISIBLE.isdisjoint(characters):
        edits += [Edit(*m.span(), "") for m in _INVISIBLE.finditer(original)]
    if not _LIGATURES.keys().isdisjoint(characters):
        edits += [Edit(*m.span(), _LIGATURES[m.group()]) for m in _LIGATURE.finditer(original)]
    if not _MANGLED_LEADS.isdisjoint(characters):
        edits += [Edit(*m.span(), _plain(_MANGLED[m.group()])) for m in _MOJIBAKE.finditer(original)]
    if "&" in folded:
        edits += [Edit(*m.span(), _plain(html.unescape(m.group()))) for m in _ENTITY.finditer(folded)]
    if "<" in folded:
        edits += [Edit(*m.span(), "") for m in _INLINE_TAG.finditer(folded)]
    return _without_overlap(edits)


def _spacing(folded: str, rules: ResidueRules) -> Iterable[Edit]:
    if "  " in folded or " 's" in folded:
        yield from (Edit(*m.span(), "") for m in _SPACES.finditer(folded))
    yield from (Edit(*m.span(), " ") for m in rules.number_words.finditer(folded))
    if "''" in folded:
        yield from (Edit(*m.span(), '"') for m in _TWO_QUOTES.finditer(folded))


def _lost_breaks(folded: str, rules: ResidueRules) -> Iterable[Edit]:
    for found in _LOST_BREAK.finditer(folded):
        end = found.end()
        before = _WORD_BEFORE.search(folded, max(0, found.start() - 40), found.start())
        after = _WORD_AFTER.match(folded, end)
        if after is None or not _ends_sentence(before.group() if before else "", after, rules):
            continue
        yield Edit(end, end, " ")


def _ends_sentence(before: str, after: re.Match[str], rules: ResidueRules) -> bool:
    """Whether a stop between two words without a space ends a sentence."""
    if "@" in before or "/" in before or after.group(2) in ("/", "@", "."):
        return False
    word = after.group(1)
    return word in rules.openers or (before.islower() and len(before) > 2 and len(word) > 2)


def _plain(words: str) -> str:
    """Characters that repairs put in, with the quotes and spaces that folding gives."""
    return words.translate({0xA0: " ", 0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})


def _without_overlap(edits: list[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
