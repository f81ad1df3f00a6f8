"""Exercises: nations take part in them, and having taken part is not undone when they end.

A series of exercises has those who took part in its editions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

import numpy as np
import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import with_children
from dashboard.palette import LEFT_OR_TOOK_PART, LOOKS, TOOK_PART, Look, Mark
from loaders import nations
from loaders.preference import OPEN_FUTURE, OPEN_PAST, day_numbers, days_of
from loaders.reference.models import CoalitionKind
from loaders.standing import State
from loaders.tables.frames import Frames

#: Each coalition with what its members are members of: itself, or the editions of a series.
Editions = Mapping[str, Sequence[str]]

_EXERCISES = [str(CoalitionKind.EXERCISE), str(CoalitionKind.EXERCISE_SERIES)]
#: The states of those who have taken part in an exercise by the day.
WHO_TOOK_PART = (State.MEMBER, State.LEFT)


@lru_cache(maxsize=2)
def exercises(atlas: Atlas) -> frozenset[str]:
    """The coalitions that are exercises, or series of them."""
    about = atlas.tables["coalitions"]
    return frozenset(about.loc[about["kind"].isin(_EXERCISES), "slug"].astype("str"))


def editions_of(atlas: Atlas, coalitions: Sequence[str]) -> dict[str, list[str]]:
    """What the members of each coalition are members of: itself, or the editions of a series."""
    about = atlas.tables["coalitions"]
    series = frozenset(
        about.loc[about["kind"] == CoalitionKind.EXERCISE_SERIES, "slug"].astype("str")
    )
    return {
        slug: sorted(with_children(atlas, [slug])) if slug in series else [slug]
        for slug in coalitions
    }


def looks_of(rows: pd.DataFrame, exercises: frozenset[str]) -> dict[Mark, Look]:
    """How the marks of a roster look: those whose exercise is over took part, they have not left.

    `rows`: coalition, mark.
    """
    over = rows.loc[rows["mark"] == Mark.LEFT, "coalition"].astype("str").isin(exercises)
    if not over.any():
        return LOOKS
    return {**LOOKS, Mark.LEFT: TOOK_PART if over.all() else LEFT_OR_TOOK_PART}


def look_of(mark: str, coalition: str, exercises: frozenset[str]) -> Look:
    """How one nation's mark in one coalition looks."""
    over = mark == Mark.LEFT and coalition in exercises
    return TOOK_PART if over else LOOKS[Mark(mark)]


def stints_within(
    stints: pd.DataFrame, editions: Editions, lasting: frozenset[str]
) -> pd.DataFrame:
    """Give the stints of coalitions, where those in `lasting` (exercises) have no end.

    `stints`: those of all `editions` (loaders.standing.stints_of). The same columns, coalition
    in the order of `editions`; one row per nation in an exercise, however many editions it took
    part in.
    """
    of = stints["coalition"].astype("str")
    parts = [
        _without_end(stints[of.isin(some)]).assign(coalition=slug)
        if slug in lasting
        else stints[of.isin(some)].assign(coalition=slug)
        for slug, some in editions.items()
    ]
    frame = pd.concat(parts, ignore_index=True) if parts else stints
    return frame.assign(coalition=pd.Categorical(frame["coalition"], list(editions)))


def _without_end(stints: pd.DataFrame) -> pd.DataFrame:
    """One row per nation from the first time it took part, or may have, with no end."""
    first = pd.DataFrame({
        "nation": stints["nation"].astype("str").to_numpy(),
        **{name: day_numbers(stints[name], OPEN_PAST) for name in ("possible_from", "member_from")},
        "never": (stints["member_from"] > stints["member_until"]).to_numpy(bool),
    }).groupby("nation", as_index=False).min()  # fmt: skip
    sure = ~first["never"].to_numpy(bool)
    ends = day_numbers(stints["member_until"], OPEN_FUTURE)
    never = int(ends.min(initial=OPEN_FUTURE))
    return pd.DataFrame({
        "nation": first["nation"],
        "possible_from": days_of(first["possible_from"].to_numpy(np.int64)),
        "member_from": days_of(first["member_from"].to_numpy(np.int64)),
        "member_until": days_of(np.where(sure, OPEN_FUTURE, never)),
        "possible_until": days_of(np.full(len(first), OPEN_FUTURE)),
    })  # fmt: skip


def participation(tables: Frames, stints: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """List who took part in which of some editions by a day; `stints` are those of the editions.

    One row per nation: nation, number, editions (tuple, by their first day); who took part most
    often comes first.
    """
    stints = stints[
        ~(stints["member_from"] > pd.Timestamp(as_of))
        & ~(stints["member_from"] > stints["member_until"])
    ]
    pairs = stints[["coalition", "nation"]].astype("str").drop_duplicates()
    about = tables["coalitions"].sort_values(["first_day_earliest", "slug"])
    order = {slug: place for place, slug in enumerate(about["slug"].astype("str"))}
    pairs = pairs.sort_values("coalition", key=lambda slugs: slugs.map(order))
    listed = pairs.groupby("nation")["coalition"].agg(tuple)
    frame = pd.DataFrame({
        "nation": listed.index.astype("str"), "number": [len(some) for some in listed],
        "editions": pd.Series(listed.tolist(), dtype=object),
    })  # fmt: skip
    frame = frame.sort_values("nation", key=lambda codes: codes.map(nations.name))
    return frame.sort_values("number", ascending=False, kind="stable", ignore_index=True)
