"""The membership map: areas coloured by mark, and its sign on each nation, however small."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import geography
from dashboard.charts.layout import assembled, base_layout, unchecked
from dashboard.palette import LOOKS, Look, Mark, Surface

# A selected nation keeps its colour; the rest fade, but stay readable.
_FADED = 0.25
# From this size a nation has room for a sign inside its outline, on a map 500 pixels wide.
_ROOMY_KM2 = {geography.WORLD: 1_000_000, geography.EUROPE: 60_000}


def membership_map(
    rows: pd.DataFrame,
    surface: Surface,
    *,
    view: geography.View = geography.WORLD,
    selected: str | None = None,
    faded: frozenset[str] = frozenset(),
    height: int = 350,
    looks: Mapping[Mark, Look] = LOOKS,
) -> go.Figure:
    """Draw nations by mark.

    `rows` has one row per nation: nation (ISO alpha-3), mark (a Mark), hover (HTML, escaped).
    Nations in `faded` are drawn pale (they are outside the filter). Points carry the nation's
    code as customdata.
    """
    spoken_of = rows.loc[rows["mark"] != Mark.NO_EVIDENCE, "nation"]
    silent = sorted(set(geography.centres()["nation"]) - set(spoken_of))
    traces: list[go.Choropleth | go.Scattergeo] = [_silence(silent, surface)]
    placed = rows.merge(geography.centres(), on="nation", how="inner")
    placed["roomy"] = placed["km2"] >= _ROOMY_KM2.get(view, _ROOMY_KM2[geography.WORLD])
    for mark in Mark:
        of_mark = placed[placed["mark"] == mark]
        if mark is Mark.NO_EVIDENCE or of_mark.empty:
            continue
        look = looks[mark]
        traces.append(_entry(mark, look, surface))
        clear = of_mark["nation"].map(lambda code: _is_clear(code, selected, faded)).to_numpy(bool)
        for some, opacity in ((of_mark[~clear], _FADED), (of_mark[clear], 1.0)):
            if len(some):
                traces.append(_areas(some, mark, look, surface, opacity))
                traces.append(_signs(some, mark, look, surface, opacity))
    return assembled(traces, {
        **base_layout(surface), "geo": _ground(view, surface), "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0}, "clickmode": "event+select",
        "legend": {"orientation": "h", "y": -0.02, "x": 0},
    })  # fmt: skip


def _ground(view: geography.View, surface: Surface) -> dict[str, Any]:
    return {
        "fitbounds": False, "projection": {"type": view.projection}, "showland": True,
        "lonaxis": {"range": view.lon}, "lataxis": {"range": view.lat}, "showframe": False,
        "landcolor": surface.land, "showcoastlines": False, "bgcolor": "rgba(0,0,0,0)",
        "resolution": 110,
    }  # fmt: skip


def _is_clear(code: str, selected: str | None, faded: frozenset[str]) -> bool:
    return code == selected if selected else code not in faded


def _silence(codes: list[str], surface: Surface) -> go.Choropleth:
    look = LOOKS[Mark.NO_EVIDENCE]
    names = dict(zip(geography.centres()["nation"], geography.centres()["name"], strict=True))
    colour = look.colour(dark=surface.dark)
    return unchecked(
        go.Choropleth,
        locations=codes, z=[1] * len(codes), customdata=[[code] for code in codes],
        text=[f"<b>{names[code]}</b><br>No evidence here: that is not a no." for code in codes],
        hovertemplate="%{text}<extra></extra>", colorscale=[[0, colour], [1, colour]],
        showscale=False, showlegend=True, name=look.label,
        marker={"line": {"color": surface.background, "width": 0.5}},
        unselected={"marker": {"opacity": 1}},
    )  # fmt: skip


def _areas(
    rows: pd.DataFrame, mark: Mark, look: Look, surface: Surface, opacity: float
) -> go.Choropleth:
    colour = look.colour(dark=surface.dark)
    return unchecked(
        go.Choropleth,
        locations=rows["nation"], z=[1] * len(rows), customdata=rows[["nation"]].to_numpy(),
        text=rows["hover"], hovertemplate="%{text}<extra></extra>",
        colorscale=[[0, colour], [1, colour]], showscale=False, showlegend=False,
        legendgroup=mark, name=look.label,
        marker={"line": {"color": surface.background, "width": 0.5}, "opacity": opacity},
        unselected={"marker": {"opacity": _FADED}},
    )  # fmt: skip


def _entry(mark: Mark, look: Look, surface: Surface) -> go.Scattergeo:
    """The mark's line in the legend: a trace without points, so that its sign is the plain one."""
    colour = look.colour(dark=surface.dark)
    hollow = look.symbol.endswith("-open")
    return unchecked(
        go.Scattergeo,
        lat=[None], lon=[None], mode="markers", name=look.label, legendgroup=mark, showlegend=True,
        marker={
            "symbol": look.symbol.removesuffix("-open"), "size": 9,
            "color": surface.background if hollow else colour,
            "line": {"width": 2 if hollow else 0, "color": colour},
        },
    )  # fmt: skip


def _signs(
    rows: pd.DataFrame, mark: Mark, look: Look, surface: Surface, opacity: float
) -> go.Scattergeo:
    """The mark's sign on each nation: in the page's colour where the area has room for it."""
    colour, page = look.colour(dark=surface.dark), surface.background
    hollow = look.symbol.endswith("-open")
    roomy = rows["roomy"].tolist()
    inside = [page if on_area != hollow else colour for on_area in roomy]
    edge = [page if on_area or not hollow else colour for on_area in roomy]
    return unchecked(
        go.Scattergeo,
        lat=rows["lat"], lon=rows["lon"], mode="markers", name=look.label, legendgroup=mark,
        customdata=rows[["nation"]].to_numpy(), text=rows["hover"],
        hovertemplate="%{text}<extra></extra>", showlegend=False,
        marker={
            "symbol": look.symbol.removesuffix("-open"), "opacity": opacity, "color": inside,
            "size": [9 if small else 7 for small in rows["is_small"]],
            "line": {"width": 2 if hollow else 1.2, "color": edge},
        },
        unselected={"marker": {"opacity": _FADED}},
    )  # fmt: skip
