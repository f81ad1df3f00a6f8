"""The membership map: areas coloured by mark, and its sign on each nation, however small."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import geography
from dashboard.charts.layout import assembled, base_layout, unchecked
from dashboard.palette import LOOKS, Look, Mark, Surface
from dashboard.records import records

Rows = Sequence[dict[str, Any]]

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
    drawn = records(rows[["nation", "mark", "hover"]])
    spoken_of = {row["nation"] for row in drawn if row["mark"] != Mark.NO_EVIDENCE}
    places = _places()
    traces: list[Any] = [_silence(sorted(set(places) - spoken_of), surface)]
    roomy = _ROOMY_KM2.get(view, _ROOMY_KM2[geography.WORLD])
    for mark in Mark:
        of_mark = [row for row in drawn if row["mark"] == mark and row["nation"] in places]
        if mark is Mark.NO_EVIDENCE or not of_mark:
            continue
        look = looks[mark]
        traces.append(_entry(mark, look, surface))
        clear = [row for row in of_mark if _is_clear(row["nation"], selected, faded)]
        pale = [row for row in of_mark if not _is_clear(row["nation"], selected, faded)]
        for some, opacity in ((pale, _FADED), (clear, 1.0)):
            if some:
                traces.append(_areas(some, mark, look, surface, opacity))
                traces.append(_signs(some, mark, look, surface, opacity, roomy))
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


@cache
def _places() -> dict[str, dict[str, Any]]:
    """Where each nation lies, by its code."""
    return {row["nation"]: row for row in records(geography.centres())}


def _silence(codes: list[str], surface: Surface) -> Any:
    look, places = LOOKS[Mark.NO_EVIDENCE], _places()
    colour = look.colour(dark=surface.dark)
    return unchecked(
        go.Choropleth,
        locations=codes, z=[1] * len(codes), customdata=[[code] for code in codes],
        text=[f"<b>{places[code]['name']}</b><br>No evidence here: that is not a no."
              for code in codes],
        hovertemplate="%{text}<extra></extra>", colorscale=[[0, colour], [1, colour]],
        showscale=False, showlegend=True, name=look.label,
        marker={"line": {"color": surface.background, "width": 0.5}},
        unselected={"marker": {"opacity": 1}},
    )  # fmt: skip


def _areas(rows: Rows, mark: Mark, look: Look, surface: Surface, opacity: float) -> Any:
    colour = look.colour(dark=surface.dark)
    return unchecked(
        go.Choropleth,
        locations=[row["nation"] for row in rows], z=[1] * len(rows),
        customdata=[[row["nation"]] for row in rows],
        text=[row["hover"] for row in rows], hovertemplate="%{text}<extra></extra>",
        colorscale=[[0, colour], [1, colour]], showscale=False, showlegend=False,
        legendgroup=mark, name=look.label,
        marker={"line": {"color": surface.background, "width": 0.5}, "opacity": opacity},
        unselected={"marker": {"opacity": _FADED}},
    )  # fmt: skip


def _entry(mark: Mark, look: Look, surface: Surface) -> Any:
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


def _signs(rows: Rows, mark: Mark, look: Look, surface: Surface, opacity: float, roomy: int) -> Any:
    """The mark's sign on each nation: in the page's colour where the area has room for it."""
    colour, page = look.colour(dark=surface.dark), surface.background
    hollow = look.symbol.endswith("-open")
    places = [_places()[row["nation"]] for row in rows]
    has_room = [place["km2"] >= roomy for place in places]
    inside = [page if on_area != hollow else colour for on_area in has_room]
    edge = [page if on_area or not hollow else colour for on_area in has_room]
    return unchecked(
        go.Scattergeo,
        lat=[place["lat"] for place in places], lon=[place["lon"] for place in places],
        mode="markers", name=look.label, legendgroup=mark,
        customdata=[[row["nation"]] for row in rows], text=[row["hover"] for row in rows],
        hovertemplate="%{text}<extra></extra>", showlegend=False,
        marker={
            "symbol": look.symbol.removesuffix("-open"), "opacity": opacity, "color": inside,
            "size": [9 if place["is_small"] else 7 for place in places],
            "line": {"width": 2 if hollow else 1.2, "color": edge},
        },
        unselected={"marker": {"opacity": _FADED}},
    )  # fmt: skip
