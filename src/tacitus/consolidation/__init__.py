"""EventMention -> Event within an article."""

from tacitus.consolidation.within import consolidate

__all__ = ["consolidate"]
