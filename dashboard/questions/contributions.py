"""What each article contributed: how many facts of each kind, and which (pure)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import Filters, keep_announcements, keep_memberships, keep_statements
from dashboard.questions.facets import Mask
from dashboard.records import records
from dashboard.summaries import standing_claimed, summary
from loaders import nations
from loaders.facts.models import FREE_RIGHTS
from loaders.tables.declaration import FACT_TABLES

KINDS = tuple(table.name for table in FACT_TABLES)
_COLUMNS = [
    "id", "title", "publisher", "published", "published_earliest", "published_latest", "known_from",
    "tier", "rights", "kind", "state", "via", "url", "copy_group", "text_path", "text_sha256",
    "language",
]  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One fact of an article, or several of one kind that rest on the very same passages.

    `table` is the kind; `facts` are the keys; `spans` the offsets in the held body.
    """

    table: str
    summary: str
    facts: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


@lru_cache(maxsize=4)
def contributions(atlas: Atlas) -> pd.DataFrame:
    """One row per article, the newest first and undated ones last: what it is and what it gave.

    Its own columns, and one per fact table, `facts` (their sum), `passages` (evidence quoted
    verbatim), `verbatim` (their share of all its evidence, empty where it has none), `held` (its
    body is in the data directory). Shared: do not change it.
    """
    tables = atlas.tables
    frame = tables["articles"][_COLUMNS].copy()
    for kind in KINDS:
        counts = tables[kind]["article"].astype("str").value_counts()
        frame[kind] = frame["id"].map(counts).fillna(0).astype("int64")
    frame["facts"] = frame[list(KINDS)].sum(axis=1)
    evidence = tables["evidence"]
    quoted = evidence["exact"].notna().groupby(evidence["article"].astype("str"))
    frame["passages"] = frame["id"].map(quoted.sum()).fillna(0).astype("int64")
    frame["verbatim"] = frame["id"].map(quoted.mean())
    frame["held"] = frame["text_sha256"].notna()
    return frame.sort_values(
        ["published_latest", "id"], ascending=[False, True], na_position="last", ignore_index=True
    )


def keep_articles(atlas: Atlas, filters: Filters) -> pd.DataFrame:
    """Keep articles: nation and coalition by the facts they gave, days by publication.

    An article whose day is not stated counts from the day it was retrieved.
    """
    return contributions(atlas)[articles_passing(atlas, filters)]


@lru_cache(maxsize=64)
def articles_passing(atlas: Atlas, filters: Filters) -> Mask:
    """Which rows of `contributions` the filters keep. Shared: do not change it."""
    frame = contributions(atlas)
    mask = np.ones(len(frame), dtype=np.bool_)
    if filters.states:
        mask &= frame["state"].isin(filters.states).to_numpy(bool)
    if filters.nations or filters.coalitions:
        about = Filters(filters.nations, filters.roles, filters.coalitions)
        places, given = _places(atlas), np.zeros(len(frame), dtype=np.bool_)
        for some in (
            keep_memberships(atlas, about),
            keep_announcements(atlas, about),
            keep_statements(atlas, atlas.speeches, about),
        ):
            given[[places[article] for article in some.distinct("article")]] = True
        mask &= given
    if filters.first:
        latest = frame["published_latest"].fillna(frame["known_from"])
        mask &= ~(latest < pd.Timestamp(filters.first)).to_numpy(bool)
    if filters.last:
        earliest = frame["published_earliest"].fillna(frame["known_from"])
        mask &= ~(earliest > pd.Timestamp(filters.last)).to_numpy(bool)
    mask.setflags(write=False)
    return mask


@lru_cache(maxsize=2)
def _places(atlas: Atlas) -> dict[str, int]:
    """Where each article stands in `contributions`."""
    return {article: place for place, article in enumerate(contributions(atlas)["id"])}


@lru_cache(maxsize=256)
def entries(atlas: Atlas, article: str) -> tuple[Entry, ...]:
    """List what an article contributed, in the order of the text where its body is held.

    Memberships that rest on the same passages and say the same of several nations are one
    entry: a list of ten members is read once.
    """
    evidence = atlas.tables["evidence"]
    own = evidence[evidence["article"] == article]
    places: dict[str, list[tuple[Any, ...]]] = {}
    for row in records(own.sort_values("id")):
        place = (row["start"], row["end"], row["exact"], row["note"])
        places.setdefault(row["fact"], []).append(place)
    found = []
    for kind in KINDS:
        table = atlas.tables[kind]
        rows = records(table[table["article"] == article])
        groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
        for row in rows:
            groups.setdefault(_same(kind, row, places.get(row["id"], [])), []).append(row)
        found += [_entry(atlas, kind, some, places) for some in groups.values()]
    order = {kind: number for number, kind in enumerate(KINDS)}
    found.sort(key=lambda e: (e.spans[0] if e.spans else (10**9, 0), order[e.table], e.facts))
    return tuple(found)


def _same(kind: str, row: dict[str, Any], places: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """What facts must have in common to be shown as one entry."""
    if kind != "memberships":
        return (row["id"],)
    said = tuple(row[name] for name in ("status", "start_date", "end_date", "attested_on"))
    where = tuple(place[:3] for place in places)
    return (row["coalition"], *said, where)


def _entry(
    atlas: Atlas, kind: str, rows: list[dict[str, Any]], places: dict[str, list[tuple[Any, ...]]]
) -> Entry:
    text = summary(atlas, kind, rows[0])
    if len(rows) > 1:
        coalition = atlas.coalition_names.get(rows[0]["coalition"], rows[0]["coalition"])
        named = ", ".join(sorted(nations.name(row["nation"]) for row in rows))
        said = standing_claimed(rows[0])
        said = said[:1].lower() + said[1:]
        text = f"{coalition}: {named} — {said}"
    spans = dict.fromkeys(
        (int(start), int(end))
        for row in rows
        for start, end, *_ in places.get(row["id"], [])
        if start is not None
    )
    return Entry(kind, text, tuple(row["id"] for row in rows), tuple(spans))


def is_free(rights: str) -> bool:
    """Whether a body with these rights may be shown whole to anyone."""
    return rights in FREE_RIGHTS
