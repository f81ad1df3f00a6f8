# ruff: noqa: E501 (a case reads best on one line)
"""Rule 3: how a nation stands to a coalition on a day, known by another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.standing import STATES, State, standing, stints_of
from tests.questions.by_hand import article, coalition, day, member, tables


def on(claims: list[dict[str, Any]], when: str, known_by: str | None = None, **more: Any) -> Any:
    """The one row of FRA in x."""
    frame = standing(
        tables(*claims, **more), ["x"], day(when), day(known_by) if known_by else None,
        nations=["FRA"],
    )  # fmt: skip
    assert len(frame) == 1
    return frame.iloc[0]


CASES = [
    # joining stated
    ("not yet before a stated day", [member(start="2020-02-11")], "2020-02-10", "not yet"),
    ("member from a stated day", [member(start="2020-02-11")], "2020-02-11", "member"),
    ("possibly within a month", [member(start="2019-12")], "2019-12-10", "possibly"),
    ("not yet before that month", [member(start="2019-12")], "2019-11-30", "not yet"),
    ("member from its last day", [member(start="2019-12")], "2019-12-31", "member"),
    (
        "on or before: possibly from the coalition's first day",
        [member(start="../2022-09-19", floor="2014-05")],
        "2014-05-01",
        "possibly",
    ),
    (
        "on or before: not yet before it",
        [member(start="../2022-09-19", floor="2014-05")],
        "2014-04-30",
        "not yet",
    ),
    (
        "on or before: possibly on the eve",
        [member(start="../2022-09-19", floor="2014-05")],
        "2022-09-18",
        "possibly",
    ),
    (
        "on or before: member on the day",
        [member(start="../2022-09-19", floor="2014-05")],
        "2022-09-19",
        "member",
    ),
    # attested, joining not stated
    ("attested later", [member(attested="2025-12-05")], "2025-12-04", "attested later"),
    ("attested", [member(attested="2025-12-05")], "2025-12-05", "member"),
    ("still a member after the last attestation", [member(attested="2015-07-01")], "2026-01-01", "member"),
    ("attested some day of a month", [member(attested="2019-12")], "2019-12-10", "possibly"),
    # both
    (
        "attested within the bounds of joining",
        [member(start="2019-12"), member(attested="2019-12-09", article="b")],
        "2019-12-10",
        "member",
    ),
    (
        "attested before a stated joining",
        [member(start="2020-07-01"), member(attested="2019-07-18", article="b")],
        "2019-08-01",
        "member",
    ),
    (
        "two dates that agree narrow each other",
        [member(start="2019"), member(start="2019-12-10", article="b")],
        "2019-12-11",
        "member",
    ),
    (
        "two dates that do not leave it open between them",
        [member(start="2019-07-18"), member(start="2020-07", article="b")],
        "2020-01-01",
        "possibly",
    ),
    (
        "signed, later full member: in from the signature",
        [member(start="2014-05", status="signed"), member(start="2015-07", article="b")],
        "2014-12-01",
        "member",
    ),
    # leaving
    ("member on its last day", [member(start="2015", end="2020-06-30")], "2020-06-30", "member"),
    ("left after it", [member(start="2015", end="2020-06-30")], "2020-07-01", "left"),
    ("possibly within the bounds of leaving", [member(start="2015", end="2020")], "2020-06-30", "possibly"),
    (
        "another article's claim of leaving ends the membership",
        [member(start="2015", status="signed"), member(end="2020-06-30", article="b")],
        "2021-01-01",
        "left",
    ),
    (
        "reported after leaving: the report is no return",
        [member(start="2015", end="2020-06-30", attested="2020-08-01")],
        "2020-09-01",
        "left",
    ),
    (
        "back again",
        [member(start="2015", end="2020-06-30"), member(start="2023-03-01", article="b")],
        "2023-03-01",
        "member",
    ),
    (
        "between the two it had left",
        [member(start="2015", end="2020-06-30"), member(start="2023-03-01", article="b")],
        "2022-01-01",
        "left",
    ),
    (
        "back again leaves the first stint as it was",
        [member(start="2015", end="2020-06-30"), member(start="2023-03-01", article="b")],
        "2016-01-01",
        "member",
    ),
    (
        "ends that differ leave it open between them",
        [member(start="2015", end="2020-06-30"), member(start="2015", end="2020-12-31", article="b")],
        "2020-09-01",
        "possibly",
    ),
    # lesser standings
    ("invited", [member(status="invited", attested="2024-04-09")], "2024-04-09", "invited"),
    ("said to be joining", [member(status="announced", attested="2024-04-09")], "2025-01-01", "invited"),
    ("invited afterwards says nothing", [member(status="invited", attested="2024-04-09")], "2024-04-08", "no evidence"),
    ("observer", [member(status="observer", attested="2016")], "2018-01-01", "other standing"),
    ("letter of intent", [member(status="letter of intent", start="2023-02-15")], "2023-02-15", "other standing"),
    ("observer no more", [member(status="observer", start="2016", end="2017")], "2018-01-01", "no evidence"),
    (
        "invited goes before observer",
        [member(status="invited", start="2016"), member(status="observer", start="2017")],
        "2018-01-01",
        "invited",
    ),
    (
        "not yet goes before invited",
        [member(status="invited", start="2016"), member(start="2020")],
        "2018-01-01",
        "not yet",
    ),
    ("no claim at all", [], "2018-01-01", "no evidence"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("claims", "when", "state"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_state(claims: list[dict[str, Any]], when: str, state: str) -> None:
    assert on(claims, when)["state"] == state


@pytest.mark.parametrize(
    ("when", "state"),
    [("2024-02-04", "not yet"), ("2024-02-16", "member"), ("2024-02-17", "left")],
)
def test_taking_part_ends_with_the_edition(when: str, state: str) -> None:
    edition = coalition("x", "2024-02-05", "2024-02-16", kind="exercise")
    claims = [member(status="participant", start="2024-02-05", article="a")]
    assert on(claims, when, coalitions=[edition])["state"] == state


def test_a_report_after_the_exercise_does_not_prolong_it() -> None:
    edition = coalition("x", "2024-02-05", "2024-02-16", kind="exercise")
    row = on(
        [member(status="participant", attested="2024-03-01")], "2024-03-01", coalitions=[edition]
    )
    assert row["state"] == "left"


def test_an_edition_known_by_its_year_is_over_when_the_year_is() -> None:
    edition = coalition("x", "2012", kind="exercise")
    claims = [member(status="participant", attested="2012-04-26")]
    assert on(claims, "2012-08-01", coalitions=[edition])["state"] == "possibly"
    assert on(claims, "2013-01-01", coalitions=[edition])["state"] == "left"


def test_a_coalition_that_ended_has_no_members_left() -> None:
    ended = coalition("x", "2015", "2022-11-10")
    assert on([member(start="2016")], "2022-11-10", coalitions=[ended])["state"] == "member"
    assert on([member(start="2016")], "2022-11-11", coalitions=[ended])["state"] == "left"


def test_known_by_leaves_out_what_was_published_later() -> None:
    claims = [
        member(start="2019-12", article="later"),
        member(attested="2023-12-07", article="soon"),
    ]
    articles = [article("later", "2025-06"), article("soon", "2023-12-07")]
    assert on(claims, "2021-01-01", "2023-12-06", articles=articles)["state"] == "no evidence"
    assert on(claims, "2021-01-01", "2023-12-07", articles=articles)["state"] == "attested later"
    # "2025-06" may mean its last day: only then is it certainly known.
    assert on(claims, "2021-01-01", "2025-06-29", articles=articles)["state"] == "attested later"
    assert on(claims, "2021-01-01", "2025-06-30", articles=articles)["state"] == "member"


def test_a_claim_without_any_date_counts_from_the_day_its_source_was_public() -> None:
    articles = [article("a", "2024-04-09")]
    assert on([member()], "2024-04-08", articles=articles)["state"] == "attested later"
    assert on([member()], "2024-04-09", articles=articles)["state"] == "member"


def test_the_row_names_dates_sources_and_the_claim_that_decided() -> None:
    claims = [
        member(start="2019-12", article="a"),
        member(attested="2023-12-07", article="b"),
        member(attested="2025-12-05", article="c"),
        member(attested="2025-12-05", article="copy"),
    ]
    articles = [
        article("a", "2019-12-20"), article("b", "2023-12-07"), article("c", "2025-12-05"),
        article("copy", "2025-12-06", tier="copy", copy_group="c"),
    ]  # fmt: skip
    row = on(claims, "2025-12-31", articles=articles)
    assert row["claim"] == "a.m.x.FRA.member.2019-12"
    assert (row["article"], row["evidence"]) == ("a", "a.m.x.FRA.member.2019-12.e1")
    assert row["start"] == "2019-12"
    assert row["start_earliest"] == pd.Timestamp("2019-12-01")
    assert row["start_latest"] == pd.Timestamp("2019-12-31")
    assert row["first_attested"] == pd.Timestamp("2023-12-07")
    assert row["last_attested"] == pd.Timestamp("2025-12-05")
    assert pd.isna(row["next_attested"])
    assert (row["sources"], row["claims"]) == (3, 4)
    assert row["why"] == "Joined in Dec 2019; last attested on 5 Dec 2025."


@pytest.mark.parametrize(
    ("attested", "words"),
    [
        ("2025-12-05~", "on 5 Dec 2025 (inferred)"),
        ("2025-11", "in Nov 2025"),
        ("[2025-11-01..2025-11-30]", "between 1 and 30 Nov 2025"),
    ],
)
def test_the_last_attestation_is_as_precise_as_its_source(attested: str, words: str) -> None:
    row = on([member(start="2019-12"), member(attested=attested)], "2025-12-31")
    assert row["why"] == f"Joined in Dec 2019; last attested {words}."


def test_attestations_count_up_to_the_day_asked_for() -> None:
    claims = [member(attested="2023-12-07"), member(attested="2025-12-05", article="b")]
    row = on(claims, "2024-01-01")
    assert row["last_attested"] == pd.Timestamp("2023-12-07")
    assert row["next_attested"] == pd.Timestamp("2025-12-05")
    assert row["sources"] == 1
    assert row["why"] == "Attested as a member on 7 Dec 2023; when it joined is not stated."


def test_the_original_decides_rather_than_its_copy() -> None:
    claims = [
        member(start="2020-02-11", article="copy"),
        member(start="2020-02-11", article="original"),
    ]
    articles = [
        article("copy", "2020-02-11", tier="copy", copy_group="original"),
        article("original", "2020-02-12"),
    ]
    row = on(claims, "2021-01-01", articles=articles)
    assert (row["article"], row["sources"]) == ("original", 1)


WHY = [
    ([member(start="2019-12")], "2019-12-10", "It joined in Dec 2019: the day lies within that range."),
    (
        [member(start="2019-07-18"), member(start="2020-07", article="b")],
        "2020-01-01",
        "Sources differ on when it joined, from 18 Jul 2019 to 31 Jul 2020.",
    ),
    ([member(start="2020-02-11")], "2020-01-01", "Joined on 11 Feb 2020, after this day."),
    ([member(start="2015", end="2020-06")], "2021-01-01", "Its part ended in Jun 2020."),
    ([member(attested="2025-12-05~")], "2025-01-01", "First attested on 5 Dec 2025 (inferred); when it joined is not stated."),
    ([member(status="associate", attested="2017")], "2018-01-01", "Associate, attested in 2017: not a member."),
    ([], "2018-01-01", "No source shows any standing on this day; that is not a no."),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "when", "why"), WHY)
def test_why_is_one_plain_sentence(claims: list[dict[str, Any]], when: str, why: str) -> None:
    assert on(claims, when)["why"] == why


def test_a_lesser_standing_shows_beside_the_state() -> None:
    claims = [member(start="2019-12"), member(status="associate", attested="2017", article="b")]
    row = on(claims, "2018-06-01")
    assert (row["state"], row["other_status"]) == ("not yet", "associate")


def test_children_have_rows_of_their_own() -> None:
    made = tables(
        member("FRA", "edition", status="participant", start="2024-02-05"),
        member("USA", "series"),
        coalitions=[coalition("series"), coalition("edition", parent="series")],
    )
    assert set(standing(made, ["series"], day("2025-01-01"))["coalition"]) == {"series"}
    frame = standing(made, ["series"], day("2025-01-01"), include_children=True)
    assert list(zip(frame["coalition"], frame["nation"], strict=True)) == [
        ("edition", "FRA"),
        ("series", "USA"),
    ]


# What must hold for any claims.

DAYS = st.dates(date(2014, 1, 1), date(2020, 12, 31))
EDTF = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda d: str(d)[:7]),
    DAYS.map(lambda d: str(d)[:4]),
    DAYS.map(lambda d: f"../{d}"),
    st.tuples(DAYS, DAYS).map(lambda two: f"[{min(two)}..{max(two)}]"),
)


@st.composite
def claims_of_fra(draw: st.DrawFn) -> list[dict[str, Any]]:
    many = draw(st.integers(0, 6))
    return [
        member(
            status=draw(st.sampled_from(["member", "signed", "observer", "invited"])),
            start=draw(st.none() | EDTF),
            end=draw(st.none() | st.none() | EDTF),
            attested=draw(st.none() | EDTF),
            article=draw(st.sampled_from("abc")),
            id=f"claim{number}",
        )
        for number in range(many)
    ]


ARTICLES = [article("a", "2016-01-01"), article("b", "2018"), article("c", "2020-06", tier="press")]


@settings(deadline=None, max_examples=40)
@given(claims_of_fra(), DAYS)
def test_every_pair_has_exactly_one_state(claims: list[dict[str, Any]], when: date) -> None:
    made = tables(*claims, articles=ARTICLES, coalitions=[coalition("x")])
    frame = standing(made, ["x"], when, nations=["FRA", "USA"])
    assert list(frame["nation"]) == ["FRA", "USA"]
    assert frame["state"].isin([str(s) for s in STATES]).all()
    assert (frame["claim"].notna() == (frame["state"] != State.NO_EVIDENCE)).all()
    assert ((frame["sources"] > 0) == (frame["state"] != State.NO_EVIDENCE)).all()


@settings(deadline=None, max_examples=40)
@given(claims_of_fra(), DAYS, DAYS, st.integers(0, 2000))
def test_a_later_known_by_never_loses_evidence(
    claims: list[dict[str, Any]], when: date, known: date, more: int
) -> None:
    made = tables(*claims, articles=ARTICLES, coalitions=[coalition("x")])
    earlier, later = (
        standing(made, ["x"], when, by, nations=["FRA"]).iloc[0]
        for by in (known, known + timedelta(more))
    )
    assert later["claims"] >= earlier["claims"]
    if earlier["state"] != State.NO_EVIDENCE:
        assert later["state"] != State.NO_EVIDENCE


@settings(deadline=None, max_examples=40)
@given(claims_of_fra(), DAYS)
def test_a_copy_changes_neither_state_nor_count(claims: list[dict[str, Any]], when: date) -> None:
    copies = [{**c, "id": f"{c['id']}-copy", "article": f"{c['article']}-copy"} for c in claims]
    reposts = [
        article(f"{a['id']}-copy", str(a["published"]), "copy", copy_group=a["id"])
        for a in ARTICLES
    ]
    x = [coalition("x")]
    one = standing(tables(*claims, articles=ARTICLES, coalitions=x), ["x"], when, nations=["FRA"])
    two = standing(
        tables(*claims, *copies, articles=ARTICLES + reposts, coalitions=x), ["x"], when, nations=["FRA"]
    )  # fmt: skip
    pd.testing.assert_frame_equal(one.drop(columns="claims"), two.drop(columns="claims"))


@settings(deadline=None, max_examples=40)
@given(claims_of_fra(), DAYS)
def test_stints_say_the_same_as_standing(claims: list[dict[str, Any]], when: date) -> None:
    made = tables(*claims, articles=ARTICLES, coalitions=[coalition("x")])
    state = standing(made, ["x"], when, nations=["FRA"])["state"].iloc[0]
    stints, at = stints_of(made, ["x"]), pd.Timestamp(when)
    begun = stints["possible_from"].isna() | (stints["possible_from"] <= at)
    lasting = stints["possible_until"].isna() | (stints["possible_until"] >= at)
    within = stints[begun & lasting]
    assert (state in (State.MEMBER, State.POSSIBLY)) == (len(within) == 1)
    assert len(within) < 2
