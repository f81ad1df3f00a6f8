"""What the map page shows, worked out once per run and shared by its tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import Filters, with_children
from dashboard.parts.address_bar import value
from dashboard.parts.controls import filters
from dashboard.parts.text import counted
from dashboard.questions.map_rows import one_each
from dashboard.questions.rosters import roster_of, vouched_for
from dashboard.questions.set_algebra import Members, in_and_not_in
from loaders import dates, nations
from loaders.tables.frames import Frames

FIRST_SHOWN = "cspo"
_NAMED = 12
_SERIES = "exercise series"


@dataclass(frozen=True)
class MapView:
    """The coalitions shown, the day, the roster (one row per nation and coalition), the answer.

    `within`: the coalitions shown, a series of exercises by its editions, whose members it has.

    `identity` tells two views apart, for what is drawn from them and kept.
    """

    shown: tuple[str, ...]
    within: tuple[str, ...]
    left_out: tuple[str, ...]
    as_of: date
    known_by: date | None
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
    return _worked_out(atlas, shown, left_out, value("as_of"), value("known_by"), filters())


@lru_cache(maxsize=128)
def _worked_out(
    atlas: Atlas,
    shown: tuple[str, ...],
    left_out: tuple[str, ...],
    as_of: date,
    known_by: date | None,
    chosen: Filters,
) -> MapView:
    tables = vouched_for(atlas.tables, chosen.states)
    editions = {slug: _editions(atlas, slug) for slug in (*shown, *left_out)}
    within = tuple(dict.fromkeys(one for slug in shown for one in editions[slug]))
    asked_for = dict.fromkeys(one for some in editions.values() for one in some)
    every = roster_of(atlas, asked_for, as_of, known_by, states=chosen.states)
    rows = every[every["coalition"].isin(within)].reset_index(drop=True)
    sets = {slug: _members(every, some) for slug, some in editions.items()}
    silent = [slug for slug, some in editions.items() if not every["coalition"].isin(some).any()]
    answer = tuple(in_and_not_in(sets, shown, left_out))
    caption = answer_sentence(atlas, rows, sets, shown, left_out, as_of, known_by, silent)
    asked = len(shown) > 1 or bool(left_out)
    clear = frozenset(answer) if asked else frozenset(rows["nation"].astype("str"))
    if asked:
        rows = _answer_first(rows, answer)
    if chosen.nations:
        clear &= frozenset(chosen.nations)
    if chosen.coalitions and not with_children(atlas, chosen.coalitions) & set(shown):
        clear = frozenset()
    each = one_each(rows)
    faded = frozenset(each["nation"].astype("str")) - clear
    identity = repr((atlas.version, shown, left_out, as_of, known_by, chosen))
    return MapView(
        shown,
        within,
        left_out,
        as_of,
        known_by,
        tables,
        rows,
        each,
        answer,
        caption,
        faded,
        identity,
    )


def _answer_first(rows: pd.DataFrame, answer: tuple[str, ...]) -> pd.DataFrame:
    """Say of each row whether its nation answers what was asked (`in_answer`); those come first."""
    rows = rows.assign(in_answer=rows["nation"].isin(answer).to_numpy(bool))
    return rows.sort_values("in_answer", ascending=False, kind="stable").reset_index(drop=True)


def _editions(atlas: Atlas, slug: str) -> list[str]:
    """What a coalition's members are members of: itself, or the editions of a series."""
    about = atlas.tables["coalitions"]
    if (about.loc[about["slug"] == slug, "kind"] == _SERIES).any():
        return sorted(with_children(atlas, [slug]))
    return [slug]


def _members(rows: pd.DataFrame, slugs: list[str]) -> frozenset[str]:
    inside = rows[rows["coalition"].isin(slugs) & (rows["state"] == "member")]
    return frozenset(inside["nation"].astype("str"))


def answer_sentence(
    atlas: Atlas,
    rows: pd.DataFrame,
    sets: Members,
    shown: tuple[str, ...],
    left_out: tuple[str, ...],
    as_of: date,
    known_by: date | None,
    silent: Sequence[str] = (),
) -> str:
    """Say what the map shows, as the answer to what was asked.

    `CSpO: 10 members on 5 Dec 2025.` or `In CSpO but not in Olympic Defender on 5 Dec 2025:
    3 nations (Italy, Japan and Norway).` Silence is no "none": of those in `silent` no source
    names a member, and the sentence says so. `rows`: the roster of those in `shown`.
    """
    names = [atlas.coalition_names.get(slug, slug) for slug in shown]
    day = dates.in_words(as_of.isoformat())
    tail = f", by what was known on {dates.in_words(known_by.isoformat())}" if known_by else ""
    if len(shown) == 1 and not left_out:
        maybe, over = (
            rows.loc[rows["state"] == s, "nation"].nunique() for s in ("possibly", "left")
        )
        more = f", and possibly {maybe} more" if maybe else ""
        more += f", {over} whose part has ended" if over else ""
        inside = len(sets[shown[0]])
        members = counted(inside, "member") if inside else "no member known"
        return f"{names[0]}: {members} on {day}{more}{tail}."
    found = sorted(nations.name(code) for code in in_and_not_in(sets, shown, left_out))
    without = [atlas.coalition_names.get(slug, slug) for slug in left_out]
    asked = f"In {_and(names)}" + (f" but not in {_and(without, 'or')}" if without else "")
    listed = f" ({_and(found)})" if 0 < len(found) <= _NAMED else ""
    unnamed = _and([atlas.coalition_names.get(slug, slug) for slug in silent], "or")
    silence = f" No source here names a member of {unnamed}: that is not a no." if silent else ""
    return f"{asked} on {day}{tail}: {counted(len(found), 'nation')}{listed}.{silence}"


def _and(items: list[str], conjunction: str = "and") -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"
