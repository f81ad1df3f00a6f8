"""A copy is not a second source."""

from __future__ import annotations

from typing import Any

from loaders.build.copies import settle_copy_groups


def groups(*articles: dict[str, Any]) -> dict[str, str]:
    plain = {"copy_of": None, "tier": "press", "publisher": "P", "title": "T", "published": "2025"}
    rows = [{**plain, **each} for each in articles]
    settle_copy_groups(rows)
    return {row["id"]: row["copy_group"] for row in rows}


def test_a_copy_counts_with_its_original_however_long_the_chain() -> None:
    assert groups(
        {"id": "z"}, {"id": "a", "copy_of": "b", "tier": "copy"}, {"id": "b", "copy_of": "z"}
    ) == {"z": "z", "a": "z", "b": "z"}


def test_copies_whose_original_is_missing_are_grouped_by_publisher_title_and_date() -> None:
    assert groups(
        {"id": "b", "tier": "copy"},
        {"id": "a", "tier": "copy"},
        {"id": "c", "tier": "copy", "published": "2024"},
        {"id": "d", "tier": "copy", "copy_of": "left-out"},
    ) == {"a": "a", "b": "a", "c": "c", "d": "a"}


def test_articles_that_are_no_copies_stand_alone_however_alike() -> None:
    assert groups({"id": "a"}, {"id": "b"}) == {"a": "a", "b": "b"}
