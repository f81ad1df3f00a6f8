"""The timeline where single marks would be too many: a disc with a number per lane and period."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import unchecked
from dashboard.palette import Surface

_SMALLEST, _LARGEST = 11.0, 34.0
# Below this size a number does not fit into its disc; the hover tells it.
_ROOM_FOR_A_NUMBER = 17.0


def counts_trace(
    counts: pd.DataFrame,
    heights: dict[str, tuple[float, float]],
    colours: dict[str, str],
    surface: Surface,
    width: float,
) -> go.Scatter:
    """Draw `counts`: lane, first, last (days), number, hover (escaped HTML).

    A disc's area goes by its number, and is no wider than its period on an axis of some `width`
    in pixels. Marks carry lane, first and last day as customdata.
    """
    middle = counts["first"] + (counts["last"] - counts["first"]) / 2
    largest = max(1, counts["number"].max()) if len(counts) else 1
    share = (counts["number"] / largest) ** 0.5
    sizes = (_widest(counts, width) * share).clip(lower=_SMALLEST)
    days = (counts[side].dt.strftime("%Y-%m-%d") for side in ("first", "last"))
    return unchecked(
        go.Scatter,
        x=middle, y=[sum(heights[lane]) / 2 for lane in counts["lane"]], mode="markers+text",
        text=[str(n) if size >= _ROOM_FOR_A_NUMBER else ""
              for n, size in zip(counts["number"], sizes, strict=True)],
        textfont={"size": 10, "color": surface.background}, name="events counted",
        customdata=list(zip(["" for _ in sizes], counts["lane"], *days, strict=True)),
        hovertext=counts["hover"], hovertemplate="%{hovertext}<extra></extra>", showlegend=False,
        marker={"size": sizes, "color": [colours[lane] for lane in counts["lane"]],
                "opacity": 0.9, "line": {"width": 1, "color": surface.background}},
        unselected={"marker": {"opacity": 0.5}},
    )  # fmt: skip


def _widest(counts: pd.DataFrame, width: float) -> float:
    """What a period has room for on the axis, within what looks well."""
    if not len(counts):
        return _LARGEST
    period = (counts["last"] - counts["first"]).max()
    whole = counts["last"].max() - counts["first"].min()
    return float(min(_LARGEST, max(_SMALLEST, width * (period / whole))))
