"""Which coalitions share which nations: an UpSet picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import assembled, base_layout, label, unchecked
from dashboard.palette import Surface
from dashboard.records import records

# Shares of the height: the matrix, and the gap between it and the columns.
_MATRIX, _GAP = 0.4365, 0.03


def upset(overlaps: pd.DataFrame, names: Mapping[str, str], surface: Surface) -> go.Figure:
    """Draw an UpSet picture (Lex et al. 2014, https://upset.app).

    `overlaps`: coalitions (tuple of slugs), size, hover (escaped HTML); one column each, largest
    first. `names` gives the rows, in order. Columns carry their place as customdata.
    """
    slugs = list(names)
    places = list(range(len(overlaps)))
    below = {"xaxis": "x2", "yaxis": "y2"}
    bars = unchecked(
        go.Bar,
        x=places, y=overlaps["size"], text=overlaps["size"], textposition="outside",
        marker={"color": surface.accent}, hovertext=overlaps["hover"], width=0.6,
        hovertemplate="%{hovertext}<extra></extra>", customdata=[[place] for place in places],
        xaxis="x", yaxis="y",
    )  # fmt: skip
    dots = unchecked(
        go.Scatter,
        x=[place for place in places for _ in slugs], y=slugs * len(places), mode="markers",
        marker={"size": 11, "color": surface.grid}, hoverinfo="skip", **below,
    )  # fmt: skip
    traces = [bars, dots]
    for place, row in zip(places, records(overlaps), strict=True):
        inside = [slug for slug in slugs if slug in row["coalitions"]]
        traces.append(unchecked(
            go.Scatter,
            x=[place] * len(inside), y=inside, mode="markers+lines",
            marker={"size": 11, "color": surface.text}, line={"color": surface.text, "width": 2},
            hovertext=row["hover"], hovertemplate="%{hovertext}<extra></extra>", **below,
        ))  # fmt: skip
    return assembled(traces, _layout(overlaps, names, surface))


def _layout(overlaps: pd.DataFrame, names: Mapping[str, str], surface: Surface) -> dict[str, Any]:
    """The columns above, the matrix below, moved together from side to side."""
    highest = int(overlaps["size"].max()) if len(overlaps) else 1
    slugs = list(names)
    across = {"showticklabels": False, "showgrid": False, "zeroline": False, "fixedrange": True}
    return {
        **base_layout(surface),
        "xaxis": {**across, "anchor": "y", "domain": [0, 1], "matches": "x2"},
        "xaxis2": {**across, "anchor": "y2", "domain": [0, 1]},
        "yaxis": {
            "anchor": "x", "domain": [_MATRIX + _GAP, 1], "title": {"text": "Nations"},
            "range": [0, highest * 1.18], "gridcolor": surface.grid, "fixedrange": True,
        },
        "yaxis2": {
            "anchor": "x2", "domain": [0, _MATRIX], "categoryorder": "array",
            "categoryarray": slugs[::-1], "tickvals": slugs, "showgrid": False, "automargin": True,
            "ticktext": [label(names[slug]) for slug in slugs], "fixedrange": True,
        },
        "height": 260 + 30 * len(slugs), "showlegend": False,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
    }  # fmt: skip
