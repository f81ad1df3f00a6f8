"""Rule 5: claims that differ, side by side, and the rule that chose."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from dashboard.questions.disagreements import disagreements
from loaders.preference import Preference
from tests.questions.by_hand import Row, announcement, article, coalition, day, member, post, tables
from tests.questions.test_standing import ARTICLES, claims_of_fra

TIERS = [
    article("official", "2025-12-18"),
    article("press", "2025-12-06", "press"),
    article("copy", "2025-12-05", "copy", copy_group="official"),
]


def told(*claims: Row, **more: Any) -> list[tuple[Any, ...]]:
    frame = disagreements(tables(*claims, **more))
    return list(frame[["field", "value", "displayed", "rule"]].itertuples(index=False, name=None))


def test_dates_that_share_no_day_differ_and_the_nearer_source_is_displayed() -> None:
    claims = [
        announcement(event_date="2025-12-05", article="press"),
        announcement(event_date="2025-12-02/2025-12-04", article="official"),
    ]
    assert told(announcements=claims, articles=TIERS) == [
        ("event_date", "2025-12-02/2025-12-04", True, Preference.TIER),
        ("event_date", "2025-12-05", False, Preference.TIER),
    ]


def test_dates_that_share_a_day_do_not_differ() -> None:
    claims = [member(start="2019"), member(start="2019-12", article="b")]
    assert told(*claims) == []


def test_among_equals_the_more_precise_date_is_displayed() -> None:
    claims = [member(start="2014"), member(start="2015-07", article="b")]
    assert told(*claims) == [
        ("start_date", "2015-07", True, Preference.PRECISION),
        ("start_date", "2014", False, Preference.PRECISION),
    ]


def test_then_the_earlier_published_and_then_the_key() -> None:
    two = [member(start="2026-01-12", article="a"), member(start="2026-01-11", article="b")]
    dated = [article("a", "2026-01-13"), article("b", "2026-01-12")]
    assert told(*two, articles=dated)[0] == ("start_date", "2026-01-11", True, Preference.EARLIER)
    assert told(*two)[0] == ("start_date", "2026-01-12", True, Preference.NAME)


def test_the_rule_is_the_one_that_beat_the_next_claim_that_differs() -> None:
    claims = [
        member(start="2019-12-10", article="official"),
        member(start="2019-12-10", article="copy"),
        member(start="2020-01", article="press"),
    ]
    frame = disagreements(tables(*claims, articles=TIERS))
    assert frame["value"].tolist() == ["2019-12-10", "2020-01", "2019-12-10"]
    assert set(frame["rule"]) == {Preference.TIER}
    assert frame["sources"].tolist() == [1, 1, 1]


def test_different_statuses_do_not_contradict_each_other() -> None:
    claims = [member(start="2019-07-18", status="announced"), member(start="2020-07", article="b")]
    assert told(*claims) == []


def test_coming_back_is_no_disagreement() -> None:
    claims = [member(start="2015", end="2020-06-30"), member(start="2023-03-01", article="b")]
    assert told(*claims) == []


def test_kinds_and_places_differ_but_a_longer_name_of_a_place_does_not() -> None:
    claims = [
        announcement(kind="meeting", place="Toulouse"),
        announcement(kind="statement", place="CNES, Toulouse", article="b"),
    ]
    assert [row[:2] for row in told(announcements=claims)] == [
        ("kind", "meeting"),
        ("kind", "statement"),
    ]
    claims = [announcement(place="Toulouse"), announcement(place="Paris", article="b")]
    assert [row[0] for row in told(announcements=claims)] == ["place", "place"]


def test_a_post_s_start_is_told_with_its_subject() -> None:
    claims = [post("tedman", start="2024-05-16"), post("tedman", start="2024-05-12", article="b")]
    frame = disagreements(tables(posts=claims))
    assert set(frame["subject"]) == {"tedman · Commander · U.S. Space Command"}
    assert frame["official"].tolist() == ["tedman", "tedman"]
    assert frame["nation"].isna().all()


def test_what_was_not_known_yet_does_not_differ() -> None:
    claims = [member(start="2014"), member(start="2015-07", article="b")]
    made = tables(*claims, articles=[article("a", "2014"), article("b", "2022-01-01")])
    assert disagreements(made, day("2021-12-31")).empty
    assert len(disagreements(made, day("2022-01-01"))) == 2


@settings(deadline=None, max_examples=30)
@given(claims_of_fra())
def test_one_claim_of_each_disagreement_is_displayed(claims: list[Row]) -> None:
    frame = disagreements(tables(*claims, articles=ARTICLES, coalitions=[coalition("x")]))
    for _, rows in frame.groupby("disagreement"):
        assert len(rows) > 1
        assert rows["rule"].nunique() == 1
