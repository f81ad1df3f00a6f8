"""The map page: who belongs to what on a day, as the two first articles say."""

from __future__ import annotations

from typing import Any

import pytest

from loaders import nations
from tests.views.app import (
    button,
    codes,
    figure,
    links,
    opened,
    plain,
    query,
    query_of,
    run,
    says,
    texts,
)

PAGE = "map"
CSPO = {"show": "cspo", "as_of": "2025-12-05"}
OLYMPIC_DEFENDER = {"show": "olympic-defender", "as_of": "2025-04-09"}
TEN = {"AUS", "CAN", "FRA", "DEU", "ITA", "JPN", "NZL", "NOR", "GBR", "USA"}
SEVEN = {"USA", "AUS", "GBR", "CAN", "FRA", "DEU", "NZL"}


def roster(query: dict[str, str]) -> dict[str, dict[str, str]]:
    """The roster's rows by nation, without the sign before the name."""
    app = opened(PAGE, {**query, "tab": "table"})
    rows: list[Any] = app.dataframe[0].value.to_dict("records")
    return {row["Nation"][2:]: row for row in rows}


@pytest.mark.parametrize(
    ("query", "members", "sentence"),
    [
        (CSPO, TEN, "CSpO: 10 members on 5 Dec 2025."),
        (OLYMPIC_DEFENDER, SEVEN, "Olympic Defender: 7 members on 9 Apr 2025."),
    ],
    ids=["CSpO", "Olympic Defender"],
)
def test_the_roster_has_every_nation_with_what_it_rests_on(
    query: dict[str, str], members: set[str], sentence: str
) -> None:
    rows = roster(query)
    assert set(rows) == {nations.name(code) for code in members}
    assert {row["State"] for row in rows.values()} == {"Member, attested"}
    assert {row["Joined"] for row in rows.values()} == {"not stated"}
    assert all(row["Rests on"] for row in rows.values())
    assert sentence in texts(opened(PAGE, query))  # type: ignore[arg-type]


def test_before_the_first_attestation_nobody_is_called_a_member() -> None:
    rows = roster({"show": "cspo", "as_of": "2025-12-04"})
    assert {row["State"] for row in rows.values()} == {"Attested later"}


def test_the_map_shows_each_member_and_leaves_no_nation_out() -> None:
    spec = figure(opened(PAGE, CSPO))  # type: ignore[arg-type]
    dots = [trace for trace in spec["data"] if trace["type"] == "scattergeo"]
    assert {code for trace in dots for (code,) in trace.get("customdata", [])} == TEN
    areas = [trace for trace in spec["data"] if trace["type"] == "choropleth"]
    assert len({code for trace in areas for code in trace["locations"]}) > 240


def test_a_selected_nation_opens_its_claims_and_their_passages() -> None:
    app = opened(PAGE, {**OLYMPIC_DEFENDER, "selected": "NZL"})
    assert says(app, "New Zealand in Olympic Defender")
    assert says(app, "Attested as a member on 9 Apr 2025 (inferred)", "joined is not stated")
    assert says(app, "in addition to the United States: Australia, the U.K., Canada, France")
    assert says(app, "seven nations")
    assert says(app, "Space Force preps 'international space strategy'", "Defense One",
                "9 Apr 2025 (inferred)", "via cnmnewz.com")  # fmt: skip
    assert any(link.startswith("https://cnmnewz.com/2025/04/09/") for link in links(app))


def test_a_passage_of_a_held_body_is_shown_in_its_context() -> None:
    app = opened(PAGE, {**CSPO, "selected": "NOR"})
    assert says(app, "space warfighting capability. The CSpO Initiative unites the 10",
                "Led by U.S. Gen. Chance Saltzman")  # fmt: skip


def test_beside_the_map_the_roster_is_short_and_the_table_has_every_column() -> None:
    beside, alone = (
        opened(PAGE, {**CSPO, "tab": tab}).dataframe[0].value for tab in ("map", "table")
    )
    assert list(beside) == ["Nation", "Joined"]
    assert {"Last attested", "State", "Rests on", "Sources"} < set(alone)
    assert beside["Nation"].tolist() == alone["Nation"].tolist()
    assert [name[2:] for name in beside["Nation"]][:4] == [
        "Australia",
        "Canada",
        "France",
        "Germany",
    ]


def test_what_answers_the_question_comes_first_and_is_told_from_the_rest() -> None:
    asked = {**CSPO, "not_in": "olympic-defender", "tab": "table"}
    rows = opened(PAGE, asked).dataframe[0].value  # type: ignore[arg-type]
    assert rows["Answer"].tolist() == ["yes"] * 3 + ["no"] * 7
    assert [name[2:] for name in rows["Nation"][:3]] == ["Italy", "Japan", "Norway"]
    assert says(opened(PAGE, asked), "In CSpO but not in Olympic Defender",  # type: ignore[arg-type]
                "3 nations (Italy, Japan and Norway)")  # fmt: skip


def test_what_no_source_says_is_not_answered_by_a_no() -> None:
    asked = {"show": ["cspo", "olympic-defender"], "as_of": "2025-12-05", "tab": "table"}
    rows = opened(PAGE, asked).dataframe[0].value  # type: ignore[arg-type]
    answers = dict(zip(rows["Nation"].str[2:], rows["Answer"], strict=True))
    assert (answers["France"], answers["Italy"]) == ("yes", "no source says so")
    assert "no" not in answers.values()


def test_a_coalition_of_which_no_source_names_a_member_is_said_to_be_silent() -> None:
    app = opened(PAGE, {"show": ["cspo", "nato"], "as_of": "2025-12-05"})
    assert says(app, "No source here names a member of NATO: that is not a no.")
    assert not says(opened(PAGE, {**CSPO, "not_in": "olympic-defender"}), "No source here names")


def test_hovering_says_since_when_and_by_which_source() -> None:
    areas = [t for t in figure(opened(PAGE, CSPO))["data"] if t["type"] == "choropleth"][1:]  # type: ignore[arg-type]
    (text,) = {text for trace in areas for text in trace["text"] if "Norway" in text}
    assert "Attested as a member on 5 Dec 2025" in text
    assert "Source: U.S. Department of War, 5 Dec 2025 (inferred)" in text


def test_the_marks_drawn_are_explained_beside_the_map_and_borders_take_no_side() -> None:
    app = opened(PAGE, CSPO)  # type: ignore[arg-type]
    assert says(app, "Member, attested. A source counts it as a member on a day", "No evidence.")
    assert says(app, "Borders follow Natural Earth and imply no position")


def test_a_nation_of_which_nothing_is_said_is_no_no() -> None:
    app = opened(PAGE, {**CSPO, "selected": "BRA"})
    assert says(app, "No evidence.", "that is not a no")


def test_closing_the_nation_drops_it_from_the_address() -> None:
    app = opened(PAGE, {**CSPO, "selected": "NOR"})
    button(app, "Close").click()
    assert "selected" not in query(run(app))


def test_nations_outside_the_filter_are_faded_not_gone() -> None:
    app = opened(PAGE, {**CSPO, "nation": ["FRA", "USA"]})
    areas = [trace for trace in figure(app)["data"] if trace["type"] == "choropleth"][1:]
    opacity = {code: t["marker"]["opacity"] for t in areas for code in t["locations"]}
    assert {code for code, value in opacity.items() if value == 1} == {"FRA", "USA"}
    assert set(opacity) == TEN


def test_without_facts_vouched_for_so_the_page_offers_what_to_loosen() -> None:
    app = opened(PAGE, {**CSPO, "state": "reviewed", "nation": "FRA"})
    button(app, "Drop the review state").click()
    assert query(run(app))["nation"] == ["FRA"]
    assert "state" not in query(app)
    assert says(app, "CSpO: 10 members")


def test_share_writes_every_value_defaults_too() -> None:
    app = opened(PAGE)
    shared = query_of(codes(app)[0])
    assert shared["show"] == ["cspo"]
    assert set(shared) >= {"as_of", "data", "show"}
    again = opened(PAGE, {**shared})
    assert not again.warning
    assert not again.info


def test_a_day_long_before_the_slider_begins_can_be_asked_for() -> None:
    assert says(
        opened(PAGE, {"show": "cspo", "as_of": "1950-01-01"}), "no member known on 1 Jan 1950"
    )


def test_an_exercise_series_has_those_who_took_part_in_its_editions() -> None:
    app = opened(PAGE, {"show": "asterx", "tab": "table"})
    assert says(app, "AsterX: no nation known to have taken part by")
    assert says(app, "No evidence: no source here says who belongs to it.")


def test_a_coalition_nobody_is_named_in_is_no_evidence() -> None:
    app = opened(PAGE, {"show": "nato"})
    assert says(app, "No evidence: no source here says who belongs to it. That is not a no.")


def test_play_begins_at_the_beginning_and_can_be_stopped() -> None:
    app = opened(PAGE, {"show": "cspo"})
    button(app, "Play").click()
    assert query(run(app))["as_of"] == ["2010-01-01"]
    button(app, "Stop").click()
    run(app)
    assert button(app, "Play")
    assert query(app)["as_of"] == ["2010-01-01"]


@pytest.mark.parametrize("tab", ["map", "growth", "overlap"])
def test_under_each_chart_stands_what_it_rests_on(tab: str) -> None:
    app = opened(PAGE, {"show": ["cspo", "olympic-defender"], "as_of": "2025-12-05", "tab": tab})
    labels = [plain(link.proto.label) for link in app.get("page_link")]
    assert any("Sources: 2, by Defense One, U.S. Department of War" in text for text in labels)


def test_the_filters_say_what_they_do_to_the_map() -> None:
    app = opened(PAGE, {**CSPO, "nation": ["FRA", "USA"], "from": "2020-01-01"})
    assert says(app, "Faded: all but France and the United States.")
    assert says(app, "From and to do not apply here: the as-of day does.")
    assert says(opened(PAGE, {**CSPO, "coalition": "nato"}), "All faded: the filter asks for NATO.")
    assert not says(opened(PAGE, {**CSPO, "coalition": "cspo"}), "aded")  # type: ignore[arg-type]


def test_the_growth_says_that_it_counts_those_named() -> None:
    app = opened(PAGE, {**CSPO, "tab": "growth"})
    assert says(app, "Counted are nations that a source here names: there may be more.")
