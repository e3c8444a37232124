from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from made import warehouse_of

from tacitus.storage import Warehouse


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    with Warehouse(warehouse_of(tmp_path_factory.mktemp("made")), read_only=True) as warehouse:
        yield warehouse


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out"
