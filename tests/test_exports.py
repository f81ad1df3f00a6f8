"""What a visitor takes away opens safely in a spreadsheet, and holds exactly what is shown."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports import as_csv, defused

STARTS = ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize("start", STARTS)
def test_a_cell_that_a_spreadsheet_would_run_is_prefixed(start: str) -> None:
    assert defused(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


@pytest.mark.parametrize("value", ["a=b", " plain", "", "1-2", None, 3, -3, -0.5, True])
def test_anything_else_stays_as_it_is(value: object) -> None:
    assert defused(value) == value


def test_lists_are_joined_and_defused_as_one_cell() -> None:
    assert defused(("FRA", "USA")) == "FRA; USA"
    assert defused(["=1+1", "USA"]) == "'=1+1; USA"
    assert defused(()) == ""


def test_the_file_begins_with_a_byte_order_mark_and_is_utf_8() -> None:
    content = as_csv(pd.DataFrame({"Nation": ["Türkiye", "Côte d'Ivoire"]}))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == "Nation\r\nTürkiye\r\nCôte d'Ivoire\r\n"


def test_days_are_iso_and_what_is_missing_is_empty() -> None:
    frame = pd.DataFrame({
        "day": pd.to_datetime(pd.Series(["2025-12-05", None])),
        "nations": [("FRA", "USA"), ()],
        "title": ["Talks", None],
        "sources": [2, 1],
        "state": pd.Categorical(["member", None]),
    })  # fmt: skip
    assert as_csv(frame).decode("utf-8-sig") == (
        "day,nations,title,sources,state\r\n2025-12-05,FRA; USA,Talks,2,member\r\n,,,1,\r\n"
    )


def test_headings_are_defused_too() -> None:
    assert as_csv(pd.DataFrame({"=cmd": [1]})).decode("utf-8-sig") == "'=cmd\r\n1\r\n"


def test_an_empty_frame_still_has_its_heading() -> None:
    assert as_csv(pd.DataFrame({"a": [], "b": []})).decode("utf-8-sig") == "a,b\r\n"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=1))
def test_no_cell_of_any_text_begins_a_formula(texts: list[str]) -> None:
    frame = pd.DataFrame({"text": texts, "list": [(text, "x") for text in texts], "n": 1})
    lines = io.StringIO(as_csv(frame).decode("utf-8-sig"), newline="")
    heading, *rows = csv.reader(lines)
    assert heading == ["text", "list", "n"]
    assert len(rows) == len(texts)
    assert not any(cell.startswith(STARTS) for row in rows for cell in row)
    assert [row[0].removeprefix("'") for row in rows] == [text.removeprefix("'") for text in texts]
