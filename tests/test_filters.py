"""What the filters mean: one definition, for every page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.atlas import Atlas
from dashboard.filters import (
    Filters,
    Loosening,
    NationRole,
    in_english,
    keep_announcements,
    keep_memberships,
    keep_statements,
    loosenings,
    with_children,
)
from dashboard.questions.speeches import speeches
from loaders.build.rows import Row
from tests.questions.by_hand import (
    announcement,
    article,
    coalition,
    day,
    fact,
    member,
    post,
    statement,
    tables,
)


def atlas(*claims: Row, **more: list[Row]) -> Atlas:
    return Atlas(tables(*claims, **more), "v1")  # type: ignore[arg-type]


def events_kept(rows: list[Row] | Atlas, **choice: Any) -> list[str]:
    made = rows if isinstance(rows, Atlas) else atlas(announcements=rows)
    kept = keep_announcements(made, Filters(**choice))
    return sorted(kept.frame["event"].astype("str"))


def nations_kept(claims: list[Row], **choice: Any) -> list[str]:
    return sorted(keep_memberships(atlas(*claims), Filters(**choice)).frame["nation"].astype("str"))


# Nation

GODFREY = [
    statement("by a Briton in an American post", "godfrey", date="2025-04-09"),
    statement("mentions France", None, nations=["FRA"], speaker_kind="group"),
    statement("has no nation at all", None, speaker_kind="group"),
]
PERSON = {
    **fact("a.n.godfrey", "a"), "official": "godfrey", "nationality": "GBR",
    "nationality_from": "stated",
}  # fmt: skip
POST = post("godfrey", "Assistant Chief", attested="2025-04-09", organisation_nation="USA")


def said(**choice: Any) -> list[str]:
    made = atlas(statements=GODFREY, persons=[PERSON], posts=[POST])
    return sorted(keep_statements(made, speeches(made.tables), Filters(**choice)).frame["text"])


@pytest.mark.parametrize("nation", ["GBR", "USA"])
def test_a_statement_concerns_the_speakers_nation_and_the_posts(nation: str) -> None:
    assert said(nations=(nation,)) == ["by a Briton in an American post"]


def test_a_statement_concerns_a_nation_it_mentions() -> None:
    assert said(nations=("FRA",)) == ["mentions France"]


def test_any_of_several_nations_is_enough() -> None:
    assert len(said(nations=("FRA", "GBR"))) == 2


@pytest.mark.parametrize(
    ("nation", "role", "found"),
    [
        ("GBR", NationRole.NATIONALITY, 1),
        ("GBR", NationRole.POST, 0),
        ("GBR", NationRole.MENTIONED, 0),
        ("USA", NationRole.NATIONALITY, 0),
        ("USA", NationRole.POST, 1),
        ("FRA", NationRole.MENTIONED, 1),
    ],
)
def test_a_chosen_role_is_the_only_one_that_counts(
    nation: str, role: NationRole, found: int
) -> None:
    assert len(said(nations=(nation,), roles=(role,))) == found


def test_roles_without_a_nation_narrow_nothing() -> None:
    assert len(said(roles=(NationRole.POST,))) == 3
    assert Filters(roles=(NationRole.POST,)).active == []


def test_an_announcement_is_kept_by_any_nation_it_names() -> None:
    rows = [
        announcement("rpo", nations=["USA", "FRA"]),
        announcement("accession", nations=["NZL"]),
        announcement("silent"),
    ]
    assert events_kept(rows, nations=("FRA", "JPN")) == ["rpo"]
    assert events_kept(rows) == ["accession", "rpo", "silent"]


# From and to

EVENTS = [
    announcement("day", event_date="2025-04-09"),
    announcement("month", event_date="2025-04"),
    announcement("within", event_date="[2025-04-09..2025-07]"),
    announcement("before", event_date="../2025-04-09"),
    announcement("announced", date="2025-04-08"),
    announcement("undated"),
]


DATED = atlas(announcements=EVENTS)


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [
        (None, None, ["announced", "before", "day", "month", "undated", "within"]),
        ("2025-04-09", None, ["before", "day", "month", "within"]),
        ("2025-04-10", None, ["month", "within"]),
        ("2025-05-01", None, ["within"]),
        ("2025-08-01", None, []),
        (None, "2025-04-09", ["announced", "before", "day", "month", "within"]),
        (None, "2025-04-08", ["announced", "before", "month"]),
        (None, "2025-03-31", ["before"]),
        ("2025-04-08", "2025-04-08", ["announced", "before", "month"]),
        ("2025-04-09", "2025-04-09", ["before", "day", "month", "within"]),
    ],
)
def test_from_and_to_are_inclusive_and_keep_what_their_bounds_overlap(
    first: str | None, last: str | None, kept: list[str]
) -> None:
    bounds = {"first": first and day(first), "last": last and day(last)}
    assert events_kept(DATED, **bounds) == kept


def test_an_event_goes_by_the_day_it_happened_where_that_is_known() -> None:
    rows = [announcement("drill", date="2025-12-05", event_date="2025-11-01")]
    assert events_kept(rows, first=day("2025-12-01")) == []
    assert events_kept(rows, last=day("2025-11-01")) == ["drill"]


def test_undated_facts_are_hidden_only_while_a_bound_is_set_and_counted() -> None:
    free = keep_announcements(DATED, Filters())
    assert (len(free.frame), free.undated) == (6, 0)
    bound = keep_announcements(DATED, Filters(first=day("1990-01-01")))
    assert (len(bound.frame), bound.undated) == (5, 1)


def test_only_undated_facts_that_pass_the_other_filters_are_counted() -> None:
    rows = [announcement("one", nations=["FRA"]), announcement("two", nations=["USA"])]
    kept = keep_announcements(
        atlas(announcements=rows), Filters(nations=("FRA",), first=day("2025-01-01"))
    )
    assert kept.undated == 1


MEMBERS = [
    member("FRA", start="2020-02-11"),
    member("DEU", start="../2022-09-19"),
    member("JPN", attested="2025-12-05"),
    member("GBR", start="2014", end="2016"),
    member("ITA"),
]


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [
        (None, None, ["DEU", "FRA", "GBR", "ITA", "JPN"]),
        ("2017-01-01", None, ["DEU", "FRA", "JPN"]),
        (None, "2019-12-31", ["DEU", "GBR"]),
        (None, "2020-02-11", ["DEU", "FRA", "GBR"]),
        (None, "2010-01-01", ["DEU"]),
    ],
)
def test_a_membership_lasts_from_its_first_day_until_it_is_ended(
    first: str | None, last: str | None, kept: list[str]
) -> None:
    bounds = {"first": first and day(first), "last": last and day(last)}
    assert nations_kept(MEMBERS, **bounds) == kept


def test_a_joining_open_to_the_past_is_dated_whatever_was_attested_later() -> None:
    claims = [member("DEU", start="../2022-09-19", attested="2025-12-05")]
    kept = keep_memberships(atlas(*claims), Filters(last=day("2023-01-01")))
    assert (len(kept.frame), kept.undated) == (1, 0)


def test_a_statement_is_dated_by_the_stated_day_else_on_or_before_publication() -> None:
    made = atlas(
        statements=[
            statement("stated", date="2025-04-09"),
            statement("bounded", date="../2025-04-09~"),
        ]
    )
    rows = speeches(made.tables)
    after = keep_statements(made, rows, Filters(first=day("2025-04-10")))
    before = keep_statements(made, rows, Filters(last=day("2025-04-01")))
    assert after.frame.empty
    assert before.frame["text"].tolist() == ["bounded"]
    assert after.undated == before.undated == 0


@settings(max_examples=25, deadline=None)
@given(st.dates(), st.dates())
def test_a_wider_range_never_keeps_fewer(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    narrow = events_kept(DATED, first=first, last=last)
    assert set(narrow) <= set(events_kept(DATED, first=first))
    assert set(narrow) <= set(events_kept(DATED, last=last))


# Coalition, review state

FAMILY = [
    coalition("sentinel", kind="exercise series"),
    coalition("sentinel-2024", kind="exercise", parent="sentinel"),
    coalition("sentinel-2024-west", kind="exercise", parent="sentinel-2024"),
    coalition("cspo"),
]


def test_a_coalition_includes_its_children_and_theirs_but_not_its_parent() -> None:
    made = atlas(coalitions=FAMILY)
    whole = {"sentinel", "sentinel-2024", "sentinel-2024-west"}
    assert with_children(made, ["sentinel"]) == whole
    assert with_children(made, ["sentinel-2024"]) == whole - {"sentinel"}
    assert with_children(made, ["cspo", "unheard-of"]) == {"cspo", "unheard-of"}


def test_memberships_and_announcements_of_children_are_kept() -> None:
    made = atlas(
        member("FRA", "sentinel-2024"), member("USA", "cspo"),
        coalitions=FAMILY,
        announcements=[
            announcement("opening", coalitions=["sentinel-2024-west", "cspo"]),
            announcement("meeting", coalitions=["cspo"]),
        ],
    )  # fmt: skip
    choice = Filters(coalitions=("sentinel",))
    assert keep_memberships(made, choice).frame["nation"].tolist() == ["FRA"]
    assert keep_announcements(made, choice).frame["event"].tolist() == ["opening"]


def test_two_coalitions_that_are_each_others_parent_do_not_hang() -> None:
    made = atlas(coalitions=[coalition("a", parent="b"), coalition("b", parent="a")])
    assert with_children(made, ["a"]) == {"a", "b"}


def test_a_review_state_keeps_facts_vouched_for_so() -> None:
    rows = [announcement("one"), {**announcement("two"), "state": "extracted"}]
    assert events_kept(rows, states=("extracted",)) == ["two"]
    assert events_kept(rows, states=("extracted", "compiled")) == ["one", "two"]


# What to loosen


def test_loosenings_say_what_each_would_show_most_first() -> None:
    made = atlas(
        announcements=[
            announcement("one", "2025-04-09", nations=["FRA"], coalitions=["x"]),
            announcement("two", "2025-04-09", nations=["FRA"], coalitions=["x"]),
            announcement("three", "2030-04-09", nations=["JPN"], coalitions=["x"]),
        ],
        coalitions=[coalition("x"), coalition("y")],
    )
    choice = Filters(nations=("JPN",), coalitions=("x",), last=day("2025-12-31"))

    def count(filters: Filters) -> int:
        return len(keep_announcements(made, filters).frame)

    assert count(choice) == 0
    assert loosenings(count, choice) == [
        Loosening("nations", "the nations", 2),
        Loosening("last", "the last day", 1),
    ]


def test_loosening_the_nations_drops_their_roles_too() -> None:
    choice = Filters(nations=("FRA",), roles=(NationRole.POST,), coalitions=("x",))
    assert choice.without("nations") == Filters(coalitions=("x",))
    assert choice.without("coalitions").roles == (NationRole.POST,)


@pytest.mark.parametrize("field", ["nations", "coalitions", "first", "last", "states"])
def test_what_is_loosened_is_no_longer_active(field: str) -> None:
    full = Filters(("FRA",), (), ("x",), day("2020-01-01"), day("2021-01-01"), ("compiled",))
    assert full.active == ["nations", "coalitions", "first", "last", "states"]
    assert set(full.active) - set(full.without(field).active) == {field}


# In English


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ({}, "12 statements"),
        ({"coalitions": ("cspo",), "first": day("2024-04-01")},
         "12 statements on CSpO, 1 Apr 2024 to today"),
        ({"nations": ("FRA",)}, "12 statements concerning France"),
        ({"nations": ("FRA", "GBR", "USA")},
         "12 statements concerning France, the United Kingdom or the United States"),
        ({"nations": ("USA",), "roles": (NationRole.NATIONALITY,), "coalitions": ("cspo",),
          "first": day("2024-04-01")},
         "12 statements by officials from the United States on CSpO, 1 Apr 2024 to today"),
        ({"nations": ("GBR",), "roles": (NationRole.NATIONALITY, NationRole.MENTIONED)},
         "12 statements by officials from, or that mention the United Kingdom"),
        ({"nations": ("FRA",), "roles": (NationRole.POST,)},
         "12 statements by officials in posts of France"),
        ({"coalitions": ("cspo", "ood")}, "12 statements on CSpO or Olympic Defender"),
        ({"first": day("2024-01-01"), "last": day("2024-12-31")},
         "12 statements, 1 Jan 2024 to 31 Dec 2024"),
        ({"last": day("2024-12-31")}, "12 statements, up to 31 Dec 2024"),
        ({"states": ("compiled", "reviewed")}, "12 statements, compiled or reviewed only"),
    ],
)  # fmt: skip
def test_the_choice_is_said_in_english(choice: dict[str, Any], sentence: str) -> None:
    named = [
        coalition("cspo", short_name="CSpO"),
        coalition("ood", short_name="Olympic Defender"),
    ]
    known = atlas(coalitions=named)
    assert in_english(known, Filters(**choice), "12 statements", said=True) == sentence


def test_a_nations_role_in_statements_says_nothing_of_events() -> None:
    choice = Filters(nations=("NLD",), roles=(NationRole.MENTIONED,))
    assert in_english(atlas(), choice, "2 events") == "2 events concerning the Netherlands"


def test_the_articles_own_columns_come_along() -> None:
    made = atlas(
        announcements=[announcement("one", article="b")],
        articles=[article("b", "2025-04-09", tier="press", publisher="Defense One")],
    )
    (row,) = keep_announcements(made, Filters()).frame.to_dict("records")
    assert (row["article_publisher"], row["article_tier"]) == ("Defense One", "press")
