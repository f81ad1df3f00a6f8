"""Disagreements in words, and which of them a choice of filters keeps (pure)."""

from __future__ import annotations

from collections.abc import Mapping
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
    found = [one for one in _every(atlas) if not tables or one.table in tables]
    if not filters.active:
        return found
    passing = frozenset(_passing(atlas, filters))
    return [one for one in found if any(claim["claim"] in passing for claim in one.claims)]


@lru_cache(maxsize=2)
def _every(atlas: Atlas) -> tuple[Differing, ...]:
    """All disagreements: compared once, whatever is filtered afterwards."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in records(disagreements(atlas.tables)):
        groups.setdefault(str(row["disagreement"]), []).append(row)
    titles = dict(zip(*(atlas.tables["announcements"][name] for name in ("id", "title")),
                      strict=True))  # fmt: skip
    return tuple(_differing(atlas, key, claims, titles) for key, claims in groups.items())


def value_in_words(field: str, value: str) -> str:
    """A value as a reader wants it: dates and nations in words."""
    if field in _DATES:
        return dates.in_words(value)
    return nations.name(value) if field == "nationality" else value


def _differing(
    atlas: Atlas, key: str, claims: list[dict[str, Any]], titles: Mapping[str, str]
) -> Differing:
    first = claims[0]
    field = _FIELDS.get(first["field"], first["field"])
    title = _title(atlas, first, titles)
    return Differing(key, first["table"], title, field, first["rule"], tuple(claims))


def _title(atlas: Atlas, row: dict[str, Any], titles: Mapping[str, str]) -> str:
    if row["table"] == "memberships":
        coalition = atlas.coalition_names.get(row["coalition"], row["coalition"])
        status = row["subject"].split(" · ")[-1]
        return f"{nations.name(row['nation'])} in {coalition} ({status})"
    if row["table"] == "announcements":
        return titles[row["claim"]]
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
