"""Articles to clean text: residue out, sections told apart, and the way back to every original character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tacitus.cleaning.boxes import mark_boxes
from tacitus.cleaning.casing import usual_openings, with_openings
from tacitus.cleaning.composing import compose
from tacitus.cleaning.entries import with_entry_times
from tacitus.cleaning.folding import fold, mend_lines, split_lines, without_bullet
from tacitus.cleaning.languages import passed_over, readable, tell_languages
from tacitus.cleaning.notes import agency_of, corrections
from tacitus.cleaning.parts import cut_lines
from tacitus.cleaning.repairs import find_edits
from tacitus.cleaning.stretches import Stretch
from tacitus.cleaning.wholes import decide_lines
from tacitus.knowledge.residue import ResidueRules
from tacitus.model import Article, Section, Span, Text

__all__ = ["clean"]


def clean(article: Article, rules: ResidueRules) -> tuple[Text, Article]:
    """The clean text of an article, and the article with what was understood of it: sections, language, problems.

    Its sections are those of the original text, residue among them; sections that it already has tell the roles of
    lines that no rule knows. What is in a language that cannot be read is no part of the clean text.
    """
    folded = mend_lines(fold(article.text))
    lines = decide_lines(folded, split_lines(folded), article.title and fold(article.title), rules)
    lines = _with_given(lines, article.sections)
    lines = [line if line.role == "residue" else without_bullet(folded, line) for line in lines]
    cut = cut_lines(folded, lines, rules)
    openings = usual_openings(folded, cut, rules)
    language, stretches = tell_languages(folded, mark_boxes(folded, cut, openings), article.language, rules.language)
    stretches = with_entry_times(folded, stretches, article.published, rules.stamps)
    edits = find_edits(article.text, folded, rules)
    shown = with_openings(folded, stretches, openings)
    text = compose(shown, readable(stretches, language, rules.language), edits)
    noted = corrections(folded, stretches, rules)
    problems = (*article.problems, *noted, *passed_over(stretches, language, rules.language))
    publisher = article.publisher or agency_of(folded, stretches, rules)
    told = replace(article, publisher=publisher, sections=_sections(stretches), language=language, problems=problems)
    return text, told


def _with_given(lines: list[Stretch], given: Sequence[Section]) -> list[Stretch]:
    """The lines with the roles that the reader's sections give those that no rule knows."""
    starts = [section.span.start for section in given]
    known: list[Stretch] = []
    for line in lines:
        place = bisect_right(starts, line.start) - 1
        inside = line.role == "body" and place >= 0 and given[place].span.covers(line.start)
        role = given[place].role if inside else line.role
        known.append(line if role == line.role else replace(line, role=role))
    return known


def _sections(stretches: list[Stretch]) -> tuple[Section, ...]:
    return tuple(Section(s.role, Span(s.start, s.end), s.published, s.language) for s in stretches)
