"""`tacitus explain`: the way back from a record to the words."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.panel import Panel
from rich.text import Text as Styled

from tacitus.api import load
from tacitus.cli.coding import Model, Own
from tacitus.cli.inputs import with_inputs
from tacitus.cli.showing import OUTPUT, magnitude_words, underlined, who
from tacitus.errors import InputError
from tacitus.model import Article, Coded, Event, Span
from tacitus.readers import Given, ReadFailure, read


@with_inputs
def explain(
    report: Annotated[str, typer.Argument(help="The report: a file, or - for standard input.")],
    *,
    given: Given,
    event: Annotated[
        str | None, typer.Option("--event", "-e", help="An event's id or its number in the table; without it all.")
    ] = None,
    model: Model = None,
    knowledge: Own = None,
) -> None:
    """Explain events: the words each rests on, underlined in the text, and the reason for each decision."""
    coder = load(model, knowledge=knowledge or ())
    shown = 0
    for item in read([report], published=given.published, columns=given.columns):
        if isinstance(item, ReadFailure):
            raise InputError(f"{item.name}: {item.message}")
        shown += _explain_article(coder(item), event)
    if not shown:
        raise InputError(f"{report}: no event '{event}'; `tacitus code {report}` lists them" if event
                         else f"{report}: tells no event")  # fmt: skip


def _explain_article(coded: Coded, wanted: str | None) -> int:
    chosen = [
        (n, e) for n, e in enumerate(coded.events, 1) if wanted is None or wanted == str(n) or e.id.startswith(wanted)
    ]
    for number, event in chosen:
        OUTPUT.print(Panel(_explained(coded.article, event), title=_title(number, event), title_align="left"))
    return len(chosen)


def _title(number: int, event: Event) -> str:
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    return f"{number} · {kind} · {event.status} · {event.id}"


def _explained(article: Article, event: Event) -> Styled:
    parts = _marked(event)
    styled = Styled()
    for telling in (event.evidence, *event.mentions):
        styled.append(f"{telling.section}: ", style="dim")
        styled.append_text(underlined(article.text, telling.span, parts))
        styled.append("\n")
    styled.append("\n")
    for heading, value in _fields(event):
        if value:
            styled.append(f"{heading:>10}  ", style="dim").append(f"{value}\n")
    styled.append("\n")
    for reason in event.because:
        styled.append(f"• {reason}\n", style="dim")
    styled.rstrip()
    return styled


def _marked(event: Event) -> list[tuple[Span, str]]:
    parts = [(event.trigger, "bold underline")]
    parts += [(e.span, "underline green") for e in event.actors]
    parts += [(e.span, "underline yellow") for e in event.recipients]
    if event.time:
        parts.append((event.time.span, "underline cyan"))
    if event.place:
        parts.append((event.place.span, "underline magenta"))
    return parts


def _fields(event: Event) -> list[tuple[str, str]]:
    time = event.time
    return [
        ("who", who(event.actors)),
        ("to whom", who(event.recipients)),
        ("when", (time.date or "") if time else ""),
        ("where", ", ".join(p for p in (event.place.name, event.place.country) if p) if event.place else ""),
        ("how many", magnitude_words(event.magnitude)),
        ("says", event.attribution.entity.name if event.attribution else ""),
        ("contexts", ", ".join(event.contexts)),
        ("score", f"{event.score:+g} ({event.quad})"),
        ("sure", f"{event.confidence:.2f}"),
    ]
