"""Who held which post on a day.

A post is a person, a title and an organisation; claims about it follow the same rule as
claims about membership (loaders.standing): stated dates, attestations, silence after them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from dashboard.questions.informal_titles import formal_titles
from loaders.preference import of_articles
from loaders.standing import standing, stints_of
from loaders.tables.frames import Frames

_SEPARATOR = "\x1f"


def post_holders(
    tables: Frames,
    as_of: date,
    known_by: date | None = None,
    *,
    officials: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Tell who stood how to which post on a day, one row per person and post.

    Columns: key, official, title, organisation (empty where not named), organisation_nation,
    rank, acting, state (as for memberships: "member" means in post, "left" no longer), start, end
    and their bounds, first_attested, last_attested, next_attested, sources, claims, claim (the one
    that decided), article, evidence. Order: official, then the post held first.
    """
    claims = tenure_claims(tables)
    if officials is not None:
        claims = claims[claims["nation"].isin(list(officials))]
    frame = standing(as_memberships(tables, claims), None, as_of, known_by)
    named = _preferred(tables, claims).set_index("key")
    keys = frame["coalition"].astype("str")
    about = named.reindex(keys)[["title", "organisation", "organisation_nation", "rank"]]
    about.index = frame.index
    about["acting"] = (frame["status"] == "acting").to_numpy()
    rows = pd.concat([frame[["nation"]].rename(columns={"nation": "official"}), about], axis=1)
    rest = frame.drop(columns=["coalition", "nation", "status", "other_status", "why"])
    rows = pd.concat([rows, rest], axis=1).assign(key=keys.to_numpy())
    return rows.sort_values(
        ["official", "start_earliest", "first_attested"], kind="stable", ignore_index=True
    )


def tenures(tables: Frames, known_by: date | None = None) -> pd.DataFrame:
    """Give each unbroken time in a post, as far as the claims go.

    Columns: key (of the post), official, possible_from, member_from, member_until,
    possible_until (days, as for memberships).
    """
    claims = tenure_claims(tables)
    found = stints_of(as_memberships(tables, claims), None, known_by)
    return found.rename(columns={"coalition": "key", "nation": "official"})


def tenure_claims(tables: Frames) -> pd.DataFrame:
    """Give post claims as claims of standing, with the column key (of person and post).

    One spoken of as past, with no end stated, had ended by the day it was attested or published.
    A title that the press shortened ("head") is that of the post which it means.
    """
    posts = tables["posts"]
    posts = posts.assign(title=formal_titles(posts))
    organisation = posts["organisation"].astype("str").fillna("")
    key = posts["official"].astype("str")
    for part in (posts["title"], organisation):
        key = key.str.cat(part.str.casefold().str.strip(), sep=_SEPARATOR)
    acting = posts["acting"].to_numpy(dtype=bool)
    claims = posts.assign(
        key=key, coalition=key.astype("category"), nation=posts["official"], counts=True,
        status=pd.Categorical(np.where(acting, "acting", "in post")),
    )  # fmt: skip
    past = (claims["former"] & claims["end_date"].isna()).to_numpy(dtype=bool)
    known = tables["articles"].set_index("id")["known_from"]
    published = known.reindex(claims["article"].astype("str")).set_axis(claims.index)
    shown = claims["attested_on_latest"].fillna(published)
    by_then = "../" + shown.dt.strftime("%Y-%m-%d")
    attested = ("attested_on", "attested_on_earliest", "attested_on_latest")
    return claims.assign(
        end_date=claims["end_date"].where(~past, by_then),
        end_date_latest=claims["end_date_latest"].where(~past, shown),
        **{name: claims[name].where(~past) for name in attested},
    )


def as_memberships(tables: Frames, claims: pd.DataFrame) -> Frames:
    """The tables as `standing` reads them, with claims about posts for those of membership."""
    return {
        "memberships": claims,
        "articles": tables["articles"],
        "coalitions": tables["coalitions"].iloc[:0],
    }


def _preferred(tables: Frames, claims: pd.DataFrame) -> pd.DataFrame:
    """The preferred claim of each post: nearest tier, then the one public first."""
    ranks = of_articles(tables, claims["article"])
    order = np.lexsort((ranks["known"], ranks["tier"], claims["former"]))
    return claims.iloc[order].drop_duplicates("key")


def post_in_words(title: pd.Series[Any], organisation: pd.Series[Any]) -> pd.Series[Any]:
    """Write posts as `Commander, U.S. Space Command`."""
    named = organisation.astype("str")
    return title.where(named.isna(), title.str.cat(named, sep=", "))
