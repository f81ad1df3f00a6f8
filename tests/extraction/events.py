"""The events of a text, as the tests of announcements ask for them."""

from __future__ import annotations

from typing import Any

from loaders.extraction import extract


def only(text: str, published: str = "2025-12-05") -> dict[str, Any]:
    """The one event of a text."""
    (found,) = extract(text, published=published)["announcements"]
    return dict(found)


def kinds_and_days(text: str) -> list[tuple[str, str | None]]:
    """The kind and the day of each event of a text."""
    found = extract(text, published="2025-12-05")["announcements"]
    return [(a["kind"], a["event_date"]) for a in found]
