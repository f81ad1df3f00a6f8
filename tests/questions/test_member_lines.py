"""Memberships as lines under a lane of the timeline."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.questions.member_lines import MOST_NATIONS, member_lines
from dashboard.records import records
from loaders.build.rows import Row
from loaders.nations import codes
from tests.questions.by_hand import coalition, member, tables

FIRST, LAST = pd.Timestamp("2010-01-01"), pd.Timestamp("2025-12-31")


def lines(*claims: Row, lanes: tuple[str, ...] = ("x",), **more: Any) -> list[dict[str, Any]]:
    atlas = Atlas(tables(*claims, **more), "v1")
    return records(member_lines(atlas, lanes, FIRST, LAST))


def days(row: dict[str, Any]) -> list[str]:
    names = ("possible_from", "member_from", "member_until", "possible_until")
    return [str(row[name].date()) for name in names]


def test_a_stated_joining_without_an_end_reaches_to_the_last_day() -> None:
    (row,) = lines(member("FRA", start="2020-02-11"))
    assert days(row) == ["2020-02-11", "2020-02-11", "2025-12-31", "2025-12-31"]
    assert (row["sure"], row["open"], row["since_before"]) == (True, True, False)


def test_an_imprecise_joining_leaves_a_part_possible() -> None:
    (row,) = lines(member("DEU", start="2019"))
    assert days(row)[:2] == ["2019-01-01", "2019-12-31"]


def test_one_only_attested_begins_at_its_attestation() -> None:
    (row,) = lines(member("ITA", attested="2023-12-07"))
    assert days(row)[:2] == ["2023-12-07", "2023-12-07"]


def test_lines_are_cut_to_the_days_given() -> None:
    (row,) = lines(member("USA", start="1990-01-01"))
    assert days(row)[0] == "2010-01-01"
    assert row["since_before"]
    assert lines(member("USA", start="1990-01-01", end="2000-01-01")) == []


def test_each_nation_has_its_row_in_the_order_of_joining() -> None:
    rows = lines(
        member("JPN", start="2023-01-01"),
        member("AUS", start="2014-01-01"),
        member("CAN", start="2014-01-01"),
    )
    assert [(row["nation"], row["row"]) for row in rows] == [("AUS", 0), ("CAN", 1), ("JPN", 2)]


def test_editions_of_a_series_share_a_nations_row() -> None:
    rows = lines(
        member("FRA", "s24", start="2024-02-05", end="2024-02-16"),
        member("FRA", "s25", start="2025-02-05", end="2025-02-16"),
        lanes=("s",),
        coalitions=[coalition("s"), coalition("s24", parent="s"), coalition("s25", parent="s")],
    )
    assert [(row["lane"], row["nation"], row["row"]) for row in rows] == [("s", "FRA", 0)] * 2


def test_a_lane_shows_no_more_nations_than_fit() -> None:
    every = sorted(codes())[: MOST_NATIONS + 5]
    rows = lines(*(member(code, start="2020-01-01") for code in every))
    assert len(rows) == MOST_NATIONS


def test_lanes_that_are_no_coalition_have_no_lines() -> None:
    assert lines(member("FRA", start="2020-01-01"), lanes=("other",)) == []
    assert lines(member("FRA", start="2020-01-01"), lanes=()) == []
