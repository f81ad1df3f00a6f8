"""Persons' posts as bars in time: thick where the taking up is stated, faded within its range."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import assembled, base_layout, unchecked, with_room
from dashboard.charts.signs import day_signs
from dashboard.palette import LOOKS, Mark, Surface
from dashboard.parts.text import escape_html, shortened
from dashboard.questions.spans import Spans
from dashboard.records import records

Rows = Sequence[dict[str, Any]]

_ROW, _HEAD, _LEGEND = 50, 34, 36
_THICK, _THIN = 9, 4
_LONGEST_LABEL = 56
_SIGN_NAMES = {
    Mark.MEMBER_STATED: "took up the post", Mark.MEMBER_ATTESTED: "attested on that day",
    Mark.LEFT: "gave it up",
}  # fmt: skip


def posts_band(
    found: Spans, lanes: Mapping[str, str], surface: Surface, today: pd.Timestamp
) -> go.Figure:
    """Draw one lane per post, labelled and ordered from the top by `lanes` (key → plain text).

    `found`'s frames have the column hover (escaped HTML) beside their own. The label stands over
    its bar: beside it, a phone would have no room left for the bar.
    """
    places = {key: -number for number, key in enumerate(lanes)}
    bars = [row for row in records(found.bars) if row["coalition"] in places]
    signs = [row for row in records(found.signs) if row["coalition"] in places]
    shown: dict[str, Any] = {}
    for sign in signs:
        key = sign["coalition"]
        shown[key] = max(sign["day"], shown.get(key, sign["day"]))
    pieces: dict[str, list[tuple[dict[str, Any], Any, Any]]] = {
        "date within this range": [], "in the post": [], "no end is stated": [],
    }  # fmt: skip
    for row in bars:
        last = max(row["member_from"], min(row["member_until"], shown[row["coalition"]]))
        known = last if row["open_end"] else row["member_until"]
        pieces["date within this range"] += [
            (row, row["possible_from"], row["member_from"]),
            (row, row["member_until"], row["possible_until"]),
        ]
        pieces["in the post"].append((row, row["member_from"], known))
        pieces["no end is stated"].append((row, known, row["member_until"]))
    traces = [
        trace
        for name, some in pieces.items()
        for stated in (True, False)
        if (trace := _lines([p for p in some if p[0]["stated"] is stated], places, name, surface))
    ]
    named: set[str] = set()
    for trace in traces:  # thick and thin of one kind share their entry of the legend
        trace.showlegend = trace.name not in named
        named.add(trace.name)
    for mark, name in _SIGN_NAMES.items():
        some = [sign for sign in signs if sign["mark"] == mark]
        if some:
            traces.append(day_signs(some, "coalition", places, mark, name, surface))
    return assembled(traces, _layout(traces, lanes, surface, today))


def _lines(
    pieces: list[tuple[dict[str, Any], Any, Any]],
    places: Mapping[str, int],
    name: str,
    surface: Surface,
) -> go.Scatter | None:
    """All pieces of one kind as one trace; None where none has any days."""
    x: list[Any] = []
    y: list[Any] = []
    hover: list[Any] = []
    for row, first, last in pieces:
        if first < last:
            x += [first, first + (last - first) / 2, last, None]
            y += [places[row["coalition"]]] * 3 + [None]
            hover += [row["hover"]] * 3 + [None]
    if not x:
        return None
    stated = bool(pieces[0][0]["stated"])
    look = LOOKS[Mark.MEMBER_STATED if stated else Mark.MEMBER_ATTESTED]
    faded = {"date within this range": 0.3, "no end is stated": 0.5}.get(name, 1.0)
    return unchecked(
        go.Scatter,
        x=x, y=y, mode="lines", name=name, opacity=faded, hovertext=hover,
        hovertemplate="%{hovertext}<extra></extra>",
        line={"color": look.colour(dark=surface.dark), "width": _THICK if stated else _THIN,
              "dash": "dot" if name == "no end is stated" else "solid"},
    )  # fmt: skip


def _layout(
    traces: list[go.Scatter], lanes: Mapping[str, str], surface: Surface, today: pd.Timestamp
) -> dict[str, Any]:
    return {
        **base_layout(surface),
        "yaxis": {
            "visible": False, "fixedrange": True,
            "range": [0.45 - max(1, len(lanes)), 0.75],
        },
        "xaxis": {
            "side": "top", "type": "date", "showgrid": True, "gridcolor": surface.grid,
            "zeroline": False, "range": _ends(traces, today), "nticks": 8,
        },
        "height": _HEAD + _ROW * max(1, len(lanes)) + 2 * _LEGEND,
        "margin": {"l": 8, "r": 12, "t": _HEAD, "b": 8},
        "legend": {"orientation": "h", "y": 0, "yanchor": "top", "x": 0},
        "annotations": [
            {"x": 0, "xref": "paper", "xanchor": "left", "y": -number, "yanchor": "bottom",
             "yshift": 6, "text": escape_html(shortened(name, _LONGEST_LABEL)),
             "showarrow": False, "font": {"size": 13}, "bgcolor": surface.background,
             "borderpad": 0}
            for number, name in enumerate(lanes.values())
        ],
    }  # fmt: skip


def _ends(traces: list[go.Scatter], today: pd.Timestamp) -> list[pd.Timestamp]:
    """Room on both sides, and a year of time at least: a single day would fill the axis."""
    days = [pd.Timestamp(day) for trace in traces for day in trace.x if not pd.isna(day)]
    first, last = (min(days), max(days)) if days else (today, today)
    room = max((last - first) * 0.03, pd.Timedelta(days=(370 - (last - first).days) / 2))
    return with_room(first, last, room)
