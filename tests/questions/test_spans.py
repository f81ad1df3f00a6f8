"""Memberships as spans: what is certain, what only may be, and what shows it."""

from __future__ import annotations

from datetime import date

import pandas as pd

from dashboard.palette import Mark
from dashboard.questions.spans import Spans, first_lanes, spans, spans_sentence
from tests.questions.by_hand import Row, coalition, member, tables

TODAY = date(2026, 1, 1)


def of(*claims: Row, coalitions: list[Row] | None = None) -> Spans:
    return spans(tables(*claims, coalitions=coalitions), TODAY)


def only_bar(found: Spans) -> dict[str, object]:
    (row,) = found.bars.to_dict("records")
    return {
        str(name): str(item.date()) if isinstance(item, pd.Timestamp) else item
        for name, item in row.items()
    }


def signs(found: Spans) -> list[tuple[str, str]]:
    return [
        (str(m), str(d.date()))
        for m, d in zip(found.signs["mark"], found.signs["day"], strict=True)
    ]


def test_a_stated_joining_is_a_bar_to_today_with_a_dot() -> None:
    found = of(member(start="2020-02-11"))
    bar = only_bar(found)
    assert (bar["possible_from"], bar["member_from"]) == ("2020-02-11", "2020-02-11")
    assert (bar["possible_until"], bar["stated"], bar["open_end"]) == ("2026-01-01", True, True)
    assert signs(found) == [(Mark.MEMBER_STATED, "2020-02-11")]


def test_what_is_only_attested_begins_with_its_first_ring_and_is_not_stated() -> None:
    found = of(member(attested="2025-12-05", article="b"), member(attested="2025-04-09"))
    bar = only_bar(found)
    assert (bar["member_from"], bar["stated"]) == ("2025-04-09", False)
    assert signs(found) == [
        (Mark.MEMBER_ATTESTED, "2025-04-09"),
        (Mark.MEMBER_ATTESTED, "2025-12-05"),
    ]


def test_an_open_past_begins_with_the_coalition() -> None:
    found = of(member(start="../2022-09-19"), coalitions=[coalition("x", "2013-05-01")])
    bar = only_bar(found)
    assert (bar["possible_from"], bar["member_from"]) == ("2013-05-01", "2022-09-19")
    assert bar["stated"]


def test_one_that_may_have_left_before_it_joined_is_never_certain() -> None:
    bar = only_bar(of(member(start="2020/2022", end="2021")))
    assert bar["possible_from"] == "2020-01-01"
    assert bar["member_from"] == bar["member_until"] == bar["possible_until"]


def test_an_imprecise_date_leaves_a_range() -> None:
    bar = only_bar(of(member(start="2019-12")))
    assert (bar["possible_from"], bar["member_from"]) == ("2019-12-01", "2019-12-31")


def test_leaving_ends_the_bar_and_has_its_sign_but_an_exercise_just_ends() -> None:
    claim = member(start="2020-01-01", end="2020-01-10")
    assert (Mark.LEFT, "2020-01-10") in signs(of(claim))
    found = of(claim, coalitions=[coalition("x", kind="exercise")])
    assert signs(found) == [(Mark.MEMBER_STATED, "2020-01-01")]
    assert only_bar(found)["possible_until"] == "2020-01-10"


def test_an_invitation_is_a_sign_without_a_bar() -> None:
    found = of(member(status="invited", start="2024-01-01"), member("USA", start="2020-01-01"))
    assert found.bars["nation"].tolist() == ["USA"]
    assert (Mark.INVITED, "2024-01-01") in signs(found)


def test_what_was_not_known_yet_is_not_drawn() -> None:
    rows = tables(member(start="2020-01-01", article="late"))
    found = spans(rows, TODAY, known_by=date(2020, 6, 1))
    assert found.bars.empty
    assert found.signs.empty


def test_the_sentence_counts_what_is_drawn() -> None:
    found = of(
        member(start="2020-01-01"), member("USA", attested="2021-01-01"),
        member("JPN", status="observer", attested="2021-01-01"),
    )  # fmt: skip
    assert spans_sentence(found, "X") == (
        "X: 2 memberships, 1 with a stated joining, 1 only attested, 1 otherwise associated."
    )
    assert spans_sentence(of(), "X") == "X: 0 memberships."


def test_as_many_lanes_are_drawn_as_hold_so_many_bars_and_signs_but_one_at_the_least() -> None:
    found = of(member("FRA", start="2020-01-01"), member("USA", start="2020-01-01"))
    lanes = {"USA": "United States", "FRA": "France"}  # a bar and a sign each
    assert first_lanes(found, lanes, "nation", 4) == lanes
    assert first_lanes(found, lanes, "nation", 3) == {"USA": "United States"}
    assert first_lanes(found, lanes, "nation", 1) == {"USA": "United States"}
    assert first_lanes(found, {}, "nation", 1) == {}
