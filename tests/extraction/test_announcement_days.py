"""When an event was announced, and when it happens: which date of the sentence is which."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from loaders.extraction import extract
from loaders.extraction.language.vocabulary import parse_yaml

ROWS: Any = parse_yaml(
    (Path(__file__).parent / "announcement_days.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_each_event_has_its_days(row: Any) -> None:
    told = extract(row["text"], published="2026-03-04")["announcements"]
    days = {(a["date"], a["event_date"] or "none") for a in told if a["kind"] == row["kind"]}
    assert (row["date"], row["event_date"]) in days
