"""The words that a pattern of time can begin with, so that only the patterns are tried which may fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Heads = frozenset[str]

# What stands for a first word that is none of letters: a digit each, another sign, anything.
DIGIT, SIGN, ANY = "0", "#", "*"
_END = "$"
_QUANTIFIER = re.compile(r"[?*+]|\{(\d+)(?:,(\d+))?\}")
# What is repeated more often than that may go on without end.
_MANY = 4
_COUNTS = {"?": (0, 1), "*": (0, _MANY + 1), "+": (1, _MANY + 1)}
_NOTHING: Heads = frozenset({""})


def openings(source: str, named: Callable[[str], Heads]) -> Heads:
    """The first words of what fits `source`, or a DIGIT for each, SIGN, ANY; `named` tells those of `{name}`.

    ValueError where a bracket is not closed.
    """
    walk = _Walk(source, named)
    heads = walk.alternatives()
    if walk.at < len(source):
        raise ValueError(f"a bracket closes that was not opened: {source[: walk.at + 1]}")
    return frozenset(head.removesuffix(_END) or ANY for head in heads)


def heads_of_words(words: Iterable[str]) -> Heads:
    """How words of a list begin; what ends within a word of letters may go on."""
    found = set()
    for word in words:
        letters = next((i for i, sign in enumerate(word) if not sign.isalpha()), len(word))
        found.add(word if letters == len(word) else _joined(word[:letters], word[letters]))
    return frozenset(found)


def heads_of(source: str, named: Callable[[str], Heads]) -> Heads:
    """How a part of a pattern begins; what does not end in `$` may go on with what follows it."""
    return _Walk(source, named).alternatives()


def _joined(head: str, more: str) -> str:
    if head[-1:] in (_END, ANY) or not more:
        return head
    kind = str.isdigit if more[0].isdigit() else str.isalpha
    if kind(more[0]) and (not head or kind(head[-1])):
        return head + (more.replace(more[0], DIGIT, 1) if more[0].isdigit() else more)
    if head:
        return ANY if more[0] == ANY else head + _END
    return {_END: "", ANY: ANY}.get(more[0], SIGN + _END)


class _Walk:
    """Reads a regular expression from left to right, as far as the patterns use the notation."""

    def __init__(self, source: str, named: Callable[[str], Heads]) -> None:
        self.source, self.named, self.at = source, named, 0

    def alternatives(self) -> Heads:
        """How any of the alternatives up to the closing bracket begins."""
        found = set(self._sequence())
        while self.source[self.at : self.at + 1] == "|":
            self.at += 1
            found |= self._sequence()
        return frozenset(found)

    def _sequence(self) -> Heads:
        heads = _NOTHING
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            item = self._quantified(self._item())
            heads = frozenset(_joined(head, more) for head in heads for more in item)
        return heads

    def _item(self) -> Heads:
        source, sign = self.source, self.source[self.at]
        if sign == "(":
            return self._group()
        if sign == "{":
            end = source.index("}", self.at)
            name, self.at = source[self.at + 1 : end].partition(":")[0], end + 1
            return self.named(name)
        if sign == "[":
            start, end = self.at + 1, source.index("]", self.at + 2)
            self.at = end + 1
            return frozenset(_class(source[start:end]))
        if sign == "\\":
            self.at += 2
            known = {"d": DIGIT, "w": ANY, "b": _END, "s": " "}
            return frozenset({known.get(source[self.at - 1], source[self.at - 1])})
        self.at += 1
        return frozenset({_END if sign == "$" else sign})

    def _group(self) -> Heads:
        opened = self.source[self.at : self.at + 3]
        around = opened in ("(?=", "(?!", "(?<")
        self.at += {"(?:": 3, "(?P": 0}.get(opened, 1)
        if opened == "(?P":
            self.at = self.source.index(">", self.at) + 1
        elif around:
            self.at += 3 if self.source[self.at + 1] == "<" else 2
        heads = self.alternatives()
        if self.source[self.at : self.at + 1] != ")":
            raise ValueError(f"a bracket is not closed: {self.source}")
        self.at += 1
        return _NOTHING if around else heads

    def _quantified(self, heads: Heads) -> Heads:
        found = _QUANTIFIER.match(self.source, self.at)
        if not found:
            return heads
        self.at = found.end()
        least, most = _COUNTS.get(found[0]) or (int(found[1]), int(found[2] or found[1]))
        repeated, every = _NOTHING, set() if least else {""}
        for count in range(1, min(most, _MANY) + 1):
            repeated = frozenset(_joined(head, more) for head in repeated for more in heads)
            every |= repeated if count >= least else set()
        if most > _MANY:
            every = {ANY if head[-1:].isalnum() else head for head in every}
        return frozenset(every)


def _class(inside: str) -> Iterable[str]:
    if inside[0] == "^" or "-" in inside[1:-1]:
        yield DIGIT if all(sign.isdigit() or sign == "-" for sign in inside) else ANY
        return
    yield from inside.replace("\\d", DIGIT).replace("\\w", ANY).replace("\\", "")
