"""A person's posts as a band in time: solid where stated, a ring where attested."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import assembled, base_layout
from dashboard.palette import Surface
from dashboard.records import records


def posts_band(rows: pd.DataFrame, surface: Surface, today: pd.Timestamp) -> go.Figure:
    """Draw one line per post.

    `rows`: label, start and end (days; missing = not stated), attested (list of days),
    open_end (held until further notice), hover (escaped HTML). Newest post on top.
    """
    traces: list[go.Scatter] = []
    labels = list(dict.fromkeys(rows["label"]))
    for row in records(rows):
        start, end = row["start"], row["end"]
        known = [day for day in (*row["attested"], start, end) if pd.notna(day)]
        if not known:
            continue
        first = start if pd.notna(start) else min(known)
        last = end if pd.notna(end) else max(known)
        traces.append(_line(row, first, last, surface.accent, solid=True))
        if pd.isna(end) and row["open_end"]:
            traces.append(_line(row, last, today, surface.accent, solid=False))
        traces += [_ends(row, start, end, surface), _attested(row, surface)]
    return assembled(traces, {
        **base_layout(surface),
        "yaxis": {"categoryorder": "array", "categoryarray": labels[::-1], "automargin": True,
                  "showgrid": False, "fixedrange": True},
        "xaxis": {"type": "date", "showgrid": True, "gridcolor": surface.grid, "side": "top"},
        "height": 90 + 38 * max(1, len(labels)), "margin": {"l": 8, "r": 16, "t": 36, "b": 8},
        "showlegend": False,
    })  # fmt: skip


def _line(
    row: dict[str, Any], first: object, last: object, colour: str, *, solid: bool
) -> go.Scatter:
    if first == last:
        last = pd.Timestamp(str(first)) + timedelta(days=1)
    return go.Scatter(
        x=[first, last], y=[row["label"]] * 2, mode="lines", opacity=1.0 if solid else 0.35,
        line={"color": colour, "width": 8, "dash": "solid" if solid else "dot"},
        hovertext=row["hover"], hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip


def _ends(row: dict[str, Any], start: Any, end: Any, surface: Surface) -> go.Scatter:
    days = [day for day in (start, end) if pd.notna(day)]
    return go.Scatter(
        x=days, y=[row["label"]] * len(days), mode="markers", hovertext=row["hover"],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"symbol": "line-ns", "size": 14, "line": {"width": 2.5, "color": surface.text}},
    )  # fmt: skip


def _attested(row: dict[str, Any], surface: Surface) -> go.Scatter:
    days = [day for day in row["attested"] if pd.notna(day)]
    return go.Scatter(
        x=days, y=[row["label"]] * len(days), mode="markers", hovertext=row["hover"],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"symbol": "circle", "size": 9, "color": surface.background,
                "line": {"width": 2, "color": surface.accent}},
    )  # fmt: skip
