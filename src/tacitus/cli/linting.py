"""`tacitus lint`: do the data entries hold what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tacitus.api import load
from tacitus.cli.coding import Model
from tacitus.cli.showing import OUTPUT
from tacitus.evaluation.lint import lint_knowledge
from tacitus.knowledge import DATA


def lint(
    data: Annotated[Path, typer.Option("--data", help="The data folder to check.")] = DATA,
    model: Model = None,
) -> None:
    """Check the knowledge: schema, every example of every entry in both directions, triggers, offices."""
    coder = load(model, data)
    faults = list(lint_knowledge(coder.knowledge, coder.parse))
    for fault in faults:
        OUTPUT.print(fault, markup=False, highlight=False, soft_wrap=True)
    frames = len(coder.knowledge.frames.frames)
    OUTPUT.print(f"{frames} frames, {len(coder.knowledge.actors.actors)} actors: {len(faults)} faults", highlight=False)
    if faults:
        raise typer.Exit(1)
