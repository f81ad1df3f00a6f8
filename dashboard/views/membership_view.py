"""What the map page shows, worked out once per run and shared by its tabs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import numpy as np
import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import Filters, with_children
from dashboard.parts.address_bar import value
from dashboard.parts.controls import filters
from dashboard.questions.exercises import WHO_TOOK_PART, Editions, editions_of, exercises
from dashboard.questions.map_rows import one_each
from dashboard.questions.rosters import roster_of, vouched_for
from dashboard.questions.set_algebra import in_and_not_in, verdicts
from dashboard.views.membership_words import Asked, answer_sentence
from loaders.tables.frames import Frames

FIRST_SHOWN = "cspo"


@dataclass(frozen=True)
class MapView:
    """The coalitions shown, the day, the roster (one row per nation and coalition), the answer.

    `within`: the coalitions shown, a series of exercises by its `editions`, whose members it has;
    `exercises`: those of all coalitions that are exercises.

    `identity` tells two views apart, for what is drawn from them and kept.
    """

    shown: tuple[str, ...]
    within: tuple[str, ...]
    editions: Editions
    exercises: frozenset[str]
    left_out: tuple[str, ...]
    as_of: date
    known_by: date | None
    states: tuple[str, ...]
    tables: Frames
    rows: pd.DataFrame
    each: pd.DataFrame
    answer: tuple[str, ...]
    caption: str
    faded: frozenset[str]
    identity: str


def map_view(atlas: Atlas) -> MapView:
    """Give what the address asks for; worked out once for all sessions that ask the same."""
    shown, left_out = value("show") or (FIRST_SHOWN,), value("not_in")
    return view_of(atlas, shown, left_out, value("as_of"), value("known_by"), filters())


@lru_cache(maxsize=128)
def view_of(
    atlas: Atlas,
    shown: tuple[str, ...],
    left_out: tuple[str, ...],
    as_of: date,
    known_by: date | None,
    chosen: Filters,
) -> MapView:
    """The view under the filters: what they leave out fades."""
    view = _unfiltered(atlas, shown, left_out, as_of, known_by, chosen.states)
    clear = frozenset(view.each["nation"].astype("str")) - view.faded
    if chosen.nations:
        clear &= frozenset(chosen.nations)
    if chosen.coalitions and not with_children(atlas, chosen.coalitions) & set(shown):
        clear = frozenset()
    faded = frozenset(view.each["nation"].astype("str")) - clear
    identity = repr((atlas.version, shown, left_out, as_of, known_by, chosen))
    return replace(view, faded=faded, identity=identity)


@lru_cache(maxsize=64)
def _unfiltered(
    atlas: Atlas,
    shown: tuple[str, ...],
    left_out: tuple[str, ...],
    as_of: date,
    known_by: date | None,
    states: tuple[str, ...],
) -> MapView:
    """The view of all that those in `states` vouch for; what does not answer what is asked fades.

    Without an identity: that is told by the filters too.
    """
    editions = editions_of(atlas, (*shown, *left_out))
    trained = exercises(atlas)
    within = tuple(dict.fromkeys(one for slug in shown for one in editions[slug]))
    asked_for = dict.fromkeys(one for some in editions.values() for one in some)
    every = roster_of(atlas, asked_for, as_of, known_by, states=states)
    rows = every[every["coalition"].isin(within)].reset_index(drop=True)
    sets = {slug: _members(every, some, slug in trained) for slug, some in editions.items()}
    named = set(every["coalition"].astype("str"))
    silent = [slug for slug, some in editions.items() if named.isdisjoint(some)]
    answer = tuple(in_and_not_in(sets, shown, left_out))
    asked = len(shown) > 1 or bool(left_out)
    told = verdicts(every, sets, editions, shown, left_out) if asked else {}
    possibly = list(told.values()).count("possibly")
    question = Asked(shown, left_out, as_of, known_by, trained, silent, possibly)
    caption = answer_sentence(atlas, rows, sets, question)
    clear = frozenset(answer) if asked else frozenset(rows["nation"].astype("str"))
    if asked:
        rows = _answer_first(rows, told)
    each = one_each(rows)
    return MapView(
        shown=shown,
        within=within,
        editions=editions,
        exercises=trained,
        left_out=left_out,
        as_of=as_of,
        known_by=known_by,
        states=states,
        tables=vouched_for(atlas.tables, states),
        rows=rows,
        each=each,
        answer=answer,
        caption=caption,
        faded=frozenset(each["nation"].astype("str")) - clear,
        identity="",
    )


def _answer_first(rows: pd.DataFrame, told: Mapping[str, str]) -> pd.DataFrame:
    """Say of each row whether its nation is what was asked for (`answer`); who is comes first."""
    answers = [told[nation] for nation in rows["nation"].astype("str")]
    others = np.array([answer != "yes" for answer in answers], bool)
    order = np.argsort(others, kind="stable")
    return rows.assign(answer=answers).iloc[order].reset_index(drop=True)


def _members(rows: pd.DataFrame, slugs: Sequence[str], exercise: bool) -> frozenset[str]:
    """Who is in a coalition on the day; in an exercise, who has taken part by then."""
    states = WHO_TOOK_PART if exercise else ("member",)
    inside = rows[rows["coalition"].isin(slugs) & rows["state"].isin(states)]
    return frozenset(inside["nation"].astype("str"))
