"""Everything the tables hold on one nation or one coalition (pure)."""

from __future__ import annotations

from collections.abc import Hashable
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
    with_children,
)
from dashboard.questions.events import events_kept
from dashboard.questions.facets import Numbers
from dashboard.questions.rosters import roster_of, spans_of
from dashboard.questions.spans import Spans
from dashboard.records import records
from loaders.standing import State


@dataclass(frozen=True, eq=False)
class Dossier:
    """What is known of one nation or coalition, under a choice of filters.

    roster (standing on the day, marked), spans, claims (membership claims), events, statements
    (newest first), officials (official, by: why they are listed), articles (ids, newest first).
    `told`: all that decides it, for what is worked out of it and kept.
    """

    told: Hashable

    roster: pd.DataFrame
    spans: Spans
    claims: pd.DataFrame
    events: pd.DataFrame
    statements: pd.DataFrame
    officials: pd.DataFrame
    articles: tuple[str, ...]

    def of_mark_state(self, state: str) -> pd.DataFrame:
        """The rows of the roster that are in one state."""
        return self.roster[self.roster["state"] == state]


@dataclass(frozen=True)
class Days:
    """The days a dossier goes by: as of, known by (None: all is known), and the horizon."""

    as_of: date
    known_by: date | None
    today: date


def of_nation(atlas: Atlas, code: str, filters: Filters, days: Days) -> Dossier:
    """Collect what concerns a nation; the filter on nations gives way to it. Shared by all."""
    return _of_nation(atlas, code, replace(filters, nations=(code,)), days)


@lru_cache(maxsize=256)
def _of_nation(atlas: Atlas, code: str, chosen: Filters, days: Days) -> Dossier:
    slugs = sorted(with_children(atlas, chosen.coalitions)) if chosen.coalitions else None
    claims = keep_memberships(atlas, chosen)
    rows = roster_of(
        atlas, slugs, days.as_of, days.known_by, states=chosen.states, nation=code
    )  # fmt: skip
    rows = rows[rows["state"] != State.NO_EVIDENCE].reset_index(drop=True)
    drawn = spans_of(
        atlas, slugs, days.today, days.known_by, states=chosen.states, nations=[code]
    )  # fmt: skip
    people = _officials_of_nation(atlas, code)
    told = ("nation", code, chosen, days)
    return _dossier(atlas, chosen, told, rows, drawn, claims, people)


def of_coalition(atlas: Atlas, slug: str, filters: Filters, days: Days) -> Dossier:
    """Collect what concerns a coalition with all below it; the filter gives way. Shared by all."""
    return _of_coalition(atlas, slug, replace(filters, coalitions=(slug,)), days)


@lru_cache(maxsize=128)
def _of_coalition(atlas: Atlas, slug: str, chosen: Filters, days: Days) -> Dossier:
    slugs = sorted(with_children(atlas, [slug]))
    rows = roster_of(atlas, slugs, days.as_of, days.known_by, states=chosen.states)
    wanted = list(chosen.nations) or None
    if wanted:
        rows = rows[rows["nation"].isin(wanted)]
    drawn = spans_of(
        atlas, slugs, days.today, days.known_by, states=chosen.states, nations=wanted
    )  # fmt: skip
    claims = keep_memberships(atlas, chosen)
    told = ("coalition", slug, chosen, days)
    return _dossier(atlas, chosen, told, rows.reset_index(drop=True), drawn, claims, None)


def _dossier(
    atlas: Atlas,
    chosen: Filters,
    told: Hashable,
    rows: pd.DataFrame,
    drawn: Spans,
    claims: Passing,
    officials: pd.DataFrame | None,
) -> Dossier:
    announced, spoken = (
        keep_announcements(atlas, chosen),
        keep_statements(atlas, atlas.speeches, chosen),
    )
    newest = _newest_first(atlas)
    said = atlas.speeches.take(newest[spoken.mask[newest]])
    if officials is None:
        named = dict.fromkeys(said["official"].dropna().astype("str"), "spoke on it")
        for slug in (slug for listed in announced.frame["officials"] for slug in listed):
            named.setdefault(str(slug), "named in its announcements")
        officials = pd.DataFrame({"official": list(named), "by": list(named.values())})
    found = dict.fromkeys(
        article for some in (claims, announced, spoken) for article in some.distinct("article")
    )
    ages = _ages(atlas)
    return Dossier(
        told=told,
        roster=rows,
        spans=drawn,
        claims=claims.frame,
        events=events_kept(atlas, announced),
        statements=said,
        officials=officials,
        articles=tuple(sorted(found, key=lambda article: ages[article])),
    )


@lru_cache(maxsize=2)
def _newest_first(atlas: Atlas) -> Numbers:
    """The statements by the latest possible day, the newest first, undated ones last."""
    frame = atlas.speeches[["date_latest", "id"]].reset_index(drop=True)
    order = frame.sort_values(["date_latest", "id"], ascending=[False, True]).index
    return order.to_numpy(dtype=np.int64)


@lru_cache(maxsize=2)
def _ages(atlas: Atlas) -> dict[str, int]:
    """A number for each article that grows with its age: one for those known on the same day."""
    known = atlas.tables["articles"].set_index("id")["known_from"]
    ranks = known.rank(method="min", ascending=False, na_option="bottom").astype("int64")
    return dict(zip(ranks.index.astype("str"), ranks.tolist(), strict=True))


def _officials_of_nation(atlas: Atlas, code: str) -> pd.DataFrame:
    """Its nationals, and those who hold or held one of its posts."""
    nationals, holders = _by_nation(atlas)
    found = dict.fromkeys(nationals.get(code, ()), "nationality")
    for slug in holders.get(code, ()):
        found[slug] = "nationality and post" if slug in found else "post"
    order = sorted(
        (slug for slug in found if slug in atlas.official_places),
        key=atlas.official_places.__getitem__,
    )
    return pd.DataFrame({"official": order, "by": [found[slug] for slug in order]})


@lru_cache(maxsize=2)
def _by_nation(atlas: Atlas) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """By nation: its nationals, and those who hold or held one of its posts."""
    nationals: dict[str, list[str]] = {}
    for slug, nation in atlas.nationalities.items():
        nationals.setdefault(str(nation), []).append(str(slug))
    posts = atlas.tables["posts"][["organisation_nation", "official"]].astype("str")
    holders: dict[str, list[str]] = {}
    for row in records(posts.dropna().drop_duplicates()):
        holders.setdefault(row["organisation_nation"], []).append(row["official"])
    return nationals, holders
