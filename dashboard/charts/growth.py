"""Members over time as steps, with the band of those that may be."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import assembled, base_layout, label, translucent, unchecked
from dashboard.palette import Surface, categorical

# Lines are told apart without their colour too.
_DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
_SYMBOLS = ("circle", "square", "diamond", "cross", "x", "triangle-up")

# The day and the coalition, as Plotly fills them in.
_HOVERED = "%{x|%-d %b %Y}<extra>%{fullData.name}</extra>"


def growth(
    steps: pd.DataFrame, names: Mapping[str, str], surface: Surface, axis: str = "Members"
) -> go.Figure:
    """Draw one step line per coalition, named in the legend; `axis` says what is counted.

    `steps`: coalition (slug), day, certain, possible. The band reaches from the members that
    are certain to those that are possible.
    """
    traces: list[go.Scatter] = []
    for number, (slug, name) in enumerate(names.items()):
        rows = steps[steps["coalition"] == slug]
        if rows.empty:
            continue
        colour = categorical(number, dark=surface.dark)
        traces += _band(rows, colour)
        traces.append(unchecked(
            go.Scatter,
            x=rows["day"], y=rows["certain"], mode="lines" if len(rows) > 1 else "markers",
            name=label(name), legendgroup=slug,
            line={"shape": "hv", "width": 2.5, "color": colour,
                  "dash": _DASHES[number % len(_DASHES)]},
            marker={"size": 9, "color": colour, "symbol": _SYMBOLS[number % len(_SYMBOLS)]},
            hovertemplate=f"%{{y}} {axis.lower()} on {_HOVERED}",
        ))  # fmt: skip
    return assembled(traces, {
        **base_layout(surface),
        "yaxis": {"title": {"text": axis}, "rangemode": "tozero", "automargin": True,
                  "gridcolor": surface.grid, "zeroline": False},
        "xaxis": {"type": "date", "showgrid": False}, "hovermode": "x",
        "height": 380, "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
        "legend": {"orientation": "h", "y": -0.12, "x": 0},
    })  # fmt: skip


def _band(rows: pd.DataFrame, colour: str) -> list[go.Scatter]:
    if not (rows["possible"] > rows["certain"]).any():
        return []
    return [
        unchecked(
            go.Scatter,
            x=rows["day"], y=rows[column], mode="lines", showlegend=False, hoverinfo="skip",
            line={"shape": "hv", "width": 0, "color": colour}, fill=fill, opacity=0.3,
            fillcolor=translucent(colour, 0.2),
        )
        for column, fill in (("certain", None), ("possible", "tonexty"))
    ]  # fmt: skip
