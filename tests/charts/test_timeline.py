"""The timeline: one mark per event and lane, as precise as its date."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.timeline import NARROW, WIDE, counted_timeline, timeline
from dashboard.palette import DARK, KIND_SYMBOLS, LIGHT, categorical

LANES = {"cspo": "CSpO", "": "No coalition named"}
DAY_IN_MILLISECONDS = 86_400_000


def event(name: str, first: str, last: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "event": name, "lane": "cspo", "kind": "meeting", "kind_label": "Meeting",
        "earliest": pd.Timestamp(first), "latest": pd.Timestamp(last or first),
        "precise": last is None, "duration": False, "hover": f"<b>{name}</b>", **more,
    }  # fmt: skip


def drawn(*events: dict[str, Any], **options: Any) -> go.Figure:
    columns = list(event("x", "2025-01-01"))
    return timeline(pd.DataFrame(list(events), columns=columns), LANES, LIGHT, **options)


def symbols(figure: go.Figure) -> list[Any]:
    """The marks of events; the legend's own are traces without points."""
    return [t for t in figure.data if t.type == "scatter" and t.customdata is not None]


def entries(figure: go.Figure) -> list[Any]:
    return [t for t in figure.data if t.type == "scatter" and t.showlegend is None]


def bars(figure: go.Figure) -> list[Any]:
    return [trace for trace in figure.data if trace.type == "bar"]


def test_a_day_is_a_symbol_and_no_bar() -> None:
    figure = drawn(event("talks", "2025-12-05"))
    (trace,) = symbols(figure)
    assert [list(carried) for carried in trace.customdata] == [["talks"]]
    assert pd.Timestamp(trace.x[0]) == pd.Timestamp("2025-12-05")
    assert bars(figure) == []


def test_a_duration_is_a_solid_bar_over_all_its_days() -> None:
    (bar,) = bars(drawn(event("talks", "2025-12-02", "2025-12-04", duration=True)))
    assert pd.Timestamp(bar.base[0]) == pd.Timestamp("2025-12-02")
    assert bar.x[0] == 3 * DAY_IN_MILLISECONDS
    assert bar.name == "all these days"


def test_a_day_somewhere_within_a_range_is_a_fainter_bar() -> None:
    vague = drawn(event("strategy", "2025-04-09", "2025-07-31"))
    long = drawn(event("exercise", "2025-04-09", "2025-07-31", duration=True))
    assert bars(vague)[0].name == "day within this range"
    assert bars(vague)[0].marker.color[0].endswith(",0.22)")
    assert bars(long)[0].marker.color[0].endswith(",0.6)")
    assert list(bars(vague)[0].marker.line.width) == [1]  # for the pale one to be seen


def test_the_symbol_of_a_range_lies_in_its_middle_and_is_hollow() -> None:
    (trace,) = symbols(drawn(event("month", "2025-04-01", "2025-04-29"),
                             event("talks", "2025-12-02", "2025-12-04", duration=True),
                             event("day", "2025-12-05")))  # fmt: skip
    assert pd.Timestamp(trace.x[0]) == pd.Timestamp("2025-04-15")
    assert list(trace.marker.symbol) == ["circle-open", "circle", "circle"]
    assert trace.marker.opacity == 1


def test_a_range_that_its_symbol_hides_has_no_outline() -> None:
    (trace,) = bars(drawn(event("early", "1999-01-01"), event("m", "2025-04-01", "2025-04-29")))
    assert list(trace.marker.line.width) == [0]


def test_each_kind_has_its_symbol_and_its_name_in_the_legend() -> None:
    figure = drawn(
        event("one", "2025-01-01"),
        event("two", "2025-06-01", kind="agreement", kind_label="Agreement"),
        event("three", "2025-09-01", kind="unheard-of", kind_label="Unheard-of"),
    )
    assert {trace.name: trace.marker.symbol[0] for trace in symbols(figure)} == {
        "Meeting": KIND_SYMBOLS["meeting"],
        "Agreement": KIND_SYMBOLS["agreement"],
        "Unheard-of": "circle",
    }
    assert [trace.name for trace in entries(figure)] == ["Agreement", "Meeting", "Unheard-of"]
    assert {trace.marker.color for trace in entries(figure)} == {LIGHT.muted}


def test_each_lane_has_its_label_and_its_colour() -> None:
    figure = drawn(event("one", "2025-01-01"), event("two", "2025-01-01", lane=""))
    assert list(figure.layout.yaxis.ticktext) == ["CSpO", "No coalition named"]
    (trace,) = symbols(figure)
    assert set(trace.marker.color) == {categorical(0, dark=False), categorical(1, dark=False)}
    upper, lower = figure.layout.yaxis.tickvals
    assert upper > lower


def test_marks_that_would_collide_lie_in_sub_lanes() -> None:
    figure = drawn(*(event(f"e{n}", f"2025-04-0{n + 1}") for n in range(3)),
                   event("far", "2026-04-01"))  # fmt: skip
    (trace,) = symbols(figure)
    height = dict(zip((name for (name,) in trace.customdata), trace.y, strict=True))
    assert len({height["e0"], height["e1"], height["e2"]}) == 3
    assert height["far"] == height["e0"]


def test_no_mark_lies_outside_the_axis_however_many_collide() -> None:
    figure = drawn(*(event(f"e{n:02}", "2025-04-01") for n in range(40)))
    low, high = figure.layout.yaxis.range
    (trace,) = symbols(figure)
    assert len(trace.y) == 40
    assert low < min(trace.y)
    assert max(trace.y) < high


def test_the_selected_event_is_larger() -> None:
    (trace,) = symbols(drawn(event("a", "2025-01-01"), event("b", "2025-06-01"), selected="b"))
    size = dict(zip((name for (name,) in trace.customdata), trace.marker.size, strict=True))
    assert size["b"] > size["a"]


def test_hover_shows_exactly_the_text_given() -> None:
    figure = drawn(event("day", "2025-01-01", hover="&lt;i&gt;"),
                   event("range", "2025-02-01", "2025-03-01", hover="&lt;i&gt;"))  # fmt: skip
    for trace in (*symbols(figure), *bars(figure)):
        assert set(trace.hovertext) == {"&lt;i&gt;"}
        assert trace.hovertemplate == "%{hovertext}<extra></extra>"


def test_members_lie_below_the_events_of_their_lane() -> None:
    days = {"possible_from": "2019-12-01", "member_from": "2019-12-31",
            "member_until": "2025-01-01", "possible_until": "2025-01-01"}  # fmt: skip
    lines = pd.DataFrame([{
        "lane": "cspo", "nation": code, "row": row, "sure": True, "open": True, "hover": code,
        **{name: pd.Timestamp(day) for name, day in days.items()},
    } for row, code in enumerate(["DEU", "FRA"])])  # fmt: skip
    figure = drawn(event("one", "2020-01-01"), event("two", "2020-01-01", lane=""), members=lines)
    events = {name: y for trace in symbols(figure) if trace.customdata is not None
              for (name,), y in zip(trace.customdata, trace.y, strict=True)}  # fmt: skip
    (codes,) = (trace for trace in figure.data if trace.name == "nations")
    assert list(codes.text) == ["DEU", "FRA"]
    assert events["one"] > codes.y[0] > codes.y[1] > events["two"]
    maybe, surely = (trace for trace in figure.data if trace.name == "members")
    assert (maybe.line.dash, surely.line.dash) == ("dot", "solid")
    assert pd.Timestamp(maybe.x[0]) == pd.Timestamp("2019-12-01")
    assert pd.Timestamp(surely.x[0]) == pd.Timestamp("2019-12-31")


def test_counts_are_discs_whose_area_goes_by_their_number() -> None:
    counts = pd.DataFrame([
        {"lane": lane, "first": pd.Timestamp("2024-01-01"), "last": pd.Timestamp("2024-01-31"),
         "number": number, "hover": "h"}
        for lane, number in (("cspo", 400), ("", 100))
    ])  # fmt: skip
    (trace,) = counted_timeline(counts, LANES, LIGHT).data
    assert list(trace.text) == ["400", "100"]
    assert trace.marker.size[0] == 2 * trace.marker.size[1]
    assert list(trace.customdata[0]) == ["", "cspo", "2024-01-01", "2024-01-31"]


def test_lanes_that_are_no_coalition_are_grey() -> None:
    figure = timeline(pd.DataFrame([event("x", "2025-01-01", lane="none")]), {"none": "–"}, LIGHT)
    assert set(symbols(figure)[0].marker.color) == {LIGHT.muted}


def test_a_timeline_without_events_can_be_drawn_in_both_themes() -> None:
    for surface in (LIGHT, DARK):
        columns = list(event("x", "2025-01-01"))
        empty = pd.DataFrame([event("x", "2025-01-01")], columns=columns).iloc[:0]
        assert symbols(timeline(empty, {}, surface)) == []


def test_on_a_phone_names_stand_above_their_lanes_and_marks_keep_apart() -> None:
    close = [event(f"talks-{n}", f"2025-{n:02d}-01") for n in range(1, 13)]
    far = event("first", "2005-01-01")
    wide, narrow = (drawn(far, *close, measure=one) for one in (WIDE, NARROW))
    assert wide.layout.yaxis.showticklabels
    assert not wide.layout.annotations
    assert not narrow.layout.yaxis.showticklabels
    assert [one.text for one in narrow.layout.annotations] == list(LANES.values())
    (trace,) = symbols(narrow)
    marks = sorted(zip(trace.y, pd.to_datetime(pd.Series(trace.x)), strict=True))
    apart = [later - day for (y, day), (z, later) in pairwise(marks) if y == z]
    assert min(apart) >= pd.Timedelta(days=365 * 20) * NARROW.room
    assert max(-y for y in symbols(narrow)[0].y) > max(-y for y in symbols(wide)[0].y)


def test_on_a_phone_discs_of_neighbouring_years_do_not_lie_on_one_another() -> None:
    years = [pd.Timestamp(f"{year}-01-01") for year in range(2005, 2026)]
    counts = pd.DataFrame({
        "lane": "cspo", "first": years, "last": [day + pd.Timedelta(days=364) for day in years],
        "number": 12, "hover": "",
    })  # fmt: skip
    sizes = {
        measure: max(counted_timeline(counts, LANES, LIGHT, measure).data[0].marker.size)
        for measure in (WIDE, NARROW)
    }
    assert sizes[WIDE] > 25
    assert sizes[NARROW] <= NARROW.symbol / NARROW.room / 20
