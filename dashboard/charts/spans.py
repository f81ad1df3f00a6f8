"""Memberships as bars in time: solid where joining is stated, thin where only attested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import assembled, base_layout, label, unchecked, with_room
from dashboard.charts.signs import day_signs
from dashboard.palette import LOOKS, Mark, Surface
from dashboard.questions.spans import Spans
from dashboard.records import records

Rows = Sequence[dict[str, Any]]

_ROW, _HEAD = 26, 78
_SIGN_NAMES = {
    Mark.MEMBER_STATED: "joined", Mark.MEMBER_ATTESTED: "attested on that day",
    Mark.LEFT: "left", Mark.INVITED: "invited", Mark.OTHER: "other standing",
}  # fmt: skip


def spans_chart(
    found: Spans, lanes: dict[str, str], surface: Surface, as_of: date, *, by: str
) -> go.Figure:
    """Draw one lane per value of the column `by`, labelled and ordered by `lanes`.

    `found`'s frames have the column hover (escaped HTML) beside their own.
    """
    traces: list[go.Scatter] = []
    places = {lane: -number for number, lane in enumerate(lanes)}
    bars = [row for row in records(found.bars) if row[by] in places]
    signs = [row for row in records(found.signs) if row[by] in places]
    solid = [row for row in bars if row["stated"]]
    thin = [row for row in bars if not row["stated"]]
    stated = LOOKS[Mark.MEMBER_STATED].colour(dark=surface.dark)
    attested = LOOKS[Mark.MEMBER_ATTESTED].colour(dark=surface.dark)
    faded = _pieces(
        solid, by, (("possible_from", "member_from"), ("member_until", "possible_until"))
    )
    loose = _pieces(
        thin, by, (("possible_from", "member_from"), ("member_until", "possible_until"))
    )
    sure = (("member_from", "member_until"),)
    for pieces, name, colour, width, opacity in (
        (faded, "date within this range", stated, 9, 0.3),
        (loose, "", attested, 4, 0.4),
        (_pieces(solid, by, sure), "member, joining stated", stated, 9, 1.0),
        (_pieces(thin, by, sure), "member, only attested", attested, 4, 1.0),
    ):
        if pieces:
            traces.append(_lines(pieces, places, name, colour, width, opacity))
    for mark, name in _SIGN_NAMES.items():
        some = [row for row in signs if row["mark"] == mark]
        if some:
            traces.append(day_signs(some, by, places, mark, name, surface))
    return assembled(traces, _layout(traces, lanes, surface, as_of))


def _pieces(
    bars: Rows, by: str, ends: Iterable[tuple[str, str]]
) -> list[tuple[str, Any, Any, str]]:
    """Lane, first and last day and hover of each piece that has any days."""
    return [
        (row[by], row[first], row[last], row["hover"])
        for row in bars
        for first, last in ends
        if row[first] < row[last]
    ]


def _lines(
    pieces: list[tuple[str, Any, Any, str]],
    places: dict[str, int],
    name: str,
    colour: str,
    width: int,
    opacity: float,
) -> go.Scatter:
    x: list[Any] = []
    y: list[Any] = []
    hover: list[Any] = []
    for lane, first, last, text in pieces:
        middle = first + (last - first) / 2
        x += [first, middle, last, None]
        y += [places[lane]] * 3 + [None]
        hover += [text] * 3 + [None]
    return unchecked(
        go.Scatter,
        x=x, y=y, mode="lines", name=name, opacity=opacity, hovertext=hover,
        hovertemplate="%{hovertext}<extra></extra>", showlegend=bool(name),
        line={"color": colour, "width": width},
    )  # fmt: skip


def _layout(
    traces: Sequence[go.Scatter], lanes: dict[str, str], surface: Surface, as_of: date
) -> dict[str, Any]:
    return {
        **base_layout(surface),
        "yaxis": {
            "tickvals": [-number for number in range(len(lanes))],
            "ticktext": [label(name) for name in lanes.values()],
            "range": [0.6 - max(1, len(lanes)), 0.6], "showgrid": False, "zeroline": False,
            "fixedrange": True, "automargin": True,
        },
        "xaxis": {
            "side": "top", "type": "date", "showgrid": True, "gridcolor": surface.grid,
            "zeroline": False, "range": _ends(traces),
        },
        "height": _HEAD + 44 + _ROW * max(1, len(lanes)),
        "margin": {"l": 8, "r": 12, "t": 34, "b": 8},
        "legend": {"orientation": "h", "y": 0, "yanchor": "top", "x": 0},
        "shapes": [{
            "type": "line", "x0": as_of, "x1": as_of, "yref": "paper", "y0": 0, "y1": 1,
            "line": {"color": surface.muted, "width": 1, "dash": "dot"},
        }],
    }  # fmt: skip


def _ends(traces: Sequence[go.Scatter]) -> list[pd.Timestamp]:
    days = [pd.Timestamp(day) for trace in traces for day in trace.x if not pd.isna(day)]
    first, last = (min(days), max(days)) if days else (pd.Timestamp("2010"), pd.Timestamp("2030"))
    room = max((last - first) * 0.02, timedelta(days=20))
    return with_room(first, last, room)
