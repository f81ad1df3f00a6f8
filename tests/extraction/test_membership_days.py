"""When each nation joined, left or was there, as the sentence or the list tells it.

The sentences stand in `membership_days.yaml`: a new wording is a line there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from loaders.extraction import extract
from loaders.extraction.language.vocabulary import parse_yaml

TABLE: Any = parse_yaml(
    (Path(__file__).parent / "membership_days.yaml").read_text(encoding="utf-8")
)
ROWS = [
    pytest.param(row["text"], row["days"], id=f"{family}: {row['text'][:60]}")
    for family, rows in TABLE.items()
    for row in rows
]


def days(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in extract(text, published="2026-03-04")["memberships"]:
        start, end = row["start_date"], row["end_date"]
        value = f"{start}/{end}" if start and end else f"-{end}" if end else start or "~"
        found.setdefault(row["nation"], set()).add(value)
    return found


@pytest.mark.parametrize(("text", "stated"), ROWS)
def test_each_nation_has_the_days_stated_of_it(text: str, stated: dict[str, list[str]]) -> None:
    expected: dict[str, set[str]] = {}
    for value, nations in stated.items():
        for nation in nations:
            expected[nation] = set(value.split(" & "))
    assert days(text) == expected
