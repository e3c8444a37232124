"""The errors that tacitus raises: each names the input or the data entry, and the remedy."""

from __future__ import annotations


class TacitusError(Exception):
    """Anything that tacitus raises on purpose; the message is meant for the user."""


class InputError(TacitusError):
    """An input that cannot be read: names the input and says what would help."""


class KnowledgeError(TacitusError):
    """A broken data file: names the file, the entry and the remedy."""
