"""Full-text search: an SQLite FTS5 index beside the warehouse, caught up with it whenever somebody searches."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pyarrow as pa

from tacitus.errors import InputError
from tacitus.storage.warehouse import Warehouse

_INDEX = """
CREATE VIRTUAL TABLE IF NOT EXISTS found
  USING fts5(article UNINDEXED, title, text, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TABLE IF NOT EXISTS indexed (article TEXT PRIMARY KEY);
"""
_BATCH = 1_000
_SNIPPET = "snippet(found, 2, '[', ']', ' … ', 24)"


def search(warehouse: Warehouse, words: str, *, rows: int = 50) -> pa.Table:
    """The articles that hold the words, best first, with the words in their surroundings.

    Words are matched in any form ("sanctioned" finds "sanctions"); words in quotation marks stand together, OR and NOT
    work. InputError for what cannot be read as words.
    """
    with sqlite3.connect(index_path(warehouse.path)) as index:
        index.executescript(_INDEX)
        _catch_up(warehouse, index)
        query = f"SELECT article, {_SNIPPET}, rank FROM found WHERE found MATCH ? ORDER BY rank, article LIMIT ?"
        try:
            hits = index.execute(query, (words, rows)).fetchall()
        except sqlite3.OperationalError as error:
            raise InputError(f"'{words}' cannot be searched for: {error}; give words, or a phrase in quotes") from error
    told = pa.table({"id": [h[0] for h in hits], "words": [h[1] for h in hits], "place": list(range(len(hits)))})
    cursor = warehouse.connection.cursor()
    cursor.register("hits", told)
    return cursor.sql(
        "SELECT a.published, a.publisher, a.title, h.words, a.id FROM hits h JOIN articles a ON a.id = h.id"
        " ORDER BY h.place"
    ).to_arrow_table()


def index_path(warehouse: Path) -> Path:
    """Where the index of a warehouse lies; it can be deleted at any time and is made again."""
    return warehouse.with_suffix(".search")


def _catch_up(warehouse: Warehouse, index: sqlite3.Connection) -> None:
    """Takes in the articles that the index does not hold; the text of an article never changes, its id is its hash."""
    held = {row[0] for row in index.execute("SELECT article FROM indexed")}
    missing = sorted(warehouse.done - held)
    for start in range(0, len(missing), _BATCH):
        some = missing[start : start + _BATCH]
        query = "SELECT id, title, text FROM articles WHERE id IN (SELECT unnest(?))"
        texts = warehouse.connection.cursor().execute(query, [some]).fetchall()
        index.executemany("INSERT INTO found (article, title, text) VALUES (?, ?, ?)", texts)
        index.executemany("INSERT INTO indexed VALUES (?)", [(row[0],) for row in texts])
        index.commit()
