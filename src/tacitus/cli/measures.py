"""The measures of a tally by name, as they are printed in JSON."""

from __future__ import annotations

from typing import Any

from tacitus.evaluation.scoring import Tally

SCORES = ("event", "dyad", "actors", "recipients", "actors+sector", "recipients+sector", "contexts")


def measures(tally: Tally) -> dict[str, Any]:
    """All measures by name: scores with p, r and f1, attributes as shares."""
    return {
        "articles": tally.articles,
        **{name: _score(tally, name) for name in SCORES},
        "attributes": {name: _score(tally, "attribute", name)["r"] for name in names(tally, "attribute")},
        "by type": {name: _score(tally, "type", name) for name in names(tally, "type")},
        "false events per quiet article": round(tally.false_on_quiet / tally.quiet, 2) if tally.quiet else None,
    }


def _score(tally: Tally, *name: str) -> dict[str, float]:
    score = tally.score(*name)
    rates = {"p": score.precision, "r": score.recall, "f1": score.f1}
    return {**{k: round(v, 4) for k, v in rates.items()}, "gold": score.gold, "coded": score.coded, "hit": score.hit}


def names(tally: Tally, kind: str) -> list[str]:
    """What was counted under `kind`: types, attributes."""
    return sorted({name[1] for name in tally.counts if name[0] == kind})
