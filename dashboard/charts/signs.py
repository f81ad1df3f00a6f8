"""What shows something on one day: a sign in its lane, in the look of its mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.layout import unchecked
from dashboard.palette import LOOKS, Mark, Surface


def day_signs(
    rows: Sequence[Mapping[str, Any]],
    by: str,
    places: Mapping[str, int],
    mark: Mark,
    name: str,
    surface: Surface,
) -> go.Scatter:
    """One trace of signs of one mark, at `day`, each in the lane (`places`) of its column `by`.

    `hover` of each row is escaped HTML. An open symbol is filled with the background, so that no
    bar shines through it.
    """
    look = LOOKS[mark]
    colour = look.colour(dark=surface.dark)
    hollow = look.symbol.endswith("-open")
    return unchecked(
        go.Scatter,
        x=[row["day"] for row in rows], y=[places[row[by]] for row in rows],
        mode="markers", name=name, hovertext=[row["hover"] for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "symbol": look.symbol.removesuffix("-open"), "size": 9 if hollow else 10,
            "color": surface.background if hollow else colour,
            "line": {"width": 2, "color": colour} if hollow else
                    {"width": 1, "color": surface.background},
        },
    )  # fmt: skip
