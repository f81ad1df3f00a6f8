"""EDTF dates: strict bounds, and words never more precise than what is known."""

from __future__ import annotations

from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import dates
from loaders.dates import Bounds

DAY = date(2025, 4, 9)

_years = st.integers(1000, 2999).map(str)
_days = st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(date.isoformat)
_points = st.one_of(_years, _days, _days.map(lambda day: day[:7]))
_qualified = st.tuples(_points, st.sampled_from(["", "~", "?", "%"])).map("".join)


def _earliest_first(pair: tuple[str, str]) -> tuple[str, str]:
    one, other = pair
    if dates.after(one, other):
        return other, one
    return one, other


_pairs = st.tuples(_qualified, _qualified).map(_earliest_first)
_months = _days.map(lambda day: day[:7])
_plain_pairs = st.one_of(
    st.tuples(points, points).map(_earliest_first) for points in (_years, _months, _days)
)
_simple = st.one_of(
    _qualified,
    _pairs.map("/".join),
    _qualified.map("../{}".format),
    _qualified.map("{}/..".format),
    # Within brackets the package takes no qualifiers and no ends of different precision.
    _plain_pairs.map(lambda pair: f"[{pair[0]}..{pair[1]}]"),
    _points.map("[..{}]".format),
    _points.map("[{}..]".format),
)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-04-09", DAY, DAY),
        ("2025-04-09~", DAY, DAY),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("../2022-09-19", None, date(2022, 9, 19)),
        ("2022-09-19/..", date(2022, 9, 19), None),
        ("[2024-09..2024-12]", date(2024, 9, 1), date(2024, 12, 31)),
        ("[..2024-02]", None, date(2024, 2, 29)),
        ("2025-12-02/2025-12-04", date(2025, 12, 2), date(2025, 12, 4)),
        ("2001-21", date(2001, 3, 1), date(2001, 5, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
    ],
)
def test_bounds_are_the_first_and_last_day_a_date_can_mean(
    text: str, earliest: date | None, latest: date | None
) -> None:
    assert dates.bounds(text) == Bounds(earliest, latest)


@given(_simple)
def test_simple_forms_have_the_bounds_the_edtf_package_gives_them(text: str) -> None:
    parsed = edtf.parse_edtf(text)
    expected = [
        None if isinstance(moment, float) else date(*moment[:3])
        for moment in (parsed.lower_strict(), parsed.upper_strict())
    ]
    assert [dates.bounds(text).earliest, dates.bounds(text).latest] == expected


def test_one_end_of_a_set_can_be_inferred() -> None:
    assert dates.bounds("[2024-09..2024-12~]") == dates.bounds("[2024-09..2024-12]")
    assert dates.in_words("[2024-09..2024-12~]") == "between Sep and Dec 2024 (inferred)"


@given(_points)
def test_an_inferred_date_has_the_same_bounds_and_says_so(text: str) -> None:
    assert dates.bounds(f"{text}~") == dates.bounds(text)
    assert dates.in_words(f"{text}~") == f"{dates.in_words(text)} (inferred)"


@pytest.mark.parametrize(
    "text",
    [
        "", "9 April 2025", "2025-4-9", "20250409", "2025-13", "04/09/2025", "today", "null", "NO",
        "0000", "../..", "[..]", "/", "2025-04-09..", "2025\n", "٢٠٢٥",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match=r"^date .*: (write 2025-04-09|leave the field out)"):
        dates.bounds(text)


def test_a_day_that_the_calendar_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="date '2025-02-30': the calendar has no such day"):
        dates.bounds("2025-02-30")


def test_an_interval_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="its first day is after its last"):
        dates.bounds("2025-12-04/2025-12-02")


@pytest.mark.parametrize("text", ["Y9E999999999", "Y17E10", "Y" + "9" * 5000, "[" * 500])
def test_years_without_end_are_refused_at_once(text: str) -> None:
    with pytest.raises(ValueError, match="is not EDTF"):
        dates.bounds(text)


@given(st.text("0123456789-/.~?%[]{},X TYESZ:", max_size=30))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        span = dates.bounds(text)
    except ValueError:
        return
    assert span.earliest or span.latest
    assert dates.in_words(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-04-11", "11 Apr 2025"),
        ("2019-12", "Dec 2019"),
        ("2013", "2013"),
        ("2025-12-05~", "5 Dec 2025 (inferred)"),
        ("2025-04?", "Apr 2025 (uncertain)"),
        ("../2022-09-19", "on or before 19 Sep 2022"),
        ("../2022-09-19~", "on or before 19 Sep 2022 (inferred)"),
        ("2021/..", "since 2021"),
        ("[2024-09..2024-12]", "between Sep and Dec 2024"),
        ("[2024-09..2025-02]", "between Sep 2024 and Feb 2025"),
        ("2025-12-02/2025-12-04", "2 to 4 Dec 2025"),
        ("2025-11-30/2025-12-04", "30 Nov to 4 Dec 2025"),
        ("2025-12-30/2026-01-02", "30 Dec 2025 to 2 Jan 2026"),
        ("../9999-12-31", "a day not told"),
        ("2001-21", "between 1 Mar and 31 May 2001"),
    ],
)
def test_dates_in_words(text: str, words: str) -> None:
    assert dates.in_words(text) == words


@given(_simple)
def test_words_are_never_more_precise_than_what_is_known(text: str) -> None:
    words = dates.in_words(text).split(" (")[0]
    span = dates.bounds(text)
    said = words.removeprefix("on or before ").removeprefix("on or after ").removeprefix("since ")
    if said == words and " to " not in words and "between" not in words:
        named = len(words.split())  # year; month year; day month year
        assert span.earliest is not None
        assert span.latest is not None
        assert (span.latest - span.earliest).days >= {1: 364, 2: 27, 3: 0}[named]
        assert str(span.latest.year) in words
    if span.earliest is None:
        assert words.startswith("on or before ")
    if span.latest is None:
        assert words.startswith(("on or after ", "since "))
    assert ("inferred" in dates.in_words(text)) == ("~" in text or "%" in text)


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("2025-12-02/2025-12-04", True),
        ("2025-12", False),
        ("../2022-09-19", False),
        ("/2022", False),
        ("[2024-09..2024-12]", False),
    ],
)
def test_a_duration_has_two_stated_ends(text: str, duration: bool) -> None:
    assert dates.is_duration(text) is duration


def test_one_date_is_after_another_only_where_no_day_of_both_agrees() -> None:
    assert dates.after("2025-04-10", "2025-04-09")
    assert not dates.after("2025-04", "2025-04-09")
    assert not dates.after("2025-04-09", "2025")
    assert not dates.after("../2030", "2025")
    assert not dates.after(None, "2025")


def test_ranges_are_inclusive_and_open_sides_reach_everything() -> None:
    span = dates.bounds("2025-12-02/2025-12-04")
    assert span.overlaps(date(2025, 12, 4), None)
    assert span.overlaps(None, date(2025, 12, 2))
    assert not span.overlaps(date(2025, 12, 4) + timedelta(1), None)
    assert not span.overlaps(None, date(2025, 12, 2) - timedelta(1))
    assert dates.bounds("../2022").overlaps(None, date(1900, 1, 1))
