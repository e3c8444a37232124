"""Records in JSON Lines: the events in one stream, or all kinds in the files of a folder."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, TextIO

import msgspec

from tacitus.errors import InputError
from tacitus.exporters.records import article_record, event_records, figure_records, quote_records
from tacitus.model import Coded

_encode = msgspec.json.Encoder().encode


class Sink(Protocol):
    """Where what was coded goes; a context that flushes and closes on leaving."""

    @property
    def done(self) -> frozenset[str]:
        """The ids of the articles that it holds already."""
        ...

    def put(self, coded: Coded) -> int:
        """Takes in one article; how many articles this wrote down for good."""
        ...

    def __enter__(self) -> Sink: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None: ...


class RecordStream:
    """Events as JSON Lines into a file (made anew) or an open stream."""

    def __init__(self, target: Path | TextIO) -> None:
        self._own = isinstance(target, Path)
        self._stream = _opened(target, "w") if isinstance(target, Path) else target

    @property
    def done(self) -> frozenset[str]:
        """None: a stream of events does not tell which articles had no event."""
        return frozenset()

    def put(self, coded: Coded) -> int:
        """Writes the events of one article."""
        _write(self._stream, event_records(coded))
        return 1

    def __enter__(self) -> RecordStream:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.flush()
        if self._own:
            self._stream.close()


class RecordFiles:
    """events.jsonl, quotes.jsonl, figures.jsonl and articles.jsonl in a folder.

    An article's own record is written last, so that an article is done only when all of it is there; with `resume`
    what an interrupted run left of an undone article is dropped first.
    """

    def __init__(self, folder: Path, *, resume: bool = False) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"{folder}: cannot be made a folder of records: {error}; name another") from error
        self._done = _done_in(folder) if resume else frozenset()
        for name in ("events", "quotes", "figures"):
            if resume:
                _drop_undone(folder / f"{name}.jsonl", self._done)
        mode = "a" if resume else "w"
        self._streams = {
            name: _opened(folder / f"{name}.jsonl", mode) for name in ("events", "quotes", "figures", "articles")
        }

    @property
    def done(self) -> frozenset[str]:
        """The ids of the articles whose records stood in the folder before."""
        return self._done

    def put(self, coded: Coded) -> int:
        """Writes all records of one article, its own last."""
        parts = (("events", event_records(coded)), ("quotes", quote_records(coded)), ("figures", figure_records(coded)))
        for name, records in (*parts, ("articles", [article_record(coded.article)])):
            _write(self._streams[name], records)
            self._streams[name].flush()
        return 1

    def __enter__(self) -> RecordFiles:
        return self

    def __exit__(self, *_: object) -> None:
        for stream in self._streams.values():
            stream.close()


def _opened(path: Path, mode: str) -> TextIO:
    try:
        return path.open(mode, encoding="utf-8", newline="\n")  # type: ignore[return-value]
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error}; name another output") from error


def _write(stream: TextIO, records: list[dict[str, Any]]) -> None:
    for record in records:
        stream.write(_encode(record).decode() + "\n")


def _done_in(folder: Path) -> frozenset[str]:
    """The articles with a whole record; a torn last line is cut off."""
    path = folder / "articles.jsonl"
    kept = _whole_lines(path)
    if path.exists():
        path.write_bytes(b"".join(kept))
    return frozenset(msgspec.json.decode(line)["id"] for line in kept)


def _drop_undone(path: Path, done: frozenset[str]) -> None:
    if path.exists():
        kept = [line for line in _whole_lines(path) if msgspec.json.decode(line)["article"] in done]
        path.write_bytes(b"".join(kept))


def _whole_lines(path: Path) -> list[bytes]:
    if not path.exists():
        return []
    return [line for line in path.read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
