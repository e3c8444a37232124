"""How well a confidence holds: numbers by group, what a threshold keeps, and the diagram; called by calibrate.py."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import numpy as np

GROUPS = 10
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
TABLE = Path(__file__).with_name("reliability.md")
DIAGRAM = Path(__file__).with_name("reliability.svg")
_SIZE, _EDGE = 420, 56
_FONT = 'font-family="sans-serif" font-size="13"'
_95 = 1.96


@dataclass(frozen=True, slots=True)
class Group:
    """Events of like confidence: the mean of what was said, the share that is right, and how many they are."""

    said: float
    right: float
    count: int

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies with 95 % (Wilson)."""
        n, p, z = self.count, self.right, _95
        middle, half = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)


def groups_of(said: np.ndarray, right: np.ndarray) -> list[Group]:
    """Ten groups of equally many events, the least sure first."""
    parts = np.array_split(np.argsort(said, kind="stable"), GROUPS)
    return [Group(float(said[g].mean()), float(right[g].mean()), len(g)) for g in parts]


def calibration_error(said: np.ndarray, right: np.ndarray) -> float:
    """The expected calibration error over the ten groups."""
    return sum(g.count * abs(g.said - g.right) for g in groups_of(said, right)) / len(said)


def error_by_chance(said: np.ndarray, draws: int = 1000) -> float:
    """The calibration error that a perfect forecast of as many events would show, on average."""
    chance = np.random.default_rng(0)
    return float(np.mean([calibration_error(said, chance.random(len(said)) < said) for _ in range(draws)]))


def table(said: np.ndarray, right: np.ndarray, others: list[float]) -> str:
    """The page with the numbers; `others` are the errors under other divisions of the articles into folds."""
    lines = [
        "# How sure is sure",
        "",
        "Written by `python bench/calibrate.py GOLD.jsonl --write`. Each event is given its confidence by weights that",
        "were fitted on other articles (ten folds), and is right where the event measure matches it with gold.",
        "",
        "![Reliability diagram](reliability.svg)",
        "",
        f"{len(said)} events, of which {right.mean():.3f} are right. Expected calibration error "
        f"{calibration_error(said, right):.3f} over ten groups of equally many events ({min(others):.3f} to "
        f"{max(others):.3f} under {len(others)} other divisions into folds). With so few events a perfect forecast "
        f"would show {error_by_chance(said):.3f}.",
        "",
        "| said | right | 95 % interval | events |",
        "| ---: | ---: | ---: | ---: |",
    ]
    for group in groups_of(said, right):
        low, high = group.interval
        lines.append(f"| {group.said:.2f} | {group.right:.2f} | {low:.2f} to {high:.2f} | {group.count} |")
    lines += ["", "What `--min-confidence` keeps:", ""]
    lines += ["| at least | events | right | of all right ones |", "| ---: | ---: | ---: | ---: |"]
    for least in THRESHOLDS:
        kept = said >= least
        if kept.any():
            share = right[kept].sum() / right.sum()
            lines.append(f"| {least:.1f} | {kept.sum()} | {right[kept].mean():.2f} | {share:.2f} |")
    return "\n".join(lines) + "\n"


def diagram(said: np.ndarray, right: np.ndarray) -> str:
    """The reliability diagram as SVG: said against right, with intervals, and how many events are given what."""
    groups = groups_of(said, right)
    width = _SIZE + 2 * _EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}" {_FONT}>',
        f'<rect width="{width}" height="{width}" fill="white"/>',
        *_histogram(said),
        *_axes(),
        _line((0, 0), (1, 1), 'stroke="#888" stroke-dasharray="5 4"'),
    ]
    for group in groups:
        low, high = group.interval
        x, y = _at(group.said, group.right)
        parts.append(_line((group.said, low), (group.said, high), 'stroke="#1f5a94" stroke-width="1.5"'))
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#1f5a94"/>')
    title = f"{len(said)} events in ten groups, cross-validated by article; error {calibration_error(said, right):.3f}"
    parts += [_text(width / 2, 30, title), _text(width / 2, width - 12, "said (bars: events given that)")]
    middle = width / 2
    parts.append(f'<text transform="rotate(-90 16 {middle})" x="16" y="{middle}" text-anchor="middle">right</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _histogram(said: np.ndarray) -> list[str]:
    """Bars along the bottom: a fifth of the height for the fullest twentieth of the scale, in proportion."""
    counts, edges = np.histogram(said, bins=20, range=(0, 1))
    bars = []
    for count, left, end in zip(counts, edges, edges[1:], strict=False):
        (x, y), (x2, y2) = _at(left, 0.2 * count / counts.max()), _at(end, 0)
        bars.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{x2 - x - 1:.1f}" height="{y2 - y:.1f}" fill="#d5dee8"/>')
    return bars


def _axes() -> list[str]:
    parts = [_line((0, 0), (1, 0), 'stroke="black"'), _line((0, 0), (0, 1), 'stroke="black"')]
    for tenth in range(0, 11, 2):
        share = tenth / 10
        (x, bottom), (left, y) = _at(share, 0), _at(0, share)
        parts += [_text(x, bottom + 18, f"{share:.1f}"), _text(left - 18, y + 4, f"{share:.1f}")]
    return parts


def _at(x: float, y: float) -> tuple[float, float]:
    return _EDGE + x * _SIZE, _EDGE + (1 - y) * _SIZE


def _line(start: tuple[float, float], end: tuple[float, float], style: str) -> str:
    (x1, y1), (x2, y2) = _at(*start), _at(*end)
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {style}/>'


def _text(x: float, y: float, words: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{words}</text>'
