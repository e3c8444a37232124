"""Reports that are being coded: how far it is, what came of it, and the wish to stop."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Job:
    """A run over added reports, told as it goes; `stop` is set by whoever wants it to end."""

    id: str
    name: str
    state: str = "waiting"  # then coding, and done, stopped or failed
    read: int = 0
    articles: list[str] = field(default_factory=list)  # ids of what is in the warehouse
    failures: list[tuple[str, str]] = field(default_factory=list)  # name and message of what could not be
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self.state in ("waiting", "coding")

    def told(self) -> dict[str, Any]:
        """What a page shows of it."""
        failures = [{"name": name, "message": message} for name, message in self.failures]
        return {"id": self.id, "name": self.name, "state": self.state, "running": self.running, "read": self.read,
                "articles": list(self.articles), "failures": failures}  # fmt: skip
