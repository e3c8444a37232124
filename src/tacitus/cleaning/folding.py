"""Folding: the text made uniform character for character, so that every offset stays what it was."""

from __future__ import annotations

import re
from itertools import pairwise

from tacitus.cleaning.stretches import Stretch

_SAME = {
    **dict.fromkeys("’‘‚‛ʼ´`′", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000\t", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    **dict.fromkeys("‐‑", "-"),
}
_CONTROL = {chr(code): " " for code in [*range(0x09), *range(0x0E, 0x1C), 0x1F, *range(0x7F, 0x85), *range(0x86, 0xA0)]}
_TABLE = str.maketrans({**_CONTROL, **_SAME})
_BLOCK_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|figure|figcaption|tr|table)(?: [^<>]{0,300})?/?>")
_BULLET = re.compile(r"(?:[-*•▪●◦·‣>]|#{1,6}) +(?=\S)")
# "Mazloum Abdi,\nthe commander": a line that a link or a column's edge broke.
_BROKEN = re.compile(r"(?<=[^\s.!?:;\"')\]])[ ]*(\n)[ ]*(?=[a-z][a-z']*[ ,]|'s\b|, [a-z])")
_EMPTY_LINE = re.compile(r"\n +(?=\n)")
_SINGLE_END = re.compile(r"(?<=[^\n])\n(?=[^\n])")
_WIDEST = 100
_FEWEST_WRAPPED = 4


def fold(text: str) -> str:
    """The text with quotes, spaces, hyphens, line ends and paragraph tags made uniform, as long as before.

    >>> fold("“It’s\\u00a0late”")
    '"It\\'s late"'
    """
    folded = text.replace("\r\n", " \n").translate(_TABLE)
    folded = _EMPTY_LINE.sub(lambda line: "\n" * len(line.group()), folded)
    if "<" not in folded:
        return folded
    return _BLOCK_TAG.sub(lambda tag: "\n" + " " * (len(tag.group()) - 1), folded)


def mend_lines(folded: str) -> str:
    """The folded text with lines that break within a sentence joined by a space."""
    if _is_wrapped(folded):
        return _SINGLE_END.sub(" ", folded)
    return _BROKEN.sub(lambda found: found.group().replace("\n", " "), folded)


def _is_wrapped(folded: str) -> bool:
    """Whether the text is set in lines of one width, as mail is, with empty lines between paragraphs."""
    if "\n\n" not in folded:
        return False
    lines = folded.split("\n")
    broken = [line for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(broken) < _FEWEST_WRAPPED or max(map(len, lines)) > _WIDEST:
        return False
    full = [line for line in broken if len(line) > 0.7 * max(map(len, lines))]
    return len(full) > 0.8 * len(broken) and sum(line.rstrip()[-1] in '.!?":' for line in full) < 0.5 * len(full)


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
