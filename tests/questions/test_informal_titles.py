"""A title that the press shortened is that of the post which it means."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.questions.informal_titles import formal_titles
from tests.questions.by_hand import post, tables


def titles(*claims: dict[str, Any]) -> list[str]:
    return sorted(formal_titles(tables(posts=list(claims))["posts"]))


@pytest.mark.parametrize("word", ["head", "Chief", "leader", "boss"])
def test_the_head_of_a_body_is_its_commander(word: str) -> None:
    assert titles(
        post(title=word, attested="2025-04-09"), post(title="Commander", start="2024-01-10")
    ) == ["Commander", "Commander"]


def test_it_stays_where_no_other_title_is_known() -> None:
    assert titles(post(title="head", attested="2025-04-09")) == ["head"]


def test_another_persons_and_another_bodys_title_is_not_meant() -> None:
    assert titles(
        post(title="head", attested="2025-04-09"),
        post("saltzman", "Commander", start="2024-01-10"),
        post(title="Director", start="2024-01-10", organisation="Olympic Defender"),
    ) == ["Commander", "Director", "head"]


def test_a_deputy_is_not_the_head() -> None:
    assert titles(
        post(title="head", attested="2025-04-09"), post(title="Deputy Commander", start="2024-01")
    ) == ["Deputy Commander", "head"]


def test_a_post_that_had_ended_by_then_is_not_meant() -> None:
    assert titles(
        post(title="head", attested="2025-04-09"),
        post(title="Commander", start="2020-01", end="2022-01"),
    ) == ["Commander", "head"]


def test_of_two_that_fit_none_is_chosen() -> None:
    assert titles(
        post(title="head", attested="2025-04-09"),
        post(title="Commander", start="2024-01"),
        post(title="Director", start="2024-01"),
    ) == ["Commander", "Director", "head"]


def test_a_shortened_title_with_an_office_of_its_own_is_another_post() -> None:
    assert titles(
        post(title="head of plans", attested="2025-04-09"),
        post(title="Commander", start="2024-01"),
    ) == ["Commander", "head of plans"]
