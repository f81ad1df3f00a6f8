"""Families of wording, each text with the events it reports, and near misses that report none.

The texts stand in `announcement_wordings.yaml`: a new wording is a line there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from loaders.extraction import extract
from loaders.extraction.language.vocabulary import parse_yaml

TABLE: Any = parse_yaml(
    (Path(__file__).parent / "announcement_wordings.yaml").read_text(encoding="utf-8")
)
EVENTS = [
    pytest.param(row["text"], row["events"], id=f"{family}: {row['text'][:50]}")
    for family, rows in TABLE.items()
    for row in rows["events"]
]
SILENT = [text for rows in TABLE.values() for text in rows["none"]]


def events(text: str) -> list[tuple[str, str]]:
    rows = extract(text, published="2025-12-05")["announcements"]
    return [(row["kind"], row["event_date"] or "none") for row in rows]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_each_wording_reports_its_events(text: str, expected: list[str]) -> None:
    found = events(text)
    wanted = [tuple(event.split()) for event in expected]
    read = [pair[: len(want)] for pair, want in zip(found, wanted, strict=False)]
    assert sorted(read) == sorted(wanted), found
    assert len(found) == len(wanted), found


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_alike_reports_nothing(text: str) -> None:
    assert events(text) == []
