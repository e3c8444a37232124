"""Folding: the text made uniform character for character, so that every offset stays what it was."""

from __future__ import annotations

import re

from tacitus.cleaning.stretches import Stretch
from tacitus.knowledge.residue import ResidueRules

_SAME = {
    **dict.fromkeys("’‘‚‛ʼ´`′", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000\t", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    **dict.fromkeys("‐‑", "-"),
}
_CONTROL = {
    chr(code): " "
    for code in [*range(0x09), *range(0x0E, 0x1C), 0x1F, *range(0x7F, 0x85), *range(0x86, 0xA0)]
}
_TABLE = str.maketrans({**_CONTROL, **_SAME})
_BULLET = re.compile(r"(?:[-*•▪●◦·‣>]|#{1,6}) +(?=\S)")
# "Mazloum Abdi,\nthe commander": a line that a link or a column's edge broke.
_BROKEN = re.compile(r"(?<=[^\s.!?:;\"')\]])[ ]*(\n)[ ]*(?=[a-z][a-z']*[ ,]|'s\b|, [a-z])")
_OPENING_CAPITALS = re.compile(r"[A-Z][A-Z'-]*[A-Z](?: [A-Z][A-Z'-]*[A-Z])*(?= ['\"]?[A-Za-z0-9])")
_WORD = re.compile(r"[A-Za-z]+")


def fold(text: str) -> str:
    """The text with quotes, spaces, hyphens and line ends made uniform, as long as the text itself.

    >>> fold("“It’s\\u00a0late”")
    '"It\\'s late"'
    """
    return text.translate(_TABLE)


def mend_lines(folded: str) -> str:
    """The folded text with lines that break within a sentence joined by a space."""
    return _BROKEN.sub(lambda found: found.group().replace("\n", " "), folded)


def split_lines(folded: str) -> list[Stretch]:
    """The lines that hold anything, as body, without bullets and white space around."""
    lines: list[Stretch] = []
    start = 0
    for number, line in enumerate(folded.split("\n")):
        whole = Stretch("body", start, start + len(line), number)
        found = whole.within(folded, whole.start, whole.end)
        if found is not None:
            lines.append(found)
        start += len(line) + 1
    return [Stretch(line.role, line.start, line.end, number) for number, line in enumerate(lines)]


def without_bullet(folded: str, line: Stretch) -> Stretch:
    """The line from after its bullet or heading mark on."""
    found = _BULLET.match(folded, line.start, line.end)
    return line if found is None else Stretch(line.role, found.end(), line.end, line.line, line.goes_on)


def lower_openings(folded: str, stretches: list[Stretch], rules: ResidueRules) -> str:
    """The text with capitals that only open a paragraph ("VLADIMIR Putin", "WORLD leaders") in usual case."""
    pieces, done = [], 0
    for stretch in stretches:
        opening = usual_opening(folded, stretch, rules)
        if opening is not None:
            pieces += [folded[done : stretch.start], opening]
            done = stretch.start + len(opening)
    return "".join([*pieces, folded[done:]]) if pieces else folded


def usual_opening(folded: str, stretch: Stretch, rules: ResidueRules) -> str | None:
    """The words in capitals that a paragraph of usual case opens with, in usual case; None if it does not."""
    if stretch.role == "residue" or stretch.goes_on:
        return None
    found = _OPENING_CAPITALS.match(folded, stretch.start, stretch.end)
    if found is None or folded[found.end() : stretch.end].isupper():
        return None
    first, *rest = found.group().split(" ")
    words = [_in_usual_case(folded, first, rules, opens=True)]
    words += [_in_usual_case(folded, word, rules, opens=False) for word in rest]
    usual = " ".join(words)
    return usual if usual != found.group() else None


def _in_usual_case(folded: str, word: str, rules: ResidueRules, *, opens: bool) -> str:
    """The word as the rest of the text writes it; kept where that leaves doubt."""
    title, lower = word.capitalize(), word.lower()
    if word in rules.acronyms or re.search(rf"(?<=[a-z,] ){re.escape(word)}\b", folded):
        return word
    as_name = re.search(rf"(?<=[a-z,] ){re.escape(title)}\b", folded) is not None
    if not as_name and (lower.capitalize() in rules.openers or re.search(rf"\b{re.escape(lower)}\b", folded)):
        return title if opens else lower
    known = as_name or re.search(rf"\b{re.escape(title)}\b", folded) is not None
    return title if known or len(word) > 5 else word
