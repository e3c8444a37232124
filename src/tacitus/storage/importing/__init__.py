"""Events of other datasets into the warehouse, beside those that were coded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from tacitus.knowledge.ontology import Ontology
from tacitus.storage.importing.foreign import Foreign, article_row, entity_rows, event_row, own_id
from tacitus.storage.importing.tables import DATASETS, Dataset, dataset_of, rows_in
from tacitus.storage.warehouse import Warehouse

__all__ = ["DATASETS", "Imported", "import_events"]

_BATCH = 20_000  # events written in one transaction


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file: events taken in, those held before, rows that PLOVER has no event for, broken rows."""

    dataset: str
    taken: int
    held: int
    left_out: int
    broken: int


def import_events(
    warehouse: Warehouse,
    path: Path,
    ontology: Ontology,
    *,
    form: str | None = None,
    tell: Callable[[int, str], None] = lambda line, message: None,
) -> Imported:
    """Takes in the events of a file that the warehouse does not hold; `tell` gets line and fault of each broken row.

    `form` names the dataset, without it the columns tell it; InputError where they do not, or the file cannot be read.
    """
    dataset = dataset_of(path, form)
    counts: Counter[str] = Counter()
    run = _begin_run(warehouse)
    events = _events(path, dataset, ontology, counts, tell=tell)
    while some := [event for _, event in zip(range(_BATCH), events, strict=False)]:
        taken = _write(warehouse, {own_id(dataset.frame, event.key): event for event in some}, dataset, ontology, run)
        counts["taken"] += taken
        counts["held"] += len(some) - taken
    warehouse.connection.execute("UPDATE runs SET ended = now()::TIMESTAMP WHERE run = ?", [run])
    return Imported(dataset.name, counts["taken"], counts["held"], counts["left out"], counts["broken"])


def _events(
    path: Path, dataset: Dataset, ontology: Ontology, counts: Counter[str], *, tell: Callable[[int, str], None]
) -> Iterator[Foreign]:
    for line, cells in rows_in(path, dataset):
        try:
            if isinstance(cells, str):
                raise ValueError(cells)
            event = dataset.read(cells, ontology)
        except ValueError as error:
            counts["broken"] += 1
            tell(line, str(error))
            continue
        if event is None:
            counts["left out"] += 1
        else:
            yield event


def _begin_run(warehouse: Warehouse) -> int:
    run = int(warehouse.connection.execute("SELECT coalesce(max(run), 0) + 1 FROM runs").fetchall()[0][0])
    warehouse.connection.execute("INSERT INTO runs VALUES (?, now()::TIMESTAMP, NULL, ?, 0)", [run, version("tacitus")])
    return run


def _write(warehouse: Warehouse, events: dict[str, Foreign], dataset: Dataset, ontology: Ontology, run: int) -> int:
    """Writes the events that are not held, with their articles, all or nothing; how many."""
    held = _held(warehouse, "events", list(events))
    fresh = [event for id_, event in events.items() if id_ not in held]
    articles = {row["id"]: row for event in fresh for row in [article_row(event.report, dataset.frame)]}
    new = articles.keys() - _held(warehouse, "articles", list(articles))
    with warehouse.transaction():
        warehouse.insert("articles", [{**articles[id_], "run": run} for id_ in sorted(new)])
        warehouse.insert("events", [{**event_row(event, dataset.frame, ontology), "run": run} for event in fresh])
        warehouse.insert("entities", [row for event in fresh for row in entity_rows(event, dataset.frame)])
        warehouse.connection.execute("UPDATE runs SET articles = articles + ? WHERE run = ?", [len(new), run])
    return len(fresh)


def _held(warehouse: Warehouse, table: str, ids: list[str]) -> frozenset[str]:
    query = f"SELECT id FROM {table} WHERE id IN (SELECT unnest(?))"
    return frozenset(row[0] for row in warehouse.connection.execute(query, [ids]).fetchall())
