"""The timeline: one mark per event, lanes by coalition, dates as precise as known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.layout import assembled, base_layout, label, translucent, unchecked
from dashboard.charts.timeline_counts import counts_trace
from dashboard.charts.timeline_members import member_traces, rooms
from dashboard.palette import KIND_SYMBOLS, Surface, categorical
from dashboard.questions.chronicle import NONE, OTHER

_MILLISECONDS_A_DAY = 86_400_000

Heights = dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Measure:
    """How a timeline is laid out for the width that it is drawn in.

    Marks closer than `room`, a share of the axis, would lie on one another: they go into
    sub-lanes, `most` of them at the most. `symbol` and `row` (a sub-lane's height) in pixels.
    `heading`: the height, in sub-lanes, of a lane's name above its marks; 0 = beside them.
    """

    room: float
    most: int
    symbol: int
    row: int
    heading: float


WIDE = Measure(room=1 / 60, most=6, symbol=11, row=34, heading=0)
# A phone's: names beside the lanes would take a third of its width.
NARROW = Measure(room=1 / 27, most=14, symbol=9, row=24, heading=0.9)


def timeline(
    events: pd.DataFrame,
    lanes: dict[str, str],
    surface: Surface,
    *,
    selected: str | None = None,
    members: pd.DataFrame | None = None,
    measure: Measure = WIDE,
) -> go.Figure:
    """Draw one mark per event and lane, laid out by `measure`.

    `events`: event (slug), lane (key of `lanes`, which gives labels in order), kind, kind_label,
    earliest and latest (days), precise (one day), duration (a solid bar: all its days count),
    hover (escaped HTML). A dot is a day, a solid bar a duration, a hollow dot on a faded bar a
    range within which the day lies. Marks carry the event's slug as customdata. `members`: the
    lines of charts.timeline_members, drawn under their lanes.
    """
    traces: list[go.Bar | go.Scatter] = []
    below = rooms(members) if members is not None else {}
    hidden = _room(events, measure) * 1.5
    placed, heights = _placed(events, list(lanes), below, measure)
    colours = _colours(lanes, surface)
    for precise, duration in ((False, False), (False, True)):
        bars = placed[(placed["precise"] == precise) & (placed["duration"] == duration)]
        if not bars.empty:
            traces.append(_bars(bars, colours, hidden, faded=not duration))
    for kind, of_kind in placed.groupby("kind", observed=True, sort=True):
        traces += [
            _symbols(of_kind, str(kind), colours, surface, selected, measure.symbol),
            _entry(of_kind, str(kind), surface, measure.symbol),
        ]
    if members is not None:
        bottoms = {lane: low + below.get(lane, 0) for lane, (_, low) in heights.items()}
        traces += member_traces(members, bottoms, colours, surface)
    return assembled(traces, _layout(lanes, heights, surface, measure))


def counted_timeline(
    counts: pd.DataFrame, lanes: dict[str, str], surface: Surface, measure: Measure = WIDE
) -> go.Figure:
    """Draw the number of events per lane and period, where single marks would be too many.

    `counts`: lane, first and last (days), number, hover (escaped HTML); a mark's customdata is
    an empty slug, its lane, and its first and last day.
    """
    tall = 1.0 if measure is WIDE else 1.6
    step = tall + measure.heading
    heights = {lane: (-step * place, -step * (place + 1)) for place, lane in enumerate(lanes)}
    discs = {lane: (top - measure.heading, low) for lane, (top, low) in heights.items()}
    trace = counts_trace(counts, discs, _colours(lanes, surface), surface)
    return assembled([trace], _layout(lanes, heights, surface, measure))


def _colours(lanes: dict[str, str], surface: Surface) -> dict[str, str]:
    """A colour for each coalition; what is gathered in one lane for want of one has none."""
    return {
        lane: surface.muted if lane in (NONE, OTHER) else categorical(number, dark=surface.dark)
        for number, lane in enumerate(lanes)
    }


def _placed(
    events: pd.DataFrame, lanes: list[str], below: dict[str, float], measure: Measure
) -> tuple[pd.DataFrame, dict[str, tuple[float, float]]]:
    """Give each event a height: lanes from top to bottom, sub-lanes where marks would collide."""
    frame = events.copy()
    middle = frame["earliest"] + (frame["latest"] - frame["earliest"]) / 2
    frame["middle"] = middle.where(~frame["precise"], frame["earliest"])
    frame = frame.sort_values(["middle", "event"])
    room = _room(frame, measure)
    frame["y"] = 0.0
    heights: Heights = {}
    top = 0.0
    for lane in lanes:
        inside = frame["lane"] == lane
        depths = _sublanes(frame[inside], room, measure.most)
        frame.loc[inside, "y"] = [-(top + measure.heading + 0.5 + depth) for depth in depths]
        height = measure.heading + max(depths, default=0) + 1 + below.get(lane, 0)
        heights[lane] = (-top, -(top + height))
        top += height
    return frame, heights


def _room(events: pd.DataFrame, measure: Measure) -> timedelta:
    """How much of the axis a symbol takes."""
    span = (events["latest"].max() - events["earliest"].min()) if len(events) else timedelta(0)
    return timedelta(seconds=max(span.total_seconds() * measure.room, 3 * 86_400))


def _sublanes(rows: pd.DataFrame, room: timedelta, most: int) -> list[int]:
    """The first sub-lane in which each mark has room, in order of time; the last one overflows."""
    ends: list[pd.Timestamp] = []
    depths = []
    for first, last, middle in zip(rows["earliest"], rows["latest"], rows["middle"], strict=True):
        begins, finishes = min(first, middle - room / 2), max(last, middle + room / 2)
        depth = next((n for n, end in enumerate(ends) if end <= begins), len(ends))
        depth = min(depth, most - 1)
        if depth == len(ends):
            ends.append(finishes)
        ends[depth] = max(ends[depth], finishes)
        depths.append(depth)
    return depths


def _bars(rows: pd.DataFrame, colours: dict[str, str], hidden: timedelta, *, faded: bool) -> go.Bar:
    """Bars from the first to the last day; those up to `hidden` long lie below their symbol."""
    lengths = ((rows["latest"] - rows["earliest"]).dt.days + 1) * _MILLISECONDS_A_DAY
    shade = 0.22 if faded else 0.6
    own = [colours[lane] for lane in rows["lane"]]
    # An outline, for the bar to be seen; one that its symbol hides would only cross it out.
    wide = faded & (lengths > hidden.total_seconds() * 1000)
    return unchecked(
        go.Bar,
        base=rows["earliest"], x=lengths, y=rows["y"], orientation="h", width=0.5,
        marker={"color": [translucent(colour, shade) for colour in own],
                "line": {"width": wide.astype(int).tolist(), "color": own}},
        customdata=rows[["event"]].to_numpy(), text=None, hovertext=rows["hover"],
        hovertemplate="%{hovertext}<extra></extra>", showlegend=False,
        name="day within this range" if faded else "all these days",
        unselected={"marker": {"opacity": 0.15}},
    )  # fmt: skip


def _symbols(
    rows: pd.DataFrame,
    kind: str,
    colours: dict[str, str],
    surface: Surface,
    selected: str | None,
    size: int,
) -> go.Scatter:
    chosen = rows["event"] == selected
    symbol = KIND_SYMBOLS.get(kind, "circle")
    vague = ~rows["precise"] & ~rows["duration"].astype(bool)
    return unchecked(
        go.Scatter,
        x=rows["middle"], y=rows["y"], mode="markers", name=label(str(rows["kind_label"].iloc[0])),
        showlegend=False,
        customdata=rows[["event"]].to_numpy(), hovertext=rows["hover"],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "symbol": [f"{symbol}-open" if one else symbol for one in vague],
            "size": [size + 6 if one else size for one in chosen],
            "color": [colours[lane] for lane in rows["lane"]],
            "opacity": 1,  # Plotly draws marks of several sizes at 0.7
            # A hollow symbol takes its line's colour from the lane.
            "line": {"width": [2.5 if one else 1.5 if open_ else 1
                               for one, open_ in zip(chosen, vague, strict=True)],
                     "color": [surface.text if one else surface.background for one in chosen]},
        },
        unselected={"marker": {"opacity": 0.35}},
    )  # fmt: skip


def _entry(rows: pd.DataFrame, kind: str, surface: Surface, size: int) -> go.Scatter:
    """A kind's line in the legend, in no lane's colour: the colour says the coalition."""
    return unchecked(
        go.Scatter,
        x=[None], y=[None], mode="markers", name=label(str(rows["kind_label"].iloc[0])),
        marker={"symbol": KIND_SYMBOLS.get(kind, "circle"), "size": size,
                "color": surface.muted},
    )  # fmt: skip


def _layout(
    lanes: dict[str, str], heights: Heights, surface: Surface, measure: Measure
) -> dict[str, Any]:
    bottom = min((low for _, low in heights.values()), default=-1.0)
    borders = [
        {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": low, "y1": low,
         "line": {"color": surface.grid, "width": 1}}
        for _, low in list(heights.values())[:-1]
    ]  # fmt: skip
    return {
        **base_layout(surface),
        **_names(lanes, heights, surface, measure),
        "yaxis": {
            "tickvals": [(top + low) / 2 for top, low in heights.values()],
            "ticktext": [label(name) for name in lanes.values()], "range": [bottom, 0],
            "showticklabels": not measure.heading,
            "showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True,
        },
        "xaxis": {
            "side": "top", "type": "date", "showgrid": True, "gridcolor": surface.grid,
            "zeroline": False, "tickformatstops": [
                {"dtickrange": [None, "M1"], "value": "%-d %b %Y"},
                {"dtickrange": ["M1", "M12"], "value": "%b %Y"},
                {"dtickrange": ["M12", None], "value": "%Y"},
            ],
        },
        "height": int(110 + measure.row * -bottom), "barmode": "overlay", "shapes": borders,
        "margin": {"l": 8, "r": 8, "t": 40, "b": 8}, "clickmode": "event+select",
        # The kinds are picked beside the chart, where the list follows.
        "legend": {"orientation": "h", "y": -0.02, "x": 0, "itemclick": False,
                   "itemdoubleclick": False},
        # Dragging would keep a finger from scrolling; the toolbar has pan, zoom and select.
        "dragmode": False, "selectdirection": "h",
    }  # fmt: skip


def _names(
    lanes: dict[str, str], heights: Heights, surface: Surface, measure: Measure
) -> dict[str, Any]:
    """The names of the lanes above their marks, where there is no room beside them."""
    if not measure.heading:
        return {}
    return {"annotations": [
        {"x": 0, "xref": "paper", "xanchor": "left", "y": top, "yanchor": "top",
         "text": label(name), "showarrow": False, "font": {"size": 12, "color": surface.text},
         "bgcolor": surface.background, "borderpad": 1}
        for name, (top, _) in zip(lanes.values(), heights.values(), strict=True)
    ]}  # fmt: skip
