"""Parts of lines: heads, tails and insertions that are another thing than the line they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tacitus.cleaning.stretches import Stretch
from tacitus.cleaning.wholes import EDGE
from tacitus.knowledge.residue import ResidueRule, ResidueRules

_LONGEST_CAPTION = 600
_ORDER = {"head": 0, "tail": 1, "inline": 2}


def cut_lines(folded: str, lines: list[Stretch], rules: ResidueRules) -> list[Stretch]:
    """The lines cut into stretches of one role each; residue lines stay whole."""
    guarded = rules.guards.in_lines(folded[line.start : line.end] for line in lines)
    stretches: list[Stretch] = []
    for index, line in enumerate(lines):
        if line.role in ("residue", "byline", "dateline"):
            stretches.append(line)
            continue
        here = [n for n in guarded.get(index, ()) if _holds_at(rules.rules[n], index, len(lines))]
        cutting = sorted((_ORDER[rules.rules[n].scope], n) for n in here if rules.rules[n].scope in _ORDER)
        stretches += _cut(folded, line, (rules.rules[n] for _, n in cutting))
    return stretches


def _holds_at(rule: ResidueRule, index: int, count: int) -> bool:
    if rule.where is None:
        return True
    return index < EDGE if rule.where == "start" else index >= count - EDGE


def _cut(folded: str, line: Stretch, rules: Iterable[ResidueRule]) -> list[Stretch]:
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
            pieces.append(_before(before, rule))
        cut = rest.within(folded, start, end)
        if cut is not None:
            pieces.append(replace(cut, role=rule.role, goes_on=False))
        rest = rest.within(folded, end, rest.end)
        if rest is not None:
            rest = replace(rest, role=rule.after or part.role, goes_on=_goes_on(rule, before))
    return pieces if rest is None else [*pieces, rest]


def _before(before: Stretch, rule: ResidueRule) -> Stretch:
    """What stands before a cut, in the role that the rule gives it unless it is too long for a caption."""
    is_short = before.end - before.start <= _LONGEST_CAPTION
    return replace(before, role=rule.before) if rule.before and is_short else before


def _goes_on(rule: ResidueRule, before: Stretch | None) -> bool:
    """Whether what follows the cut is the same sentence still: not behind a caption."""
    return rule.before is None and rule.scope == "inline" and before is not None


def _found(folded: str, part: Stretch, rule: ResidueRule) -> list[tuple[int, int]]:
    """Where the rule cuts the part, in order."""
    if rule.scope == "head":
        match = rule.pattern.match(folded, part.start, part.end)
        return [match.span()] if match else []
    group = "cut" if "cut" in rule.pattern.groupindex else 0
    spans = [match.span(group) for match in rule.pattern.finditer(folded, part.start, part.end)]
    return [span for span in spans if rule.scope == "inline" or span[1] == part.end]
