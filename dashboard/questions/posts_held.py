"""The posts of an atlas's officials: worked out once for all of them, each page takes its part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.questions.divided_spans import DividedSpans, divided_spans
from dashboard.questions.spans import Spans, spans
from dashboard.questions.tenures import as_memberships, post_holders, tenure_claims
from loaders.standing import stints_of
from loaders.tables.frames import Frames


@dataclass(frozen=True, eq=False)
class _Tenures:
    """Everybody's claims about posts, as claims of membership, and the times in post."""

    tables: Frames
    stints: pd.DataFrame


@lru_cache(maxsize=2)
def all_post_holders(atlas: Atlas, today: date) -> pd.DataFrame:
    """Give `post_holders` of everybody as known on a day. Shared: do not change it."""
    return post_holders(atlas.tables, today)


def posts_as_spans(atlas: Atlas, officials: Sequence[str], horizon: date) -> Spans:
    """Give some officials' posts as spans of time: `coalition` is the key of the post.

    What `Spans` says of membership holds for the post: stated means that a claim states when it
    was taken up.
    """
    people, all_spans = list(officials), all_posts_as_spans(atlas, horizon)
    if all_spans.holds(None, people):
        return all_spans.part(None, people)
    every = _tenures(atlas)
    claims, stints = every.tables["memberships"], every.stints
    own = claims[claims["nation"].isin(people)]
    mine = stints[stints["nation"].isin(people)].reset_index(drop=True)
    return spans({**every.tables, "memberships": own}, horizon, stints=mine)


@lru_cache(maxsize=2)
def all_posts_as_spans(atlas: Atlas, horizon: date) -> DividedSpans:
    """Give everybody's posts as spans of time."""
    every = _tenures(atlas)
    return divided_spans(every.tables, horizon, every.stints)


@lru_cache(maxsize=2)
def _tenures(atlas: Atlas) -> _Tenures:
    tables = as_memberships(atlas.tables, tenure_claims(atlas.tables))
    return _Tenures(tables, stints_of(tables))
