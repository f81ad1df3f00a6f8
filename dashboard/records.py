"""Frames as plain records for views: text or None, never NaN."""

from __future__ import annotations

from typing import Any, cast

import pandas as pd


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Give the frame as objects, with None for whatever is missing."""
    objects = frame.astype(object)
    return objects.where(frame.notna(), None)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Give one dict per row, with None for whatever is missing."""
    return cast("list[dict[str, Any]]", plain(frame).to_dict("records"))
