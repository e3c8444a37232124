"""The pages about the types say what the data say now."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parent.parent / "tools" / "type_pages.py"


@pytest.fixture(scope="module")
def type_pages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("type_pages", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["type_pages"] = module
    spec.loader.exec_module(module)
    return module


def test_no_page_is_older_than_the_data(type_pages: ModuleType) -> None:
    older = [path.name for path in type_pages.stale()]
    assert older == [], "run tools/type_pages.py"


def test_every_type_and_mode_is_defined(type_pages: ModuleType) -> None:
    data = type_pages.Data()
    modes = {type_["id"]: set(type_.get("modes", {})) for type_ in data.types}
    assert {id_: set(data.words[id_].get("modes", {})) for id_ in modes} == modes
    assert all(data.words[id_]["definition"] and data.words[id_]["apart"] for id_ in modes)


def test_a_page_that_is_changed_or_left_over_is_told(type_pages: ModuleType, tmp_path: Path) -> None:
    pages, type_pages.PAGES = type_pages.PAGES, tmp_path
    try:
        for name, text in type_pages.pages().items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        assert type_pages.stale() == []
        (tmp_path / "aid.md").write_text("other", encoding="utf-8")
        (tmp_path / "peace.md").write_text("no type", encoding="utf-8")
        assert [path.name for path in type_pages.stale()] == ["aid.md", "peace.md"]
    finally:
        type_pages.PAGES = pages


def test_marks_of_examples_become_type_styles(type_pages: ModuleType) -> None:
    marked = "[actor Police] [trigger freed] [recipient two nuns] in [place Jos]."
    assert type_pages._marked(marked) == "**Police** `freed` *two nuns* in Jos."
