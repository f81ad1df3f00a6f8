"""Events on the timeline: searched, laid into lanes, counted where they are many."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.atlas import Atlas
from dashboard.filters import Filters
from dashboard.questions.chronicle import (
    NONE,
    OTHER,
    Chronicle,
    Unit,
    chronicle_of,
    counted_by,
    in_lanes,
    number_told,
    told,
    unit_needed,
)
from loaders.build.rows import Row
from tests.questions.by_hand import announcement, coalition, day, tables

COALITIONS = [
    coalition("cspo"), coalition("nato"), coalition("series"),
    coalition("series-24", parent="series"), coalition("series-25", parent="series"),
]  # fmt: skip


def made(*rows: Row, **more: list[Row]) -> Chronicle:
    atlas = Atlas(tables(announcements=list(rows), coalitions=COALITIONS, **more), "v1")
    return chronicle_of(atlas)


def events_told(chronicle: Chronicle, words: str = "", **choice: Any) -> list[str]:
    chosen: dict[str, list[str]] = {
        name: choice.pop(name) for name in ("kind", "lane") if name in choice
    }
    rows, _ = told(chronicle, Filters(**choice), words, chosen)
    assert number_told(chronicle, Filters(**choice), words, chosen) == len(rows)
    return rows["event"].tolist()


@pytest.fixture(scope="module")
def chronicle() -> Chronicle:
    note = {
        "id": "e", "fact": "a.a.games", "fact_table": "announcements", "article": "a",
        "note": "Fourteen partners played.", "rule": "compiled",
    }  # fmt: skip
    return made(
        announcement("talks", "2024-03-01", title="Principals meet", place="Toulouse",
                     coalitions=["cspo"]),
        announcement("games", "2025-02-05", kind="exercise", title="The games begin",
                     coalitions=["series-25", "series-24", "nato"]),
        announcement("policy", "2025-06-01", kind="policy", title="A policy"),
        announcement("undated", kind="policy", title="Some day", coalitions=["cspo"]),
        evidence=[note],
    )  # fmt: skip


def test_events_come_in_the_order_of_time(chronicle: Chronicle) -> None:
    assert events_told(chronicle) == ["talks", "games", "policy", "undated"]


def test_words_are_looked_for_in_titles_places_and_what_claims_rest_on(
    chronicle: Chronicle,
) -> None:
    assert events_told(chronicle, "toulouse PRINCIPALS") == ["talks"]
    assert events_told(chronicle, "fourteen") == ["games"]
    assert events_told(chronicle, "fourteen toulouse") == []


def test_kinds_and_lanes_narrow_and_are_counted(chronicle: Chronicle) -> None:
    assert events_told(chronicle, kind=["policy"]) == ["policy", "undated"]
    assert events_told(chronicle, lane=["series", "nato"]) == ["games"]
    assert events_told(chronicle, lane=[NONE]) == ["policy"]
    _, found = told(chronicle, Filters(), "", {"kind": ["policy"]})
    counts = {name: {c.value: c.rows for c in some} for name, some in found.counts.items()}
    assert counts == {
        "kind": {"meeting": 1, "exercise": 1, "policy": 2}, "lane": {"cspo": 1, NONE: 1},
    }  # fmt: skip


def test_filters_narrow_too_and_say_what_a_bound_hides(chronicle: Chronicle) -> None:
    later = Filters(first=day("2025-01-01"))
    assert events_told(chronicle, first=later.first) == ["games", "policy"]
    assert chronicle.passing(later).undated == 1
    assert events_told(chronicle, coalitions=("series",)) == ["games"]


def test_editions_lie_in_the_lane_of_their_series_once(chronicle: Chronicle) -> None:
    laned = in_lanes(chronicle.passing(Filters()).rows)
    assert laned.lanes == ("cspo", "nato", "series", NONE)
    assert sorted(zip(laned.rows["event"], laned.rows["lane"], strict=True)) == [
        ("games", "nato"), ("games", "series"), ("policy", NONE), ("talks", "cspo"),
    ]  # fmt: skip


def test_lanes_used_least_become_one() -> None:
    chronicle = made(
        announcement("a", "2024", coalitions=["cspo"]),
        announcement("b", "2024", coalitions=["cspo"]),
        announcement("c", "2024", coalitions=["nato", "series"]),
    )
    rows = chronicle.passing(Filters()).rows
    laned = in_lanes(rows, most=1)
    assert (laned.lanes, laned.folded) == (("cspo", OTHER), ("nato", "series"))
    assert sorted(laned.rows["lane"]) == ["cspo", "cspo", OTHER]
    assert in_lanes(rows, most=None).lanes == ("cspo", "nato", "series")
    assert in_lanes(rows, most=1, only=["nato"]).lanes == ("nato",)


def test_a_coalition_that_is_part_of_itself_does_not_loop() -> None:
    atlas = Atlas(
        tables(
            announcements=[announcement("a", "2024", coalitions=["x"])],
            coalitions=[coalition("x", parent="y"), coalition("y", parent="x")],
        ),
        "v1",
    )
    assert in_lanes(chronicle_of(atlas).passing(Filters()).rows).lanes in (("x",), ("y",))


def laid(*months: str, lane: str = "cspo") -> pd.DataFrame:
    days = [pd.Timestamp(f"{month}-15") for month in months]
    return pd.DataFrame(
        {"event": [f"e{n}" for n in range(len(days))], "lane": lane, "kind_label": "Meeting",
         "earliest": days, "latest": days}
    )  # fmt: skip


def test_few_marks_stand_for_themselves_many_are_counted_by_month_then_by_year() -> None:
    rows = laid("2024-01", "2024-01", "2024-02", "2024-03", "2025-03")
    assert unit_needed(rows, most=5) is None
    assert unit_needed(rows, most=4) is Unit.MONTH
    assert unit_needed(rows, most=3) is Unit.YEAR


def test_events_are_counted_in_the_period_of_their_middle() -> None:
    rows = laid("2024-01", "2024-02")
    rows.loc[1, "earliest"] = pd.Timestamp("2023-12-01")
    (one,) = counted_by(rows, Unit.MONTH).to_dict("records")
    assert one == {
        "lane": "cspo", "first": pd.Timestamp("2024-01-01"), "last": pd.Timestamp("2024-01-31"),
        "number": 2, "kinds": {"Meeting": 2},
    }  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.lists(st.dates(day("1990-01-01"), day("2030-12-31")), min_size=1, max_size=30))
def test_counting_loses_no_event(days: list[Any]) -> None:
    rows = laid(*(f"{one:%Y-%m}" for one in days))
    for unit in Unit:
        assert counted_by(rows, unit)["number"].sum() == len(days)


def test_no_announcements_make_an_empty_chronicle() -> None:
    empty = made()
    assert events_told(empty, "words", kind=["policy"]) == []
    laned = in_lanes(empty.passing(Filters()).rows)
    assert (laned.lanes, len(laned.rows)) == ((), 0)
