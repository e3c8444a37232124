"""docs/reading-room.md names the pages and keys that there are."""

from __future__ import annotations

import re
from pathlib import Path

from tacitus.web.views_list import VIEWS

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "reading-room.md").read_text(encoding="utf-8")


def test_every_page_is_told_of() -> None:
    told = {address.split("/")[1] for address in re.findall(r"`(/[^`]*)`", PAGE)}
    assert {view.path.split("/")[1] for view in VIEWS} - told == set()
