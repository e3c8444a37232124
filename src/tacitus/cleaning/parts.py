"""Parts of lines: heads, tails and insertions that are another thing than the line they stand in."""

from __future__ import annotations

from dataclasses import replace

from tacitus.cleaning.stretches import Stretch
from tacitus.cleaning.wholes import EDGE
from tacitus.knowledge.residue import ResidueRule, ResidueRules
from tacitus.model import Role


def cut_lines(folded: str, lines: list[Stretch], rules: ResidueRules) -> list[Stretch]:
    """The lines cut into stretches of one role each; residue lines stay whole."""
    heads = rules.of("head")
    cutting = rules.of("tail") + tuple(rule for rule in rules.of("inline") if rule.guard in folded)
    stretches: list[Stretch] = []
    for index, line in enumerate(lines):
        if line.role in ("residue", "byline", "dateline"):
            stretches.append(line)
            continue
        rules_here = tuple(rule for rule in heads + cutting if _holds_at(rule, index, len(lines)))
        stretches += _cut(folded, line, rules_here)
    return stretches


def _holds_at(rule: ResidueRule, index: int, count: int) -> bool:
    if rule.where is None:
        return True
    return index < EDGE if rule.where == "start" else index >= count - EDGE


def _cut(folded: str, line: Stretch, rules: tuple[ResidueRule, ...]) -> list[Stretch]:
    """The stretches of a line: each rule cuts those parts that are not yet residue."""
    parts = [line]
    for rule in rules:
        parts = [piece for part in parts for piece in _cut_by(folded, part, rule)]
    return parts


def _cut_by(folded: str, part: Stretch, rule: ResidueRule) -> list[Stretch]:
    if part.role in ("residue", "dateline"):
        return [part]
    pieces: list[Stretch] = []
    rest: Stretch | None = part
    for start, end in _found(folded, part, rule):
        if rest is None:
            break
        before = rest.within(folded, rest.start, start)
        if before is not None:
            pieces.append(replace(before, role=rule.before or before.role))
        cut = rest.within(folded, start, end)
        if cut is not None:
            pieces.append(replace(cut, role=rule.role, goes_on=False))
        rest = rest.within(folded, end, rest.end)
        if rest is not None:
            rest = replace(rest, role=rule.after or _role_after(rule, part), goes_on=_goes_on(rule, before))
    return pieces if rest is None else [*pieces, rest]


def _role_after(rule: ResidueRule, part: Stretch) -> Role:
    return part.role


def _goes_on(rule: ResidueRule, before: Stretch | None) -> bool:
    """Whether what follows the cut is the same sentence still: not behind a caption."""
    return rule.before is None and rule.scope == "inline" and before is not None


def _found(folded: str, part: Stretch, rule: ResidueRule) -> list[tuple[int, int]]:
    if rule.scope == "head":
        match = rule.pattern.match(folded, part.start, part.end)
        return [match.span()] if match else []
    if rule.scope == "tail":
        return [m.span() for m in rule.pattern.finditer(folded, part.start, part.end) if m.end() == part.end]
    return [match.span() for match in rule.pattern.finditer(folded, part.start, part.end) if match.group()]
