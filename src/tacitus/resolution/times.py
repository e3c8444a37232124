"""Finds the expressions of time in a text and resolves them against its date of publication."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date

from tacitus.knowledge.times import TimeLexicon
from tacitus.model import Span, TimeRef
from tacitus.resolution.times_anchor import Anchor
from tacitus.resolution.times_calendar import Stretch, cut
from tacitus.resolution.times_found import Found, find_expressions, lower_text
from tacitus.resolution.times_parts import Reading
from tacitus.resolution.times_ranges import share_years
from tacitus.resolution.times_rules import RULES

_CONTEXT = 60
# What opens a sentence has no more before it than a preposition and the full stop.
_FIRST = 12
_POSSESSIVE = ("'", "’")
# A text is a narrative of old times if it tells so many years, and few of the parts that news are told with.
_MANY = 6
_NEAR = frozenset(("weekday", "deictic"))
# What is told from the day of publication does not move the time that a narrative has come to.
_SEEN_FROM_NOW = frozenset(("deictic", "which", "back"))

_OF_A_DAY = frozenset(("day", "weekday", "part", "hour"))
# Rules that read the same, whichever way the words look.
_UNDIRECTED = frozenset(("word", "deictic", "offset", "duration", "window", "set", "decade", "century"))
_NO_ENTRIES: Mapping[int, date] = {}


def find_times(
    clean: str,
    published: date | None,
    lexicon: TimeLexicon,
    *,
    future: Sequence[Span] = (),
    entries: Mapping[int, date] = _NO_ENTRIES,
) -> tuple[TimeRef, ...]:
    """The expressions of time of `clean`, in order; those in a span of `future` look forward.

    `entries` gives the days of a live blog's entries by where their text begins; its times are read from those days.
    """
    text = lower_text(clean)
    found = share_years(list(find_expressions(text, lexicon)), text, lexicon)
    reader = _Reader(text.lower, lexicon, published, _is_narrative(found, published), sorted(future))
    return tuple(ref for one in found if (ref := reader.read(one, _day_of(one, entries, published))))


def _day_of(one: Found, entries: Mapping[int, date], published: date | None) -> date | None:
    """The day of the entry that a time stands in, or that of the report."""
    begun = max((start for start in entries if start <= one.start), default=None)
    return published if begun is None else entries[begun]


def _is_narrative(found: Sequence[Found], published: date | None) -> bool:
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

    def read(self, one: Found, published: date | None) -> TimeRef | None:
        self.published = published
        anchor = Anchor(self.published, self.told, self._looks_forward(one), self._is_old(one))
        try:
            reading = RULES[one.pattern.rule](one.parts, anchor)
        except (ValueError, OverflowError):
            # A day before the year 1 or after 9999.
            return None
        if reading is None:
            return None
        self.told_end = one.end
        if reading.stretch and self._moves(one, reading.stretch) and reading.type in ("DATE", "TIME"):
            self.told = reading.stretch
        return _reference(one, reading)

    def _moves(self, one: Found, to: Stretch) -> bool:
        """Whether the telling has come to this time; a narrative looks back and ahead without going there."""
        if not self.narrative:
            return True
        if not _SEEN_FROM_NOW.isdisjoint(one.parts) or (_looks_back(one) and to.grain != "day"):
            return False
        outlook = to.grain == "year" and self.told is not None and to.first > self.told.first
        return not outlook or self._opens_sentence(one)

    def _is_old(self, one: Found) -> bool:
        """Whether the time follows on one told long past, in a narrative or in the same sentence."""
        if self.narrative:
            return True
        if self.told is None or self.published is None or not _OF_A_DAY.isdisjoint(one.parts):
            return False
        if self.told.first.year >= self.published.year - 1:
            return False
        return not self.lexicon.stops.search(self.lower, self.told_end, one.start)

    def _looks_forward(self, one: Found) -> bool:
        if one.pattern.rule in _UNDIRECTED or "year" in one.parts:
            return False
        place = bisect_right(self.future, one.start, key=lambda span: span.start) - 1
        if place >= 0 and self.future[place].covers(one.start):
            return True
        lower, lexicon = self.lower, self.lexicon
        if lexicon.forward_behind.match(lower, one.end):
            return True
        if self._opens_sentence(one):
            end = lexicon.stops.search(lower, one.end, one.end + _CONTEXT)
            return lexicon.forward.search(lower, one.end, end.start() if end else one.end + _CONTEXT) is not None
        begin = max(0, one.start - _CONTEXT)
        for stop in lexicon.stops.finditer(lower, begin, one.start):
            begin = stop.end() - 1
        if lexicon.forward.search(lower, begin, one.start):
            return True
        return lexicon.forward_next.search(lower, max(begin, self.told_end), one.start) is not None

    def _opens_sentence(self, one: Found) -> bool:
        """Whether the time stands first: "By March, the road will be open", not "after Friday's vote, he will go"."""
        begin = max(0, one.start - _FIRST)
        stop = self.lexicon.stops.search(self.lower, begin, one.start + 1)
        if begin and not stop:
            return False
        first = self.lower[stop.end() - 1 if stop else 0 : one.start].strip() == ""
        return first or self.lower[one.end : one.end + 1] not in _POSSESSIVE


def _looks_back(one: Found) -> bool:
    return str(one.parts.get("direction", "")).startswith("-") or one.parts.get("told") == -1


def _reference(one: Found, reading: Reading) -> TimeRef:
    span = Span(one.start, one.end)
    mod = one.mod or reading.mod
    stretch = reading.stretch
    if stretch is None:
        return TimeRef(span, reading.type, reading.value, mod)
    first = cut(stretch.first, stretch.precision)
    last = cut(reading.until or stretch.last, stretch.precision)
    return TimeRef(span, reading.type, reading.value, mod, first, last if last != first else None, stretch.precision)
