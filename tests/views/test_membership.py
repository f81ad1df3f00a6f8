"""The map page: who belongs to what on a day, as the two first articles say."""

from __future__ import annotations

import pytest

from loaders import nations
from tests.views.app import (
    button,
    codes,
    figure,
    links,
    opened,
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
    rows = opened(PAGE, query).dataframe[0].value.to_dict("records")  # type: ignore[arg-type]
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
    assert {code for trace in dots for (code,) in trace["customdata"]} == TEN
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
    assert says(opened(PAGE, {"show": "cspo", "as_of": "1950-01-01"}), "0 members on 1 Jan 1950")
