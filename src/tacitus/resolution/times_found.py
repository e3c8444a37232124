"""Finds where a text may tell a time: the patterns of a language, tried where a word gives a time away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tacitus.knowledge.times import Meaning, TimeLexicon, TimePattern
from tacitus.knowledge.times_openings import DIGIT, SIGN

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
# A name that holds a time begins or ends so near it.
_NAME = 30
# After a time, numbers are looked at that stand so near: "May 3 through 7".
_NEXT = 9


@dataclass(frozen=True, slots=True)
class LowerText:
    """A text, in lower case, and so with spaces for line breaks within paragraphs, all of one length."""

    clean: str
    lower: str
    flat: str


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a pattern fits; `body` is where the pattern itself begins, after a prefix."""

    start: int
    end: int
    body: int
    pattern: TimePattern
    parts: Mapping[str, Meaning]
    mod: str | None = None


def lower_text(clean: str) -> LowerText:
    """The text with its two lower forms."""
    lower = _lowered(clean)
    return LowerText(clean, lower, _LONE_BREAK.sub(" ", lower).replace("\u00a0", " "))


def find_expressions(text: LowerText, lexicon: TimeLexicon) -> Iterator[Found]:
    """What the patterns find; where a cue stands they are tried from each word before it."""
    words, cues, openers = lexicon.words, lexicon.cues, lexicon.openers
    done = near = 0
    lead: list[re.Match[str]] = []
    for start, end in _sentences_with_cues(text.flat, cues):
        lead.clear()
        for token in _TOKEN.finditer(text.flat, start, end):
            word = token[0]
            if word not in words and word > _DIGITS_END:
                if lead:
                    lead.clear()
                continue
            if word in openers or word < _DIGITS_END:
                lead.append(token)
            if word not in cues and (word > _DIGITS_END or not _is_numeric_time(text.flat, token, words, near)):
                continue
            one = _from_lead(text, lead, done, lexicon)
            while one:
                yield one
                done, near = one.end, one.end + _NEXT
                one = _from_lead(text, lead, done, lexicon) if done <= token.start() else None


def _from_lead(text: LowerText, lead: Sequence[re.Match[str]], done: int, lexicon: TimeLexicon) -> Found | None:
    """The expression that begins with the first word that it can, from `done` on."""
    for opening in lead[-_LEAD:]:
        if opening.start() >= done:
            one = _at(text, opening.start(), opening[0], lexicon)
            if one:
                return one
    return None


def _sentences_with_cues(lower: str, cues: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Pieces of the text that end with a full stop behind a long word, as far as a cue or number is in them."""
    start = end = 0
    while start < len(lower):
        end = lower.find(". ", end + 1)
        if end < 0:
            end = len(lower)
        elif not lower[end - 3 : end].isalpha():
            continue
        found = _TOKEN.findall(lower, start, end)
        if found and (min(found) < _DIGITS_END or not cues.isdisjoint(found)):
            yield start, end
        start = end


def _lowered(text: str) -> str:
    lower = text.lower()
    # Of some capitals, as the Turkish dotted one, the small letter is two characters.
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_numeric_time(lower: str, token: re.Match[str], words: frozenset[str], near: int) -> bool:
    """Whether a number may be a year, a clock time, a day or a count of units; before `near` it may be any."""
    start, end = token.span()
    if start < near:
        return True
    if end - start >= 4:
        return end - start == 4 and lower[end : end + 2] != ",0"
    if lower[start - 1 : start] in _RANGE:
        return True
    after = _AFTER_NUMBER.match(lower, end)
    return after is not None and (after[1] is None or after[1] in words)


def _at(text: LowerText, position: int, word: str, lexicon: TimeLexicon) -> Found | None:
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


def _body(text: LowerText, position: int, word: str, lexicon: TimeLexicon) -> Found | None:
    for regex, pattern in lexicon.opened_by[DIGIT * len(word) if word < _DIGITS_END else word]:
        match = regex.match(text.flat, position)
        if match and _fits(text, match, pattern) and _is_proper(text, match, lexicon):
            if _is_name(text, match, lexicon):
                return None
            return Found(position, match.end(), position, pattern, _parts(match, pattern))
    return None


def _is_proper(text: LowerText, match: re.Match[str], lexicon: TimeLexicon) -> bool:
    names = lexicon.proper.finditer(text.lower, match.start(), match.end())
    return not any(text.clean[name.start()].islower() for name in names)


def _is_name(text: LowerText, match: re.Match[str], lexicon: TimeLexicon) -> bool:
    start, end = match.span()
    names = lexicon.names.finditer(text.clean, max(0, start - _NAME), end + _NAME)
    return any(name.start() < end <= name.end() for name in names)


def _fits(text: LowerText, match: re.Match[str], pattern: TimePattern) -> bool:
    start, end = match.span()
    lower, first = text.lower, text.clean[start]
    if lower[end - 1].isalnum() and lower[end : end + 1].isalnum():
        return False
    if start and first.isalnum() and (lower[start - 1].isalnum() or lower[start - 1] == "_"):
        return False
    if pattern.small and first.isupper():
        return False
    if pattern.capital and not any(sign.isupper() for sign in text.clean[start:end]):
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
