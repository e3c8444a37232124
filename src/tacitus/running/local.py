"""Coding many articles in this process or in several; one that fails does not stop the others."""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from tacitus.api import Coder, load
from tacitus.errors import TacitusError
from tacitus.model import Article, Coded

_AHEAD = 16  # articles in flight for each worker: bounds memory, keeps workers busy


@dataclass(frozen=True, slots=True)
class CodingFailure:
    """An article that could not be coded, and why."""

    article: str
    message: str


Outcome = Coded | CodingFailure
_Sources = tuple[str | None, tuple[Path, ...]]


def code_many(
    articles: Iterable[Article], *, workers: int = 1, model: str | None = None, knowledge: Sequence[Path] = ()
) -> Iterator[Outcome]:
    """Codes articles in their order, in `workers` processes; a failure takes the place of what could not be coded.

    `knowledge` are folders of one's own, as for `load`.
    """
    if workers <= 1:
        coder = load(model, knowledge=knowledge)
        yield from (_attempt(coder, article) for article in articles)
        return
    queue = iter(articles)
    while True:
        lost = yield from _with_pool(queue, workers, (model, tuple(knowledge)))
        if lost is None:
            return
        queue = chain(lost, queue)


def _with_pool(
    queue: Iterator[Article], workers: int, sources: _Sources
) -> Generator[Outcome, None, list[Article] | None]:
    """Codes until done (None) or until a worker dies; then returns the articles whose outcome was lost with it.

    The article that was at the head of the queue when the worker died is given up: it may have killed it.
    """
    waiting: deque[tuple[Article, Future[Outcome]]] = deque()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=sources) as pool:
        try:
            for article in islice(queue, workers * _AHEAD):
                waiting.append((article, pool.submit(_work, article)))
            while waiting:
                yield waiting[0][1].result()
                waiting.popleft()
                for article in islice(queue, 1):
                    waiting.append((article, pool.submit(_work, article)))
        except BrokenProcessPool:
            dead, *lost = [article for article, _ in waiting]
            yield CodingFailure(dead.id, "the worker process that coded it was killed; is there enough memory?")
            return lost
    return None


_loaded: list[Coder | TacitusError] = []


def _begin(model: str | None, knowledge: tuple[Path, ...]) -> None:
    """Loads what a worker needs, once; what is wrong with it is kept, since an error here would only end the worker."""
    try:
        _loaded[:] = [load(model, knowledge=knowledge)]
        gc.freeze()  # what is loaded stays: the collector need not walk it again and again
    except TacitusError as error:
        _loaded[:] = [error]


def _work(article: Article) -> Outcome:
    loaded = _loaded[0]
    if isinstance(loaded, TacitusError):
        raise loaded
    return _attempt(loaded, article)


def _attempt(coder: Callable[[Article], Coded], article: Article) -> Outcome:
    try:
        return coder(article)
    except Exception as error:  # a bug in one article's coding must not lose the batch
        return CodingFailure(article.id, f"{type(error).__name__}: {error}; please report this with the article")
