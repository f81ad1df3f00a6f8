"""The timeline's chart: events in lanes, counted where they are too many, members below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.atlas import Atlas
from dashboard.charts.timeline import NARROW, WIDE, Measure, counted_timeline, timeline
from dashboard.palette import surface
from dashboard.parts.address_bar import put, value
from dashboard.parts.controls import filters
from dashboard.parts.figure import kept_figure, on_phone
from dashboard.parts.keeping import kept
from dashboard.parts.text import counted, escape, escape_html
from dashboard.questions.chronicle import (
    NONE,
    OTHER,
    Chronicle,
    Laned,
    Unit,
    counted_by,
    in_lanes,
    unit_needed,
)
from dashboard.questions.member_lines import MOST_NATIONS, member_lines
from dashboard.records import records
from dashboard.summaries import when_happened
from loaders import dates, nations

_READING = (
    "A filled symbol is a day; on a solid bar, all its days. A hollow symbol: one day somewhere "
    "within the faded bar. Colours tell the lanes apart, symbols the kinds. Click a mark for "
    "every claim about the event; the box in the chart's toolbar narrows the page to a period."
)


def lane_name(atlas: Atlas, lane: str, folded: Sequence[str] = ()) -> str:
    """Name a lane as the chart does."""
    if lane == OTHER:
        return f"Other ({len(folded)})"
    return "No coalition named" if lane == NONE else atlas.coalition_names.get(lane, lane)


def lanes_chart(atlas: Atlas, chronicle: Chronicle, rows: pd.DataFrame) -> None:
    """Draw the events that have a date, with a sentence that says what is drawn."""
    most: dict[str, Any] = {"most": None} if value("lanes") else {}
    laned = kept(atlas, "laned", lambda: in_lanes(rows, only=value("lane"), **most))
    if laned.rows.empty:
        st.info("None of these events has a date that could be drawn.")
        return
    names = {lane: lane_name(atlas, lane, laned.folded) for lane in laned.lanes}
    unit = kept(atlas, "unit", lambda: unit_needed(laned.rows))
    lines = kept(atlas, "members", lambda: _members(atlas, chronicle, laned, unit))
    sentence = kept(atlas, "sentence", lambda: drawn_sentence(rows, laned, names, unit))

    measure = NARROW if on_phone() else WIDE

    def drawn() -> go.Figure:
        if unit:
            return _counts(laned, names, unit, measure)
        marks = laned.rows.assign(hover=[_hover(row) for row in records(laned.rows)])
        page = surface(st.context.theme.type)
        return timeline(marks, names, page, selected=value("event"), members=lines,
                        measure=measure)  # fmt: skip

    _draw(kept_figure(atlas, f"timeline {measure.room}", drawn), sentence)
    st.caption(escape(sentence))
    st.caption(_READING if unit is None else "Click a disc to see its period.")
    if laned.folded:
        others = ", ".join(lane_name(atlas, lane) for lane in laned.folded)
        st.caption(f"Other: {escape(others)}.")
    if value("memberships"):
        _members_caption(lines, unit)


def drawn_sentence(
    rows: pd.DataFrame, laned: Laned, names: dict[str, str], unit: Unit | None
) -> str:
    """Say what the chart shows: `98 events, 1999 to 2025, in 3 lanes: CSpO 14, NATO 6 …`."""
    dated = laned.rows.drop_duplicates("event")
    first, last = (dated[side].dt.year for side in ("earliest", "latest"))
    numbers = laned.rows["lane"].value_counts()
    lanes = ", ".join(f"{names[lane]} {numbers[lane]:,}" for lane in laned.lanes)
    text = f"{counted(len(dated), 'event')}, {first.min()} to {last.max()}, in "
    text += f"{counted(len(laned.lanes), 'lane')}: {lanes}."
    if unit:
        text += f" Counted by {unit}: single marks would be too many."
    undated = int(rows["earliest"].isna().sum())
    return f"{text} {counted(undated, 'event')} without a date not drawn." if undated else text


def _draw(figure: go.Figure, sentence: str) -> None:
    # Another period is another chart: a selection must not outlive what it was made on.
    key = "_".join(map(str, ("timeline", value("from"), value("to"))))
    st.plotly_chart(
        figure, theme=None, key=key, on_select=_selector(key), selection_mode=("points", "box"),
        alt=sentence,
        config={"displaylogo": False, "scrollZoom": False, "modeBarButtonsToRemove": ["lasso2d"],
                "toImageButtonOptions": {"format": "svg", "filename": "timeline"}},
    )  # fmt: skip


def _selector(key: str) -> Callable[[], None]:
    def select() -> None:
        put(selected_changes(st.session_state[key]["selection"]))

    return select


def selected_changes(selection: Any) -> dict[str, Any]:
    """What a selection changes in the address: a box or a disc gives a period, a mark an event."""
    if selection.get("box"):
        first, last = sorted(str(day)[:10] for day in selection["box"][0]["x"])
        return {"from": date.fromisoformat(first), "to": date.fromisoformat(last), "page": None}
    marks = [point["customdata"] for point in selection["points"] if point.get("customdata")]
    if not marks:
        return {}
    event, *period = marks[0]
    if event:
        return {"event": str(event)}
    _, first, last = period
    return {"from": date.fromisoformat(first), "to": date.fromisoformat(last), "page": None}


def _counts(laned: Laned, names: dict[str, str], unit: Unit, measure: Measure) -> go.Figure:
    counts = counted_by(laned.rows, unit)
    hover = [_counts_hover(row, names, unit) for row in records(counts)]
    page = surface(st.context.theme.type)
    return counted_timeline(counts.assign(hover=hover), names, page, measure)


def _counts_hover(row: dict[str, Any], names: dict[str, str], unit: Unit) -> str:
    day = row["first"].strftime("%Y-%m" if unit is Unit.MONTH else "%Y")
    kinds = ", ".join(f"{kind} {number}" for kind, number in row["kinds"].items())
    head = f"{names[row['lane']]}, {dates.in_words(day)}: {counted(row['number'], 'event')}"
    return f"<b>{escape_html(head)}</b><br>{escape_html(kinds)}"


def _hover(row: dict[str, Any]) -> str:
    told = f"{escape_html(row['kind_label'])} · {when_happened(row)}"
    return f"<b>{escape_html(row['title'])}</b><br>{told}"


def _members(
    atlas: Atlas, chronicle: Chronicle, laned: Laned, unit: Unit | None
) -> pd.DataFrame | None:
    """The members of the coalitions chosen, where they are wanted and single events are drawn."""
    if not value("memberships") or unit:
        return None
    chosen = {chronicle.roots.get(slug, slug) for slug in filters().coalitions} | {*value("lane")}
    lanes = [lane for lane in laned.lanes if lane in chosen and lane in atlas.coalition_names]
    first = pd.Timestamp(filters().first or laned.rows["earliest"].min())
    last = pd.Timestamp(filters().last or max(laned.rows["latest"].max(), pd.Timestamp.today()))
    lines = member_lines(atlas, lanes, first, last.normalize())
    return lines.assign(hover=[_line_hover(row) for row in records(lines)])


def _line_hover(row: dict[str, Any]) -> str:
    first, last = (dates.in_words(row[side].date().isoformat())
                   for side in ("possible_from", "possible_until"))  # fmt: skip
    since = f"before {first}" if row["since_before"] else first
    until = "no end stated" if row["open"] else last
    surely = "" if row["sure"] else " (possibly)"
    return f"<b>{escape_html(nations.name(row['nation']))}</b><br>{since} to {until}{surely}"


def _members_caption(lines: pd.DataFrame | None, unit: Unit | None) -> None:
    if unit:
        st.caption("Members are drawn where single events are: narrow the period or the lanes.")
    elif lines is None or lines.empty:
        st.caption("Pick a coalition as a lane or in the filters to see its members below it.")
    else:
        drawn = lines.drop_duplicates(["lane", "nation"])
        st.caption(
            f"{counted(len(drawn), 'member')} drawn below, {MOST_NATIONS} a lane at most. "
            "Solid: certainly a member; dotted: possibly."
        )
