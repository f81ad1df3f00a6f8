"""Which coalitions share which nations: an UpSet picture."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from dashboard.charts.layout import base_layout, label
from dashboard.palette import Surface
from dashboard.records import records


def upset(overlaps: pd.DataFrame, names: Mapping[str, str], surface: Surface) -> go.Figure:
    """Draw an UpSet picture (Lex et al. 2014, https://upset.app).

    `overlaps`: coalitions (tuple of slugs), size, hover (escaped HTML); one column each, largest
    first. `names` gives the rows, in order. Columns carry their place as customdata.
    """
    slugs = list(names)
    figure = make_subplots(
        rows=2, cols=1, shared_xaxes=True, row_heights=[0.55, 0.45], vertical_spacing=0.03
    )
    places = list(range(len(overlaps)))
    figure.add_trace(go.Bar(
        x=places, y=overlaps["size"], text=overlaps["size"], textposition="outside",
        marker={"color": surface.accent}, hovertext=overlaps["hover"], width=0.6,
        hovertemplate="%{hovertext}<extra></extra>", customdata=[[place] for place in places],
    ), row=1, col=1)  # fmt: skip
    figure.add_trace(go.Scatter(
        x=[place for place in places for _ in slugs], y=slugs * len(places), mode="markers",
        marker={"size": 11, "color": surface.grid}, hoverinfo="skip",
    ), row=2, col=1)  # fmt: skip
    for place, row in zip(places, records(overlaps), strict=True):
        inside = [slug for slug in slugs if slug in row["coalitions"]]
        figure.add_trace(go.Scatter(
            x=[place] * len(inside), y=inside, mode="markers+lines",
            marker={"size": 11, "color": surface.text}, line={"color": surface.text, "width": 2},
            hovertext=row["hover"], hovertemplate="%{hovertext}<extra></extra>",
        ), row=2, col=1)  # fmt: skip
    _axes(figure, overlaps, names, surface)
    return figure


def _axes(
    figure: go.Figure, overlaps: pd.DataFrame, names: Mapping[str, str], surface: Surface
) -> None:
    highest = int(overlaps["size"].max()) if len(overlaps) else 1
    slugs = list(names)
    figure.update_xaxes(showticklabels=False, showgrid=False, zeroline=False, fixedrange=True)
    figure.update_yaxes(
        row=1, col=1, title="Nations", range=[0, highest * 1.18], gridcolor=surface.grid,
        fixedrange=True,
    )  # fmt: skip
    figure.update_yaxes(
        row=2, col=1, categoryorder="array", categoryarray=slugs[::-1], tickvals=slugs,
        ticktext=[label(names[slug]) for slug in slugs], showgrid=False, automargin=True,
        fixedrange=True,
    )  # fmt: skip
    figure.update_layout(
        **base_layout(surface), height=260 + 30 * len(slugs), showlegend=False,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
    )  # fmt: skip
