"""The spans figure: thick where stated, thin where attested, pale where imprecise."""

from __future__ import annotations

from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.spans import spans_chart
from dashboard.palette import DARK, LIGHT
from dashboard.questions.spans import Spans, spans
from tests.questions.by_hand import Row, coalition, member, tables

DAY = date(2026, 1, 1)
LANES = {"FRA": "France", "USA": "United States", "JPN": "Japan"}


def drawn(*claims: Row, surface: Any = LIGHT) -> go.Figure:
    found = spans(tables(*claims, coalitions=[coalition("x", "2013")]), DAY)
    named = Spans(found.bars.assign(hover="bar"), found.signs.assign(hover="sign"))
    return spans_chart(named, LANES, surface, DAY, by="nation")


def traces(figure: go.Figure) -> dict[str, Any]:
    return {trace.name: trace for trace in figure.data}


CLAIMS = (
    member(start="2020-02-11"),
    member("USA", start="2019"),
    member("JPN", attested="2023-12-07"),
    member("JPN", status="invited", start="2022-01-01"),
)


def test_stated_is_thick_and_attested_thin() -> None:
    found = traces(drawn(*CLAIMS))
    thick = found["member, joining stated"]
    thin = found["member, only attested"]
    assert thick.line.width > thin.line.width
    assert [y for y in thick.y if y is not None] == [0, 0, 0, -1, -1, -1]
    assert {y for y in thin.y if y is not None} == {-2}


def test_an_imprecise_start_is_pale_over_its_range_only() -> None:
    pale = traces(drawn(*CLAIMS))["date within this range"]
    days = [str(x)[:10] for x in pale.x if x is not None]
    assert (days[0], days[-1]) == ("2019-01-01", "2019-12-31")
    assert pale.opacity < 0.5


def test_each_sort_of_sign_has_its_own_symbol_and_name() -> None:
    found = traces(drawn(*CLAIMS))
    symbols = {name: found[name].marker.symbol for name in ("joined", "invited")}
    assert len(set(symbols.values())) == 2
    assert found["attested on that day"].marker.line.width == 2


def test_lanes_stand_in_the_order_given() -> None:
    axis = drawn(*CLAIMS).layout.yaxis
    assert list(axis.ticktext) == ["France", "United States", "Japan"]
    assert list(axis.tickvals) == [0, -1, -2]


def test_nothing_to_draw_draws_nothing_and_does_not_fail() -> None:
    assert list(drawn().data) == []


def test_the_dark_page_has_its_own_colours() -> None:
    light, dark = (traces(drawn(*CLAIMS, surface=s)) for s in (LIGHT, DARK))
    name = "member, joining stated"
    assert light[name].line.color != dark[name].line.color
