"""What cleaning works on: the folded text, its lines, and the stretches that they are cut into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tacitus.model import Role


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the original text with its role; `line` numbers its line.

    `goes_on` says that it is the rest of a sentence that the stretch before it began, residue left out;
    `language` is set where it is not the report's; `published` is the own time of a live blog's entry.
    """

    role: Role
    start: int
    end: int
    line: int
    goes_on: bool = False
    language: str | None = None
    published: datetime | None = None

    def within(self, text: str, start: int, end: int) -> Stretch | None:
        """The part of it from `start` to `end` without the white space around; None if nothing is left."""
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        return Stretch(self.role, start, end, self.line, self.goes_on, self.language) if start < end else None
