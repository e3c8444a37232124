"""Text -> Sentence: one file per parser backend, imported only when asked for."""

from __future__ import annotations

from collections.abc import Callable

from tacitus.model import Sentence, Text

Parser = Callable[[Text], tuple[Sentence, ...]]
"""Parses a clean report section by section; sentences come in the order of the text."""


def load_parser(model: str | None = None) -> Parser:
    """The parser for English; `model` is the import name of any spaCy pipeline with a tagger and a parser."""
    from tacitus.parsing.spacy_backend import SpacyParser  # noqa: PLC0415  (seconds to import)

    return SpacyParser(model) if model else SpacyParser()
