"""Everything the tables hold on one nation or one coalition (pure)."""

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
    with_children,
)
from dashboard.questions.events import events_kept
from dashboard.questions.facets import Numbers
from dashboard.questions.rosters import roster_of, spans_of
from dashboard.questions.spans import Spans


@dataclass(frozen=True, eq=False)
class Dossier:
    """What is known of one nation or coalition, under a choice of filters.

    roster (standing on the day, marked), spans, claims (membership claims), events, statements
    (newest first), officials (official, by: why they are listed), articles (ids, newest first).
    """

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


@lru_cache(maxsize=256)
def of_nation(atlas: Atlas, code: str, filters: Filters, days: Days) -> Dossier:
    """Collect what concerns a nation; the filter on nations gives way to it. Shared by all."""
    chosen = replace(filters, nations=(code,))
    slugs = sorted(with_children(atlas, chosen.coalitions)) if chosen.coalitions else None
    claims = keep_memberships(atlas, chosen)
    rows = roster_of(
        atlas, slugs, days.as_of, days.known_by, states=chosen.states, nation=code
    )  # fmt: skip
    rows = rows[rows["state"] != "no evidence"].reset_index(drop=True)
    drawn = spans_of(
        atlas, slugs, days.today, days.known_by, states=chosen.states, nations=[code]
    )  # fmt: skip
    people = _officials_of_nation(atlas, code)
    return _dossier(atlas, chosen, rows, drawn, claims, people)


@lru_cache(maxsize=128)
def of_coalition(atlas: Atlas, slug: str, filters: Filters, days: Days) -> Dossier:
    """Collect what concerns a coalition with all below it; the filter gives way. Shared by all."""
    chosen = replace(filters, coalitions=(slug,))
    slugs = sorted(with_children(atlas, [slug]))
    rows = roster_of(atlas, slugs, days.as_of, days.known_by, states=chosen.states)
    wanted = list(chosen.nations) or None
    if wanted:
        rows = rows[rows["nation"].isin(wanted)]
    drawn = spans_of(
        atlas, slugs, days.today, days.known_by, states=chosen.states, nations=wanted
    )  # fmt: skip
    claims = keep_memberships(atlas, chosen)
    return _dossier(atlas, chosen, rows.reset_index(drop=True), drawn, claims, None)


def _dossier(
    atlas: Atlas,
    chosen: Filters,
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
    found: dict[str, str] = {}
    of_nation = atlas.nationalities
    for slug in of_nation[of_nation == code].index:
        found[str(slug)] = "nationality"
    posts = atlas.tables["posts"]
    for slug in posts[posts["organisation_nation"] == code]["official"].astype("str").unique():
        found[slug] = "nationality and post" if slug in found else "post"
    order = [slug for slug in atlas.official_names if slug in found]
    return pd.DataFrame({"official": order, "by": [found[slug] for slug in order]})
