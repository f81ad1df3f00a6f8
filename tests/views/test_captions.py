"""The sentence under each chart says what is plotted: its numbers are those of the figure."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.charts.years import per_year, per_year_in_words
from dashboard.palette import LIGHT
from dashboard.questions.spans import Spans
from dashboard.views.membership_answers import growth_sentence
from dashboard.views.officials_posts import Held, posts_sentence
from loaders import nations
from tests.views.app import opened, says

Traces = list[dict[str, Any]]
DAY = {"as_of": "2025-12-05"}
TWO = {"show": ["cspo", "olympic-defender"], **DAY}


def charts(app: AppTest) -> list[tuple[str, Traces]]:
    """Each chart's alternative text and traces."""
    found = [(c.proto.alt, json.loads(c.proto.spec)["data"]) for c in app.get("plotly_chart")]
    assert found
    return found


def numbers(values: Any) -> list[float]:
    """A trace's numbers, packed or not."""
    if isinstance(values, dict):
        return np.frombuffer(base64.b64decode(values["bdata"]), values["dtype"]).tolist()
    return list(values)


def members(traces: Traces) -> set[str]:
    """The nations that a map colours as members."""
    areas = [t for t in traces if t["type"] == "choropleth" and t["name"].startswith("Member")]
    return {code for trace in areas for code in trace["locations"]}


def clear(traces: Traces) -> set[str]:
    """Those among them that are not faded."""
    areas = [t for t in traces if t["type"] == "choropleth" and t["name"].startswith("Member")]
    return {c for t in areas if t["marker"].get("opacity", 1) == 1 for c in t["locations"]}


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("overview", DAY), ("map", {"show": "cspo", **DAY}), ("map", {**TWO, "tab": "growth"}),
        ("map", {**TWO, "tab": "overlap"}), ("timeline", {}), ("nation", {"of": "FRA"}),
        ("officials", {"official": "stephen-whiting"}), ("coalition", {"of": "cspo"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_the_alternative_text_of_every_chart_stands_on_its_page(
    path: str, query: dict[str, str | list[str]]
) -> None:
    app = opened(path, query)
    for caption, _ in charts(app):
        assert says(app, caption.rstrip(".")), caption


def test_the_map_colours_as_many_members_as_it_says() -> None:
    ((caption, traces),) = charts(opened("map", {"show": "cspo", **DAY}))
    assert caption == "CSpO: 10 members on 5 Dec 2025."
    assert len(members(traces)) == 10


def test_the_map_of_several_fades_all_but_those_it_names() -> None:
    ((caption, traces),) = charts(opened("map", TWO))
    (number,) = re.findall(r": (\d+) nations", caption)
    assert len(clear(traces)) == int(number) == 7
    assert all(nations.name(code) in caption for code in clear(traces))


def test_the_overview_names_the_members_it_draws() -> None:
    ((caption, traces),) = charts(opened("overview", DAY))
    assert caption.startswith("CSpO: 10 members on 5 Dec 2025: ")
    assert {nations.name(code) for code in members(traces)} == set(
        caption.removesuffix(".").split(": ")[2].split(", ")
    )


def test_growth_begins_and_ends_as_it_says() -> None:
    ((caption, traces),) = charts(opened("map", {**TWO, "tab": "growth"}))
    assert caption == (
        "CSpO: 10 certain members on 5 Dec 2025. "
        "Olympic Defender: from 7 certain members on 9 Apr 2025 to 7 on 5 Dec 2025."
    )
    drawn = {trace["name"]: numbers(trace["y"]) for trace in traces}
    assert drawn["CSpO"] == [10]
    assert (drawn["Olympic Defender"][0], drawn["Olympic Defender"][-1]) == (7, 7)


def test_a_single_day_of_growth_is_a_mark_and_lines_differ_by_more_than_colour() -> None:
    ((_, traces),) = charts(opened("map", {**TWO, "tab": "growth"}))
    assert [trace["mode"] for trace in traces] == ["markers", "lines"]
    assert len({trace["line"]["dash"] for trace in traces}) == len(traces)


def test_growth_of_one_who_never_had_a_member_says_so() -> None:
    steps = pd.DataFrame(
        {"coalition": ["a", "a"], "day": pd.to_datetime(["2020-01-01", "2021-01-01"]),
         "certain": [0, 0], "possible": [1, 2]}
    )  # fmt: skip
    assert growth_sentence(steps, {"a": "A"}) == "A: no certain member."


def test_the_overlap_says_its_highest_bar_and_deepest_column() -> None:
    ((caption, traces),) = charts(opened("map", {**TWO, "tab": "overlap"}))
    bars = numbers(next(trace for trace in traces if trace["type"] == "bar")["y"])
    assert caption.startswith(f"The most nations, {max(bars):.0f}, are in just ")
    deepest = max(
        (t for t in traces if t.get("mode") == "markers+lines"), key=lambda t: len(t["y"])
    )
    assert caption.endswith(f"United Kingdom and 1 more are in {len(deepest['y'])} of them.")


def test_the_timeline_counts_its_marks_by_lane() -> None:
    ((caption, traces),) = charts(opened("timeline"))
    assert caption == "4 events, 2025 to 2025, in 2 lanes: CSpO 2, No coalition named 2."
    marks = [
        mark[0]
        for trace in traces
        if trace["type"] == "scatter"
        for mark in trace.get("customdata", [])
    ]
    assert len(marks) == len(set(marks)) == 4


def test_the_band_of_posts_has_a_line_for_each_that_is_named() -> None:
    caption, traces = charts(opened("officials", {"official": "stephen-whiting"}))[0]
    assert caption == (
        "2 posts: Commander, U.S. Space Command (last attested 5 Dec 2025 (inferred)); Commander, "
        "Multinational Force Operation Olympic Defender (last attested 5 Dec 2025 (inferred))."
    )
    lanes = {place for trace in traces for place in numbers(trace["y"]) if place is not None}
    assert lanes == {0, -1}


def test_the_posts_of_two_stand_on_one_axis_and_say_whose_they_are() -> None:
    both = {"official": "stephen-whiting", "with": "robert-brose"}
    caption, _ = charts(opened("officials", both))[0]
    assert caption.startswith("4 posts: Whiting: Commander, U.S. Space Command")
    assert "; Brose: Assistant Secretary of War for Space Policy" in caption


def test_posts_that_no_day_is_known_of_are_said_not_to_be_drawn() -> None:
    rows = pd.DataFrame({
        "key": ["a", "b"], "words": ["Chief, A", "Head, R&D"], "start": ["2024", None],
        "end": [None, None], "last": [None, None],
    })  # fmt: skip
    held = Held(rows, Spans(pd.DataFrame(), pd.DataFrame()))
    assert posts_sentence(held, {"a": "Chief, A"}) == (
        "1 post: Chief, A (since 2024). 1 post without a date, not drawn: Head, R&D."
    )


def test_statements_of_a_single_year_are_told_without_a_chart() -> None:
    app = opened("officials", {"official": "stephen-whiting"})
    assert says(app, "Statements per year. Stephen Whiting: 3 in 2025.")
    assert [caption for caption, _ in charts(app) if caption.startswith("Statements")] == []


def test_statements_per_year_are_as_many_as_the_bars() -> None:
    counts = {"Ann Doe": {2023: 2, 2025: 1}}
    (bars,) = per_year(counts, LIGHT).to_dict()["data"]
    assert per_year_in_words(counts) == "Statements per year. Ann Doe: 2 in 2023, 1 in 2025."
    assert dict(zip(numbers(bars["x"]), numbers(bars["y"]), strict=True)) == {
        2023: 2,
        2024: 0,
        2025: 1,
    }


@pytest.mark.parametrize(
    ("path", "of", "said"),
    [
        ("nation", "FRA", "France: 2 memberships, 2 only attested."),
        ("coalition", "cspo", "CSpO: 10 memberships, 10 only attested."),
    ],
)
def test_spans_are_as_many_lines_as_the_sentence_says(path: str, of: str, said: str) -> None:
    ((caption, traces),) = charts(opened(path, {"of": of}))
    assert caption == said
    thin = next(trace for trace in traces if trace["name"] == "member, only attested")
    assert thin["x"].count(None) == int(re.findall(r"(\d+) only attested", said)[0])
