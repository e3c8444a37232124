"""The library's verbs: load, read, code, evaluate, compare, open a warehouse, export, import."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tacitus.errors import InputError
from tacitus.evaluation.comparing import Comparison, compare_events
from tacitus.evaluation.recorded import recorded_events
from tacitus.evaluation.scoring import Tally, tally_events
from tacitus.exporters.records import event_records
from tacitus.knowledge import DATA, Knowledge, load_knowledge
from tacitus.knowledge.ontology import load_ontology
from tacitus.knowledge.residue import ResidueRules, load_residue
from tacitus.model import Article, Coded, Entity
from tacitus.parsing import Parser, load_parser
from tacitus.pipeline import code_article, understand
from tacitus.readers import Columns, read
from tacitus.readers.article import content_id
from tacitus.storage import Warehouse
from tacitus.storage.choosing import Selection
from tacitus.storage.exporting import export_events
from tacitus.storage.importing import Imported
from tacitus.storage.importing import import_events as take_in
from tacitus.whois import ActorCard, resolve_phrase, search_actors

__all__ = [
    "Coder", "Columns", "Selection", "Warehouse", "code", "compare", "evaluate", "export", "gold_articles",
    "import_events", "load",
    "open_warehouse", "read", "understood", "who_is",
]  # fmt: skip


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


Watch = Callable[[list[Article]], Iterable[Article]]


def evaluate(gold: Path, coder: Coder | None = None, *, events: Path | None = None, watch: Watch = iter) -> Tally:
    """How the coder, or the `events` it wrote before, do on gold articles; `watch` may wrap these to show progress."""
    rows = gold_articles(gold)
    return tally_events(rows, _coded(gold, rows, coder, events, watch=watch))


def compare(
    gold: Path, old: Path, new: Path | None = None, coder: Coder | None = None, *, watch: Watch = iter
) -> Comparison:
    """What changed on gold articles from the `old` events to the `new`, or to what the coder makes of them now.

    InputError where a file is no record of events or does not fit the gold articles.
    """
    rows = gold_articles(gold)
    before = recorded_events(old, rows)
    return compare_events(rows, before, _coded(gold, rows, coder, new, watch=watch))


def _coded(
    gold: Path, rows: list[dict[str, Any]], coder: Coder | None, events: Path | None, *, watch: Watch
) -> dict[str, list[dict[str, Any]]]:
    if events is not None:
        return recorded_events(events, rows)
    coder = coder or load()
    articles = [article for article in read([gold]) if isinstance(article, Article)]
    return {article.id: event_records(coder(article)) for article in watch(articles)}


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


def open_warehouse(path: Path, *, read_only: bool = True) -> Warehouse:
    """An open warehouse, a context that closes it; to be added to only where not `read_only`.

    InputError where the path is none, or another program writes into it.
    """
    return Warehouse(path, read_only=read_only)


def export(warehouse: Warehouse, target: Path, selection: Selection | None = None, *, form: str | None = None) -> int:
    """Writes the events that the selection leaves (docs/exports.md tells the formats); how many events.

    Without `form` the ending of the target tells the format; InputError where it does not.
    """
    return export_events(warehouse, target, selection, form=form)


def import_events(
    warehouse: Warehouse,
    file: Path,
    *,
    form: str | None = None,
    tell: Callable[[int, str], None] = lambda line, message: None,
) -> Imported:
    """Takes in the events of a POLECAT, ICEWS or GDELT file that the warehouse, open for writing, does not hold.

    `tell` gets the line and the fault of each broken row; the rest goes on. Without `form` the columns tell the
    dataset; InputError where they do not.
    """
    return take_in(warehouse, file, load_ontology(DATA), form=form, tell=tell)
