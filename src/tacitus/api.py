"""The library's verbs: load, read, code, evaluate."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tacitus.errors import InputError
from tacitus.evaluation.scoring import Tally, tally_events
from tacitus.exporters.records import event_records
from tacitus.knowledge import DATA, Knowledge, load_knowledge
from tacitus.knowledge.residue import ResidueRules, load_residue
from tacitus.model import Article, Coded, Entity
from tacitus.parsing import Parser, load_parser
from tacitus.pipeline import code_article, understand
from tacitus.readers import Columns, read
from tacitus.readers.article import content_id
from tacitus.whois import ActorCard, resolve_phrase, search_actors

__all__ = ["Coder", "Columns", "code", "evaluate", "gold_articles", "load", "read", "understood", "who_is"]


@dataclass(frozen=True, slots=True)
class Coder:
    """Knowledge and parser, loaded once; call it with an article."""

    knowledge: Knowledge
    parse: Parser

    def __call__(self, article: Article) -> Coded:
        """Everything written down about `article`."""
        return code_article(article, self.knowledge, self.parse)


def load(model: str | None = None, data: Path = DATA, knowledge: Sequence[Path] = ()) -> Coder:
    """A coder; `model` names another spaCy pipeline, `data` another data folder, `knowledge` folders of one's own.

    KnowledgeError where a folder is broken (docs/knowledge.md tells what it may hold).
    """
    return Coder(load_knowledge(data, knowledge), load_parser(model))


def code(report: Article | str, *, published: date | None = None, coder: Coder | None = None) -> Coded:
    """Everything written down about one report, given as an article or as its text.

    >>> code("Kenya expelled two Sudanese diplomats on Friday.", published=date(2019, 3, 4)).events[0].type
    'SANCTION'
    """
    coder = coder or load()
    if isinstance(report, str):
        report = Article(content_id(report), report, published=published)
    return coder(report)


def understood(article: Article) -> Article:
    """The article as cleaning tells it: sections with residue among them, language, problems; offsets into its text."""
    return understand(article, _residue())


@cache
def _residue() -> ResidueRules:
    return load_residue(DATA)


def gold_articles(path: Path) -> list[dict[str, Any]]:
    """The articles of a gold file (JSON Lines with id, text, date, headline, events); InputError names a broken row."""
    rows = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}; give a gold file in JSON Lines") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            rows.append({key: row[key] for key in ("id", "text", "events")} | row)
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"{path}:{number}: not a gold article (id, text and events are needed): {error}"
            ) from error
    return rows


def evaluate(
    gold: Path, coder: Coder | None = None, *, watch: Callable[[list[Article]], Iterable[Article]] = iter
) -> Tally:
    """How the coder does on gold articles; `watch` may wrap the list of articles to show progress."""
    coder = coder or load()
    rows = gold_articles(gold)
    articles = [article for article in read([gold]) if isinstance(article, Article)]
    coded = {article.id: event_records(coder(article)) for article in watch(articles)}
    return tally_events(rows, coded)


def who_is(
    query: str, when: date | None = None, coder: Coder | None = None
) -> tuple[tuple[tuple[str, Entity], ...], tuple[ActorCard, ...]]:
    """Whom a phrase stands for in a report of the day, with the reasons, and the actors with such a name.

    InputError, with near spellings, where neither is found.
    """
    coder = coder or load()
    resolved = resolve_phrase(query, coder.knowledge, coder.parse, when)
    try:
        return resolved, search_actors(query, coder.knowledge.actors, when)
    except InputError:
        if any(entity.id or entity.code for _, entity in resolved):
            return resolved, ()
        raise
