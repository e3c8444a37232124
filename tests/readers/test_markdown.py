"""Markdown: recognised where sure, its words read without their marks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tacitus.model import Article
from tacitus.readers import ReadFailure, read

FRONT = """---
title: "Rain in Lima"
date: 2024-05-17 10:00:00 -0500
authors: [Ana Kos, 'Jo Lee']
publisher: Harbour
draft: false
---
"""
BODY = """# Bridges closed in Lima

The mayor **closed** the [bridges](https://harbour.example/a) over the *Rímac*,
her office said.

![A bridge at dusk](a.png)

## Background

> The river is old.

1. One item with `code`

<div>A note in markup</div>

| Town | Dead |
|---|---|
| Lima | **3** people |

```
x = 1
```
"""


def read_one(folder: Path, content: str) -> Article | ReadFailure:
    path = folder / "input"
    path.write_text(content, encoding="utf-8")
    (found,) = read([path], published=date(2020, 1, 1))
    return found


def sections(found: Article | ReadFailure) -> list[tuple[str, str]]:
    assert isinstance(found, Article)
    return [(section.role, found.text[section.span.start : section.span.end]) for section in found.sections]


def test_marks_are_taken_off_and_parts_have_their_roles(tmp_path: Path) -> None:
    assert sections(read_one(tmp_path, BODY)) == [
        ("headline", "Bridges closed in Lima"),
        ("body", "The mayor closed the bridges over the Rímac, her office said."),
        ("caption", "A bridge at dusk"),
        ("body", "Background"),
        ("body", "The river is old."),
        ("body", "One item with code"),
        ("body", "A note in markup"),
        ("box", "Town, Dead"),
        ("box", "Lima, 3 people"),
        ("residue", "x = 1"),
    ]


def test_front_matter_tells_of_the_report(tmp_path: Path) -> None:
    found = read_one(tmp_path, FRONT + BODY)
    assert isinstance(found, Article)
    assert (found.title, found.published, found.author, found.publisher) == (
        "Rain in Lima",
        date(2024, 5, 17),
        "Ana Kos, Jo Lee",
        "Harbour",
    )
    assert found.text.startswith("Bridges closed in Lima\n")


def test_a_title_that_only_the_front_matter_gives_heads_the_text(tmp_path: Path) -> None:
    assert sections(read_one(tmp_path, FRONT + "\nThe mayor closed the bridges.\n")) == [
        ("headline", "Rain in Lima"),
        ("body", "The mayor closed the bridges."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# 1 hit of the week\nThe song led the charts in Ghana.",
        "The mayor [of Lima] closed *all* bridges.\n- One\n- Two\n",
        "---\nThe mayor closed the bridges: all of them\n---\nMore.\n",
        "> quoted mail\n> goes on\n",
    ],
)
def test_what_is_not_surely_markdown_is_plain_text(tmp_path: Path, text: str) -> None:
    found = read_one(tmp_path, text)
    assert isinstance(found, Article)
    assert found.text == text


def test_a_document_without_words_is_a_failure(tmp_path: Path) -> None:
    found = read_one(tmp_path, "---\nauthor: Ana Kos\n---\n\n<!-- nothing -->\n")
    assert isinstance(found, ReadFailure)
    assert "without any words" in found.message


def test_very_long_markdown_is_read_as_it_is_with_a_problem(tmp_path: Path) -> None:
    found = read_one(tmp_path, BODY + "[" * 600_000)
    assert isinstance(found, Article)
    assert found.text.startswith("# Bridges")
    assert "with its marks" in found.problems[0].message
