"""A page and its twins: one function answers, and the answer is shown as HTML, JSON or CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tacitus.web.asking import Asks
from tacitus.web.room import Room

Told = dict[str, Any]


class NotHere(LookupError):
    """What an address names is not in the warehouse; the message is meant for the reader."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page tells: its title, all it shows (JSON) and its table (CSV); `extra` is for the template alone."""

    title: str
    told: Told
    table: Sequence[Mapping[str, Any]]
    extra: Told


@dataclass(frozen=True, slots=True)
class View:
    """A page: its path (with {names}), its template, what it is about and asks for, and the function that answers.

    `kept` tells that its answer changes only when the warehouse does.
    """

    path: str
    template: str
    about: str
    asks: tuple[Asks, ...]
    answer: Callable[[Room, Told], Answer]
    kept: bool = True


def answer(title: str, told: Told, table: Sequence[Mapping[str, Any]], **extra: Any) -> Answer:
    """An answer; `extra` is shown on the page but is no part of its twins."""
    return Answer(title, told, table, extra)
