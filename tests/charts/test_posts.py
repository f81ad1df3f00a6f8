"""A person's posts in time: stated days, attested days, and ends that nobody states."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.posts import posts_band
from dashboard.palette import LIGHT

TODAY = pd.Timestamp("2026-01-01")


def row(label: str = "Commander", **more: Any) -> dict[str, Any]:
    filled = {"start": pd.NaT, "end": pd.NaT, "attested": [], "open_end": True, **more}
    return {"label": label, "hover": label, **filled}


def drawn(*rows: dict[str, Any]) -> go.Figure:
    return posts_band(pd.DataFrame(list(rows)), LIGHT, TODAY)


def lines(figure: go.Figure, dash: str) -> list[tuple[pd.Timestamp, pd.Timestamp]]:
    found = [t for t in figure.data if t.mode == "lines" and t.line.dash == dash]
    return [(pd.Timestamp(t.x[0]), pd.Timestamp(t.x[1])) for t in found]


def marks(figure: go.Figure, symbol: str) -> list[pd.Timestamp]:
    found = [t for t in figure.data if t.mode == "markers" and t.marker.symbol == symbol]
    return [pd.Timestamp(day) for trace in found for day in trace.x]


def day(text: str) -> pd.Timestamp:
    return pd.Timestamp(text)


def test_stated_days_make_a_solid_line_between_two_ticks() -> None:
    figure = drawn(row(start=day("2020-08-01"), end=day("2022-11-02"), open_end=False))
    assert lines(figure, "solid") == [(day("2020-08-01"), day("2022-11-02"))]
    assert lines(figure, "dot") == []
    assert marks(figure, "line-ns") == [day("2020-08-01"), day("2022-11-02")]


def test_where_no_end_is_stated_the_line_is_dotted_until_today() -> None:
    figure = drawn(row(start=day("2022-11-02")))
    assert lines(figure, "dot") == [(day("2022-11-02"), TODAY)]


def test_a_former_post_is_not_drawn_on() -> None:
    assert lines(drawn(row(start=day("2020-01-01"), open_end=False)), "dot") == []


def test_an_attested_day_is_a_ring_and_no_stated_start() -> None:
    figure = drawn(row(attested=[day("2025-04-09"), day("2025-12-05")]))
    assert marks(figure, "circle") == [day("2025-04-09"), day("2025-12-05")]
    assert marks(figure, "line-ns") == []
    assert lines(figure, "solid") == [(day("2025-04-09"), day("2025-12-05"))]


def test_a_post_of_no_known_day_has_its_row_but_no_mark() -> None:
    figure = drawn(row("Undated"), row("Dated", start=day("2025-01-01")))
    assert set(figure.layout.yaxis.categoryarray) == {"Undated", "Dated"}
    assert all("Undated" not in trace.y for trace in figure.data)


def test_posts_stand_in_the_order_given_from_the_top() -> None:
    figure = drawn(row("first", start=TODAY), row("second", start=TODAY))
    assert list(figure.layout.yaxis.categoryarray) == ["second", "first"]


def test_hover_shows_exactly_the_text_given() -> None:
    figure = drawn(row(start=day("2020-01-01"), hover="&lt;b&gt;"))
    assert {trace.hovertext for trace in figure.data} == {"&lt;b&gt;"}
