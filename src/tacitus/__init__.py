"""tacitus reads news reports as a careful historian would and writes down who did what to whom, and who says so."""

from __future__ import annotations

import tacitus.config  # noqa: F401  (first: before NumPy)
from tacitus.api import (
    Columns,
    Selection,
    Warehouse,
    code,
    evaluate,
    export,
    import_events,
    load,
    open_warehouse,
    read,
    who_is,
)  # fmt: skip
from tacitus.errors import InputError, KnowledgeError, TacitusError
from tacitus.model import Article, Coded, Entity, Event, Figure, Quote
from tacitus.running.consolidating import consolidate

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Coded",
    "Columns",
    "Entity",
    "Event",
    "Figure",
    "InputError",
    "KnowledgeError",
    "Quote",
    "Selection",
    "TacitusError",
    "Warehouse",
    "code",
    "consolidate",
    "evaluate",
    "export",
    "import_events",
    "load",
    "open_warehouse",
    "read",
    "who_is",
]
