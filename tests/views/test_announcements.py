"""The timeline page: what happened and when, as the two first articles say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.views import announcements
from dashboard.views.announcements_chart import selected_changes
from tests.views.app import button, codes, figure, links, opened, query, query_of, run, says, texts

PAGE = "timeline"


@pytest.mark.parametrize(
    ("event", "when", "words", "passage"),
    [
        (
            "space-force-international-strategy",
            "announced 9 Apr 2025",
            "U.S. Space Force announces a coming International Space Strategy with three goals",
            "plans to unveil the “International Space Strategy” in the coming weeks",
        ),
        (
            "us-france-first-rpo",
            "Announced 8 Apr 2025; its own day is not stated",
            "United States, France",
            "the U.S. and France recently demonstrated a “bilateral rendezvous and proximity",
        ),
        (
            "cspo-principals-2025",
            "2 to 4 Dec 2025 (announced 5 Dec 2025 (inferred))",
            "French Space Command Headquarters",
            "U.S. military officials joined leaders from all 10 nations",
        ),
        (
            "cspo-renewed-commitment-2025",
            "2 to 4 Dec 2025",
            "The ten CSpO nations renew their commitment to operate responsibly in space",
            "The 10 nations renewed their commitment to operate responsibly in space",
        ),
    ],
)
def test_every_announcement_is_dated_and_rests_on_its_passage(
    event: str, when: str, words: str, passage: str
) -> None:
    app = opened(PAGE, {"event": event})
    assert says(app, when)
    assert says(app, words)
    assert says(app, passage)
    assert list(links(app))


def test_the_three_goals_of_the_strategy_are_told() -> None:
    app = opened(PAGE, {"event": "space-force-international-strategy"})
    assert says(app, "three goals", "multiply the force", "interoperability", "full spectrum")


def test_what_an_event_rests_on_has_headline_publisher_via_date_and_link() -> None:
    app = opened(PAGE, {"event": "cspo-principals-2025"})
    assert says(app, "Press release on the CSpO Principals' Board", "U.S. Department of War",
                "5 Dec 2025 (inferred)", "via thefederalnewswire.com")  # fmt: skip
    assert any("thefederalnewswire.com/stories" in link for link in links(app))


def test_one_mark_an_event_in_the_lane_of_its_coalition() -> None:
    spec = figure(opened(PAGE))
    symbols = [trace for trace in spec["data"] if trace["type"] == "scatter"]
    marks = [event for trace in symbols for (event,) in trace.get("customdata", [])]
    assert sorted(marks) == [
        "cspo-principals-2025", "cspo-renewed-commitment-2025",
        "space-force-international-strategy", "us-france-first-rpo",
    ]  # fmt: skip
    assert spec["layout"]["yaxis"]["ticktext"] == ["CSpO", "No coalition named"]


def test_the_same_is_there_as_a_list() -> None:
    (row,) = (
        row
        for row in opened(PAGE).dataframe[0].value.to_dict("records")
        if row["What"].startswith("Combined Space Operations principals")
    )
    assert row["When"].startswith("2 to 4 Dec 2025")
    assert (row["Kind"], row["Coalitions"], row["Sources"]) == ("Meeting", "CSpO", 1)


def test_words_are_looked_for_in_title_place_and_passage() -> None:
    assert says(opened(PAGE, {"words": "TOULOUSE meet"}), "1 event with ‘TOULOUSE meet’.")
    assert says(opened(PAGE, {"words": "colorado"}), "1 event with ‘colorado’.")
    assert says(opened(PAGE, {"words": "coming weeks"}), "1 event with ‘coming weeks’.")


def test_kinds_and_lanes_narrow_the_chart_and_the_list() -> None:
    app = opened(PAGE, {"kind": "meeting", "lane": "cspo"})
    assert says(app, "1 event; kind: Meeting; lane: CSpO.")
    assert len(app.dataframe[0].value) == 1
    button(app, "Meeting").click()
    assert query(run(app)) == {"lane": ["cspo"]}
    assert says(app, "2 events; lane: CSpO.")


def test_the_chart_says_what_it_shows_and_so_does_its_alternative_text() -> None:
    app = opened(PAGE)
    sentence = "4 events, 2025 to 2025, in 2 lanes: CSpO 2, No coalition named 2."
    assert sentence in texts(app)
    assert app.get("plotly_chart")[0].proto.alt == sentence


def test_buttons_set_the_first_day_of_the_filters() -> None:
    app = opened(PAGE, {"page": "1"})
    (period,) = (item for item in app.get("button_group") if item.key == "period")
    period.set_value("Since 2021")
    assert query(run(app)) == {"from": ["2021-01-01"]}


def test_members_stand_below_the_lanes_picked_when_wanted() -> None:
    def members(app: AppTest) -> set[str]:
        found = (trace for trace in figure(app)["data"] if trace.get("name") == "nations")
        return {code for trace in found for code in trace["text"]}

    assert "FRA" in members(opened(PAGE, {"memberships": "on", "lane": "cspo"}))
    assert "FRA" in members(opened(PAGE, {"memberships": "on", "coalition": "cspo"}))
    assert members(opened(PAGE, {"memberships": "on"})) == set()
    assert members(opened(PAGE, {"lane": "cspo"})) == set()


def test_switching_memberships_on_goes_into_the_address() -> None:
    app = opened(PAGE, {"lane": "cspo"})
    app.toggle(key="at_memberships").set_value(True)
    assert query(run(app)) == {"lane": ["cspo"], "memberships": ["on"]}


@pytest.mark.parametrize(
    ("selection", "changes"),
    [
        ({"points": [], "box": []}, {}),
        ({"points": [{"customdata": ["talks"]}], "box": []}, {"event": "talks"}),
        ({"points": [{"customdata": ["", "cspo", "2024-01-01", "2024-01-31"]}], "box": []},
         {"from": date(2024, 1, 1), "to": date(2024, 1, 31), "page": None}),
        ({"points": [], "box": [{"x": ["2025-03-01 12:00:00.1", "2024-02-01 04:00"]}]},
         {"from": date(2024, 2, 1), "to": date(2025, 3, 1), "page": None}),
        ({"points": [{"x": "2024-01-01"}], "box": []}, {}),
    ],
)  # fmt: skip
def test_a_mark_opens_its_event_a_disc_or_box_gives_a_period(
    selection: dict[str, Any], changes: dict[str, Any]
) -> None:
    assert selected_changes(selection) == changes


def test_no_rows_offers_what_to_loosen_and_does_it() -> None:
    app = opened(PAGE, {"nation": "JPN", "coalition": "olympic-defender"})
    assert says(app, "No events pass all the filters together.")
    button(app, "Drop the coalitions: shows 2 events").click()
    assert query(run(app)) == {"nation": ["JPN"]}
    assert says(app, "2 events concerning Japan")


def test_words_that_nothing_holds_can_be_dropped() -> None:
    app = opened(PAGE, {"words": "warp drive", "coalition": "cspo"})
    button(app, "Drop the words: shows 2 events").click()
    assert query(run(app)) == {"coalition": ["cspo"]}


def test_undated_rows_are_counted_while_a_bound_is_set() -> None:
    assert not says(opened(PAGE), "hidden while a date bound is set")
    app = opened(PAGE, {"from": "2025-04-09", "to": "2025-05-01"})
    assert "1 event, 9 Apr 2025 to 1 May 2025." in texts(app)


def test_a_first_day_after_the_last_is_set_right() -> None:
    assert "1 event, 9 Apr 2025 to 1 May 2025." in texts(
        opened(PAGE, {"from": "2025-05-01", "to": "2025-04-09"})
    )


def test_closing_the_event_leaves_the_filters() -> None:
    app = opened(PAGE, {"event": "us-france-first-rpo", "nation": "FRA"})
    button(app, "Close").click()
    assert query(run(app)) == {"nation": ["FRA"]}


def test_a_shared_link_holds_the_event_the_filters_and_the_version() -> None:
    app = opened(PAGE, {"event": "us-france-first-rpo", "nation": ["FRA", "USA"]})
    shared = query_of(codes(app)[0])
    assert shared["event"] == ["us-france-first-rpo"]
    assert shared["nation"] == ["FRA", "USA"]
    assert len(shared["data"][0]) == 10


def test_on_a_phone_the_list_is_links_whose_titles_are_read_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(announcements, "on_phone", lambda: True)
    app = opened("timeline")
    assert not app.dataframe
    titles = {link.proto.label for link in app.get("page_link")}
    assert any("Combined Space Operations principals meet" in title for title in titles)


def test_the_list_begins_with_the_newest_and_ends_with_what_has_no_date() -> None:
    days = ["2024-01-01", "2025-01-01", None]
    rows = pd.DataFrame({"event": ["old", "new", "undated"], "earliest": pd.to_datetime(days)})
    assert announcements.newest_first(rows)["event"].tolist() == ["new", "old", "undated"]
