"""How a comparison of two codings is told: totals, a table by type, and the changes with their sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import typer
from rich.table import Table

from tacitus.cli.measures import SCORES, measures
from tacitus.cli.showing import OUTPUT, event_words, sentence_of
from tacitus.evaluation.comparing import KINDS, Change, Comparison
from tacitus.evaluation.scoring import Record, Tally

_TITLES = {
    "gained": "gained: found now, wrong or missed before",
    "lost": "lost: found before, wrong or missed now",
    "false gone": "false gone: a false event less",
    "new false": "new false: a false event more",
    "mended": "mended: an attribute right now, wrong before",
    "broken": "broken: an attribute right before, wrong now",
    "other": "other: an attribute changed, neither mended nor broken",
}


def show_comparison(comparison: Comparison, *, as_json: bool, most: int, type_: str | None) -> None:
    """Prints what changed; of each kind up to `most` changes, of all types or of one."""
    if as_json:
        typer.echo(json.dumps(comparison_record(comparison, type_), ensure_ascii=False))
        return
    OUTPUT.print(_measures(comparison))
    OUTPUT.print(_counts(comparison))
    for kind in KINDS:
        found = [c for c in comparison.changes if c.kind == kind and type_ in (None, c.event["type"])]
        if found and most:
            OUTPUT.print(f"\n{_TITLES[kind]} ({len(found)})", style="bold", highlight=False)
        for change in found[:most]:
            for line in _lines(change):
                OUTPUT.print(line, markup=False, highlight=False, soft_wrap=True)


def comparison_record(comparison: Comparison, type_: str | None = None) -> dict[str, Any]:
    """The measures of both codings, how many changes of each kind, and the changes."""
    return {
        "old": measures(comparison.old),
        "new": measures(comparison.new),
        "counts": comparison.counts(),
        "by type": {name: comparison.counts(name) for name in _types(comparison)},
        "changes": [_change(c) for c in comparison.changes if type_ in (None, c.event["type"])],
    }


def _change(change: Change) -> dict[str, Any]:
    record = {"kind": change.kind, "article": change.article, "event": change.event, "instead": list(change.instead)}
    return record | {"attribute": change.attribute, "before": change.before, "after": change.after}


def _types(comparison: Comparison) -> list[str]:
    return sorted({change.event["type"] for change in comparison.changes})


def _measures(comparison: Comparison) -> Table:
    table = Table(title=f"{comparison.new.articles} articles")
    table.add_column("measure")
    for heading in ("old", "new", "change"):
        table.add_column(heading, justify="right")
    for name, old, new in _rates(comparison.old, comparison.new):
        table.add_row(name, f"{old:.3f}", f"{new:.3f}", f"{new - old:+.3f}" if round(new - old, 3) else "")
    return table


def _rates(old: Tally, new: Tally) -> Iterator[tuple[str, float, float]]:
    yield "event precision", old.score("event").precision, new.score("event").precision
    yield "event recall", old.score("event").recall, new.score("event").recall
    for name in SCORES:
        yield f"{name} F1", old.score(name).f1, new.score(name).f1
    before, after = measures(old)["attributes"], measures(new)["attributes"]
    for name in sorted(before.keys() & after.keys()):
        yield f"{name} right", before[name], after[name]
    if old.quiet:
        yield "false events per quiet article", old.false_on_quiet / old.quiet, new.false_on_quiet / new.quiet


def _counts(comparison: Comparison) -> Table:
    table = Table(title="changes")
    table.add_column("type")
    for kind in KINDS:
        table.add_column(kind, justify="right")
    for name in _types(comparison):
        table.add_row(name, *(str(count or "") for count in comparison.counts(name).values()))
    table.add_section()
    table.add_row("all", *map(str, comparison.counts().values()))
    return table


def _lines(change: Change) -> Iterator[str]:
    yield f"  {change.article} {event_words(change.event)}"
    if change.attribute:
        yield f"      {change.attribute}: {_told(change.before)} -> {_told(change.after)}"
    else:
        other = "then" if change.kind in ("gained", "new false") else "now"
        yield f"      {other}: {'; '.join(map(_short, change.instead)) or 'nothing in that sentence'}"
    yield f"      {sentence_of(change.event)}"
    if change.event.get("because"):
        yield f"      because {'; '.join(change.event['because'])}"


def _short(event: Record) -> str:
    return f"{event['type']} '{(event.get('trigger') or {}).get('text', '')}' {event.get('frame') or ''}".rstrip()


def _told(value: Any) -> str:
    shown = ", ".join(map(str, value)) if isinstance(value, list) else value
    return str(shown) if shown not in (None, "") else "-"
