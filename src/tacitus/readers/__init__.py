"""Inputs to articles: one file per format, chosen by content."""

from tacitus.readers.registry import FORMATS, read
from tacitus.readers.source import MAX_CHARACTERS, Columns, Format, Given, ReadFailure, Source

__all__ = ["FORMATS", "MAX_CHARACTERS", "Columns", "Format", "Given", "ReadFailure", "Source", "read"]
