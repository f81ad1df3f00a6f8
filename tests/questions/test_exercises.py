"""Exercises: who took part stays, a series has its editions, and nobody 'left' one."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.atlas import Atlas
from dashboard.palette import LEFT_OR_TOOK_PART, LOOKS, TOOK_PART, Mark
from dashboard.questions.exercises import (
    editions_of,
    exercises,
    look_of,
    looks_of,
    participation,
    stints_within,
)
from dashboard.questions.growth import members_over_time
from dashboard.questions.set_algebra import members
from loaders.standing import stints_of
from tests.questions.by_hand import coalition, day, member, tables


def took_part(nation: str, edition: str, first: str, last: str) -> dict[str, Any]:
    return member(nation, edition, status="participant", start=first, end=last)


MADE = tables(
    took_part("FRA", "games-1", "2023-02-21", "2023-03-10"),
    took_part("ITA", "games-1", "2023-02-21", "2023-03-10"),
    took_part("FRA", "games-2", "2024-03-04", "2024-03-15"),
    took_part("JPN", "games-2", "2024-03-04", "2024-03-15"),
    member("FRA", "club", start="2020-02-11", end="2023-12-31"),
    coalitions=[
        coalition("club"),
        coalition("games", kind="exercise series"),
        coalition("games-1", "2023-02-21", "2023-03-10", kind="exercise", parent="games"),
        coalition("games-2", "2024-03-04", "2024-03-15", kind="exercise", parent="games"),
    ],
)
ATLAS = Atlas(MADE, "v")
TRAINED = frozenset({"games", "games-1", "games-2"})


def test_a_series_is_its_editions_and_another_coalition_itself() -> None:
    assert exercises(ATLAS) == TRAINED
    assert editions_of(ATLAS, ["games", "games-2", "club"]) == {
        "games": ["games", "games-1", "games-2"], "games-2": ["games-2"], "club": ["club"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("on", "inside"),
    [
        ("2023-02-20", set()),
        ("2023-03-01", {"FRA", "ITA"}),
        ("2023-06-01", {"FRA", "ITA"}),
        ("2025-01-01", {"FRA", "ITA", "JPN"}),
    ],
)
def test_having_taken_part_outlasts_the_exercise_and_membership_does_not(
    on: str, inside: set[str]
) -> None:
    stints = stints_within(stints_of(MADE), editions_of(ATLAS, ["games", "club"]), TRAINED)
    found = members(MADE, ["games", "club"], day(on), stints=stints)
    assert found["games"] == inside
    assert found["club"] == ({"FRA"} if on < "2024" else set())


def test_a_nation_in_several_editions_counts_once_from_its_first() -> None:
    stints = stints_within(stints_of(MADE), editions_of(ATLAS, ["games"]), TRAINED)
    steps = members_over_time(MADE, ["games"], day("2025-01-01"), stints=stints)
    told = [(str(at)[:10], n) for at, n in zip(steps["day"], steps["certain"], strict=True)]
    assert told == [("2023-02-21", 2), ("2024-03-04", 3), ("2025-01-01", 3)]


def test_one_that_only_may_have_taken_part_is_possible_and_never_certain() -> None:
    maybe = tables(
        member("FRA", "g", status="participant", start="2024-03/2024-04", end="2024-03/2024-04"),
        coalitions=[coalition("g", kind="exercise")],
    )
    stints = stints_within(stints_of(maybe), {"g": ["g"]}, frozenset({"g"}))
    assert members(maybe, ["g"], day("2024-03-10"), possibly=True, stints=stints)["g"] == {"FRA"}
    before = members(maybe, ["g"], day("2024-03-10"), stints=stints)["g"]
    assert before == set()


def test_who_took_part_most_often_comes_first_with_the_editions_in_order() -> None:
    found = participation(MADE, stints_of(MADE, ["games", "games-1", "games-2"]), day("2025-01-01"))
    assert found.to_numpy().tolist() == [
        ["FRA", 2, ("games-1", "games-2")], ["ITA", 1, ("games-1",)], ["JPN", 1, ("games-2",)],
    ]  # fmt: skip
    assert participation(MADE, stints_of(MADE, ["games-2"]), day("2024-03-03")).empty


def test_who_took_part_is_not_said_to_have_left() -> None:
    rows = pd.DataFrame({"coalition": ["games-1"], "mark": [Mark.LEFT]})
    both = pd.DataFrame({"coalition": ["games-1", "club"], "mark": [Mark.LEFT, Mark.LEFT]})
    assert looks_of(rows, TRAINED)[Mark.LEFT] is TOOK_PART
    assert looks_of(both, TRAINED)[Mark.LEFT] is LEFT_OR_TOOK_PART
    assert looks_of(both[1:], TRAINED) is LOOKS
    assert look_of(Mark.LEFT, "games-1", TRAINED) is TOOK_PART
    assert look_of(Mark.LEFT, "club", TRAINED) is LOOKS[Mark.LEFT]
