"""Notes on the report itself: what a newsroom corrected in it."""

from __future__ import annotations

from collections.abc import Sequence

from tacitus.cleaning.stretches import Stretch
from tacitus.knowledge.residue import ResidueRules
from tacitus.model import Problem

_KIND = "correction"
_QUOTED = 160


def corrections(folded: str, stretches: Sequence[Stretch], rules: ResidueRules) -> tuple[Problem, ...]:
    """A problem for each correction note among the residue, quoting how it begins."""
    known = [rule for rule in rules.rules if rule.kind == _KIND]
    problems = []
    for stretch in stretches:
        if stretch.role != "residue":
            continue
        words = folded[stretch.start : stretch.end]
        if any(rule.holds(words) for rule in known):
            shown = words if len(words) <= _QUOTED else f"{words[:_QUOTED].rsplit(' ', 1)[0]} ..."
            problems.append(Problem("cleaning", f"the report carries a note of the newsroom: {shown}"))
    return tuple(problems)
