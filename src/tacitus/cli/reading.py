"""`tacitus read`: what of an input is understood as report, before anything is coded."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer
from rich.text import Text as Styled

from tacitus.api import understood
from tacitus.cli.inputs import Inputs, Told, readable, with_inputs
from tacitus.cli.showing import OUTPUT
from tacitus.model import Article, Section
from tacitus.readers import Given

_STYLES = {"headline": "bold", "dateline": "cyan", "byline": "magenta", "body": "", "caption": "green", "box": "yellow",
           "quote_box": "blue", "residue": "dim strike"}  # fmt: skip


@with_inputs
def show(
    inputs: Inputs,
    *,
    given: Given,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object an article instead of colours.")] = False,
) -> None:
    """Read inputs: show the sections of each report coloured by role, residue struck out, and what is known of it."""
    shown = 0
    told = Told()
    for item in readable(inputs, given, told):
        shown += 1
        article = understood(item)
        if as_json:
            sys.stdout.write(json.dumps(_record(article), ensure_ascii=False) + "\n")
        else:
            OUTPUT.print(_styled(article), soft_wrap=True)
    told.rest()
    if told.failed:
        raise typer.Exit(1 if shown else 2)


def _record(article: Article) -> dict[str, object]:
    return {
        **_facts(article),
        "text": article.text,
        "sections": [
            {"role": s.role, "start": s.span.start, "end": s.span.end, "published": _clock(s), "language": s.language}
            for s in article.sections
        ],
        "problems": [{"stage": p.stage, "message": p.message} for p in article.problems],
    }


def _facts(article: Article) -> dict[str, str | None]:
    day = article.published.isoformat() if article.published else None
    return {"id": article.id, "uri": article.uri, "publisher": article.publisher, "title": article.title,
            "author": article.author, "published": day, "language": article.language}  # fmt: skip


def _clock(section: Section) -> str | None:
    return section.published.isoformat(" ", "minutes") if section.published else None


def _styled(article: Article) -> Styled:
    styled = Styled()
    for name, value in _facts(article).items():
        if value:
            styled.append(f"{name:>10}  ", style="dim").append(f"{value}\n")
    for problem in article.problems:
        styled.append(f"{'problem':>10}  ", style="dim").append(f"{problem.message}\n", style="yellow")
    styled.append("\n")
    for section in article.sections:
        words = article.text[section.span.start : section.span.end]
        name = " ".join(filter(None, (section.role, section.language, _clock(section))))
        styled.append(f"{name:>10}  ", style="dim").append(f"{words}\n", style=_STYLES[section.role])
    return styled
