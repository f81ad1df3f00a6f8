"""Dated expressions in the forms that articles print them in; the table is the specification."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from loaders.extraction.dates.temporal import find_times
from loaders.extraction.language.vocabulary import parse_yaml

ROWS: Any = parse_yaml((Path(__file__).parent / "date_wordings.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_each_form_of_a_date_comes_to_its_days(row: Any) -> None:
    assert [time.edtf for time in find_times(row["text"], "2026-03-04")] == row["dates"]


@pytest.mark.parametrize(
    "text", ["A year later it left.", "The same day it left.", "The day after, it left."]
)
def test_what_leans_on_a_date_before_is_none_without_it(text: str) -> None:
    assert find_times(text, "2026-03-04") == ()


def test_figures_that_can_be_read_in_two_ways_are_no_date() -> None:
    assert "2026-02-03" not in [t.edtf for t in find_times("on 2/3/2026.", "2026-03-04")]
    assert "2026-03-02" not in [t.edtf for t in find_times("on 2/3/2026.", "2026-03-04")]


GRID: Any = parse_yaml((Path(__file__).parent / "date_grid.yaml").read_text(encoding="utf-8"))
CELLS = [
    pytest.param(published, text, dates, id=f"{published} {text[:60]}")
    for published, rows in GRID.items()
    for text, dates in rows
]


@pytest.mark.parametrize(("published", "text", "dates"), CELLS)
def test_the_verb_and_the_day_of_publication_decide_which_such_day_is_meant(
    published: str, text: str, dates: str | list[str]
) -> None:
    expected = [dates] if isinstance(dates, str) else dates
    assert [time.edtf for time in find_times(text, published)] == expected
