"""The timeline: one mark per event, lanes by coalition, dates as precise as known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
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
    traces: list[Any] = []
    below = rooms(members) if members is not None else {}
    marks = _marks(events)
    room = _room(marks, measure)
    placed, heights = _placed(marks, list(lanes), below, room, measure)
    colours = _colours(lanes, surface)
    for duration in (False, True):
        bars = [mark for mark in placed if not mark.precise and mark.duration is duration]
        if bars:
            traces.append(_bars(bars, colours, room * 1.5, faded=not duration))
    kinds: dict[str, list[_Mark]] = {}
    for mark in placed:
        kinds.setdefault(mark.kind, []).append(mark)
    for kind, of_kind in sorted(kinds.items()):
        traces += [
            _symbols(of_kind, kind, colours, surface, selected, measure.symbol),
            _entry(of_kind, kind, surface, measure.symbol),
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
    trace = counts_trace(
        counts, discs, _colours(lanes, surface), surface, measure.symbol / measure.room
    )
    return assembled([trace], _layout(lanes, heights, surface, measure))


def _colours(lanes: dict[str, str], surface: Surface) -> dict[str, str]:
    """A colour for each coalition; what is gathered in one lane for want of one has none."""
    return {
        lane: surface.muted if lane in (NONE, OTHER) else categorical(number, dark=surface.dark)
        for number, lane in enumerate(lanes)
    }


@dataclass(frozen=True)
class _Mark:
    """One event in one lane; `y` is its height, once it has a place."""

    event: str
    lane: str
    kind: str
    label: str
    hover: str
    first: datetime
    last: datetime
    middle: datetime
    precise: bool
    duration: bool
    y: float = 0.0


def _marks(events: pd.DataFrame) -> list[_Mark]:
    """The marks in order of time; a precise one lies on its day, another in the middle."""
    days = zip(*(events[side].to_numpy().astype("datetime64[s]").tolist()
                 for side in ("earliest", "latest")), strict=True)  # fmt: skip
    marks = [
        _Mark(
            event, lane, kind, name, hover, first, last,
            first if precise else first + (last - first) / 2, bool(precise), bool(duration),
        )
        for (event, lane, kind, name, hover, precise, duration), (first, last) in zip(
            zip(*(events[name].tolist() for name in _OF_A_MARK), strict=True), days, strict=True
        )
    ]  # fmt: skip
    return sorted(marks, key=lambda mark: (mark.middle, mark.event))


_OF_A_MARK = ("event", "lane", "kind", "kind_label", "hover", "precise", "duration")


def _placed(
    marks: list[_Mark],
    lanes: list[str],
    below: dict[str, float],
    room: timedelta,
    measure: Measure,
) -> tuple[list[_Mark], Heights]:
    """Give each event a height: lanes from top to bottom, sub-lanes where marks would collide."""
    by_lane: dict[str, list[int]] = {lane: [] for lane in lanes}
    for place, mark in enumerate(marks):
        by_lane.get(mark.lane, []).append(place)
    heights: Heights = {}
    placed, top = list(marks), 0.0
    for lane, inside in by_lane.items():
        depths = _sublanes([marks[place] for place in inside], room, measure.most)
        for place, depth in zip(inside, depths, strict=True):
            placed[place] = replace(marks[place], y=-(top + measure.heading + 0.5 + depth))
        height = measure.heading + max(depths, default=0) + 1 + below.get(lane, 0)
        heights[lane] = (-top, -(top + height))
        top += height
    return placed, heights


def _room(marks: list[_Mark], measure: Measure) -> timedelta:
    """How much of the axis a symbol takes."""
    ends = [mark.last for mark in marks], [mark.first for mark in marks]
    span = max(ends[0]) - min(ends[1]) if marks else timedelta(0)
    return timedelta(seconds=max(span.total_seconds() * measure.room, 3 * 86_400))


def _sublanes(marks: list[_Mark], room: timedelta, most: int) -> list[int]:
    """The first sub-lane in which each mark has room, in order of time; the last one overflows."""
    ends: list[datetime] = []
    depths = []
    for mark in marks:
        begins = min(mark.first, mark.middle - room / 2)
        finishes = max(mark.last, mark.middle + room / 2)
        depth = next((n for n, end in enumerate(ends) if end <= begins), len(ends))
        depth = min(depth, most - 1)
        if depth == len(ends):
            ends.append(finishes)
        ends[depth] = max(ends[depth], finishes)
        depths.append(depth)
    return depths


def _bars(marks: list[_Mark], colours: dict[str, str], hidden: timedelta, *, faded: bool) -> Any:
    """Bars from the first to the last day; those up to `hidden` long lie below their symbol."""
    lengths = [((mark.last - mark.first).days + 1) * _MILLISECONDS_A_DAY for mark in marks]
    shade = 0.22 if faded else 0.6
    own = [colours[mark.lane] for mark in marks]
    # An outline, for the bar to be seen; one that its symbol hides would only cross it out.
    wide = [int(faded and length > hidden.total_seconds() * 1000) for length in lengths]
    return unchecked(
        go.Bar,
        base=[mark.first for mark in marks], x=lengths, y=[mark.y for mark in marks],
        # A few days lie under their symbol whole; a range of vague days is seen around its own.
        orientation="h", width=0.5 if faded else 0.3,
        marker={"color": [translucent(colour, shade) for colour in own],
                "line": {"width": wide, "color": own}},
        customdata=[[mark.event] for mark in marks], text=None,
        hovertext=[mark.hover for mark in marks],
        hovertemplate="%{hovertext}<extra></extra>", showlegend=False,
        name="day within this range" if faded else "all these days",
        unselected={"marker": {"opacity": 0.15}},
    )  # fmt: skip


def _symbols(
    marks: list[_Mark],
    kind: str,
    colours: dict[str, str],
    surface: Surface,
    selected: str | None,
    size: int,
) -> Any:
    chosen = [mark.event == selected for mark in marks]
    symbol = KIND_SYMBOLS.get(kind, "circle")
    vague = [not mark.precise and not mark.duration for mark in marks]
    return unchecked(
        go.Scatter,
        x=[mark.middle for mark in marks], y=[mark.y for mark in marks], mode="markers",
        name=label(marks[0].label), showlegend=False,
        customdata=[[mark.event] for mark in marks], hovertext=[mark.hover for mark in marks],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "symbol": [f"{symbol}-open" if one else symbol for one in vague],
            "size": [size + 6 if one else size for one in chosen],
            "color": [colours[mark.lane] for mark in marks],
            "opacity": 1,  # Plotly draws marks of several sizes at 0.7
            # A hollow symbol takes its line's colour from the lane.
            "line": {"width": [2.5 if one else 1.5 if open_ else 1
                               for one, open_ in zip(chosen, vague, strict=True)],
                     "color": [surface.text if one else surface.background for one in chosen]},
        },
        unselected={"marker": {"opacity": 0.35}},
    )  # fmt: skip


def _entry(marks: list[_Mark], kind: str, surface: Surface, size: int) -> Any:
    """A kind's line in the legend, in no lane's colour: the colour says the coalition."""
    return unchecked(
        go.Scatter,
        x=[None], y=[None], mode="markers", name=label(marks[0].label),
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
