"""Answers kept for a while: what was asked before is told again at once, until something is written."""

from __future__ import annotations

import threading
from collections import OrderedDict

from tacitus.web.asking import read_values
from tacitus.web.room import Room
from tacitus.web.views import Answer, Told, View

_MOST = 128  # answers


class Kept:
    """The newest answers of a room by what was asked; tables to be exported are not kept, they may be large."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._answers: OrderedDict[tuple[object, ...], Answer] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, view: View, given: Told) -> Answer:
        """The answer of a view, reckoned or kept."""
        key = (view.path, self._room.changes, repr(sorted(given.items())))
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        answer = view.answer(self._room, given)
        if view.kept and not given["exported"]:
            with self._lock:
                self._answers[key] = answer
                while len(self._answers) > _MOST:
                    self._answers.popitem(last=False)
        return answer

    def prepare(self, view: View) -> None:
        """Reckons a page as it is asked for without details, so that the first reader need not wait."""
        self(view, {**read_values(view.asks, {}), "exported": False})
