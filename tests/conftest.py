"""What all tests share: one coder for the whole run, since loading takes seconds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import tacitus
from tacitus.api import Coder
from tacitus.knowledge import DATA

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def coder() -> Coder:
    return tacitus.load()


@pytest.fixture(scope="session")
def sample() -> str:
    """The report that the package brings along."""
    return (DATA / "samples" / "report.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the measuring sets; tests that need it skip where it is missing."""
    if not SHARED.exists():
        pytest.skip("the measuring sets are not here")
    return SHARED


Told = Callable[[str], list[tuple[str, str, str]]]


@pytest.fixture(scope="session")
def told(coder: Coder) -> Told:
    """The events of a sentence as (type, codes of the actors, codes of the recipients)."""

    def codes(entities: tuple[tacitus.Entity, ...]) -> str:
        return " ".join(sorted({entity.code or "?" for entity in entities}))

    def read(words: str) -> list[tuple[str, str, str]]:
        coded = tacitus.code(words, coder=coder)
        return [(event.type, codes(event.actors), codes(event.recipients)) for event in coded.events]

    return read
