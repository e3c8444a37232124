"""What an address asks for: values of its query, read and checked by kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tacitus.errors import InputError

MOST_CHARACTERS = 400
ROWS = 50
MOST_ROWS = 500
MOST_EXPORTED = 100_000
_CODE = re.compile(r"[A-Z]{3}")
KINDS = ("text", "list", "day", "share", "count", "code", "flag")


@dataclass(frozen=True, slots=True)
class Asks:
    """A value that a page asks for: its name, kind (one of KINDS) and meaning."""

    name: str
    kind: str
    meaning: str


PAGE = Asks("page", "count", "page of the list, from 1")
ROWS_ASKED = Asks("rows", "count", f"rows on a page, up to {MOST_ROWS} ({MOST_EXPORTED} as CSV)")


def read_values(asked: tuple[Asks, ...], query: Mapping[str, str]) -> dict[str, Any]:
    """The values of a query by name, absent ones None (lists empty); InputError names what cannot be one."""
    return {one.name: _value(one, query.get(one.name, "").strip()) for one in asked}


def _value(asks: Asks, text: str) -> Any:
    if len(text) > MOST_CHARACTERS:
        raise InputError(f"{asks.name}: longer than {MOST_CHARACTERS} characters; shorten it")
    if asks.kind == "list":
        return [part.strip() for part in text.split("|") if part.strip()]
    if asks.kind == "flag":
        return text not in ("", "0", "no")
    if not text:
        return None
    reader = _READERS.get(asks.kind)
    return reader(asks.name, text) if reader else text.replace("\0", "")


def _day(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{name}={text}: not a day; write it as 2024-01-31") from error


def _share(name: str, text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise InputError(f"{name}={text}: not a number from 0 to 1")
    return share


def _count(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= 1_000_000):
        raise InputError(f"{name}={text}: not a count from 1")
    return int(text)


def _code(name: str, text: str) -> str:
    if not _CODE.fullmatch(text.upper()):
        raise InputError(f"{name}={text}: not a code of three letters, such as KEN or UNO")
    return text.upper()


_READERS = {"day": _day, "share": _share, "count": _count, "code": _code}
