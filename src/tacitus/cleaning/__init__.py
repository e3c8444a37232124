"""Articles to clean text: residue out, sections told apart, and the way back to every original character."""

from __future__ import annotations

from tacitus.cleaning.boxes import mark_boxes
from tacitus.cleaning.casing import usual_openings, with_openings
from tacitus.cleaning.composing import compose
from tacitus.cleaning.folding import fold, mend_lines, split_lines, without_bullet
from tacitus.cleaning.parts import cut_lines
from tacitus.cleaning.repairs import find_edits
from tacitus.cleaning.stretches import Stretch
from tacitus.cleaning.wholes import decide_lines
from tacitus.knowledge.residue import ResidueRules
from tacitus.model import Article, Section, Span, Text

__all__ = ["clean"]


def clean(article: Article, rules: ResidueRules) -> tuple[Text, tuple[Section, ...]]:
    """The clean text of an article, and the sections of its original text, residue among them."""
    folded = mend_lines(fold(article.text))
    lines = decide_lines(folded, split_lines(folded), article.title and fold(article.title), rules)
    lines = [line if line.role == "residue" else without_bullet(folded, line) for line in lines]
    cut = cut_lines(folded, lines, rules)
    openings = usual_openings(folded, cut, rules)
    stretches = mark_boxes(folded, cut, openings)
    edits = find_edits(article.text, folded, rules)
    text = compose(with_openings(folded, stretches, openings), stretches, edits)
    return text, tuple(_sections(stretches))


def _sections(stretches: list[Stretch]) -> list[Section]:
    return [Section(stretch.role, Span(stretch.start, stretch.end)) for stretch in stretches]
