"""Announcements grouped by event: one row per event, the claim displayed chosen by rule 5."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import Passing
from dashboard.records import records
from loaders import dates
from loaders.preference import TIERS, day_numbers
from loaders.tables.frames import Frames

_OWN = ["title", "kind", "date", "event_date", "place"]
_ALL = ["nations", "coalitions", "officials"]
_TEXTS = ["event", *_OWN, "claim", "kind_label", "by"]
_LAST = 10**9

Row = dict[str, Any]


def events(tables: Frames, claims: pd.DataFrame) -> pd.DataFrame:
    """Group announcement claims (with their articles' columns) by event, in order of time.

    One row per event: event, title, kind and its label, date, event_date and place as the
    preferred claim has them (nearest tier, then more precise, then public earlier; what it
    leaves out comes from the next), nations, coalitions and officials of all claims, claims,
    sources (copies not counted), claim (key of the preferred one), earliest and latest (days),
    precise (one day, both bounds stated: `../2022-09-19` is not), duration (all days count), by
    (`happened` or `announced`).
    """
    rows = _rows(claims)
    return _frame([_event(event, some) for event, some in _by_event(rows).items()])


def events_kept(atlas: Atlas, kept: Passing) -> pd.DataFrame:
    """Give `events` of the announcements that pass: what is known of each claim is kept.

    Shared where all pass: do not change it.
    """
    every = _every(atlas)
    if kept.mask.all():
        return every.frame
    rows = [row for place, row in every.rows if kept.mask[place]]
    whole, parts = [], []
    for event, some in _by_event(rows).items():
        if len(some) == every.claims[event]:
            whole.append(every.places[event])
        else:
            parts.append(_event(event, some))
    if not parts:
        return every.frame.take(sorted(whole)).reset_index(drop=True)
    return _frame([*(every.events[place] for place in whole), *parts])


@dataclass(frozen=True, eq=False)
class _Every:
    """All announcements of an atlas: the claims with their places, the preferred first; the
    number of claims of each event; and the events in order, with the place of each.
    """

    rows: list[tuple[int, Row]]
    claims: dict[str, int]
    events: list[Row]
    places: dict[str, int]
    frame: pd.DataFrame


@lru_cache(maxsize=2)
def _every(atlas: Atlas) -> _Every:
    claims = atlas.with_article("announcements")
    rows = _rows(claims)
    groups = _by_event(rows)
    found = _in_order([_event(event, some) for event, some in groups.items()])
    places = {row["event"]: place for place, row in enumerate(found)}
    numbered = list(zip(_preferred_first(claims), rows, strict=True))
    return _Every(
        numbered, {event: len(some) for event, some in groups.items()}, found, places, _frame(found)
    )


def _rows(claims: pd.DataFrame) -> list[Row]:
    """What an event takes from its claims, the preferred claim first."""
    rows = records(claims[["id", "event", "article_copy_group", *_OWN, *_ALL]])
    return [rows[place] for place in _preferred_first(claims)]


def _by_event(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["event"], []).append(row)
    return groups


def _in_order(found: list[Row]) -> list[Row]:
    return sorted(found, key=lambda row: (row["earliest"] or date.max, row["event"]))


def _frame(found: list[Row]) -> pd.DataFrame:
    """Events as a frame, in order of time."""
    found = _in_order(found)
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


def _event(event: str, claims: list[Row]) -> Row:
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
