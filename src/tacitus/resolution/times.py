"""Finds the expressions of time in a text and resolves them against its date of publication."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tacitus.knowledge.times import Meaning, TimeLexicon, TimePattern
from tacitus.knowledge.times_openings import DIGITS, SIGN
from tacitus.model import Span, TimeRef
from tacitus.resolution.times_anchor import Anchor
from tacitus.resolution.times_calendar import Stretch, cut
from tacitus.resolution.times_parts import Reading
from tacitus.resolution.times_rules import RULES

# "5:30", "3.4.2019", "6-7 May", "5th", "1990s"; "12 people" is none.
_AFTER_NUMBER = re.compile(r"[-–/.:](?=\d)|[ -–]?([^\W\d_]+)|-")
_RANGE = ("-", "–", "/")
# Words and numbers; the ranges of letters leave out punctuation, and are matched faster than classes.
_TOKEN = re.compile(r"[a-z\u00c0-\u1fff\u2c00-\uffff]+|[0-9]+")
# Sorts after all numbers, before all words.
_DIGITS_END = ":"
_LONE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
# How many words an expression may hold before the word that gives it away.
_LEAD = 8
_CONTEXT = 60
# A text is a narrative of old times if it tells so many years, and few of the parts that news are told with.
_MANY = 6
_NEAR = frozenset(("weekday", "deictic"))
# What is told from the day of publication does not move the time that a narrative has come to.
_SEEN_FROM_NOW = frozenset(("deictic", "which", "back"))


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, in lower case, and so with spaces for line breaks within paragraphs, all of one length."""

    clean: str
    lower: str
    flat: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A place where a pattern fits; `body` is where the pattern itself begins, after a prefix."""

    start: int
    end: int
    body: int
    pattern: TimePattern
    parts: Mapping[str, Meaning]
    mod: str | None = None


def find_times(
    clean: str, published: date | None, lexicon: TimeLexicon, *, future: Sequence[Span] = ()
) -> tuple[TimeRef, ...]:
    """The expressions of time of `clean`, in order; those in a span of `future` look forward."""
    lower = _lowered(clean)
    text = _Text(clean, lower, _LONE_BREAK.sub(" ", lower).replace("\u00a0", " "))
    found = list(_found(text, lexicon))
    reader = _Reader(lower, lexicon, published, _is_narrative(found, published), sorted(future))
    return tuple(ref for one in found if (ref := reader.read(one)))


def _lowered(text: str) -> str:
    lower = text.lower()
    # Of some capitals, as the Turkish dotted one, the small letter is two characters.
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _found(text: _Text, lexicon: TimeLexicon) -> Iterator[_Found]:
    """What the patterns find; where a cue stands they are tried from each word before it."""
    words, cues, inner = lexicon.words, lexicon.cues, lexicon.inner
    done = 0
    lead: list[tuple[int, str]] = []
    for token in _TOKEN.finditer(text.flat):
        word = token[0]
        if word not in words and word > _DIGITS_END:
            if lead:
                lead = []
            continue
        start = token.start()
        if word not in inner:
            lead.append((start, word))
        if start < done or not (word in cues or (word < _DIGITS_END and _is_numeric_time(text.flat, token, words))):
            continue
        for opening, first in lead[-_LEAD:]:
            if opening < done:
                continue
            one = _at(text, opening, first, lexicon)
            if one:
                yield one
                done = one.end
                if done > start:
                    break


def _is_numeric_time(lower: str, token: re.Match[str], words: frozenset[str]) -> bool:
    """Whether a number may be a year, a clock time, a day or a count of units."""
    length, end = token.end() - token.start(), token.end()
    if length == 4:
        return lower[end : end + 2] != ",0"
    if length > 4:
        return False
    if lower[token.start() - 1 : token.start()] in _RANGE:
        return True
    after = _AFTER_NUMBER.match(lower, end)
    return after is not None and (after[1] is None or after[1] in words)


def _at(text: _Text, position: int, word: str, lexicon: TimeLexicon) -> _Found | None:
    for prefix in lexicon.prefixes if word in lexicon.prefix_words else ():
        opened = prefix.wording.regex.match(text.flat, position)
        if not opened:
            continue
        inner = _TOKEN.match(text.flat, opened.end())
        one = _body(text, opened.end(), inner[0] if inner else SIGN, lexicon)
        if one and _takes(one.pattern.rule, prefix.applies):
            mod = prefix.mods[" ".join(opened[1].split())]
            return replace(one, start=position, mod=mod)
    return _body(text, position, word, lexicon)


def _takes(rule: str, applies: str) -> bool:
    if applies == "duration":
        return rule in ("duration", "offset")
    return rule not in ("duration", "window", "set", "word")


def _body(text: _Text, position: int, word: str, lexicon: TimeLexicon) -> _Found | None:
    for pattern in lexicon.opened_by.get(DIGITS if word < _DIGITS_END else word, ()):
        match = pattern.wording.regex.match(text.flat, position)
        if match and _fits(text, match, pattern) and _is_proper(text, match, lexicon):
            return _Found(position, match.end(), position, pattern, _parts(match, pattern))
    return None


def _is_proper(text: _Text, match: re.Match[str], lexicon: TimeLexicon) -> bool:
    names = lexicon.proper.finditer(text.lower, match.start(), match.end())
    return not any(text.clean[name.start()].islower() for name in names)


def _fits(text: _Text, match: re.Match[str], pattern: TimePattern) -> bool:
    start, end = match.span()
    lower, first = text.lower, text.clean[start]
    if lower[end - 1].isalnum() and lower[end : end + 1].isalnum():
        return False
    if start and first.isalnum() and (lower[start - 1].isalnum() or lower[start - 1] == "_"):
        return False
    if (pattern.capital and first.islower()) or (pattern.small and first.isupper()):
        return False
    before = lower[max(0, start - _CONTEXT) : start]
    if pattern.before and not pattern.before.regex.search(before):
        return False
    if pattern.unless_before and pattern.unless_before.regex.search(before):
        return False
    if pattern.after and not pattern.after.regex.match(lower, end):
        return False
    return not (pattern.unless_after and pattern.unless_after.regex.match(lower, end))


def _parts(match: re.Match[str], pattern: TimePattern) -> Mapping[str, Meaning]:
    parts = dict(pattern.given)
    for (name, meanings), words in zip(pattern.groups, match.groups(), strict=True):
        if words is not None:
            parts[name] = meanings.get(" ".join(words.split()), words) if meanings else words
    return parts


def _is_narrative(found: Sequence[_Found], published: date | None) -> bool:
    years = [int(one.parts["year"]) for one in found if "year" in one.parts]
    if published is None:
        return bool(years)
    old = sum(year < published.year for year in years)
    recent = sum("year" not in one.parts and not _NEAR.isdisjoint(one.parts) for one in found)
    return old >= _MANY and old > 4 * (len(years) - old + recent)


class _Reader:
    """Reads what was found, in order, and remembers the time that was told last."""

    def __init__(
        self,
        lower: str,
        lexicon: TimeLexicon,
        published: date | None,
        narrative: bool,
        future: Sequence[Span],
    ) -> None:
        self.lower, self.lexicon, self.published, self.narrative, self.future = (
            lower, lexicon, published, narrative, future,
        )  # fmt: skip
        self.told: Stretch | None = None
        self.told_end = 0

    def read(self, one: _Found) -> TimeRef | None:
        anchor = Anchor(self.published, self.told, self._looks_forward(one), self._is_old(one))
        try:
            reading = RULES[one.pattern.rule](one.parts, anchor)
        except (ValueError, OverflowError):
            # A day before the year 1 or after 9999.
            return None
        if reading is None:
            return None
        self.told_end = one.end
        moves = not self.narrative or _SEEN_FROM_NOW.isdisjoint(one.parts)
        if reading.stretch and moves and reading.type in ("DATE", "TIME"):
            self.told = reading.stretch
        return _reference(one, reading)

    def _is_old(self, one: _Found) -> bool:
        """Whether the time follows on one told long past, in a narrative or in the same sentence."""
        if self.narrative:
            return True
        if one.parts.keys() & {"day", "weekday", "part", "hour"} or self.told is None or self.published is None:
            return False
        if self.told.first.year >= self.published.year - 1:
            return False
        return not self.lexicon.stops.search(self.lower, self.told_end, one.start)

    def _looks_forward(self, one: _Found) -> bool:
        place = bisect_right(self.future, one.start, key=lambda span: span.start) - 1
        if place >= 0 and self.future[place].covers(one.start):
            return True
        lower, lexicon = self.lower, self.lexicon
        begin = max(0, one.start - _CONTEXT)
        for stop in lexicon.stops.finditer(lower, begin, one.start):
            begin = stop.end() - 1
        if lexicon.forward.search(lower, begin, one.start):
            return True
        return lexicon.forward_next.search(lower, max(begin, self.told_end), one.start) is not None


def _reference(one: _Found, reading: Reading) -> TimeRef:
    span = Span(one.start, one.end)
    mod = one.mod or reading.mod
    stretch = reading.stretch
    if stretch is None:
        return TimeRef(span, reading.type, reading.value, mod)
    first = cut(stretch.first, stretch.precision)
    last = cut(reading.until or stretch.last, stretch.precision)
    return TimeRef(span, reading.type, reading.value, mod, first, last if last != first else None, stretch.precision)
