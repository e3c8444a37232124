"""The warehouse: one DuckDB file of articles, events, quotes, figures and places, with history."""

from tacitus.storage.warehouse import Warehouse

__all__ = ["Warehouse"]
