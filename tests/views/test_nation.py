"""A nation's page, as the two first articles say."""

from __future__ import annotations

from tests.views.app import button, figure, opened, query, run, says, texts

FRANCE = {"of": "FRA", "as_of": "2025-12-06"}


def test_without_a_nation_the_page_lists_them_and_a_choice_opens_one() -> None:
    app = opened("nation")
    rows = app.dataframe[0].value
    assert "France" in set(rows["Nation"])
    app.selectbox(key="at_of").select("FRA")
    assert query(run(app)) == {"of": ["FRA"]}
    assert app.title[0].value == "France"


def test_the_first_sentence_says_how_it_stands_on_the_day() -> None:
    app = opened("nation", dict(FRANCE))
    sentence = "On 6 Dec 2025: a member of 2 coalitions (CSpO, Olympic Defender)."
    assert sentence in texts(app)
    before = opened("nation", {"of": "FRA", "as_of": "2025-06-01"})
    assert says(before, "a member of 1 coalition (Olympic Defender)")


def test_memberships_are_drawn_as_spans_with_a_sentence_for_those_who_do_not_see_them() -> None:
    app = opened("nation", dict(FRANCE))
    assert app.get("plotly_chart")[0].proto.alt == "France: 2 memberships, 2 only attested."
    assert figure(app)["layout"]["yaxis"]["ticktext"] == ["CSpO", "Olympic Defender"]
    names = {trace.get("name") for trace in figure(app)["data"]}
    assert {"member, only attested", "attested on that day"} <= names


def test_an_opened_coalition_shows_every_claim_with_its_passage() -> None:
    app = opened("nation", {**FRANCE, "opened": "cspo"})
    assert says(app, "France in CSpO.", "Attested as a member")
    assert says(app, "The CSpO Initiative unites the 10 sovereign")
    button(app, "Close").click()
    assert "opened" not in query(run(app))


def test_what_is_uncertain_is_said() -> None:
    app = opened("nation", dict(FRANCE))
    assert says(app, "2 of 2 memberships are attested on a day", "when they began")
    assert says(app, "Dates were inferred rather than stated")


def test_officials_and_coalitions_are_links_that_carry_the_filters() -> None:
    app = opened("nation", {"of": "USA", "as_of": "2025-12-06", "state": "compiled"})
    links = {link.proto.query_string for link in app.main.get("page_link")}
    assert "state=compiled&as_of=2025-12-06&official=stephen-whiting" in links
    assert "state=compiled&as_of=2025-12-06&of=cspo" in links


def test_a_nation_nobody_names_is_no_evidence_not_a_no() -> None:
    app = opened("nation", {"of": "BRA"})
    assert says(app, "No evidence.", "that is not a no")
    assert says(app, "No announcement here names it.")


def test_the_nation_filter_gives_way_to_the_page() -> None:
    app = opened("nation", {**FRANCE, "nation": "JPN"})
    assert says(app, "a member of 2 coalitions")


def test_what_is_on_the_page_is_counted_and_linked_at_its_top() -> None:
    app = opened("nation", dict(FRANCE))
    (line,) = (str(item.value) for item in app.markdown if "](#coalitions)" in str(item.value))
    assert line.startswith("[Coalitions](#coalitions) 2 · [Announcements](#announcements) ")
    anchors = {header.proto.anchor for header in app.header}
    assert {part.split(")")[0] for part in line.split("](#")[1:]} <= anchors


def test_a_nation_without_any_membership_is_not_called_a_member_of_none() -> None:
    app = opened("nation", {"of": "BRA", "as_of": "2025-12-06"})
    assert "On 6 Dec 2025: no membership known." in texts(app)
    assert says(app, "No source here names it.")


def test_the_day_another_page_set_is_said_and_can_be_let_go() -> None:
    app = opened("nation", {"of": "FRA", "as_of": "2025-06-01"})
    button(app, "As of 1 Jun 2025").click()
    assert query(run(app)) == {"of": ["FRA"]}


def test_what_the_filters_leave_out_is_said() -> None:
    app = opened("nation", {"of": "FRA", "coalition": "cspo", "from": "2020-01-01"})
    assert says(app, "Only what is recorded on CSpO, 1 Jan 2020 to today.")
    own = opened("nation", {"of": "FRA", "nation": "USA"})
    assert not says(own, "Only what is recorded")
    assert not [item for item in own.button if item.label == "United States ✕"]
