"""What the atlas holds, how fresh it is, and the answers to its three questions (pure)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import Filters, keep_announcements, keep_memberships, keep_statements
from dashboard.questions.contributions import keep_articles
from dashboard.questions.events import events
from dashboard.questions.rosters import roster_of

_YEAR = timedelta(days=365)


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
    articles = keep_articles(atlas, filters)
    claims = keep_memberships(atlas, filters).frame
    said = keep_statements(atlas, atlas.speeches, filters).frame
    dated = articles[articles["published_latest"].notna()]
    newest = dated.sort_values(["published_latest", "published_earliest"])["published"]
    counted = claims[claims["counts"]]
    return Holdings(
        articles=len(articles),
        publishers=int(articles["publisher"].astype("str").nunique()),
        nations=int(counted["nation"].astype("str").nunique()),
        coalitions=int(counted["coalition"].astype("str").nunique()),
        events=int(keep_announcements(atlas, filters).frame["event"].astype("str").nunique()),
        statements=len(said),
        officials=int(said["official"].astype("str").nunique()),
        newest=str(newest.iloc[-1]) if len(newest) else None,
    )


@lru_cache(maxsize=128)
def newest_events(atlas: Atlas, filters: Filters, as_of: date) -> pd.DataFrame:
    """List events that had been announced by a day, the latest announced first."""
    rows = events(atlas.tables, keep_announcements(atlas, filters).frame)
    return rows[rows["latest"] <= pd.Timestamp(as_of)].sort_values(
        ["latest", "event"], ascending=[False, True], ignore_index=True
    )


def events_within_a_year(rows: pd.DataFrame, as_of: date) -> tuple[date, int]:
    """The day a year before, and how many events lie after it for sure."""
    first = as_of - _YEAR
    return first, int((rows["earliest"] >= pd.Timestamp(first)).sum())


@lru_cache(maxsize=128)
def members_by_coalition(atlas: Atlas, as_of: date, known_by: date | None) -> dict[str, int]:
    """Count certain members of each coalition on a day, the largest first; none left out."""
    rows = roster_of(atlas, None, as_of, known_by)
    members = rows[rows["state"] == "member"]["coalition"].astype("str").value_counts()
    return {str(slug): int(number) for slug, number in members.items()}


@lru_cache(maxsize=128)
def most_quoted(atlas: Atlas, filters: Filters) -> Speaker | None:
    """Find the official with the most statements; None where nobody is named."""
    said = keep_statements(atlas, atlas.speeches, filters).frame
    counts = said["official"].dropna().astype("str").value_counts()
    if counts.empty:
        return None
    best = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))[0]
    return Speaker(str(best[0]), int(best[1]))
