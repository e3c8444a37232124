"""Many articles: local processes, what has been done already."""

from tacitus.running.local import CodingFailure, code_many

__all__ = ["CodingFailure", "code_many"]
