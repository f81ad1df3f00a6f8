"""Memberships as lines in time, to lie under a coalition's lane on the timeline."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.atlas import Atlas
from loaders.standing import stints_of, with_descendants

MOST_NATIONS = 40
_DAYS = ["possible_from", "member_from", "member_until", "possible_until"]


def member_lines(
    atlas: Atlas, lanes: Sequence[str], first: pd.Timestamp, last: pd.Timestamp
) -> pd.DataFrame:
    """Give each unbroken membership between two days, as the claims bound it.

    One row per lane (a topmost coalition; its editions' members lie in it), nation and stint:
    lane, nation, row (its place in the lane, by first joining), possible_from, member_from,
    member_until, possible_until (days, cut to the two given), sure (whether it certainly was a
    member), open (no end is known), since_before (the beginning is open or before the first day).
    A lane shows MOST_NATIONS at most.
    """
    found = [_of_lane(atlas, lane, first, last) for lane in lanes]
    if not found:
        return _of_lane(atlas, "", first, last)
    return pd.concat(found, ignore_index=True)


def _of_lane(atlas: Atlas, lane: str, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    slugs = with_descendants(atlas.tables, [lane]) if lane in atlas.coalition_names else []
    stints = stints_of(atlas.tables, slugs)
    lines = stints.astype({"nation": "str"}).drop(columns="coalition")
    lines["open"] = lines["possible_until"].isna()
    lines["since_before"] = ~(lines["possible_from"] > first)
    sure_from = lines["member_from"].fillna(first)
    lines["sure"] = sure_from <= lines["member_until"].fillna(last)
    for name in _DAYS:
        lines[name] = lines[name].fillna(first if name.endswith("from") else last)
    inside = (lines["possible_from"] <= last) & (lines["possible_until"] >= first)
    lines = lines[inside].copy()
    for name in _DAYS:
        days = lines[name]
        lines[name] = days.where(days >= first, first).where(days <= last, last)
    lines = lines.sort_values(["possible_from", "member_from", "nation"], kind="stable")
    lines["row"] = pd.factorize(lines["nation"])[0]
    lines.insert(0, "lane", lane)
    return lines[lines["row"] < MOST_NATIONS].reset_index(drop=True)
