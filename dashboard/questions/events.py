"""Announcements grouped by event: one row per event, the claim displayed chosen by rule 5."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from dashboard.records import records
from loaders import dates
from loaders.preference import TIERS, day_numbers
from loaders.tables.frames import Frames

_OWN = ["title", "kind", "date", "event_date", "place"]
_ALL = ["nations", "coalitions", "officials"]
_TEXTS = ["event", *_OWN, "claim", "kind_label", "by"]
_LAST = 10**9


def events(tables: Frames, claims: pd.DataFrame) -> pd.DataFrame:
    """Group announcement claims (with their articles' columns) by event, in order of time.

    One row per event: event, title, kind and its label, date, event_date and place as the
    preferred claim has them (nearest tier, then more precise, then public earlier; what it
    leaves out comes from the next), nations, coalitions and officials of all claims, claims,
    sources (copies not counted), claim (key of the preferred one), earliest and latest (days),
    precise (one day, both bounds stated: `../2022-09-19` is not), duration (all days count), by
    (`happened` or `announced`).
    """
    order = _preferred_first(claims)
    rows = records(claims[["id", "event", "article_copy_group", *_OWN, *_ALL]])
    groups: dict[str, list[dict[str, Any]]] = {}
    for place in order:
        groups.setdefault(rows[place]["event"], []).append(rows[place])
    found = [_event(event, some) for event, some in groups.items()]
    found.sort(key=lambda row: (row["earliest"] or date.max, row["event"]))
    columns = {name: [row[name] for row in found] for name in _COLUMNS}
    days = {name: np.array(columns[name], dtype="datetime64[s]") for name in ("earliest", "latest")}
    texts = {name: pd.array(columns[name], dtype="str") for name in _TEXTS}
    lists = {name: pd.Series(columns[name], dtype=object) for name in _ALL}
    return pd.DataFrame({**columns, **texts, **lists, **days})


_COLUMNS = [
    "event", *_OWN, "claim", *_ALL, "claims", "sources", "kind_label", "earliest", "latest",
    "precise", "duration", "by",
]  # fmt: skip


def _preferred_first(claims: pd.DataFrame) -> list[int]:
    """The places of the claims: nearest tier, then fewest days, then public earlier, then key."""
    tiers = {tier: number for number, tier in enumerate(TIERS)}
    tier = [tiers.get(name, len(tiers)) for name in claims["article_tier"].astype("str")]
    happened, announced = (
        (claims[f"{name}_latest"] - claims[f"{name}_earliest"]).dt.days
        for name in ("event_date", "date")
    )
    days = happened.fillna(announced).fillna(_LAST).tolist()
    known = day_numbers(claims["article_known_from"], _LAST).tolist()
    keys = list(zip(tier, days, known, claims["id"].tolist(), strict=True))
    return sorted(range(len(claims)), key=keys.__getitem__)


def _event(event: str, claims: list[dict[str, Any]]) -> dict[str, Any]:
    """One event out of its claims, the preferred one first."""
    own = {
        name: next((claim[name] for claim in claims if claim[name] is not None), None)
        for name in _OWN
    }
    used = own["event_date"] or own["date"]
    span = dates.bounds(used) if used else dates.OPEN
    return {
        "event": event, **own, "claim": claims[0]["id"],
        **{name: tuple(dict.fromkeys(item for claim in claims for item in claim[name]))
           for name in _ALL},
        "claims": len(claims),
        "sources": len({claim["article_copy_group"] for claim in claims} - {None}),
        "kind_label": own["kind"].capitalize() if own["kind"] else None,
        "earliest": span.earliest or span.latest, "latest": span.latest or span.earliest,
        "precise": span.earliest is not None and span.earliest == span.latest,
        "duration": used is not None and dates.is_duration(used),
        "by": "happened" if own["event_date"] else "announced",
    }  # fmt: skip


def lanes(rows: pd.DataFrame) -> pd.DataFrame:
    """Give one row per event and coalition (`lane`; empty where none is named), dated ones only."""
    dated = rows[rows["earliest"].notna()].copy()
    dated["lane"] = [list(slugs) or [""] for slugs in dated["coalitions"]]
    return dated.explode("lane", ignore_index=True)
