"""Reading data files: TOML and CSV with errors that name the file, the entry and the remedy."""

from __future__ import annotations

import csv
import gc
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tacitus.errors import KnowledgeError


def read_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file; KnowledgeError where it is missing or broken."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise KnowledgeError(f"{path}: no such data file; reinstall tacitus or name another folder") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: not valid TOML: {error}") from error


@contextmanager
def uncollected() -> Iterator[None]:
    """A stretch in which the garbage collector rests: tables are many small values, none of them garbage."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def read_csv(path: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The rows of a CSV file with a header; KnowledgeError where a column is missing or a row too long or short."""
    return (row for _, row in read_rows(path, columns))


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with the number of the line that each ends in; errors as of `read_csv`."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = csv.reader(stream)
            header = next(rows, [])
            missing = [c for c in columns if c not in header]
            if missing:
                raise KnowledgeError(
                    f"{path}: column '{missing[0]}' is missing; the header must hold {', '.join(columns)}"
                )
            for row in rows:
                if row and len(row) != len(header):
                    raise KnowledgeError(f"{path}:{rows.line_num}: the row has more or fewer cells than the header")
                if row:
                    yield rows.line_num, dict(zip(header, row, strict=True))
    except FileNotFoundError as error:
        raise KnowledgeError(f"{path}: no such data file; reinstall tacitus or name another folder") from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: not a table in UTF-8: {error}") from error


def strings(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """The list of strings under `key`, empty where the key is absent."""
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise KnowledgeError(f"{where}: '{key}' must be a list of words in quotation marks")
    return tuple(value)


def only(entry: Mapping[str, Any], allowed: frozenset[str], where: str) -> None:
    """KnowledgeError where `entry` holds a key that is not `allowed`."""
    for key in entry:
        if key not in allowed:
            raise KnowledgeError(f"{where}: unknown key '{key}'; known are {', '.join(sorted(allowed))}")
