"""The desk where reports are laid: pasted or uploaded, coded in the background, written into the warehouse."""

from __future__ import annotations

import re
import secrets
import shutil
import tempfile
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic

from tacitus.errors import InputError, TacitusError
from tacitus.model import Article, Coded
from tacitus.readers import ReadFailure, read
from tacitus.readers.article import content_id
from tacitus.running import CodingFailure, code_many
from tacitus.storage import Warehouse
from tacitus.web.jobs import Job
from tacitus.web.room import Room

MOST_FILES = 500  # of one upload
_MOST_JOBS = 20
_BATCH = 32  # articles written at once: readers wait while it is done
_PATIENCE = 3.0  # seconds after which fewer are written
_ENDING = re.compile(r"(\.[a-z0-9]{1,8}){1,2}$")  # also .jsonl.gz


def lay_text(room: Room, text: str, given: dict[str, str], published: date | None) -> Job:
    """Has a pasted report coded; `given` may hold its title and publisher."""
    if not text.strip():
        raise InputError("nothing was pasted and no file was chosen; give one of them")
    title, publisher = (given[name].strip()[:300] or None for name in ("title", "publisher"))
    article = Article(content_id(text), text, title=title, publisher=publisher, published=published)
    return _start(room, title or "pasted report", iter([article]), None)


def lay_files(room: Room, files: list[tuple[str, bytes]], published: date | None) -> Job:
    """Has uploaded files coded; their names are told, but never used as paths."""
    folder = Path(tempfile.mkdtemp(prefix="tacitus-"))
    names = {}
    for number, (name, content) in enumerate(files):
        ending = _ENDING.search(name.lower())
        path = folder / f"{number:05}{ending[0] if ending else ''}"
        path.write_bytes(content)
        names[str(path)] = name
    title = files[0][0] if len(files) == 1 else f"{len(files)} files"
    return _start(room, title, _read(names, published), folder)


def _read(names: dict[str, str], published: date | None) -> Iterator[Article | ReadFailure]:
    """The articles of the files, under the names that they came with."""
    for path, name in names.items():
        for item in read([path], published=published):
            if isinstance(item, ReadFailure):
                yield replace(item, name=item.name.replace(path, name))
            else:
                own = item.uri is None or path in item.uri
                yield replace(item, uri=name) if own else item


def _start(room: Room, name: str, items: Iterator[Article | ReadFailure], folder: Path | None) -> Job:
    if not room.writable:
        raise InputError(f"{room.name}: a folder of Parquet files is only read; serve a .duckdb file to add reports")
    job = Job(secrets.token_hex(4), name)
    room.jobs[job.id] = job
    for old in [j for j in room.jobs.values() if not j.running][: max(0, len(room.jobs) - _MOST_JOBS)]:
        del room.jobs[old.id]
    threading.Thread(target=_run, args=(room, job, items, folder), daemon=True).start()
    return job


def _run(room: Room, job: Job, items: Iterator[Article | ReadFailure], folder: Path | None) -> None:
    try:
        with room.desk:  # one after the other: they share the parser and the warehouse
            job.state = "coding"
            _code(room, job, items)
        job.state = "stopped" if job.stop.is_set() else "done"
    except TacitusError as error:
        job.failures.append((job.name, str(error)))
        job.state = "failed"
    except BaseException:
        job.failures.append((job.name, "something went wrong; the terminal that serves this page tells what"))
        job.state = "failed"
        raise
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _code(room: Room, job: Job, items: Iterator[Article | ReadFailure]) -> None:
    waiting: list[Coded] = []
    written = monotonic()
    model, knowledge = room.sources
    for outcome in code_many(_wanted(job, items), model=model, knowledge=knowledge):
        if isinstance(outcome, CodingFailure):
            job.failures.append((outcome.article, outcome.message))
            continue
        waiting.append(outcome)
        if len(waiting) >= _BATCH or monotonic() - written > _PATIENCE:
            _write(room, job, waiting)
            waiting, written = [], monotonic()
    _write(room, job, waiting)


def _wanted(job: Job, items: Iterable[Article | ReadFailure]) -> Iterator[Article]:
    for item in items:
        if job.stop.is_set():
            return
        if isinstance(item, ReadFailure):
            job.failures.append((item.name, item.message))
        else:
            job.read += 1
            yield item


def _write(room: Room, job: Job, coded: list[Coded]) -> None:
    if coded:
        room.write(partial(_put, coded))
        job.articles += [one.article.id for one in coded]


def _put(coded: list[Coded], warehouse: Warehouse) -> None:
    for one in coded:
        warehouse.put(one)
