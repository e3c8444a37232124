"""Notes on the report itself: what a newsroom corrected in it, and which agency it comes from."""

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


def agency_of(folded: str, stretches: Sequence[Stretch], rules: ResidueRules) -> str | None:
    """The agency that the first dateline names: "AP" of "KYIV, Ukraine (AP) -"."""
    dateline = next((s for s in stretches if s.role == "dateline"), None)
    found = rules.agency.search(folded, dateline.start, dateline.end) if dateline else None
    return found["agency"] if found else None
