"""Exercises on the map's four tabs and on their own page: nations take part, they do not join."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixture_data import two_articles
from tests.serving import serving
from tests.views.app import opened, says

FACTS = """\
article:
  title: Two editions of AsterX
  publisher: Ministry
  published: 2025-04-02
  kind: news
  tier: official
  rights: unknown
  state: compiled
memberships:
  - coalition: asterx-2024
    nations: [FRA, ITA, ROU]
    status: participant
    start_date: 2024-03-04
    end_date: 2024-03-15
    note: The nation took part in AsterX 2024.
  - coalition: asterx-2025
    nations: [FRA, JPN]
    status: participant
    start_date: 2025-03-17
    end_date: 2025-03-28
    note: The nation took part in AsterX 2025.
"""
DAY = {"as_of": "2025-12-05"}


@pytest.fixture(scope="module", autouse=True)
def exercised(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Iterator[None]:
    """The two first articles, and one on two editions of an exercise."""
    root = two_articles(tmp_path_factory.mktemp("exercised"))
    (root / "articles" / "2025" / "asterx.yaml").write_text(FACTS, encoding="utf-8")
    with serving(root):
        yield


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"show": "asterx"}, "AsterX: 4 nations took part by 5 Dec 2025."),
        ({"show": "asterx-2025"}, "AsterX 2025: 2 nations took part by 5 Dec 2025."),
        ({"show": "global-sentinel"},
         "Global Sentinel: no nation known to have taken part by 5 Dec 2025."),
        ({"show": ["cspo", "asterx"]},
         "In CSpO, and took part in AsterX by 5 Dec 2025: 3 nations (France, Italy and Japan)."),
        ({"show": ["asterx"], "not_in": ["cspo"]},
         "Took part in AsterX but not in CSpO by 5 Dec 2025: 1 nation (Romania)."),
        ({"show": ["cspo"], "not_in": ["asterx"]},
         "In CSpO but not known to have taken part in AsterX by 5 Dec 2025: 7 nations"),
        ({"show": ["asterx-2024"], "not_in": ["cspo", "asterx-2025"]},
         "Took part in AsterX 2024 but not in CSpO, nor known to have taken part in AsterX 2025 by "
         "5 Dec 2025: 1 nation (Romania)."),
        ({"show": ["cspo", "global-sentinel"]},
         "No source here names a nation in Global Sentinel: that is not a no."),
    ],
)  # fmt: skip
def test_one_takes_part_in_an_exercise(query: dict[str, str | list[str]], sentence: str) -> None:
    assert says(opened("map", {**query, **DAY}), sentence)


def test_its_map_and_roster_say_took_part_and_not_left() -> None:
    app = opened("map", {"show": "asterx", **DAY})
    assert says(app, "Took part. The exercise, or its edition, was over.")
    assert not says(app, "whose part has ended")
    table = opened("map", {"show": "asterx", "tab": "table", **DAY}).dataframe[0].value
    assert set(table["State"]) == {"Took part"}


def test_its_growth_counts_each_nation_from_its_first_edition() -> None:
    app = opened("map", {"show": "asterx", "tab": "growth", **DAY})
    (chart,) = app.get("plotly_chart")
    assert chart.proto.alt == (
        "AsterX: from 3 nations on 4 Mar 2024 to 4 that had taken part by 5 Dec 2025."
    )
    took = app.dataframe[1].value
    assert took.to_numpy().tolist()[0] == ["France", 2, "AsterX 2024, AsterX 2025"]
    assert took["Nation"].tolist()[1:] == ["Italy", "Japan", "Romania"]


def test_its_overlap_with_another_coalition_counts_who_took_part() -> None:
    app = opened("map", {"show": ["asterx", "cspo"], "tab": "overlap", **DAY})
    rows = app.dataframe[0].value.set_index("In exactly")["Which"].to_dict()
    assert rows["AsterX, CSpO"] == "France, Italy, Japan"
    assert rows["AsterX"] == "Romania"


def test_its_page_says_who_took_part() -> None:
    app = opened("coalition", {"of": "asterx", **DAY})
    assert says(app, "AsterX: 4 nations took part by 5 Dec 2025.")
    assert says(app, "Who took part 4")
    assert says(app, "AsterX: 5 times taking part in an exercise.")


def test_a_nations_page_keeps_exercises_apart_from_memberships() -> None:
    app = opened("nation", {"of": "FRA", **DAY})
    assert says(app, "a member of 2 coalitions (CSpO, Olympic Defender); took part in 2 exercises.")
    assert says(app, "France: 2 memberships, 2 only attested, 2 times taking part in an exercise.")


def test_the_overviews_map_of_an_exercise_says_who_took_part() -> None:
    app = opened("overview", {"coalition": "asterx", **DAY})
    assert says(app, "AsterX: 4 nations took part by 5 Dec 2025: France, Italy, Japan, Romania.")
    assert set(app.dataframe[0].value["State"]) == {"Took part"}


def test_each_claim_about_a_nation_in_several_says_in_which() -> None:
    app = opened("map", {"show": ["cspo", "asterx"], "selected": "FRA", **DAY})
    assert says(app, "CSpO: Member, attested 5 Dec 2025")
    assert says(app, "AsterX 2025: Participant, from 17 Mar 2025, until 28 Mar 2025")
