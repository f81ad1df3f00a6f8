"""What a visitor takes away from any page opens in a spreadsheet without running anything."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from loaders.check.checking import check_data
from loaders.findings import errors
from tests.datadir import data_dir
from tests.serving import serving
from tests.views.app import opened

TITLE = "=cmd|' /C calc'!A0"
FACTS = """article:
  title: "=cmd|' /C calc'!A0"
  publisher: '@SUM(1+1)*cmd'
  author: '=1+1'
  published: 2025-04-09
  kind: news
  tier: press
  rights: copyrighted
  rights_note: "=HYPERLINK(\\"https://evil.test\\")"
  state: compiled
memberships:
  - {coalition: cspo, nations: [FRA, USA], status: member, attested_on: 2025-04-09,
     passage: '+1+cmd'}
announcements:
  - {event: hostile-event, title: '-2+3+cmd', kind: meeting, date: 2025-04-09,
     place: '=A1', nations: [FRA], coalitions: [cspo], officials: [ann-doe], note: "\\t=1+1"}
posts:
  - {official: ann-doe, title: '=1+1', organisation: '@x', attested_on: 2025-04-09, note: '=N'}
statements:
  - {speaker: ann-doe, as_printed: '=Ann', kind: paraphrase, text: "=HYPERLINK(1)", note: '-N',
     coalitions: [cspo], nations: [FRA], date: 2025-04-09}
"""
PAGES: list[tuple[str, dict[str, Any]]] = [
    ("map", {"show": "cspo", "as_of": "2025-06-01"}),
    ("timeline", {}),
    ("officials", {"official": "ann-doe"}),
    ("statements", {}),
    ("sources", {}),
    ("sources", {"article": "hostile"}),
    ("data", {"table": "articles"}),
    ("data", {"table": "announcements"}),
    ("data", {"table": "evidence"}),
]
RUN = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="module", autouse=True)
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    data = data_dir(tmp_path_factory.mktemp("formulas"), {"articles/2025/hostile.yaml": FACTS})
    assert [str(finding) for finding in errors(check_data(data).findings)] == []
    with serving(data.root):
        yield data.root


def downloads(
    monkeypatch: pytest.MonkeyPatch, path: str, query: dict[str, Any]
) -> dict[str, bytes]:
    """The files that a page offers, by name, made as a click makes them."""
    made: dict[str, Callable[[], bytes]] = {}

    def noted(label: str, data: Any, file_name: str, *_: object, **__: object) -> bool:
        made[file_name] = data if callable(data) else lambda: data
        return False

    monkeypatch.setattr(st, "download_button", noted)
    opened(path, query)
    return {name: make() for name, make in made.items()}


def tables(name: str, content: bytes) -> Iterator[list[list[str]]]:
    """Every CSV of a download, in a zip too."""
    if name.endswith(".csv"):
        yield list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    elif name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for part in packed.namelist():
                yield from tables(part, packed.read(part))


def sheets(content: bytes) -> Iterator[str]:
    """The sheets of the Excel files in a zip, as the XML they are."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(packed.read(name))) as book:
                    yield from (
                        book.read(part).decode()
                        for part in book.namelist()
                        if part.startswith("xl/worksheets/sheet") or "hyperlink" in part
                    )


@pytest.mark.parametrize(("path", "query"), PAGES, ids=lambda value: str(value)[:40])
def test_no_cell_of_a_download_is_a_formula(
    monkeypatch: pytest.MonkeyPatch, path: str, query: dict[str, Any]
) -> None:
    files = downloads(monkeypatch, path, query)
    assert any(name.endswith(".csv") for name in files)
    rows = [row for name, data in files.items() for table in tables(name, data) for row in table]
    assert len(rows) > 1
    assert [cell for row in rows for cell in row if cell.startswith(RUN)] == []
    for name, data in files.items():
        if name.endswith(".zip"):
            for sheet in sheets(data):
                assert not re.search(r"<f[ >]|<hyperlink", sheet)


def test_the_hostile_title_is_still_there_to_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    files = downloads(monkeypatch, "data", {"table": "articles"})
    cells = {
        cell
        for name, data in files.items()
        for table in tables(name, data)
        for row in table
        for cell in row
    }
    assert f"'{TITLE}" in cells
