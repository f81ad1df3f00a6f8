"""Members on the timeline: a thin line for each nation, under the lane of its coalition."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import unchecked
from dashboard.palette import Surface
from dashboard.records import records

# In units of a sub-lane of events: thin, but a code of three letters still stands on each.
ROW_HEIGHT = 0.42

Heights = dict[str, tuple[float, float]]


def rooms(lines: pd.DataFrame) -> dict[str, float]:
    """How much room the lines need under each lane."""
    rows = lines.groupby("lane")["row"].max() + 1
    return {str(lane): ROW_HEIGHT * (float(number) + 0.5) for lane, number in rows.items()}


def member_traces(
    lines: pd.DataFrame, bottoms: dict[str, float], colours: dict[str, str], surface: Surface
) -> list[go.Scatter]:
    """Draw the lines (`questions.member_lines` with `hover`, escaped HTML) under their lanes.

    `bottoms` gives the height at which the events of each lane end. Solid: certainly a member;
    dotted: possibly. The code of the nation stands at the line's beginning.
    """
    traces = []
    for lane, some in lines.groupby("lane", sort=False):
        heights = [bottoms[str(lane)] - ROW_HEIGHT * (row + 0.75) for row in some["row"]]
        drawn = some.assign(y=heights)
        colour = colours[str(lane)]
        traces.append(_segments(drawn, "possible_from", "possible_until", colour, sure=False))
        traces.append(
            _segments(drawn[drawn["sure"]], "member_from", "member_until", colour, sure=True)
        )
        traces.append(_codes(drawn, surface))
    return traces


def _segments(rows: pd.DataFrame, first: str, last: str, colour: str, *, sure: bool) -> go.Scatter:
    """All lines of one lane as one trace, with gaps between them."""
    x: list[Any] = []
    y: list[float | None] = []
    hover: list[str | None] = []
    for row in records(rows):
        x += [row[first], row[last], None]
        y += [row["y"], row["y"], None]
        hover += [row["hover"], row["hover"], None]
    return unchecked(
        go.Scatter,
        x=x, y=y, mode="lines", showlegend=False, hovertext=hover, name="members",
        hovertemplate="%{hovertext}<extra></extra>", opacity=0.9 if sure else 0.45,
        line={"color": colour, "width": 3 if sure else 1.5, "dash": "solid" if sure else "dot"},
    )  # fmt: skip


def _codes(rows: pd.DataFrame, surface: Surface) -> go.Scatter:
    first = rows.drop_duplicates("row")
    return unchecked(
        go.Scatter,
        x=first["possible_from"], y=first["y"], mode="text", text=first["nation"],
        textposition="middle left", textfont={"size": 9, "color": surface.muted},
        showlegend=False, hovertext=first["hover"], cliponaxis=False, name="nations",
        hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
