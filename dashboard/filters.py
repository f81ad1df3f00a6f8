"""What the filters mean, once, for every page (pure: a frame in, the kept frame out)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.atlas import Atlas
from dashboard.questions.facets import Facet, Mask, Numbers, facet_of, facet_of_lists
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


@dataclass(frozen=True, eq=False)
class Looked:
    """What the filters look at in each row of a frame, made ready once.

    `nations`: by how a row concerns a nation. `earliest` and `latest` are the days between which
    a row lies, not a day where open.
    """

    whole: pd.DataFrame
    nations: Mapping[NationRole, Facet]
    coalitions: Facet
    states: Facet
    earliest: npt.NDArray[np.datetime64]
    latest: npt.NDArray[np.datetime64]
    dated: Mask

    def codes(self, column: str) -> tuple[Numbers, list[str]]:
        """A column's values as numbers, and what each number stands for; -1 is none."""
        if column not in self._codes:
            codes, names = pd.factorize(self.whole[column])
            self._codes[column] = codes.astype(np.int64), [str(name) for name in names]
        return self._codes[column]

    @cached_property
    def _codes(self) -> dict[str, tuple[Numbers, list[str]]]:
        """As far as they were asked for."""
        return {}


@dataclass(frozen=True, eq=False)
class Passing:
    """Which rows of a frame pass, and which would but for having no date. Shared: do not change."""

    rows: Looked
    mask: Mask
    hidden: Mask

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The rows that pass, as they are numbered in the whole."""
        whole = self.rows.whole
        return whole if self.mask.all() else whole.take(np.flatnonzero(self.mask))

    def distinct(self, column: str) -> list[str]:
        """The different values of a column in the rows that pass, in the order of the whole's."""
        codes, names = self.rows.codes(column)
        found = np.unique(codes[self.mask])
        return [names[code] for code in found.tolist() if code >= 0]

    @cached_property
    def undated(self) -> int:
        """How many undated rows a date bound hides."""
        return int(np.count_nonzero(self.hidden))


def _looked_at(
    frame: pd.DataFrame,
    nations: Mapping[NationRole, Facet],
    coalitions: Facet,
    days: tuple[pd.Series, pd.Series, pd.Series],
) -> Looked:
    earliest, latest, dated = (column.to_numpy() for column in days)
    states = facet_of(frame["state"])
    return Looked(frame, nations, coalitions, states, earliest, latest, dated.astype(np.bool_))


@lru_cache(maxsize=2)
def _memberships(atlas: Atlas) -> Looked:
    frame = atlas.with_article("memberships")
    joined = frame["start_date"].notna()
    earliest = frame["start_date_earliest"].where(joined, frame["attested_on_earliest"])
    dated = joined | frame["attested_on"].notna() | frame["end_date"].notna()
    return _looked_at(
        frame, {NationRole.MENTIONED: facet_of(frame["nation"])}, facet_of(frame["coalition"]),
        (earliest, frame["end_date_latest"], dated),
    )  # fmt: skip


@lru_cache(maxsize=2)
def _announcements(atlas: Atlas) -> Looked:
    frame = atlas.with_article("announcements")
    by_event = frame["event_date"].notna()
    earliest = frame["event_date_earliest"].where(by_event, frame["date_earliest"])
    latest = frame["event_date_latest"].where(by_event, frame["date_latest"])
    return _looked_at(
        frame, {NationRole.MENTIONED: facet_of_lists(frame["nations"])},
        facet_of_lists(frame["coalitions"]), (earliest, latest, by_event | frame["date"].notna()),
    )  # fmt: skip


@lru_cache(maxsize=2)
def speeches_looked_at(atlas: Atlas) -> Looked:
    """The statements of an atlas, as the filters look at them."""
    return _statements(atlas.speeches)


def _statements(frame: pd.DataFrame) -> Looked:
    nations = {
        NationRole.NATIONALITY: facet_of(frame["nationality"]),
        NationRole.POST: facet_of(frame["post_nation"]),
        NationRole.MENTIONED: facet_of_lists(frame["nations"]),
    }
    days = (frame["date_earliest"], frame["date_latest"], frame["date"].notna())
    return _looked_at(frame, nations, facet_of_lists(frame["coalitions"]), days)


# One page asks for the same rows up to four times; what is kept is seldom of use to a second one.
@lru_cache(maxsize=16)
def keep_memberships(atlas: Atlas, filters: Filters) -> Passing:
    """Keep membership claims by nation, coalition, state, and their stated or attested days."""
    return _keep(atlas, _memberships(atlas), filters, ())


@lru_cache(maxsize=16)
def keep_announcements(atlas: Atlas, filters: Filters) -> Passing:
    """Keep announcements that name the nation or coalition, by the day announced or happened."""
    return _keep(atlas, _announcements(atlas), filters, ())


def keep_statements(atlas: Atlas, statements: pd.DataFrame, filters: Filters) -> Passing:
    """Keep statements; `statements` has the columns nationality and post_nation beside its own.

    A nation matches by the speaker's nationality, the nation of the post, or mention: any of
    the roles chosen, any at all by default.
    """
    if statements is atlas.speeches:
        return _keep_speeches(atlas, filters)
    return _keep(atlas, _statements(statements), filters, filters.roles)


@lru_cache(maxsize=16)
def _keep_speeches(atlas: Atlas, filters: Filters) -> Passing:
    return _keep(atlas, speeches_looked_at(atlas), filters, filters.roles)


def _keep(atlas: Atlas, rows: Looked, filters: Filters, roles: Iterable[NationRole]) -> Passing:
    """Keep what passes every filter; an undated row is hidden only while a date bound is set."""
    mask = np.ones(len(rows.whole), dtype=np.bool_)
    if filters.states:
        mask &= rows.states.having(filters.states)
    if filters.coalitions:
        mask &= rows.coalitions.having(with_children(atlas, filters.coalitions))
    if filters.nations:
        concerned = np.zeros(len(mask), dtype=np.bool_)
        for role in tuple(roles) or rows.nations:
            concerned |= rows.nations[role].having(filters.nations)
        mask &= concerned
    hidden = np.zeros(len(mask), dtype=np.bool_)
    if filters.first is not None or filters.last is not None:
        hidden = mask & ~rows.dated
        mask &= rows.dated
    if filters.first is not None:
        mask &= ~(rows.latest < np.datetime64(filters.first))
    if filters.last is not None:
        mask &= ~(rows.earliest > np.datetime64(filters.last))
    for shared in (mask, hidden):
        shared.setflags(write=False)
    return Passing(rows, mask, hidden)


def with_children(atlas: Atlas, coalitions: Iterable[str]) -> frozenset[str]:
    """Coalitions together with everything below them: a series includes its editions."""
    chosen: set[str] = set()
    for slug in coalitions:
        chosen |= atlas.coalition_children.get(slug, frozenset({slug}))
    return frozenset(chosen)


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
