"""Surface forms made comparable, character for character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_PLAIN = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ð": "d", "’": "'", "‘": "'", "ʼ": "'",
          "`": "'", "–": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " "}  # fmt: skip


def _table() -> dict[int, str]:
    table = {ord(c): plain for c, plain in _PLAIN.items()}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and code not in table:
            table[code] = base
    return table


_FOLD = _table()
_SPACED = re.compile(r"[`\n\t]")
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")


def fold(text: str) -> str:
    """`text` without accents and typographic signs, of the same length."""
    return text if text.isascii() and not _SPACED.search(text) else text.translate(_FOLD)


def capitals_lowered(text: str, keep: Container[str]) -> str:
    """`text` with words in capitals (headline style) written with one capital, except those to `keep`."""
    return _CAPITALS.sub(lambda m: m[0] if m[0] in keep else m[0].capitalize(), text)
