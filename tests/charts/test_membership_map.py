"""The membership map: who is in the figure, how it looks, and what can be clicked."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.charts import geography
from dashboard.charts.membership_map import membership_map
from dashboard.palette import DARK, LIGHT, LOOKS, Mark

ROWS = pd.DataFrame({
    "nation": ["FRA", "USA", "JPN", "SGP", "RUS"],
    "mark": [
        Mark.MEMBER_STATED, Mark.MEMBER_STATED, Mark.MEMBER_ATTESTED, Mark.INVITED,
        Mark.NO_EVIDENCE,
    ],
    "hover": ["France", "United States", "Japan", "Singapore", "Russia"],
})  # fmt: skip


def traces(kind: str, **options: Any) -> list[Any]:
    figure = membership_map(ROWS, options.pop("surface", LIGHT), **options)
    return [trace for trace in figure.data if trace.type == kind]


def codes(trace: Any) -> list[str]:
    return [code for (code,) in trace.customdata]


def signs(**options: Any) -> list[Any]:
    """The signs on nations; the legend's own are traces without points."""
    return [trace for trace in traces("scattergeo", **options) if trace.customdata is not None]


def test_every_nation_is_drawn_once_as_an_area() -> None:
    drawn = [code for trace in traces("choropleth") for code in trace.locations]
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == set(geography.centres()["nation"])


def test_a_nation_of_which_nothing_is_known_on_the_day_is_silent_but_can_be_clicked() -> None:
    silence = traces("choropleth")[0]
    assert silence.name == LOOKS[Mark.NO_EVIDENCE].label
    assert "RUS" in codes(silence)
    assert "BRA" in codes(silence)
    assert "FRA" not in codes(silence)
    assert "not a no" in silence.text[0]


def test_each_mark_has_its_colour_in_both_themes() -> None:
    for surface in (LIGHT, DARK):
        by_name = {trace.name: trace for trace in traces("choropleth", surface=surface)}
        for mark in (Mark.MEMBER_STATED, Mark.MEMBER_ATTESTED, Mark.INVITED):
            colour = LOOKS[mark].colour(dark=surface.dark)
            assert {shade for _, shade in by_name[LOOKS[mark].label].colorscale} == {colour}


def test_every_nation_with_a_mark_has_a_dot_where_it_lies() -> None:
    dots = [code for trace in signs() for code in codes(trace)]
    assert sorted(dots) == ["FRA", "JPN", "SGP", "USA"]
    (invited,) = (t for t in signs() if t.name == LOOKS[Mark.INVITED].label)
    assert invited.lat[0] == 1 or abs(invited.lat[0] - 1.35) < 0.2
    assert abs(invited.lon[0] - 103.8) < 0.3


def test_dots_of_small_nations_are_larger() -> None:
    sizes = {
        code: size
        for trace in signs()
        for code, size in zip(codes(trace), trace.marker.size, strict=True)
    }
    assert sizes["SGP"] > sizes["USA"]


def test_attested_membership_is_a_hollow_dot() -> None:
    by_name = {trace.name: trace.marker for trace in signs()}
    attested = by_name[LOOKS[Mark.MEMBER_ATTESTED].label]
    assert list(attested.color) == [LIGHT.background]
    assert list(attested.line.color) == [LOOKS[Mark.MEMBER_ATTESTED].light]


def test_where_the_area_has_room_the_sign_stands_out_from_it() -> None:
    page, stated = LIGHT.background, LOOKS[Mark.MEMBER_STATED].light
    attested = LOOKS[Mark.MEMBER_ATTESTED].light
    rows = ROWS.assign(mark=[Mark.MEMBER_STATED] * 2 + [Mark.MEMBER_ATTESTED] * 3)
    rows["nation"] = ["FRA", "USA", "JPN", "SGP", "BRA"]
    figure = membership_map(rows, LIGHT)
    looks = {
        code: (fill, edge)
        for trace in figure.data
        if trace.type == "scattergeo" and trace.customdata is not None
        for code, fill, edge in zip(
            codes(trace), trace.marker.color, trace.marker.line.color, strict=True
        )
    }
    assert looks["FRA"] == (stated, page)  # on the world too small for a sign inside it
    assert looks["USA"] == (page, page)
    assert looks["SGP"] == (page, attested)
    assert looks["BRA"] == (attested, page)


def test_nations_outside_the_filter_are_pale() -> None:
    faded = traces("choropleth", faded=frozenset({"USA", "JPN"}))
    opacity = {code: t.marker.opacity for t in faded[1:] for code in t.locations}
    assert opacity["FRA"] == opacity["SGP"] == 1
    assert opacity["USA"] == opacity["JPN"] < 0.5


def test_a_selected_nation_stays_clear_even_outside_the_filter() -> None:
    shown = traces("choropleth", selected="USA", faded=frozenset({"USA"}))
    opacity = {code: t.marker.opacity for t in shown[1:] for code in t.locations}
    assert opacity["USA"] == 1
    assert max(value for code, value in opacity.items() if code != "USA") < 0.5


def test_the_legend_names_each_mark_once() -> None:
    for options in ({}, {"faded": frozenset({"USA"})}, {"faded": frozenset(ROWS["nation"])}):
        figure = membership_map(ROWS, LIGHT, **options)  # type: ignore[arg-type]
        names = [trace.name for trace in figure.data if trace.showlegend]
        assert len(names) == len(set(names))
        assert set(names) == {
            LOOKS[mark].label
            for mark in (Mark.NO_EVIDENCE, Mark.MEMBER_STATED, Mark.MEMBER_ATTESTED, Mark.INVITED)
        }


def test_hover_shows_exactly_the_text_given() -> None:
    rows = ROWS.assign(hover="&lt;b&gt;&lt;/b&gt;")
    for trace in membership_map(rows, LIGHT).data[1:]:
        if trace.showlegend:
            continue
        assert set(trace.text) == {"&lt;b&gt;&lt;/b&gt;"}
        assert trace.hovertemplate == "%{text}<extra></extra>"


def test_no_outline_comes_from_elsewhere_and_the_whole_world_is_shown() -> None:
    geo = membership_map(ROWS, LIGHT).layout.geo
    assert geo.resolution == 110
    assert geo.fitbounds is False
    assert tuple(geo.lataxis.range) == (-57, 84)


def test_a_map_without_rows_is_still_a_map() -> None:
    figure = membership_map(ROWS.iloc[:0], LIGHT)
    assert [trace.type for trace in figure.data] == ["choropleth"]
