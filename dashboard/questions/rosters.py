"""Rosters of an atlas: how everybody stands today is worked out once, and each page takes its part.

Most visitors look at today, and most questions are about a few coalitions or one nation of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.questions.divided import Divided, divided
from dashboard.questions.divided_spans import DividedSpans, divided_spans
from dashboard.questions.marks import marked
from dashboard.questions.spans import Spans, spans
from loaders.standing import Known, read_known, standing, standing_on, stints_of
from loaders.tables.frames import Frames

_PAIR = ("coalition", "nation")
# Up to so many claims, how everybody stood on a day is no more work than how one nation did.
_FEW_CLAIMS = 5_000


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
    codes = None if nation is None else [nation]
    if as_of == date.today() and not (states or known_by):
        return _today(atlas, as_of).part(coalition=slugs, nation=codes)
    if len(atlas.tables["memberships"]) <= _FEW_CLAIMS:
        rows = _on(atlas, as_of, known_by, states).part(coalition=slugs, nation=codes)
    else:
        tables = vouched_for(atlas.tables, states)
        rows = marked(standing(tables, slugs, as_of, known_by, nations=codes))
    return rows[rows["claims"] > 0].reset_index(drop=True) if nation else rows


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
    slugs = None if coalitions is None else list(coalitions)
    codes = None if nations is None else list(nations)
    if not (states or known_by):
        every = _spans(atlas, horizon)
        if every.holds(slugs, codes):
            return every.part(slugs, codes)
    tables, stints = vouched_for(atlas.tables, states), None
    if not (states or known_by):
        stints = _stints(atlas).part(coalition=slugs, nation=codes)
    return spans(tables, horizon, coalitions=slugs, nations=codes, known_by=known_by, stints=stints)


def stints_for(
    atlas: Atlas,
    coalitions: Iterable[str],
    known_by: date | None = None,
    *,
    states: tuple[str, ...] = (),
) -> pd.DataFrame:
    """Give every unbroken membership in some coalitions: `loaders.standing.stints_of`."""
    slugs = list(coalitions)
    if states or known_by:
        return stints_of(vouched_for(atlas.tables, states), slugs, known_by)
    return _stints(atlas).part(coalition=slugs)


@lru_cache(maxsize=2)
def _today(atlas: Atlas, day: date) -> Divided:
    return divided(marked(standing(atlas.tables, None, day)), _PAIR)


@lru_cache(maxsize=48)
def _on(atlas: Atlas, day: date, known_by: date | None, states: tuple[str, ...]) -> Divided:
    return divided(marked(standing_on(_known(atlas, known_by, states), day)), _PAIR)


@lru_cache(maxsize=8)
def _known(atlas: Atlas, known_by: date | None, states: tuple[str, ...]) -> Known:
    return read_known(vouched_for(atlas.tables, states), None, known_by)


@lru_cache(maxsize=2)
def _stints(atlas: Atlas) -> Divided:
    return divided(stints_of(atlas.tables), _PAIR)


@lru_cache(maxsize=2)
def _spans(atlas: Atlas, horizon: date) -> DividedSpans:
    return divided_spans(atlas.tables, horizon, _stints(atlas).frame)
