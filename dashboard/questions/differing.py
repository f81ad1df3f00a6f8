"""Disagreements in words, and which of them a choice of filters keeps (pure)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import Filters, keep_announcements, keep_memberships
from dashboard.questions.disagreements import disagreements
from dashboard.records import records
from loaders import dates, nations

_FIELDS = {
    "start_date": "when it began", "end_date": "when it ended", "event_date": "when it happened",
    "date": "when it was announced", "kind": "what kind of event it is", "place": "where it was",
    "nationality": "the nationality",
}  # fmt: skip
_DATES = ("start_date", "end_date", "event_date", "date")


@dataclass(frozen=True)
class Differing:
    """One disagreement: what it is about, in which field, its claims (the displayed one first)."""

    key: str
    table: str
    title: str
    field: str
    rule: str
    claims: tuple[dict[str, Any], ...]

    @property
    def about(self) -> dict[str, str]:
        """The coalition, nation, event or official it is about."""
        first = self.claims[0]
        return {
            name: str(first[name])
            for name in ("coalition", "nation", "event", "official")
            if first[name]
        }


@lru_cache(maxsize=128)
def differing(atlas: Atlas, filters: Filters, tables: tuple[str, ...] = ()) -> list[Differing]:
    """List the disagreements of which some claim passes the filters, in some tables (all)."""
    rows = disagreements(atlas.tables)
    if tables:
        rows = rows[rows["table"].isin(tables)]
    if filters.active:
        passing = rows["claim"].isin(_passing(atlas, filters))
        rows = rows[rows["disagreement"].isin(rows.loc[passing, "disagreement"])]
    return [
        _differing(atlas, str(key), records(group))
        for key, group in rows.groupby("disagreement", sort=False)
    ]


def value_in_words(field: str, value: str) -> str:
    """A value as a reader wants it: dates and nations in words."""
    if field in _DATES:
        return dates.in_words(value)
    return nations.name(value) if field == "nationality" else value


def _differing(atlas: Atlas, key: str, claims: list[dict[str, Any]]) -> Differing:
    first = claims[0]
    field = _FIELDS.get(first["field"], first["field"])
    return Differing(key, first["table"], _title(atlas, first), field, first["rule"], tuple(claims))


def _title(atlas: Atlas, row: dict[str, Any]) -> str:
    if row["table"] == "memberships":
        coalition = atlas.coalition_names.get(row["coalition"], row["coalition"])
        status = row["subject"].split(" · ")[-1]
        return f"{nations.name(row['nation'])} in {coalition} ({status})"
    if row["table"] == "announcements":
        claims = atlas.tables["announcements"]
        return str(claims.loc[claims["id"] == row["claim"], "title"].iloc[0])
    who = atlas.official_names.get(row["official"], row["official"])
    post = row["subject"].split(" · ")[1:]
    return f"{who}: {', '.join(post)}" if post else str(who)


def _passing(atlas: Atlas, filters: Filters) -> pd.Series:
    """Keys of the claims that pass; posts and persons have no coalition and go by nation."""
    kept = [
        keep_memberships(atlas, filters).frame["id"],
        keep_announcements(atlas, filters).frame["id"],
    ]
    for table, column in (("posts", "organisation_nation"), ("persons", "nationality")):
        frame = atlas.tables[table]
        if filters.coalitions or filters.first or filters.last:
            continue
        if filters.states:
            frame = frame[frame["state"].isin(filters.states)]
        if filters.nations:
            frame = frame[frame[column].isin(filters.nations)]
        kept.append(frame["id"])
    keys: pd.Series = pd.concat(kept)
    return keys
