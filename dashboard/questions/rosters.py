"""Rosters of an atlas: how everybody stands today is worked out once, and each page takes its part.

Most visitors look at today, and most questions are about a few coalitions or one nation of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.questions.marks import marked
from dashboard.questions.spans import Spans, spans
from loaders.standing import standing, stints_of
from loaders.tables.frames import Frames


def vouched_for(tables: Frames, states: tuple[str, ...]) -> Frames:
    """The tables with the membership claims of some review states only; empty = all."""
    if not states:
        return tables
    claims = tables["memberships"]
    return {**tables, "memberships": claims[claims["state"].isin(states)]}


def roster_of(
    atlas: Atlas,
    coalitions: Iterable[str] | None,
    as_of: date,
    known_by: date | None = None,
    *,
    states: tuple[str, ...] = (),
    nation: str | None = None,
) -> pd.DataFrame:
    """Give the standing of every nation (or one) in some coalitions (None: all) with its mark.

    The columns of `loaders.standing.standing` and `mark`; one row per nation and coalition that
    any claim names.
    """
    slugs = None if coalitions is None else list(coalitions)
    if states or known_by or as_of != date.today():
        tables, nations = vouched_for(atlas.tables, states), [nation] if nation else None
        rows = marked(standing(tables, slugs, as_of, known_by, nations=nations))
        return rows[rows["claims"] > 0].reset_index(drop=True) if nation else rows
    return _part(_today(atlas, as_of), slugs, nation)


def spans_of(
    atlas: Atlas,
    coalitions: Iterable[str] | None,
    horizon: date,
    known_by: date | None = None,
    *,
    states: tuple[str, ...] = (),
    nations: Iterable[str] | None = None,
) -> Spans:
    """Give the memberships of some coalitions and nations (None: all) as spans to a horizon."""
    tables = vouched_for(atlas.tables, states)
    slugs = None if coalitions is None else list(coalitions)
    codes = None if nations is None else list(nations)
    stints = None if states or known_by else _stints(atlas)
    if stints is not None:
        stints = _part(stints, slugs, codes)
    return spans(tables, horizon, coalitions=slugs, nations=codes, known_by=known_by, stints=stints)


@lru_cache(maxsize=2)
def _today(atlas: Atlas, day: date) -> pd.DataFrame:
    return marked(standing(atlas.tables, None, day))


@lru_cache(maxsize=2)
def _stints(atlas: Atlas) -> pd.DataFrame:
    return stints_of(atlas.tables)


def _part(
    rows: pd.DataFrame, coalitions: list[str] | None, nations: str | list[str] | None
) -> pd.DataFrame:
    """The rows of some coalitions and nations, a frame of its own."""
    if coalitions is not None:
        rows = rows[rows["coalition"].isin(coalitions)]
    if nations is not None:
        rows = rows[rows["nation"].isin([nations] if isinstance(nations, str) else nations)]
    for name in ("coalition", "nation"):
        rows = rows.assign(**{name: rows[name].cat.remove_unused_categories()})
    return rows.reset_index(drop=True)
