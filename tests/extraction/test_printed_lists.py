"""Memberships told by layout: what tables, bullets, labels and headings say of their nations."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from loaders.extraction import extract
from loaders.extraction.language.vocabulary import parse_yaml

TABLE: Mapping[str, Any] = parse_yaml(
    (Path(__file__).parent / "printed_lists.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", TABLE["layouts"], ids=lambda case: case["name"])
def test_each_layout_counts_its_nations(case: Mapping[str, Any]) -> None:
    expected = {row for body, told in case["told"].items() for row in _written(body, told)}
    found = extract(case["text"], published="2025-12-05")["memberships"]
    assert {_told(row) for row in found} == expected


def _written(body: str, told: str) -> list[str]:
    """ "CHL, PER observer from 2021; ESP host" as one line a nation."""
    lines = []
    for group in told.split("; "):
        names, _, standing = group.partition(" ") if ", " not in group else _parted(group)
        lines += [f"{body}: {nation} {standing}" for nation in names.split(", ")]
    return lines


def _parted(group: str) -> tuple[str, str, str]:
    others, _, rest = group.rpartition(", ")
    last, blank, standing = rest.partition(" ")
    return f"{others}, {last}", blank, standing


def _told(row: Mapping[str, Any]) -> str:
    body = row["coalition"] or row["coalition_as_printed"]
    start = f" from {row['start_date']}" if row["start_date"] else ""
    end = f" until {row['end_date']}" if row["end_date"] else ""
    return f"{body}: {row['nation']} {row['status']}{start}{end}"
