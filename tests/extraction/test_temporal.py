"""When: dated expressions as EDTF."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.dates.shapes import opening, time_pattern
from loaders.extraction.dates.temporal import find_times

PUBLISHED = "2025-12-05~"  # a Friday


def dates(text: str, published: str | None = PUBLISHED) -> list[str | None]:
    return [time.edtf for time in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("announced Wednesday at the symposium that it will", "2025-12-03"),
        ("Also Tuesday, officials disclosed", "2025-12-02"),
        ("said on Friday", "2025-12-05"),
        ("said today", "2025-12-05~"),
        ("met here this week, where they agreed", "[2025-12-01..2025-12-05]"),
        ("earlier this year", "[2025-01-01..2025-12-05]"),
        ("earlier this month", "[2025-12-01..2025-12-05]"),
        ("last week", "[2025-11-24..2025-11-30]"),
        ("last month", "2025-11"),
        ("last year", "2024"),
        ("last Tuesday", "2025-12-02"),
        ("last spring", "[2025-03..2025-05]"),
        ("three days ago", "2025-12-02"),
        ("two months ago", "2025-10"),
        ("In November it met", "2025-11"),
        ("It met on Nov. 28", "2025-11-28"),
    ],
)
def test_a_relative_date_looks_back_to_the_latest_such_time(text: str, expected: str) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("will meet Wednesday in Paris", "2025-12-10"),
        ("On Monday, leaders will gather", "2025-12-08"),
        ("next Friday", "2025-12-12"),
        ("next month", "2026-01"),
        ("in the coming weeks", "[2025-12-05..]"),
        ("will begin on April 10", "2026-04-10"),
        ("is to open later this year", "[2025-12-05..2025-12-31]"),
        ("will hold talks this week", "[2025-12-05..2025-12-07]"),
        ("will be deployed in June", "2026-06"),
    ],
)
def test_a_clause_that_looks_forward_means_the_next_such_time(text: str, expected: str) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dec. 2-4, 2025", "2025-12-02/2025-12-04"),
        ("from 2 to 4 December 2025", "2025-12-02/2025-12-04"),
        ("July 25-Aug. 3, 2022", "2022-07-25/2022-08-03"),
        ("Dec. 28, 2024 to Jan. 3, 2025", "2024-12-28/2025-01-03"),
        ("Thursday, April 10, 2025", "2025-04-10"),
        ("the 11th of November 2024", "2024-11-11"),
        ("2025-12-01", "2025-12-01"),
        ("December 2019", "2019-12"),
        ("late 2024", "[2024-09..2024-12]"),
        ("early November 2025", "[2025-11-01..2025-11-10]"),
        ("the third quarter of 2026", "[2026-07..2026-09]"),
        ("summer 2024", "[2024-06..2024-08]"),
        ("from 2013 to 2019", "2013/2019"),
        ("in 2013", "2013"),
    ],
)
def test_a_stated_date_needs_no_publication(text: str, expected: str) -> None:
    assert dates(text, None) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "May Smith", "March Air Reserve Base", "it may grow", "in March Air Reserve Base's hangar",
        "April Jones said", "$2025", "2,025 crews", "9 a.m.", "the 1990s",
    ],
)  # fmt: skip
def test_names_and_numbers_are_no_dates(text: str) -> None:
    assert dates(text) == []


def test_without_a_day_of_publication_a_relative_date_stays_open() -> None:
    (time,) = find_times("last Tuesday", None)
    assert time.edtf is None
    assert time.relative


def test_a_day_that_no_calendar_has_stays_open() -> None:
    (time,) = find_times("February 30, 2024", None)
    assert time.edtf is None
    assert not time.relative


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was held on 14 and 15 November", "2025-11-14/2025-11-15"),
        ("They met on Dec. 3 and 4", "2025-12-03/2025-12-04"),
        ("It was held between 3 and 7 March", "2025-03-03/2025-03-07"),
        ("It was held between 3 - 7 March", "2025-03-03/2025-03-07"),
        ("It was held between March 3 and 7", "2025-03-03/2025-03-07"),
        ("It was held between Feb. 28 and March 7", "2025-02-28/2025-03-07"),
        ("It was held between May and July 2014", "2014-05/2014-07"),
        ("It was held between March 3 and Easter", "2025-03-03"),
        ("will run from 3 to 7 March", "2026-03-03/2026-03-07"),
        ("They met on November 3rd and 17th", "2025-11-03"),
    ],
)
def test_days_joined_by_and_are_a_stretch_if_they_follow_each_other(
    text: str, expected: str
) -> None:
    assert dates(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("will meet early next year", "[2026-01..2026-04]"),
        ("It ended late last month", "[2025-11-21..2025-11-30]"),
        ("It opens at the end of the year", "[2025-09..2025-12]"),
        ("at the end of May 2026", "[2026-05-21..2026-05-31]"),
        ("in the third quarter of next year", "[2026-07..2026-09]"),
        ("will open in the third quarter", "[2026-07..2026-09]"),
        ("in the second half of this year", "[2025-07..2025-12]"),
        ("January-March 2026", "2026-01/2026-03"),
        ("in the week of April 21, 2025", "[2025-04-21..2025-04-27]"),
        ("It rained over the weekend", "[2025-11-29..2025-11-30]"),
        ("in the past two months", "[..2025-12-05]"),
        ("in the months ahead", "[2025-12-05..]"),
        ("is to be ready by the end of May", "[2026-05-21..2026-05-31]"),
    ],
)
def test_a_part_of_a_period_is_no_more_exact_than_its_words(text: str, expected: str) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed on the 3rd.", "2025-12-03"),
        ("It was signed on the 14th.", "2025-11-14"),
        ("They will meet on the 14th.", "2025-12-14"),
        ("the day before yesterday", "2025-12-03"),
        ("the day after tomorrow", "2025-12-07"),
        ("2025/04/07", "2025-04-07"),
    ],
)
def test_an_ordinal_is_a_day_of_the_nearest_month(text: str, expected: str) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "on the 14th floor",
        "They start on the 10th.",
        "in 100 days",
        "It took off in two weeks.",
        "Nothing changes overnight.",
        "more than two years ago",
        "half a year ago",
        "in fiscal 2026",
        "fiscal year 2026",
        "the 14th meeting",
        "a day later",
        "the same day",
    ],
)
def test_what_only_looks_like_a_date_gives_none(text: str) -> None:
    assert dates(text) == []


FRAGMENTS = (
    *("Dec. 5, 2025", "5 December", "the 14th", "On the 14th,", "14 and 15 November", "2025-12-05"),
    *("Tuesday", "Monday to Friday", "week of April 21", "between 3 and 5 May", "in May"),
    *("early 2024", "the end of 2024", "mid-March", "end of June", "later in", "this week"),
    *("late last month", "earlier this year", "the previous year", "over the weekend"),
    *("the day before yesterday", "Tonight", "last night", "overnight on", "first half of 2026"),
    *("the third quarter of 2025", "Q3 2025", "in Q4", "in the second quarter", "Summer 2024"),
    *("in the autumn", "next spring", "today", "two years ago", "a week ago", "an"),
    *("three weeks from now", "recently"),
    *("in the coming months", "over the past few years", "in recent weeks", "in the days ahead"),
    *("2014 to 2016", "fiscal 2020", "to", "and", "–", "of", "the", "x", "1", "(", ".", "said"),
)  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=8).map(" ".join))
def test_no_expression_begins_where_the_first_look_sees_none(text: str) -> None:
    every = re.compile(time_pattern().pattern.replace(f"(?={opening()})", "", 1))
    assert every.pattern != time_pattern().pattern
    found, expected = time_pattern().finditer(text), every.finditer(text)
    assert [match.span() for match in found] == [match.span() for match in expected]
