"""Announcements grouped by event: every claim stays, the one displayed is chosen by rule 5."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.atlas import Atlas
from dashboard.questions.events import events, lanes
from loaders.build.rows import Row
from tests.questions.by_hand import announcement, article, tables


def grouped(*rows: Row, articles: list[Row] | None = None) -> pd.DataFrame:
    atlas = Atlas(tables(announcements=list(rows), articles=articles or []), "v1")
    return events(atlas.tables, atlas.with_article("announcements"))


def only(*rows: Row, articles: list[Row] | None = None) -> dict[str, Any]:
    (row,) = grouped(*rows, articles=articles).to_dict("records")
    return row  # type: ignore[return-value]


OFFICIAL = article("o", "2025-04-20", tier="official")
PRESS = article("p", "2025-04-09", tier="press")
COPY = article("c", "2025-04-10", tier="copy", copy_group="p")


def test_one_row_an_event_whatever_the_number_of_claims() -> None:
    row = only(
        announcement("rpo", "2025-04-08", article="p", nations=["USA", "FRA"], title="Press"),
        announcement("rpo", "2025-04-20", article="o", nations=["FRA", "DEU"], title="Official"),
        announcement("rpo", "2025-04-10", article="c", title="Copy"),
        articles=[OFFICIAL, PRESS, COPY],
    )
    assert row["title"] == "Official"
    assert row["nations"] == ("FRA", "DEU", "USA")
    assert row["claims"] == 3
    assert row["claim"] == "o.a.rpo"


def test_a_copy_is_not_a_second_source() -> None:
    row = only(
        announcement("rpo", article="p"), announcement("rpo", article="c"),
        articles=[PRESS, COPY],
    )  # fmt: skip
    assert (row["claims"], row["sources"]) == (2, 1)


def test_what_the_preferred_claim_leaves_out_comes_from_the_next() -> None:
    row = only(
        announcement("rpo", article="o", place=None),
        announcement("rpo", "2025-04-08", article="p", place="Colorado Springs"),
        articles=[OFFICIAL, PRESS],
    )
    assert row["place"] == "Colorado Springs"
    assert row["date"] == "2025-04-08"


def test_of_sources_equally_near_the_more_precise_is_displayed() -> None:
    row = only(
        announcement("rpo", event_date="2025-04", article="o"),
        announcement("rpo", event_date="2025-04-08", article="q"),
        articles=[OFFICIAL, article("q", "2025-05-01", tier="official")],
    )
    assert row["event_date"] == "2025-04-08"


def test_of_claims_equally_precise_the_one_public_earlier_is_displayed() -> None:
    row = only(
        announcement("rpo", "2025-04-08", article="o", title="later"),
        announcement("rpo", "2025-04-08", article="q", title="earlier"),
        articles=[OFFICIAL, article("q", "2025-04-08", tier="official")],
    )
    assert row["title"] == "earlier"


@pytest.mark.parametrize(
    ("event_date", "earliest", "latest", "precise", "duration"),
    [
        ("2025-04-09", "2025-04-09", "2025-04-09", True, False),
        ("2025-04", "2025-04-01", "2025-04-30", False, False),
        ("2025-12-05~", "2025-12-05", "2025-12-05", True, False),
        ("2025-12-02/2025-12-04", "2025-12-02", "2025-12-04", False, True),
        ("[2025-04-09..2025-07]", "2025-04-09", "2025-07-31", False, False),
        # Open to the past: drawn where it is known to end, but never as that very day.
        ("../2022-09-19", "2022-09-19", "2022-09-19", False, False),
        ("2026-02/..", "2026-02-01", "2026-02-01", False, False),
    ],
)
def test_an_event_is_placed_as_precisely_as_it_is_known(
    event_date: str, earliest: str, latest: str, precise: bool, duration: bool
) -> None:
    row = only(announcement("e", "2024-01-01", event_date))
    assert (row["earliest"], row["latest"]) == (pd.Timestamp(earliest), pd.Timestamp(latest))
    assert (row["precise"], row["duration"], row["by"]) == (precise, duration, "happened")


def test_an_event_of_unknown_day_is_placed_by_its_announcement() -> None:
    # The operation was disclosed on 8 April 2025; when it was flown is not stated.
    row = only(announcement("rpo", "2025-04-08"))
    assert row["earliest"] == pd.Timestamp("2025-04-08")
    assert row["by"] == "announced"


def test_events_come_in_order_of_time_undated_ones_last() -> None:
    rows = grouped(
        announcement("undated"), announcement("late", "2026-01-01"), announcement("early", "2019"),
    )  # fmt: skip
    assert rows["event"].tolist() == ["early", "late", "undated"]
    assert pd.isna(rows["earliest"].iloc[2])


def test_no_claims_give_no_events_with_the_same_columns() -> None:
    empty = grouped()
    assert empty.empty
    assert set(grouped(announcement("one", "2025"))) <= set(empty)
    assert lanes(empty).empty


def test_an_event_lies_in_the_lane_of_each_of_its_coalitions() -> None:
    rows = lanes(
        grouped(
            announcement("both", "2025", coalitions=["cspo", "ood"]),
            announcement("none", "2025"),
            announcement("undated", coalitions=["cspo"]),
        )
    )
    assert sorted(zip(rows["event"], rows["lane"], strict=True)) == [
        ("both", "cspo"), ("both", "ood"), ("none", ""),
    ]  # fmt: skip
