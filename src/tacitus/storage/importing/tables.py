"""Files of other datasets -> rows with their line numbers; which dataset a file is of."""

from __future__ import annotations

import csv
import gzip
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from tacitus.errors import InputError
from tacitus.exporters.mapping import columns_of
from tacitus.knowledge.ontology import Ontology
from tacitus.storage.importing import gdelt, icews, polecat
from tacitus.storage.importing.foreign import Cells, Foreign


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset whose files can be imported; `mark` is a column that no other has."""

    name: str
    mark: str
    read: Callable[[Cells, Ontology], Foreign | None]

    @property
    def frame(self) -> str:
        """What its events have in the place of a frame."""
        return f"import.{self.name}"


DATASETS: Mapping[str, Dataset] = {
    one.name: one
    for one in (
        Dataset("polecat", "Event Mode", polecat.read),
        Dataset("icews", "CAMEO Code", icews.read),
        Dataset("gdelt", "GLOBALEVENTID", gdelt.read),
    )
}


def dataset_of(path: Path, name: str | None = None) -> Dataset:
    """The dataset of that name or, without one, that the first line tells; InputError where it tells none."""
    if name is not None and name not in DATASETS:
        raise InputError(f"no dataset '{name}'; there are {', '.join(DATASETS)}")
    if name is not None:
        return DATASETS[name]
    first = next((cells for _, cells in _lines(path)), [])
    for dataset in DATASETS.values():
        if dataset.mark in first:
            return dataset
    if len(first) == len(columns_of("gdelt")):
        return DATASETS["gdelt"]
    raise InputError(
        f"{path}: its {len(first)} columns are those of no dataset; add --format with {', '.join(DATASETS)}"
    )


def rows_in(path: Path, dataset: Dataset) -> Iterator[tuple[int, Cells | str]]:
    """Each row by the names of its columns, or what is wrong with it, after the number of its line."""
    expected = list(columns_of(dataset.name))
    header = expected
    for line, cells in _lines(path):
        if dataset.mark in cells:
            header = cells
            if missing := [name for name in expected if name not in header]:
                raise InputError(f"{path}: no column '{missing[0]}'; a file of {dataset.name} is expected")
            continue
        while len(cells) > len(expected) and not cells[-1]:  # some files of POLECAT end lines in tabs
            cells.pop()
        names = header if len(cells) == len(header) else expected
        if len(cells) != len(names):
            yield line, f"{len(cells)} columns instead of {len(expected)}"
        elif not _is_utf8(cells):
            yield line, "not UTF-8"
        else:
            yield line, dict(zip(names, cells, strict=True))


def _is_utf8(cells: list[str]) -> bool:
    try:
        "".join(cells).encode()
    except UnicodeEncodeError:
        return False
    return True


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line that is not empty."""
    with _opened(path) as stream:
        text = TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
        first = text.readline()
        tabbed = "\t" in first
        lines, delimiter = _chained(first, text), "\t" if tabbed else ","
        # Datasets as they are delivered do not quote; what R or pandas wrote again does.
        plain = tabbed and not first.startswith('"')
        rows = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL)
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error:
                row = ["\udcff"]  # a cell too long, or torn: told as a broken row
            if row:
                yield rows.line_num, row


def _chained(first: str, rest: TextIOWrapper) -> Iterator[str]:
    yield first
    yield from rest


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file, packed with gzip or alone in a zip archive or not."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as stream:
                yield stream
        elif path.suffix == ".gz":
            with gzip.open(path) as packed:
                yield packed  # type: ignore[misc]
        else:
            with path.open("rb") as plain:
                yield plain
    except (OSError, EOFError, IndexError, zipfile.BadZipFile) as error:
        raise InputError(f"{path}: cannot be read: {error}; name another file") from error
