"""`tacitus lint`: do the data entries hold what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tacitus.api import load
from tacitus.cli.coding import Model, Own
from tacitus.cli.showing import OUTPUT
from tacitus.evaluation.actor_lint import claimed_twice, lint_actors
from tacitus.evaluation.lint import lint_knowledge
from tacitus.knowledge import DATA


def lint(
    data: Annotated[Path, typer.Option("--data", help="The data folder to check.")] = DATA,
    knowledge: Own = None,
    model: Model = None,
) -> None:
    """Check the knowledge: schema, every example of every entry in both directions, triggers, offices.

    With --knowledge, only the entries of that folder are told of.
    """
    coder = load(model, data, knowledge=knowledge or ())
    faults = [*lint_actors(coder.knowledge.actors), *lint_knowledge(coder.knowledge, coder.parse)]
    if knowledge:
        faults = [fault for fault in faults if any(fault.startswith(str(folder)) for folder in knowledge)]
    for note in claimed_twice(coder.knowledge.actors):
        OUTPUT.print(f"note: {note}", markup=False, highlight=False, soft_wrap=True)
    for fault in faults:
        OUTPUT.print(fault, markup=False, highlight=False, soft_wrap=True)
    frames = len(coder.knowledge.frames.frames)
    OUTPUT.print(f"{frames} frames, {len(coder.knowledge.actors.actors)} actors: {len(faults)} faults", highlight=False)
    if faults:
        raise typer.Exit(1)
