"""Many articles: the same records from any number of workers, and no article lost with another."""

from __future__ import annotations

import os
import signal
from datetime import date

import pytest

from tacitus.api import Coder
from tacitus.errors import KnowledgeError
from tacitus.model import Article, Coded
from tacitus.running import CodingFailure, code_many, local

WORDS = ("Peru urged Ecuador to free the fishermen.", "Canada imposed sanctions on Myanmar.", "Laos invaded Vietnam.")
ARTICLES = [Article(str(i), words, published=date(2021, 5, 20)) for i, words in enumerate(WORDS)]


def test_one_article_that_fails_does_not_stop_the_others(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(article: Article) -> Coded:
        if article.id == "1":
            raise ZeroDivisionError("a bug")
        return coder(article)

    monkeypatch.setattr(local, "load", lambda *_, **__: failing)
    outcomes = list(code_many(ARTICLES))
    assert [Coded, CodingFailure, Coded] == [type(outcome) for outcome in outcomes]
    assert "ZeroDivisionError" in outcomes[1].message


def test_two_workers_code_as_one_does(coder: Coder) -> None:
    assert [coder(article) for article in ARTICLES] == list(code_many(ARTICLES, workers=2))


def test_a_killed_worker_costs_the_article_at_the_head_and_no_other() -> None:
    many = ARTICLES * 12
    outcomes = []
    running = code_many(many, workers=2)
    outcomes.append(next(running))
    child = next(iter(_children()))
    os.kill(child, signal.SIGKILL)
    outcomes.extend(running)
    assert len(many) == len(outcomes)
    assert sum(isinstance(outcome, CodingFailure) for outcome in outcomes) <= 1


def test_workers_that_cannot_load_end_with_what_is_wrong() -> None:
    with pytest.raises(KnowledgeError, match="no_such_parser"):
        list(code_many(ARTICLES, workers=2, model="no_such_parser"))


def _children() -> list[int]:
    from multiprocessing import active_children

    return [child.pid for child in active_children() if child.pid]
