"""Persons' posts in time: stated days, attested days, vague ones, and ends that nobody states."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.atlas import Atlas
from dashboard.charts.posts import posts_band
from dashboard.palette import LIGHT
from dashboard.questions.posts_held import posts_as_spans
from tests.questions.by_hand import Row, post, tables

TODAY = date(2026, 1, 1)
RANGE, IN_POST, OPEN = "date within this range", "in the post", "no end is stated"


def drawn(*claims: Row, lanes: dict[str, str] | None = None) -> go.Figure:
    found = posts_as_spans(Atlas(tables(posts=list(claims)), "v"), ["whiting"], TODAY)
    keys = list(dict.fromkeys(found.bars["coalition"]))
    hovering = type(found)(
        found.bars.assign(hover="&lt;b&gt;"), found.signs.assign(hover="&lt;b&gt;")
    )
    named = lanes or {key: key.split("\x1f")[1] for key in keys}
    return posts_band(hovering, named, LIGHT, pd.Timestamp(TODAY))


def lines(figure: go.Figure, name: str) -> list[tuple[str, str]]:
    """First and last day of each piece of a kind."""
    return [
        (str(pd.Timestamp(trace.x[at]).date()), str(pd.Timestamp(trace.x[at + 2]).date()))
        for trace in figure.data
        if trace.mode == "lines" and trace.name == name
        for at in range(0, len(trace.x), 4)
    ]


def marks(figure: go.Figure, name: str) -> list[str]:
    found = [t for t in figure.data if t.mode == "markers" and t.name == name]
    return [str(pd.Timestamp(day).date()) for trace in found for day in trace.x]


def trace(figure: go.Figure, name: str) -> Any:
    return next(t for t in figure.data if t.name == name)


def test_stated_days_make_a_solid_line_between_a_beginning_and_an_end() -> None:
    figure = drawn(post(start="2020-08-01", end="2022-11-02"))
    assert lines(figure, IN_POST) == [("2020-08-01", "2022-11-02")]
    assert lines(figure, OPEN) == lines(figure, RANGE) == []
    assert marks(figure, "took up the post") == ["2020-08-01"]
    assert marks(figure, "gave it up") == ["2022-11-02"]


def test_a_vague_beginning_or_end_is_pale_not_solid() -> None:
    figure = drawn(post(start="2021-09", end="2023"))
    assert lines(figure, RANGE) == [("2021-09-01", "2021-09-30"), ("2023-01-01", "2023-12-31")]
    assert lines(figure, IN_POST) == [("2021-09-30", "2023-01-01")]
    assert trace(figure, RANGE).opacity < 0.5 < trace(figure, IN_POST).opacity


def test_where_no_end_is_stated_the_line_is_dotted_from_the_last_known_day_until_today() -> None:
    figure = drawn(post(start="2022-11-02"), post(attested="2025-12-05"))
    assert lines(figure, IN_POST) == [("2022-11-02", "2025-12-05")]
    assert lines(figure, OPEN) == [("2025-12-05", "2026-01-01")]
    assert trace(figure, OPEN).line.dash == "dot"


def test_a_former_post_is_not_drawn_on() -> None:
    assert lines(drawn(post(start="2020-01-01", former=True, attested="2024-05")), OPEN) == []


def test_what_is_only_attested_is_thin_and_has_no_beginning() -> None:
    figure = drawn(post(attested="2025-04-09"), post(attested="2025-12-05"))
    assert marks(figure, "attested on that day") == ["2025-04-09", "2025-12-05"]
    assert marks(figure, "took up the post") == []
    stated = drawn(post(start="2025-04-09"))
    assert trace(figure, IN_POST).line.width < trace(stated, OPEN).line.width


def test_posts_stand_in_the_order_given_from_the_top_each_with_its_label() -> None:
    claims = post(title="First", start="2025-01"), post(title="Second", start="2024-01")
    keys = {
        "whiting\x1ffirst\x1fu.s. space command": "<First>",
        "whiting\x1fsecond\x1fu.s. space command": "Second",
    }
    figure = drawn(*claims, lanes=keys)
    assert [(a.text, a.y) for a in figure.layout.annotations] == [
        ("&lt;First&gt;", 0),
        ("Second", -1),
    ]


def test_hover_shows_exactly_the_text_given() -> None:
    figure = drawn(post(start="2020-01-01"))
    texts = {text for t in figure.data for text in t.hovertext if text is not None}
    assert texts == {"&lt;b&gt;"}


def test_each_kind_of_line_is_named_once_in_the_legend() -> None:
    figure = drawn(
        post(start="2020-01-01", end="2021-01-01"), post(title="Chief", attested="2025-01"),
        post(title="Chief", attested="2025-06"),
    )  # fmt: skip
    shown = [t.name for t in figure.data if t.showlegend is not False]
    assert len(shown) == len(set(shown))
