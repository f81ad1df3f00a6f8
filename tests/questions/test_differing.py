"""Disagreements in words, and which the filters keep."""

from __future__ import annotations

from datetime import date

from dashboard.atlas import Atlas
from dashboard.filters import Filters
from dashboard.questions.differing import differing, value_in_words
from tests.questions.by_hand import announcement, coalition, member, tables

ATLAS = Atlas(
    tables(
        member("NZL", start="2015-07", article="a"),
        member("NZL", start="2014", article="b"),
        coalitions=[coalition("x", short_name="CSpO")],
        announcements=[
            announcement("met", event_date="2025-12-04", article="a", title="They meet",
                         nations=["FRA"]),
            announcement("met", event_date="2025-12-05", article="b", title="They meet"),
        ],
    ),
    "v",
)  # fmt: skip


def test_each_is_titled_in_words_with_its_claims_the_displayed_first() -> None:
    event, membership = differing(ATLAS, Filters())
    assert (event.title, event.field) == ("They meet", "when it happened")
    assert (membership.title, membership.field) == ("New Zealand in CSpO (member)", "when it began")
    assert [claim["value"] for claim in membership.claims] == ["2015-07", "2014"]
    assert [claim["displayed"] for claim in membership.claims] == [True, False]
    assert membership.about == {"coalition": "x", "nation": "NZL"}
    assert event.about == {"event": "met"}


def test_one_claim_that_passes_keeps_the_whole_disagreement() -> None:
    (event,) = differing(ATLAS, Filters(nations=("FRA",)))
    assert len(event.claims) == 2
    (membership,) = differing(ATLAS, Filters(last=date(2020, 1, 1)))
    assert membership.table == "memberships"
    assert differing(ATLAS, Filters(nations=("BRA",))) == []


def test_the_kind_of_claim_narrows() -> None:
    assert [one.table for one in differing(ATLAS, Filters(), ("memberships",))] == ["memberships"]


def test_values_are_said_in_words() -> None:
    assert value_in_words("start_date", "2019-12~") == "Dec 2019 (inferred)"
    assert value_in_words("nationality", "GBR") == "United Kingdom"
    assert value_in_words("place", "Toulouse") == "Toulouse"
