"""What a person sees on a terminal: tables of events, underlined words, progress."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text as Styled

from tacitus.model import Coded, Entity, Event, Magnitude, Span

OUTPUT = Console()
ERRORS = Console(stderr=True)
_QUADS = {"verbal cooperation": "green", "material cooperation": "bold green", "verbal conflict": "yellow",
          "material conflict": "bold red"}  # fmt: skip


def progress(*, shown: bool = True) -> Progress:
    """A progress display on standard error, gone when done; it does not show where that is no terminal."""
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=ERRORS,
        disable=not (shown and ERRORS.is_terminal),
        transient=True,
    )


def event_table(coded: Coded) -> Table:
    """The events of an article, one a row, numbered as `tacitus explain` takes them."""
    article = coded.article
    title = " · ".join(str(part) for part in (article.title or article.uri or article.id, article.published) if part)
    table = Table(title=title, title_justify="left", caption=_summary(coded), caption_justify="left", expand=False)
    for heading, style in (("", "dim"), ("event", ""), ("who", ""), ("to whom", ""), ("when", ""), ("where", ""),
                           ("says", "dim"), ("words", "italic")):  # fmt: skip
        table.add_column(heading, style=style, overflow="fold")
    for number, event in enumerate(coded.events, 1):
        table.add_row(str(number), _what(event), who(event.actors), who(event.recipients), _when(event), _where(event),
                      event.attribution.entity.name if event.attribution else "",
                      _words(article.text, event))  # fmt: skip
    return table


def who(entities: Sequence[Entity]) -> str:
    """Actors with their codes: "Xi Jinping (CHN GOV)"."""
    return ", ".join(dict.fromkeys(f"{e.name} ({_coded(e)})" for e in entities))


def _coded(entity: Entity) -> str:
    return " ".join([entity.code or "?", *entity.sectors[:1]])


def _what(event: Event) -> Styled:
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    styled = Styled(kind, style=_QUADS[event.quad])
    if event.status != "actual":
        styled.append(f"\n{event.status}", style="dim")
    stated = magnitude_words(event.magnitude)
    if stated:
        styled.append(f"\n{stated}", style="default")
    return styled


def magnitude_words(magnitude: Magnitude | None) -> str:
    """How many, in a few words: "12 dead, 30 injured"."""
    if magnitude is None:
        return ""
    kinds = ("dead", "injured", "arrested", "size")
    stated = [(kind, getattr(magnitude, kind)) for kind in kinds]
    words = [f"{quantity.value:,.0f} {kind}" for kind, quantity in stated if quantity]
    if magnitude.amount:
        words.append(f"{magnitude.amount.value:,.0f} {magnitude.currency or ''}".strip())
    return ", ".join(words)


def _when(event: Event) -> str:
    if event.time is None or event.time.date is None:
        return ""
    return f"{event.time.date}\N{EN DASH}{event.time.date_end}" if event.time.date_end else event.time.date


def _where(event: Event) -> str:
    return f"{event.place.name}" if event.place else ""


def _words(text: str, event: Event) -> Styled:
    retold = f" (+{len(event.mentions)})" if event.mentions else ""
    return Styled(text[event.trigger.start : event.trigger.end] + retold)


def _summary(coded: Coded) -> str:
    counts = ((len(coded.events), "event"), (len(coded.quotes), "quote"), (len(coded.figures), "figure"))
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)


def underlined(text: str, whole: Span, parts: Iterable[tuple[Span, str]]) -> Styled:
    """The words of `whole` with each part in its style."""
    styled = Styled(text[whole.start : whole.end])
    for span, style in parts:
        if whole.start <= span.start and span.end <= whole.end:
            styled.stylize(style, span.start - whole.start, span.end - whole.start)
    return styled


def event_words(event: Mapping[str, Any]) -> str:
    """A record of an event in a line: "ACCUSE/allege 'accused' [Kenya KEN -> Uganda UGA] en.accuse.allege"."""
    kind = f"{event['type']}/{event['mode']}" if event.get("mode") else event["type"]
    sides = " -> ".join(
        ", ".join(f"{e.get('name') or e.get('text')} {e.get('code') or '?'}" for e in event.get(role) or ())
        for role in ("actors", "recipients")
    )
    trigger = (event.get("trigger") or {}).get("text", "")
    return f"{kind} '{trigger}' [{sides}] {event.get('frame') or ''}".rstrip()


def sentence_of(event: Mapping[str, Any]) -> str:
    """The sentence that tells a record of an event, white space folded."""
    return " ".join(((event.get("evidence") or {}).get("text") or "").split())
