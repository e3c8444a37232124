"""Every entry of the residue is its own test."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tacitus.cleaning import clean
from tacitus.knowledge.residue import ResidueRule, load_residue
from tacitus.model import Article, Role

RULES = load_residue(Path(__file__).parents[2] / "src" / "tacitus" / "data")
EXAMPLES = [(rule, example) for rule in RULES.rules for example in rule.examples]
COUNTEREXAMPLES = [(rule, example) for rule in RULES.rules for example in rule.counterexamples]
MARKED = re.compile("⟨(.*?)⟩", re.DOTALL)


def unmarked(example: str) -> tuple[str, set[int]]:
    """The example without its marks, and the places that they enclose; all places if there are none."""
    if "⟨" not in example:
        return example, set(range(len(example)))
    text, places, done = "", set(), 0
    for found in MARKED.finditer(example):
        text += example[done : found.start()]
        places |= set(range(len(text), len(text) + len(found.group(1))))
        text += found.group(1)
        done = found.end()
    return text + example[done:], places


def marked_by(rule: ResidueRule, text: str, role: Role) -> set[int]:
    """The places that get the role when the rule is the only one."""
    article = Article(id="a", text=text, title="Another title")
    _, made = clean(article, replace(RULES, rules=(rule,)))
    spans = [section.span for section in made.sections if section.role == role]
    return {place for span in spans for place in range(span.start, span.end) if not text[place].isspace()}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "id", None))
def test_a_rule_cuts_what_its_examples_mark(rule: ResidueRule, example: str) -> None:
    text, places = unmarked(example)
    if not places and rule.after:
        assert marked_by(rule, text, rule.after)
        return
    expected = {place for place in places if not text[place].isspace()}
    assert marked_by(rule, text, rule.role) == expected


@pytest.mark.parametrize(("rule", "example"), COUNTEREXAMPLES, ids=lambda value: getattr(value, "id", None))
def test_a_rule_leaves_its_counterexamples_alone(rule: ResidueRule, example: str) -> None:
    assert marked_by(rule, example, rule.after or rule.role) == set()
    assert marked_by(rule, example, rule.role) == set()
