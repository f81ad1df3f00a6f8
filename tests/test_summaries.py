"""One line for each fact, in words."""

from __future__ import annotations

from dashboard.atlas import Atlas
from dashboard.summaries import FACT_LABELS, standing_claimed, summary
from loaders.tables.declaration import FACT_TABLES
from tests.questions.by_hand import announcement, member, post, statement, tables

WHITING = {"slug": "whiting", "name": "Stephen Whiting", "family_name": "Whiting"}
ATLAS = Atlas(tables(member(), officials=[{**WHITING, "other_names": []}]), "v")


def test_a_membership_is_joined_an_invitation_is_from_a_day() -> None:
    assert standing_claimed(member(start="2024-10-14", attested="2025-04-09~")) == (
        "Member, joined 14 Oct 2024, attested 9 Apr 2025 (inferred)"
    )
    assert standing_claimed(member(status="invited", start="2024-04-09")) == (
        "Invited, from 9 Apr 2024"
    )


def test_each_kind_of_fact_has_its_line() -> None:
    assert summary(ATLAS, "memberships", member(start="2020")) == "France in x: Member, joined 2020"
    assert summary(ATLAS, "announcements", announcement("e", "2025-01-02", "2025-01-01")) == (
        "Event e · 1 Jan 2025 (announced 2 Jan 2025)"
    )
    assert summary(ATLAS, "statements", statement("We act,")) == "Stephen Whiting: “We act”"
    assert summary(ATLAS, "statements", statement("it acts", kind="indirect")) == (
        "Stephen Whiting: it acts"
    )
    assert summary(ATLAS, "posts", post(acting=True)) == (
        "Stephen Whiting: Commander, U.S. Space Command (acting)"
    )
    person = {"official": "whiting", "rank": "Gen.", "nationality": "USA"}
    assert summary(ATLAS, "persons", person) == "Stephen Whiting: Gen., United States"


def test_every_fact_table_has_a_label() -> None:
    assert set(FACT_LABELS) == {table.name for table in FACT_TABLES}
