"""The overview's numbers: what is held, how fresh, who is most quoted."""

from __future__ import annotations

from datetime import date

from dashboard.atlas import Atlas
from dashboard.filters import Filters
from dashboard.questions.overview import (
    Holdings,
    Speaker,
    events_since,
    holdings,
    members_by_coalition,
    most_quoted,
    newest_events,
)
from tests.questions.by_hand import announcement, article, member, statement, tables

DAY = date(2026, 1, 1)
ATLAS = Atlas(
    tables(
        member("FRA", start="2020-01-01"),
        member("USA", start="2013-01-01", article="b"),
        member("JPN", status="observer", attested="2021-01-01"),
        member("USA", "y", start="2013-01-01", article="b"),
        announcements=[
            announcement("old", "2024-01-01", article="b"),
            announcement("new", "2025-06-01"),
            announcement("coming", "2025-06-02", "2026-09"),
        ],
        statements=[
            statement("One.", date="2025-01-01"), statement("Two.", date="2025-01-02"),
            statement("Three.", "adam", date="2025-01-03"), statement("Four.", None),
        ],
        articles=[article("a", "2025-06-02"), article("b", "2024-01~", publisher="Press")],
    ),
    "v",
)  # fmt: skip
EMPTY = Atlas(tables(), "v")


def test_everything_is_counted_once_and_the_newest_source_named() -> None:
    assert holdings(ATLAS, Filters()) == Holdings(
        articles=2, publishers=2, nations=2, coalitions=2, events=3, statements=4, officials=2,
        newest="2025-06-02",
    )  # fmt: skip


def test_what_is_still_to_come_is_not_among_the_newest() -> None:
    rows = newest_events(ATLAS, Filters(), DAY)
    assert rows["event"].tolist() == ["new", "old"]


def test_events_of_a_period_are_those_the_timeline_shows_for_it() -> None:
    assert events_since(ATLAS, Filters(), date(2025, 1, 1), DAY) == 1
    assert events_since(ATLAS, Filters(), date(2025, 1, 1), None) == 2


def test_members_are_counted_by_coalition() -> None:
    assert members_by_coalition(ATLAS, DAY, None) == {"x": 2, "y": 1}


def test_the_most_quoted_is_a_person_who_is_named() -> None:
    assert most_quoted(ATLAS, Filters()) == Speaker("whiting", 2)


def test_nothing_held_is_said_and_does_not_fail() -> None:
    assert holdings(EMPTY, Filters()) == Holdings(0, 0, 0, 0, 0, 0, 0, None)
    assert newest_events(EMPTY, Filters(), DAY).empty
    assert most_quoted(EMPTY, Filters()) is None
    assert members_by_coalition(EMPTY, DAY, None) == {}
