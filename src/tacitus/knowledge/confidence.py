"""How sure an event is: weights of what is seen of it, fitted on gold records by bench/calibrate.py."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from tacitus.errors import KnowledgeError
from tacitus.knowledge.tables import read_toml


@dataclass(frozen=True, slots=True)
class Confidence:
    """A logistic model: the weight of each sign an event may show."""

    intercept: float
    weights: Mapping[str, float]

    def of(self, signs: Iterable[str]) -> float:
        """The probability, 0 to 1, that an event with these signs is right; unknown signs weigh nothing."""
        total = self.intercept + sum(self.weights.get(sign, 0.0) for sign in signs)
        return round(1 / (1 + math.exp(-total)), 3)


def load_confidence(root: Path) -> Confidence:
    """The weights of the data folder `root`."""
    path = root / "ontology" / "confidence.toml"
    raw = read_toml(path)
    try:
        weights = {str(sign): float(weight) for sign, weight in raw["weights"].items()}
        return Confidence(float(raw["intercept"]), MappingProxyType(weights))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise KnowledgeError(f"{path}: {error}: run bench/calibrate.py to write it anew") from error
