"""The command line: each command calls one public function."""

from __future__ import annotations

import sys

import typer

from tacitus.cli import (
    actors,
    annotating,
    coding,
    evaluating,
    explaining,
    exporting,
    importing,
    linting,
    merging,
    querying,
    reading,
    serving,
    telling,
)
from tacitus.cli.showing import ERRORS
from tacitus.errors import TacitusError

app = typer.Typer(
    name="tacitus",
    help="Reads news reports and writes down who did what to whom, when, where, how many, and who says so.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    epilog="Exit codes: 0 all done, 1 done but some inputs could not be, 2 nothing done, 130 stopped with Ctrl-C.",
)
app.command("code")(coding.code)
app.command("read")(reading.show)
app.command("annotate")(annotating.annotate)
app.command("evaluate")(evaluating.evaluate)
app.command("explain")(explaining.explain)
app.command("lint")(linting.lint)
app.command("actors")(actors.actors)
app.command("query")(querying.query)
app.command("merge")(merging.merge)
app.command("stories")(telling.stories)
app.command("export")(exporting.write)
app.command("import")(importing.read)
app.command("serve")(serving.serve_room)


def main() -> None:
    """Runs the command line; errors for the user end in one line and exit code 2."""
    try:
        app()
    except TacitusError as error:
        ERRORS.print(f"tacitus: {error}", style="red", markup=False, highlight=False)
        sys.exit(2)
    except KeyboardInterrupt:
        ERRORS.print("tacitus: stopped", style="yellow")
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
