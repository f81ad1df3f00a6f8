"""Disagreements, on two small articles that differ."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.views.disagreements import _distinct
from tests.datadir import article, data_dir
from tests.serving import serving
from tests.views.app import opened, says

CLAIM = """memberships:
  - {{coalition: cspo, nations: [NZL], status: member, start_date: '{day}', note: It joined.}}
"""


@pytest.fixture
def differing(tmp_path: Path) -> Iterator[None]:
    data_dir(tmp_path, {
        "articles/2025/first.yaml": article(title="One", tier="official")
        + CLAIM.format(day="2015-07"),
        "articles/2025/second.yaml": article(title="Two") + CLAIM.format(day="2014-03"),
    })  # fmt: skip
    with serving(tmp_path):
        yield


@pytest.mark.usefixtures("differing")
def test_both_sides_stand_with_their_sources_and_the_rule_that_chose() -> None:
    app = opened("disagreements")
    assert says(app, "1 disagreement")
    assert says(app, "New Zealand in CSpO (member): when it began")
    assert says(app, "✓ chosen Jul 2015")
    assert says(app, "not chosen Mar 2014")
    assert says(app, "Why the first is chosen: The source nearer to the matter")
    assert says(app, "One", "The Daily Orbit")


@pytest.mark.usefixtures("differing")
def test_a_kind_without_disagreements_has_none() -> None:
    app = opened("disagreements", {"kind": "posts"})
    assert says(app, "0 disagreements")


def test_two_articles_that_agree_have_no_disagreement() -> None:
    app = opened("disagreements")
    assert says(app, "0 disagreements")
    assert says(app, "There are no disagreements in the data yet.")


def test_of_twenty_claims_a_dozen_are_shown_and_the_rest_counted(tmp_path: Path) -> None:
    data_dir(tmp_path, {
        f"articles/2025/a{year}.yaml": article(title=f"Of {year}") + CLAIM.format(day=year)
        for year in range(2000, 2020)
    })  # fmt: skip
    with serving(tmp_path):
        app = opened("disagreements")
    assert says(app, "8 more claims differ")


def test_a_value_that_several_sources_give_stands_once() -> None:
    one, other = {"value": "2025", "claim": "a"}, {"value": "2024", "claim": "b"}
    assert _distinct([one, {"value": "2025", "claim": "c"}, other]) == [one, other]
