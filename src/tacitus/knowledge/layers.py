"""The package's data folder and, above it, the user's own, whose entries add to it or take the place of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tacitus.errors import KnowledgeError
from tacitus.knowledge.tables import read_rows

_LAYOUT = ("actors/*.csv", "languages/*/roles.csv", "languages/*/frames/*.toml", "languages/*/classes/*.toml")


class Row(NamedTuple):
    """A row of a table with its file and line; `own` tells whether a folder of the user's gives it."""

    cells: dict[str, str]
    file: str
    line: int
    own: bool

    @property
    def where(self) -> str:
        """Its file and line, as errors name them."""
        return f"{self.file}:{self.line}"


def layered(
    roots: Sequence[Path], name: str, columns: tuple[str, ...], key: tuple[str, ...], *, unique: bool = True
) -> Iterator[Row]:
    """The rows of the table `name` of all roots; a row takes the place of an earlier root's with the same `key` cells.

    The first root must have it. KnowledgeError where a row has no key, or two of a root have the same `unique` one.
    """
    rows: dict[tuple[str, ...], list[Row]] = {}
    for root in roots:
        path, own = root / name, root is not roots[0]
        if own and not path.exists():
            continue
        given: dict[tuple[str, ...], list[Row]] = {}
        file = str(path) if own else path.name
        for line, cells in read_rows(path, columns):
            row = Row(cells, file, line, own)
            found = tuple(cells[column] for column in key)
            if not found[0]:
                raise KnowledgeError(f"{row.where}: '{key[0]}' is empty; every entry needs one")
            if unique and found in given:
                raise KnowledgeError(f"{row.where}: {found[0]}: the {key[0]} is given twice; make it unique")
            given.setdefault(found, []).append(row)
        rows |= given
    for same in rows.values():
        yield from same


def check_own(root: Path, known: frozenset[str]) -> None:
    """KnowledgeError where the folder is missing, empty, or holds a file that nothing reads; `known` are tables."""
    if not root.is_dir():
        raise KnowledgeError(
            f"{root}: no such folder; give one with actors/ or languages/ laid out as the package's data"
        )
    read = {path for pattern in _LAYOUT for path in root.glob(pattern) if path.parent.name != "actors"}
    read.update(root / "actors" / name for name in known)
    found = [path for suffix in ("csv", "toml") for path in sorted(root.rglob(f"*.{suffix}"))]
    if not found:
        raise KnowledgeError(f"{root}: holds no table; add {', '.join(_LAYOUT)}")
    for path in found:
        if path not in read:
            raise KnowledgeError(f"{path}: nothing reads this file; known are {', '.join(sorted(known))} in actors/, "
                                 f"{', '.join(_LAYOUT[1:])}")  # fmt: skip
