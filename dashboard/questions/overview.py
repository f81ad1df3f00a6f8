"""What the atlas holds, how fresh it is, and the answers to its three questions (pure)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import numpy as np
import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import (
    Filters,
    Passing,
    keep_announcements,
    keep_memberships,
    keep_statements,
)
from dashboard.questions.contributions import articles_passing, contributions
from dashboard.questions.events import events_kept
from dashboard.questions.facets import Mask, Numbers
from dashboard.questions.rosters import roster_of
from dashboard.records import values
from loaders.standing import State


@dataclass(frozen=True)
class Holdings:
    """How much is held, under a choice of filters; `newest` is the last dated publication."""

    articles: int
    publishers: int
    nations: int
    coalitions: int
    events: int
    statements: int
    officials: int
    newest: str | None


@dataclass(frozen=True)
class Speaker:
    """The official with the most statements, and how many."""

    official: str
    statements: int


@lru_cache(maxsize=128)
def holdings(atlas: Atlas, filters: Filters) -> Holdings:
    """Count what passes the filters."""
    articles = np.flatnonzero(articles_passing(atlas, filters))
    claims = keep_memberships(atlas, filters)
    counting = Passing(claims.rows, claims.mask & _counting(atlas), claims.hidden)
    said = keep_statements(atlas, atlas.speeches, filters)
    ages, published, publishers = _publications(atlas)
    dated = articles[ages[articles] >= 0]
    newest = dated[ages[dated].argmax()] if len(dated) else None
    return Holdings(
        articles=len(articles),
        publishers=len(np.unique(publishers[articles])),
        nations=len(counting.distinct("nation")),
        coalitions=len(counting.distinct("coalition")),
        events=len(keep_announcements(atlas, filters).distinct("event")),
        statements=int(np.count_nonzero(said.mask)),
        officials=len(said.distinct("official")),
        newest=None if newest is None else published[newest],
    )


@lru_cache(maxsize=2)
def _counting(atlas: Atlas) -> Mask:
    """Which claims are of membership that counts."""
    return atlas.with_article("memberships")["counts"].to_numpy(bool)


@lru_cache(maxsize=2)
def _publications(atlas: Atlas) -> tuple[Numbers, list[str | None], Numbers]:
    """Of each article, as in `contributions`: its place from the oldest on (-1: undated), its
    date, and its publisher as a number.
    """
    rows = contributions(atlas)
    latest, earliest = (rows[f"published_{side}"].to_numpy() for side in ("latest", "earliest"))
    order = np.lexsort((earliest, latest))
    ages = np.empty(len(rows), dtype=np.int64)
    ages[order] = np.arange(len(rows))
    ages[np.isnat(latest)] = -1
    return ages, values(rows["published"]), pd.factorize(rows["publisher"])[0].astype(np.int64)


@lru_cache(maxsize=128)
def newest_events(atlas: Atlas, filters: Filters, as_of: date) -> pd.DataFrame:
    """List events that had been announced by a day, the latest announced first."""
    rows = events_kept(atlas, keep_announcements(atlas, filters))
    latest = rows["latest"].to_numpy()
    by_then = np.flatnonzero(latest <= np.datetime64(as_of))
    names, ages = rows["event"].tolist(), latest.astype("int64").tolist()
    order = sorted(by_then.tolist(), key=lambda place: (-ages[place], names[place]))
    return rows.take(order).reset_index(drop=True)


@lru_cache(maxsize=128)
def events_since(atlas: Atlas, filters: Filters, first: date, last: date | None) -> int:
    """How many events the timeline shows from a day on, or from one day to another."""
    kept = keep_announcements(atlas, replace(filters, first=first, last=last)).frame
    return int(kept["event"].astype("str").nunique())


@lru_cache(maxsize=128)
def members_by_coalition(atlas: Atlas, as_of: date, known_by: date | None) -> dict[str, int]:
    """Count certain members of each coalition on a day, the largest first; none left out."""
    rows = roster_of(atlas, None, as_of, known_by)
    members = rows[rows["state"] == State.MEMBER]["coalition"].astype("str").value_counts()
    return {str(slug): int(number) for slug, number in members.items()}


@lru_cache(maxsize=128)
def most_quoted(atlas: Atlas, filters: Filters) -> Speaker | None:
    """Find the official with the most statements; None where nobody is named."""
    said = keep_statements(atlas, atlas.speeches, filters)
    codes, names = said.rows.codes("official")
    spoken = codes[said.mask]
    counts = np.bincount(spoken[spoken >= 0], minlength=len(names))
    if not counts.any():
        return None
    most = int(counts.max())
    return Speaker(min(names[n] for n in np.flatnonzero(counts == most)), most)
