"""Whole lines: which are headline, byline, caption or residue."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tacitus.cleaning.stretches import Stretch
from tacitus.knowledge.residue import PLACES, ResidueRule, ResidueRules
from tacitus.model import Role

EDGE = 6
"""How many lines at either end of a text are its start and its end."""

_LONGEST = 700
_LISTED = 12
_HEAD = 4
_NOT_LETTERS = re.compile(r"[\W_]+")
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4}")
_TITLE_END = re.compile(r" [|–—-] ")
_SENTENCE_END = re.compile(r"[.!?:][\"')\]]*$")
_SHORTEST_REPEATED = 40


def decide_lines(folded: str, lines: list[Stretch], title: str | None, rules: ResidueRules) -> list[Stretch]:
    """The lines with the roles that hold for each as a whole; body is what no rule knows."""
    roles: list[Role] = [line.role for line in lines]
    words = [folded[line.start : line.end] for line in lines]
    _mark_residue(words, roles, rules)
    _mark_headline(words, roles, title)
    _mark_repeated(words, roles)
    decided = [line if role == line.role else replace(line, role=role) for line, role in zip(lines, roles, strict=True)]
    return decided if title is None or "headline" in roles else _with_headline_off(folded, decided, title)


def _mark_residue(words: list[str], roles: list[Role], rules: ResidueRules) -> None:
    guarded = rules.guards.in_lines(words)
    for index, line in enumerate(words):
        if roles[index] != "body" or len(line) > _LONGEST:
            continue
        rule = _rule_of(line, (index < EDGE, index >= len(words) - EDGE), guarded.get(index, ()), rules)
        if rule is None:
            continue
        roles[index] = rule.role
        if rule.scope == "list":
            _mark_list(words, roles, index, rule.listed)
        if rule.before and index and roles[index - 1] == "body" and _may_stand_above(rule, words, index - 1):
            roles[index - 1] = rule.before


def _rule_of(line: str, place: tuple[bool, bool], guarded: Iterable[int], rules: ResidueRules) -> ResidueRule | None:
    """The first rule that matches the whole line: of those without guards, and those that have one in the line."""
    unguarded = rules.unguarded[place]
    numbers = [n for n in guarded if rules.rules[n].scope in ("line", "list") and rules.rules[n].where in PLACES[place]]
    if unguarded.pattern.fullmatch(line):
        numbers += unguarded.numbers
    # In a text so short that a line is at both ends, what holds at the end comes last.
    numbers.sort(key=lambda n: (all(place) and rules.rules[n].where == "end", n))
    return next((rules.rules[n] for n in numbers if rules.rules[n].pattern.fullmatch(line)), None)


def _may_stand_above(rule: ResidueRule, words: list[str], index: int) -> bool:
    """Whether the line at `index` can be what the rule expects above its own: a name, or a caption."""
    if rule.before == "byline":
        return _NAME.fullmatch(words[index]) is not None
    return index > 0 and _is_title_like(words[index])


def _mark_list(words: list[str], roles: list[Role], index: int, listed: re.Pattern[str] | None) -> None:
    """Marks what is listed below the label at `index`: what the pattern matches, else headlines."""
    for below in range(index + 1, min(index + 1 + _LISTED, len(words))):
        line = words[below]
        if not (_is_title_like(line) if listed is None else listed.fullmatch(line)) or roles[below] != "body":
            return
        roles[below] = "residue"


def _is_title_like(line: str) -> bool:
    return len(line) <= 180 and not _SENTENCE_END.search(line)


def _mark_headline(words: list[str], roles: list[Role], title: str | None) -> None:
    """Marks the line that repeats the title, or without a title a first line that is no sentence."""
    first = 0 if _is_in_capitals(words) else next((i for i, role in enumerate(roles) if role == "body"), None)
    if first is None:
        return
    if title is None:
        if _opens_as_headline(words, first):
            roles[first] = "headline"
        return
    keys = {key for key in (_key(title), _key(_TITLE_END.split(title)[0])) if len(key) > 8}
    told = [i for i, line in enumerate(words) if len(line) <= 2 * len(title) and _key(line) in keys]
    if not told:
        told = [i for i in range(min(len(words), _HEAD)) if roles[i] == "body" and _is_like(words[i], title)][:1]
    for index in told:
        roles[index] = "headline" if index == told[0] else "residue"


def _with_headline_off(folded: str, lines: list[Stretch], title: str) -> list[Stretch]:
    """The lines with the headline that begins a paragraph split off, where its sentence ends there."""
    for index, line in enumerate(lines[:_HEAD]):
        end = line.start + len(title.rstrip(".")) + 1
        starts = folded.startswith(title.rstrip("."), line.start) and end < line.end
        if line.role == "body" and starts and folded[end - 1 : end + 1] in (". ", " -", " –", " |", ": "):
            rest = line.within(folded, end, line.end)
            return [
                *lines[:index],
                replace(line, role="headline", end=end),
                *([rest] if rest else []),
                *lines[index + 1 :],
            ]
    return lines


def _is_in_capitals(words: list[str]) -> bool:
    """Whether a headline in capitals opens the text; further down it would be a link to another report."""
    return bool(words) and words[0].isupper() and len(words[0].split()) > 6


def _is_like(line: str, title: str) -> bool:
    """Whether a line that is no sentence shares most words with the title."""
    here, there = (set(_WORD.findall(one.casefold())) for one in (line, title))
    return _is_title_like(line) and len(here & there) >= max(4, 0.6 * min(len(here), len(there)))


def _opens_as_headline(words: list[str], first: int) -> bool:
    line, after = words[first], words[first + 1 : first + 2]
    return 3 <= len(line.split()) <= 25 and _is_title_like(line) and bool(after) and not _is_title_like(after[0])


def _mark_repeated(words: list[str], roles: list[Role]) -> None:
    """Marks as residue each line that an earlier line says in the same words."""
    seen: set[str] = set()
    for index, line in enumerate(words):
        if len(line) < _SHORTEST_REPEATED or roles[index] == "residue":
            continue
        key = line.casefold()
        if key in seen:
            roles[index] = "residue"
        seen.add(key)


def _key(line: str) -> str:
    return _NOT_LETTERS.sub("", line).casefold()
