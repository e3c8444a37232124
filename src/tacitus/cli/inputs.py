"""What the commands that read reports share: the options about inputs, and how what went wrong is told."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Annotated, Any

import typer

from tacitus.cli.showing import ERRORS
from tacitus.model import Article
from tacitus.readers import Columns, Given, ReadFailure, read

Inputs = Annotated[
    list[str],
    typer.Argument(
        help="Reports: text, Markdown, HTML pages, feeds, mails, tables of articles (JSON Lines, CSV, Parquet), "
        "packed or in folders, or -."
    ),
]

_SHOWN = 3
_PANEL = "Columns of tables, fields of JSON Lines (where not given, usual names are looked for)"
_COLUMNS = {
    "text": "the text",
    "title": "the title",
    "date": "the publication date",
    "id": "the id",
    "url": "the address",
    "publisher": "the publisher",
    "language": "the language",
    "author": "the author",
}
_PARTS = {"date": "published", "url": "uri"}
_PARTICULARS = re.compile(r"`[^`]*`|'[^']*'|\"[^\"]*\"|\d[\d,.-]*")


def with_inputs(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options about inputs, which it gets as one `given`."""
    signature = inspect.signature(command, eval_str=True)
    kept = [parameter for name, parameter in signature.parameters.items() if name != "given"]

    @wraps(command)
    def run(**values: Any) -> None:
        published = values.pop("published")
        named = {_PARTS.get(name, name): values.pop(f"{name}_column") for name in _COLUMNS}
        command(given=Given(published.date() if published else None, Columns(**named)), **values)

    parameters = [*kept, *_options()]
    run.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _options() -> Iterator[inspect.Parameter]:
    day = typer.Option("--date", formats=["%Y-%m-%d"], help="Publication date where the input has none.")
    yield _keyword("published", Annotated[datetime | None, day])
    for name, told in _COLUMNS.items():
        option = typer.Option(f"--{name}-column", metavar="NAME", help=f"Holds {told}.", rich_help_panel=_PANEL)
        yield _keyword(f"{name}_column", Annotated[str | None, option])


def _keyword(name: str, annotation: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


@dataclass(slots=True)
class Told:
    """What went wrong with inputs: told as it comes, but of a kind only the first few; the rest are counted."""

    failed: int = 0
    _kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    _last: dict[tuple[str, str], str] = field(default_factory=dict)

    def failure(self, name: str, message: str) -> None:
        """Tells of an input or article of which nothing came."""
        self.failed += 1
        self._tell(name, message, "red")

    def problems(self, article: Article) -> None:
        """Tells what could not be done to an article."""
        for problem in article.problems:
            self._tell(article.uri or article.id, problem.message, "yellow")

    def rest(self) -> None:
        """Tells how many more there were of each kind."""
        for kind, count in self._kinds.items():
            if count > _SHOWN:
                _print(f"tacitus: and {count - _SHOWN:,} more, the last: {self._last[kind]}", kind[0])

    def _tell(self, name: str, message: str, style: str) -> None:
        # Messages that differ in names and numbers alone are of one kind.
        kind = (style, _PARTICULARS.sub("", message))
        self._kinds[kind] += 1
        self._last[kind] = f"{name}: {message}"
        if self._kinds[kind] <= _SHOWN:
            _print(f"tacitus: {name}: {message}", style)


def readable(inputs: Sequence[str], given: Given, told: Told) -> Iterator[Article]:
    """The articles of the inputs; what cannot be read is told and left out."""
    for item in read(inputs, published=given.published, columns=given.columns):
        if isinstance(item, ReadFailure):
            told.failure(item.name, item.message)
        else:
            yield item


def _print(words: str, style: str) -> None:
    ERRORS.print(words, style=style, markup=False, highlight=False, soft_wrap=True)
