"""When a standing was last attested is written as precisely as its source says it."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.atlas import Atlas
from dashboard.questions.attestations import last_attested
from tests.questions.by_hand import Row, member, tables


def told(day: str | None, *claims: Row) -> str:
    atlas = Atlas(tables(*claims), "v")
    when = None if day is None else pd.Timestamp(day).as_unit("ms")
    return last_attested(atlas, {"coalition": "x", "nation": "FRA", "last_attested": when})


@pytest.mark.parametrize(
    ("attested", "day", "words"),
    [
        ("2025-12-05", "2025-12-05", "5 Dec 2025"),
        ("2025-12-05~", "2025-12-05", "5 Dec 2025 (inferred)"),
        ("2025-05", "2025-05-31", "May 2025"),
        ("2025-05~", "2025-05-31", "May 2025 (inferred)"),
    ],
)
def test_it_is_as_precise_as_known_and_inferred_where_it_was(
    attested: str, day: str, words: str
) -> None:
    assert told(day, member(attested=attested)) == words


def test_of_two_that_end_on_one_day_the_precise_and_stated_one_is_told() -> None:
    vague, inferred = member(attested="2025-05", id="a"), member(attested="2025-05-31~", id="b")
    assert told("2025-05-31", vague, inferred) == "31 May 2025 (inferred)"
    stated = member(attested="2025-05-31", id="c")
    assert told("2025-05-31", vague, inferred, stated) == "31 May 2025"


def test_one_never_attested_has_no_day() -> None:
    assert told(None, member(start="2020")) == ""
