"""Announcements grouped by event: one row per event, the claim displayed chosen by rule 5."""

from __future__ import annotations

import pandas as pd

from loaders import dates
from loaders.preference import TIERS
from loaders.tables.frames import Frames

_COLUMNS = ["event", "title", "kind", "date", "event_date", "place", "claim"]


def events(tables: Frames, claims: pd.DataFrame) -> pd.DataFrame:
    """Group announcement claims (with their articles' columns) by event, in order of time.

    One row per event: event, title, kind and its label, date, event_date and place as the
    preferred claim has them (nearest tier, then more precise, then public earlier; what it
    leaves out comes from the next), nations, coalitions and officials of all claims, claims,
    sources (copies not counted), claim (key of the preferred one), earliest and latest (days),
    precise (one day, both bounds stated: `../2022-09-19` is not), duration (all days count), by
    (`happened` or `announced`).
    """
    if claims.empty:
        return _dated(
            pd.DataFrame(
                columns=[
                    *_COLUMNS,
                    "nations",
                    "coalitions",
                    "officials",
                    "claims",
                    "sources",
                    "kind_label",
                ]
            )
        )
    ranked = _ranked(claims)
    groups = ranked.groupby("event", observed=True, sort=False)
    chosen = groups[["title", "kind", "date", "event_date", "place", "id"]].first()
    for name in ("nations", "coalitions", "officials"):
        chosen[name] = groups[name].agg(_union)
    chosen["claims"] = groups.size()
    chosen["sources"] = groups["article_copy_group"].nunique()
    rows = chosen.rename(columns={"id": "claim"}).reset_index()
    rows["event"] = rows["event"].astype("str")
    rows["kind_label"] = rows["kind"].astype("str").str.capitalize()
    return _dated(rows)


def _ranked(claims: pd.DataFrame) -> pd.DataFrame:
    """The preferred claim of each event first."""
    order = {tier: number for number, tier in enumerate(TIERS)}
    happened = (claims["event_date_latest"] - claims["event_date_earliest"]).dt.days
    announced = (claims["date_latest"] - claims["date_earliest"]).dt.days
    keys = claims.assign(
        _tier=claims["article_tier"].astype("str").map(order).fillna(len(order)),
        _days=happened.fillna(announced).fillna(10**6),
    )
    return keys.sort_values(["_tier", "_days", "article_known_from", "id"], kind="stable")


def _union(lists: pd.Series) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for items in lists for item in items))


def _dated(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the days that place an event in time: its own where known, else its announcement's."""
    by_event = rows["event_date"].notna()
    used = rows["event_date"].where(by_event, rows["date"])
    spans = [dates.bounds(text) if isinstance(text, str) else dates.OPEN for text in used]
    first = pd.to_datetime(pd.Series([s.earliest or s.latest for s in spans], dtype=object))
    last = pd.to_datetime(pd.Series([s.latest or s.earliest for s in spans], dtype=object))
    rows = rows.reset_index(drop=True).assign(
        earliest=first.to_numpy(), latest=last.to_numpy(),
        precise=[s.earliest is not None and s.earliest == s.latest for s in spans],
        duration=[isinstance(text, str) and dates.is_duration(text) for text in used],
        by=["happened" if own else "announced" for own in by_event],
    )  # fmt: skip
    return rows.sort_values(["earliest", "event"], kind="stable").reset_index(drop=True)


def lanes(rows: pd.DataFrame) -> pd.DataFrame:
    """Give one row per event and coalition (`lane`; empty where none is named), dated ones only."""
    dated = rows[rows["earliest"].notna()].copy()
    dated["lane"] = [list(slugs) or [""] for slugs in dated["coalitions"]]
    return dated.explode("lane", ignore_index=True)
