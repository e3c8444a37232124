"""Where a text names a place: capitalised words of the gazetteer, and what speaks for and against each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tacitus.knowledge.places import COMMON, PERSONAL, PlaceBase, fold
from tacitus.model import Span

_WORD = re.compile(r"(?<!\w['’])[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")
_LONGEST = 7
_WELL_KNOWN = 5.8


class Word(NamedTuple):
    """A word of the text, folded; `gap` is what stands between it and the next."""

    key: str
    capital: bool
    start: int
    end: int
    gap: str


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words `first` to `last` that may name a place; `entries` are (row, flags) of the places so named."""

    key: str
    first: int
    last: int
    span: Span
    entries: tuple[tuple[int, int], ...]
    short: bool = False


def words_of(clean: str) -> list[Word]:
    """The words of the text in order."""
    found = list(_WORD.finditer(clean))
    words, following = [], len(clean)
    for match in reversed(found):
        text, (start, end) = match.group(), match.span()
        key = text.lower() if text.isascii() and text.isalpha() else fold(text)
        words.append(Word(key, text[0].isupper(), start, end, clean[end:following]))
        following = start
    words.reverse()
    return words


def find_toponyms(clean: str, words: Sequence[Word], base: PlaceBase) -> list[Toponym]:
    """The longest known names in the text, left to right, without overlap."""
    found, i = [], 0
    while i < len(words):
        begins = words[i].capital or _is_article(words, i, base)
        toponym = _longest_at(clean, words, i, base) if begins else None
        if toponym:
            found.append(toponym)
        i = toponym.last + 1 if toponym else i + 1
    return found


def _is_article(words: Sequence[Word], i: int, base: PlaceBase) -> bool:
    """Whether the word is the article of a name such as "al-Bab"."""
    joined = words[i].gap == "-" and words[i].key in base.cues.articles
    return joined and i + 1 < len(words) and words[i + 1].capital


def _windows(words: Sequence[Word], i: int, base: PlaceBase) -> Iterator[tuple[int, str]]:
    """The last word and the folded text of every possible name from word `i` on, the shortest first."""
    key = words[i].key
    yield i, key
    for j in range(i + 1, min(i + _LONGEST, len(words))):
        word, gap = words[j], words[j - 1].gap
        if not (word.capital or word.key in base.cues.connectors):
            return
        before = words[j - 1].key
        if gap == "." and len(before) <= 2:
            key += word.key
        elif gap in (" ", "-", "\u00a0") or (gap == ". " and len(before) <= 3):
            key += " " + word.key
        elif gap in ("'s ", "’s "):
            key += "s " + word.key
        else:
            return
        yield j, key


def _longest_at(clean: str, words: Sequence[Word], i: int, base: PlaceBase) -> Toponym | None:
    """The longest known name that begins at word `i`."""
    best: Toponym | None = None
    for j, key in _windows(words, i, base):
        if not words[j].capital and j == i:
            continue
        stop = words[j].gap[:1] == "."
        text = clean[words[i].start : words[j].end]
        short = base.abbreviations.get(text.replace(" ", "") + "." * stop) or base.abbreviations.get(text)
        entries = [(row, 0) for row in short] if short else _entries(key, base)
        if not words[j].capital:
            entries = [(row, 0) for row in base.regions.get(key, ())]
        if entries and (short or _written_so(key, text, base)):
            end = words[j].end + (stop and ("." in text or bool(short)))
            best = Toponym(key, i, j, Span(words[i].start, end), tuple(entries), bool(short))
    return best


def _written_so(key: str, text: str, base: PlaceBase) -> bool:
    """Whether capitals and small letters fit: "US" but not "Us", "OSLO" but not "UN"."""
    cues = base.cues
    if key in cues.homonyms or key in cues.function_words or (key in base.adjectives and key not in base.regions):
        return False
    bare = text.replace(".", "")
    if key in base.exact:
        return bare.isupper()
    if len(bare) > 4 or not bare.isupper():
        return True
    return any(base.priors[row] >= _WELL_KNOWN for row, _ in base.entries(key))


def _entries(key: str, base: PlaceBase) -> list[tuple[int, int]]:
    """What bears the name, also where its first word is shortened or written out."""
    found = base.entries(key)
    first, _, rest = key.partition(" ")
    other = base.cues.expansions.get(first) if rest else None
    return found + base.entries(f"{other} {rest}") if other else found


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The folded words directly before and after a toponym, and how they are written."""

    before: str
    before_capital: bool
    before_sentence: bool
    second_before: str
    after: str
    after_capital: bool
    gap_before: str
    gap_after: str


def surroundings(words: Sequence[Word], toponym: Toponym) -> Surroundings:
    """The words that stand directly before and after."""
    i, j = toponym.first - 1, toponym.last + 1
    before = words[i] if i >= 0 else None
    after = words[j] if j < len(words) else None
    gap_before = before.gap if before else ""
    gap_after = words[toponym.last].gap
    near_before = before is not None and gap_before in (" ", "-", "\u00a0", ". ")
    return Surroundings(
        before=before.key if before and near_before else "",
        before_capital=bool(before and near_before and before.capital),
        before_sentence=not near_before or (before is not None and _opens(words, i)),
        second_before=words[i - 1].key if i >= 1 and words[i - 1].gap == " " else "",
        after=after.key if after and gap_after[:1] in (" ", "-") and len(gap_after) == 1 else "",
        after_capital=bool(after and gap_after in (" ", "-") and after.capital),
        gap_before=gap_before,
        gap_after=gap_after,
    )


def _opens(words: Sequence[Word], i: int) -> bool:
    """Whether the word is the first of a sentence or of a line."""
    return i == 0 or any(c in words[i - 1].gap for c in '.!?\n:"“”‘')


def is_part_of_name(toponym: Toponym, around: Surroundings, base: PlaceBase) -> bool:
    """Whether the words belong to a person's or a group's name ("George Washington", "Boston Globe")."""
    cues = base.cues
    hyphened = around.gap_before == "-" and around.before and not around.before_capital
    # "anti-Iran", but not "north-eastern Iran".
    if hyphened and around.before not in cues.directions:
        return True
    if around.after_capital and around.after in cues.publications:
        return True
    if around.before == "of" and around.second_before in cues.holders:
        return True
    country = any(base.kinds[row] in ("country", "continent") for row, _ in toponym.entries)
    if country or " " in toponym.key or not around.before:
        return _given_then_surname(toponym, around, base)
    title = around.before_capital and around.before in cues.titles
    initial = len(around.before) == 1 and around.before_capital
    named = around.before_capital and around.before in base.given and around.before not in cues.directions
    return title or initial or named or _given_then_surname(toponym, around, base)


def _given_then_surname(toponym: Toponym, around: Surroundings, base: PlaceBase) -> bool:
    """Whether a given name that is also a place begins a person's name ("Paris Hilton")."""
    if toponym.key not in base.given or not around.after_capital or around.gap_after != " ":
        return False
    return around.after not in base.cues.institutions and around.after not in base.cues.function_words


def evidence(toponym: Toponym, around: Surroundings, base: PlaceBase) -> float:
    """What the surrounding words say for (positive) or against a place."""
    return _evidence_before(around, base) + _evidence_after(toponym, around, base)


def _evidence_before(around: Surroundings, base: PlaceBase) -> float:
    """What the words before say: "in Homs", "the city of Homs", "northern Homs"; but "Greater Homs Gas"."""
    cues = base.cues
    if around.before in cues.locatives:
        return 1.5
    if around.before == "of":
        return 2.0 if around.second_before in cues.place_nouns else 0.7
    if around.before in cues.directions:
        return 1.0 if around.before_capital else 2.0
    if around.before in cues.speech and not around.before_capital:
        return -0.5
    named = around.before_capital and not around.before_sentence and around.before not in cues.function_words
    return -1.5 if named else 0.0


def _evidence_after(toponym: Toponym, around: Surroundings, base: PlaceBase) -> float:
    """What the words after say: "Homs residents", "Homs University"; but "Homs Trading", "Homs said"."""
    cues = base.cues
    if around.after_capital:
        if around.after in cues.institutions:
            return 1.0
        if around.gap_after == " ":
            division = any(base.kinds[row] in ("region", "county") for row, _ in toponym.entries)
            return -0.8 if division else -1.5
    elif around.after in cues.followers:
        return 1.0
    elif around.after in cues.speech:
        return -1.0
    return 0.0


def ambiguity(toponym: Toponym) -> float:
    """How often the words mean something else: an English word, a person's name."""
    flags = 0
    for _, flag in toponym.entries:
        flags |= flag
    return (2.0 if flags & COMMON else 0.0) + (1.2 if flags & PERSONAL else 0.0)
