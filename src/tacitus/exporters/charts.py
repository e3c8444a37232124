"""An answer as a picture (SVG or PNG), through matplotlib (the extra `charts`)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from tacitus.errors import InputError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# The four quads keep their colours in every chart; other kinds take matplotlib's.
_COLOURS = {"verbal cooperation": "#7fb685", "material cooperation": "#2e7d4f", "verbal conflict": "#e6b35a",
            "material conflict": "#b23a48"}  # fmt: skip


def draw_chart(answer: pa.Table, columns: tuple[str, ...], title: str, path: Path) -> None:
    """Draws two columns (a third tells the kinds apart) into an .svg or .png file.

    Days and months run from left to right, everything else stands as bars below each other. InputError where there is
    nothing to draw, or matplotlib is missing.
    """
    if not columns or not answer.num_rows:
        raise InputError(
            f"{path}: {'nothing was found' if columns else 'this answer has no chart'}; write a .csv instead"
        )
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415
    except ImportError as error:
        raise InputError(f"{path}: charts need matplotlib; install it with: pip install 'tacitus[charts]'") from error
    x, y, *kind = (answer.column(name).to_pylist() for name in columns)
    over_time = pa.types.is_temporal(answer.schema.field(columns[0]).type)
    figure = Figure(figsize=(10, 5 if over_time else max(3.0, 0.28 * len(x) + 1)), layout="constrained")
    axes = figure.subplots()
    if over_time:
        _over_time(axes, x, y, kind[0] if kind else None)
        axes.set_ylabel(columns[1].replace("_", " "))
    else:
        axes.barh([str(name) for name in reversed(x)], [value or 0 for value in reversed(y)], color="#4c6a92")
        axes.set_xlabel(columns[1].replace("_", " "))
    axes.set_title(title, loc="left")
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)


def _over_time(axes: Axes, days: list[Any], values: list[Any], kinds: list[Any] | None) -> None:
    """Points for single things; bars on top of each other where each day has one value of each kind."""
    told = [(d, v or 0, k) for d, v, k in zip(days, values, kinds or [None] * len(days), strict=True) if d is not None]
    names = sorted({str(kind) for *_, kind in told})
    counted = len({(day, kind) for day, _, kind in told}) == len(told) and bool(kinds)
    base = dict.fromkeys((day for day, *_ in told), 0.0)
    for name in names:
        own = [(day, value) for day, value, kind in told if str(kind) == name]
        colour = _COLOURS.get(name)
        label = name if kinds else None
        if counted:
            heights = [value for _, value in own]
            axes.bar(
                [d for d, _ in own], heights, bottom=[base[d] for d, _ in own], width=25, color=colour, label=label
            )
            base.update({day: base[day] + value for day, value in own})
        else:
            axes.scatter([d for d, _ in own], [v for _, v in own], s=22, alpha=0.75, color=colour, label=label)
    if kinds:
        axes.legend(frameon=False, fontsize="small", loc="upper left", bbox_to_anchor=(1, 1))
