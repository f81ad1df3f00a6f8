"""What the filters mean, once, for every page (pure: a frame in, the kept frame out)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

import numpy as np
import pandas as pd

from dashboard.atlas import Atlas
from loaders import dates, nations


class NationRole(StrEnum):
    """How a statement can concern a nation."""

    NATIONALITY = "speaker"
    POST = "post"
    MENTIONED = "mentioned"


ROLE_LABELS = {
    NationRole.NATIONALITY: "Speaker's nationality",
    NationRole.POST: "Nation of the speaker's post",
    NationRole.MENTIONED: "Mentioned in the statement",
}


_ROLE_WORDS = {
    NationRole.NATIONALITY: "by officials from",
    NationRole.POST: "by officials in posts of",
    NationRole.MENTIONED: "that mention",
}


@dataclass(frozen=True)
class Filters:
    """The visitor's choice. Empty means everything; dates are inclusive."""

    nations: tuple[str, ...] = ()
    roles: tuple[NationRole, ...] = ()
    coalitions: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    states: tuple[str, ...] = ()

    @property
    def active(self) -> list[str]:
        """The names of the fields that narrow something."""
        fields = ("nations", "coalitions", "first", "last", "states")
        return [name for name in fields if getattr(self, name)]

    def without(self, field: str) -> Filters:
        """The same choice with one field loosened."""
        empty: tuple[str, ...] | None = None if field in ("first", "last") else ()
        changed = replace(self, **{field: empty})  # type: ignore[arg-type]
        return replace(changed, roles=()) if field == "nations" else changed


@dataclass(frozen=True)
class Kept:
    """The rows that pass, and how many undated ones a date bound hides. Shared: do not change."""

    frame: pd.DataFrame
    undated: int = 0


# One page asks for the same rows up to four times; what is kept is seldom of use to a second one.
@lru_cache(maxsize=16)
def keep_memberships(atlas: Atlas, filters: Filters) -> Kept:
    """Keep membership claims by nation, coalition, state, and their stated or attested days."""
    frame = atlas.with_article("memberships")
    frame = _keep_common(atlas, frame, filters, "coalition")
    if filters.nations:
        frame = frame[frame["nation"].isin(filters.nations)]
    if not _bounded(filters):
        return Kept(frame)
    joined = frame["start_date"].notna()
    earliest = frame["start_date_earliest"].where(joined, frame["attested_on_earliest"])
    dated = joined | frame["attested_on"].notna() | frame["end_date"].notna()
    return _keep_days(frame, earliest, frame["end_date_latest"], filters, dated=dated)


@lru_cache(maxsize=16)
def keep_announcements(atlas: Atlas, filters: Filters) -> Kept:
    """Keep announcements that name the nation or coalition, by the day announced or happened."""
    frame = _keep_common(atlas, atlas.with_article("announcements"), filters, "coalitions")
    if filters.nations:
        frame = frame[_any_of(frame["nations"], filters.nations)]
    if not _bounded(filters):
        return Kept(frame)
    by_event = frame["event_date"].notna()
    earliest = frame["event_date_earliest"].where(by_event, frame["date_earliest"])
    latest = frame["event_date_latest"].where(by_event, frame["date_latest"])
    return _keep_days(frame, earliest, latest, filters, dated=by_event | frame["date"].notna())


def keep_statements(atlas: Atlas, statements: pd.DataFrame, filters: Filters) -> Kept:
    """Keep statements; `statements` has the columns nationality and post_nation beside its own.

    A nation matches by the speaker's nationality, the nation of the post, or mention: any of
    the roles chosen, any at all by default.
    """
    if statements is atlas.speeches:
        return _keep_speeches(atlas, filters)
    return _keep_statements(atlas, statements, filters)


@lru_cache(maxsize=16)
def _keep_speeches(atlas: Atlas, filters: Filters) -> Kept:
    return _keep_statements(atlas, atlas.speeches, filters)


def _keep_statements(atlas: Atlas, statements: pd.DataFrame, filters: Filters) -> Kept:
    frame = _keep_common(atlas, statements, filters, "coalitions")
    if filters.nations:
        roles = filters.roles or tuple(NationRole)
        kept = pd.Series(False, index=frame.index)
        for role in roles:
            kept |= _concerns(frame, role, filters.nations)
        frame = frame[kept]
    if not _bounded(filters):
        return Kept(frame)
    return _keep_days(
        frame, frame["date_earliest"], frame["date_latest"], filters, dated=frame["date"].notna()
    )


def _concerns(frame: pd.DataFrame, role: NationRole, wanted: Iterable[str]) -> pd.Series:
    if role is NationRole.MENTIONED:
        return _any_of(frame["nations"], wanted)
    column = "nationality" if role is NationRole.NATIONALITY else "post_nation"
    return frame[column].isin(list(wanted))


def _keep_common(atlas: Atlas, frame: pd.DataFrame, filters: Filters, column: str) -> pd.DataFrame:
    if filters.states:
        frame = frame[frame["state"].isin(filters.states)]
    if not filters.coalitions:
        return frame
    wanted = with_children(atlas, filters.coalitions)
    if column == "coalition":
        return frame[frame[column].isin(wanted)]
    return frame[_any_of(frame[column], wanted)]


def with_children(atlas: Atlas, coalitions: Iterable[str]) -> frozenset[str]:
    """Coalitions together with everything below them: a series includes its editions."""
    chosen: set[str] = set()
    for slug in coalitions:
        chosen |= atlas.coalition_children.get(slug, frozenset({slug}))
    return frozenset(chosen)


def _any_of(lists: pd.Series, wanted: Iterable[str]) -> pd.Series:
    sought = frozenset(wanted)
    none = np.fromiter(map(sought.isdisjoint, lists.to_numpy()), dtype=bool, count=len(lists))
    return pd.Series(~none, index=lists.index)


def _bounded(filters: Filters) -> bool:
    return filters.first is not None or filters.last is not None


def _keep_days(
    frame: pd.DataFrame, earliest: pd.Series, latest: pd.Series, filters: Filters, dated: pd.Series
) -> Kept:
    """Keep what the bounds overlap; an undated row is hidden only while a bound is set."""
    kept = dated.copy()
    if filters.first is not None:
        kept &= ~(latest < pd.Timestamp(filters.first))
    if filters.last is not None:
        kept &= ~(earliest > pd.Timestamp(filters.last))
    return Kept(frame[kept], int((~dated).sum()))


@dataclass(frozen=True)
class Loosening:
    """One filter that could be let go, and how many rows that would show."""

    field: str
    label: str
    rows: int


LABELS = {
    "nations": "the nations",
    "coalitions": "the coalitions",
    "first": "the first day",
    "last": "the last day",
    "states": "the review state",
}


def loosenings(count: Callable[[Filters], int], filters: Filters) -> list[Loosening]:
    """Say for each active filter how many rows would show without it, most first."""
    options = [
        Loosening(field, LABELS[field], count(filters.without(field))) for field in filters.active
    ]
    return sorted((o for o in options if o.rows), key=lambda option: -option.rows)


def in_english(atlas: Atlas, filters: Filters, what: str, *, said: bool = False) -> str:
    """Say in English what is shown: `12 statements on CSpO, 1 Apr 2024 to today`.

    `said`: these are statements, which the roles of a nation narrow:
    `12 statements by officials from the United States on CSpO, 1 Apr 2024 to today`.
    """
    words = what
    if filters.nations:
        named = _listed((nations.in_sentence(code) for code in filters.nations), "or")
        roles = [_ROLE_WORDS[role] for role in filters.roles] if said else []
        words += f" {', or '.join(roles) or 'concerning'} {named}"
    if filters.coalitions:
        names = (atlas.coalition_names.get(slug, slug) for slug in filters.coalitions)
        words += f" on {_listed(names, 'or')}"
    if filters.states:
        words += f", {_listed(filters.states, 'or')} only"
    return words + _period(filters)


def _period(filters: Filters) -> str:
    first = dates.in_words(filters.first.isoformat()) if filters.first else None
    last = dates.in_words(filters.last.isoformat()) if filters.last else None
    if first and last:
        return f", {first} to {last}"
    if first:
        return f", {first} to today"
    return f", up to {last}" if last else ""


def _listed(items: Iterable[str], conjunction: str = "and") -> str:
    every = list(items)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} {conjunction} {every[-1]}"
