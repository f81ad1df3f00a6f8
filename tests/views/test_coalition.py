"""A coalition's page, as the two first articles say."""

from __future__ import annotations

import pandas as pd

from dashboard.views.coalition import members_known, roster_heading
from tests.views.app import figure, opened, query, run, says, texts

CSPO = {"of": "cspo", "as_of": "2025-12-06"}


def test_without_a_coalition_the_page_lists_them() -> None:
    app = opened("coalition")
    assert "Operation Olympic Defender" in set(app.dataframe[0].value["Coalition"])
    assert says(app, "of 2 the sources name members")
    app.selectbox(key="at_of").select("cspo")
    assert query(run(app)) == {"of": ["cspo"]}
    assert app.title[0].value == "Combined Space Operations Initiative"


def test_the_page_says_what_it_is_and_how_many_members_it_has() -> None:
    app = opened("coalition", dict(CSPO))
    assert says(app, "Ten nations that coordinate national-security space operations")
    assert says(app, "Military", "from 2014")
    assert "CSpO: 10 members on 6 Dec 2025." in texts(app)


def test_members_are_listed_with_what_they_rest_on() -> None:
    rows = opened("coalition", dict(CSPO)).dataframe[0].value
    assert len(rows) == 10
    assert set(rows["State"]) == {"○ Member, attested"}
    assert all(rows["Rests on"])
    # A table too wide for its page is cut at the end: the longest texts stand there.
    assert list(rows)[-2:] == ["Sources", "Rests on"]


def test_members_are_drawn_in_the_order_of_the_list() -> None:
    app = opened("coalition", dict(CSPO))
    lanes = figure(app)["layout"]["yaxis"]["ticktext"]
    assert lanes == app.dataframe[0].value["Nation"].tolist()
    assert app.get("plotly_chart")[0].proto.alt == "CSpO: 10 memberships, 10 only attested."


def test_an_opened_nation_shows_its_claims() -> None:
    app = opened("coalition", {**CSPO, "opened": "NOR"})
    assert says(app, "Norway in CSpO.")
    assert says(app, "The CSpO Initiative unites the 10 sovereign")


def test_statements_on_it_and_those_who_made_them_are_there() -> None:
    app = opened("coalition", dict(CSPO))
    assert says(app, "Officials who spoke on it or are named in its announcements")
    links = {link.proto.query_string for link in app.main.get("page_link")}
    assert "as_of=2025-12-06&official=stephen-whiting" in links


def test_a_coalition_without_claims_is_no_evidence() -> None:
    app = opened("coalition", {"of": "aukus-darc"})
    assert says(app, "No evidence.", "that is not a no")


def test_the_coalition_filter_gives_way_to_the_page() -> None:
    app = opened("coalition", {**CSPO, "coalition": "nato"})
    assert says(app, "CSpO: 10 members")
    assert says(app, "The filter by coalition (NATO) does not apply here", "clear the filter")
    assert not says(opened("coalition", {**CSPO, "coalition": "cspo"}), "does not apply here")


def test_the_members_of_its_parts_are_not_called_its_own() -> None:
    roster = pd.DataFrame(
        [("FRA", "nato-space-coe", "member"), ("NOR", "nato", "invited")],
        columns=["nation", "coalition", "state"],
    )
    assert members_known(roster, "nato", 1) == "no member known of its own; 1 member of its parts"
    assert members_known(roster, "nato-space-coe", 1) == "1 member"
    assert members_known(roster, "cspo", 0) == "no member known"


def test_those_of_its_parts_alone_are_headed_and_placed_so() -> None:
    roster = pd.DataFrame(
        [("FRA", "nato-space-coe", "member"), ("NOR", "nato", "invited")],
        columns=["nation", "coalition", "state"],
    )
    assert roster_heading(roster, "nato") == "Members of its parts"
    assert roster_heading(roster, "nato-space-coe") == "Members"
    assert roster_heading(roster.head(0), "nato") == "Members"
