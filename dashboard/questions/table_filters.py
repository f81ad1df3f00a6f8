"""Which rows of any table the filters keep: the same meaning as on every other page (pure)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import (
    Filters,
    Kept,
    keep_announcements,
    keep_memberships,
    keep_statements,
    with_children,
)
from dashboard.questions.contributions import keep_articles
from loaders.tables.declaration import FACT_TABLES

_ABOUT_PEOPLE = {"posts": "organisation_nation", "persons": "nationality"}


@lru_cache(maxsize=16)
def keep_rows(atlas: Atlas, table: str, filters: Filters) -> Kept:
    """Keep the rows of a table, and say how many undated ones a date bound hides.

    Posts and persons go by their own nation; having no coalition and seldom a day, they stand
    in an article that the filters on those keep, as problems do. Evidence goes with its fact,
    an official and a coalition with the facts that name them.
    """
    frame = atlas.tables[table]
    if not filters.active:
        return Kept(frame)
    return _KEEPERS[table](atlas, frame, filters)


def _memberships(atlas: Atlas, frame: pd.DataFrame, filters: Filters) -> Kept:
    kept = keep_memberships(atlas, filters)
    return Kept(frame[kept.mask], kept.undated)


def _announcements(atlas: Atlas, frame: pd.DataFrame, filters: Filters) -> Kept:
    kept = keep_announcements(atlas, filters)
    return Kept(frame[kept.mask], kept.undated)


def _statements(atlas: Atlas, frame: pd.DataFrame, filters: Filters) -> Kept:
    kept = keep_statements(atlas, atlas.speeches, filters)
    return Kept(frame[kept.mask], kept.undated)


def _articles(atlas: Atlas, frame: pd.DataFrame, filters: Filters) -> Kept:
    return Kept(frame[frame["id"].isin(keep_articles(atlas, filters)["id"])])


def _problems(atlas: Atlas, frame: pd.DataFrame, filters: Filters) -> Kept:
    return Kept(frame[frame["article"].isin(keep_articles(atlas, filters)["id"])])


def _about_people(table: str) -> Callable[[Atlas, pd.DataFrame, Filters], Kept]:
    column = _ABOUT_PEOPLE[table]

    def keep(atlas: Atlas, frame: pd.DataFrame, filters: Filters) -> Kept:
        if filters.states:
            frame = frame[frame["state"].isin(filters.states)]
        if filters.nations:
            frame = frame[frame[column].isin(filters.nations)]
        rest = replace(filters, nations=(), roles=(), states=())
        if rest.active:
            frame = frame[frame["article"].isin(keep_articles(atlas, rest)["id"])]
        return Kept(frame)

    return keep


def _evidence(atlas: Atlas, frame: pd.DataFrame, filters: Filters) -> Kept:
    facts = [keep_rows(atlas, table.name, filters).frame["id"] for table in FACT_TABLES]
    return Kept(frame[frame["fact"].isin(pd.concat(facts))])


def _officials(atlas: Atlas, frame: pd.DataFrame, filters: Filters) -> Kept:
    tables = ("posts", "persons", "statements")
    named = [keep_rows(atlas, table, filters).frame["official"].astype("str") for table in tables]
    return Kept(frame[frame["slug"].isin(pd.concat(named))])


def _coalitions(atlas: Atlas, frame: pd.DataFrame, filters: Filters) -> Kept:
    if filters.coalitions:
        frame = frame[frame["slug"].isin(with_children(atlas, filters.coalitions))]
    about = replace(filters, coalitions=())
    if about.active:
        kept = keep_memberships(atlas, about).frame["coalition"].astype("str")
        frame = frame[frame["slug"].isin(kept)]
    return Kept(frame)


_KEEPERS: dict[str, Callable[[Atlas, pd.DataFrame, Filters], Kept]] = {
    "memberships": _memberships, "announcements": _announcements, "statements": _statements,
    "articles": _articles, "problems": _problems, "evidence": _evidence,
    "officials": _officials, "coalitions": _coalitions,
    **{table: _about_people(table) for table in _ABOUT_PEOPLE},
}  # fmt: skip
