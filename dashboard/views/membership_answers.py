"""The growth and overlap tabs of the map page."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pyarrow as pa
import streamlit as st

from dashboard.atlas import Atlas
from dashboard.charts.growth import growth
from dashboard.charts.overlap import upset
from dashboard.palette import surface
from dashboard.parts.figure import as_table, figure
from dashboard.parts.keeping import as_sent, kept_part
from dashboard.parts.text import counted, escape, escape_html, shortened
from dashboard.questions.exercises import Editions, editions_of, participation, stints_within
from dashboard.questions.growth import invitation_to_accession, members_over_time, order_of_joining
from dashboard.questions.rosters import roster_of, stints_for
from dashboard.questions.set_algebra import (
    Members,
    by_number_of_coalitions,
    likeness,
    members,
    overlaps,
)
from dashboard.records import records
from dashboard.views.membership_map import chart_sources
from dashboard.views.membership_view import MapView
from loaders import dates, nations

_MOST_OVERLAPS = 24
_NAMED = 6
# "Oman becomes the 61st signatory", where the articles read name 51.
_COUNTED = "Counted are nations that a source here names: there may be more."


@dataclass(frozen=True)
class _Grown:
    """The growth tab: its figure, sentence and table, who joined when, and who waited how long."""

    drawn: go.Figure
    caption: str
    steps: pa.Table
    joining: dict[str, pa.Table]
    waits: list[str]


def growth_tab(atlas: Atlas, view: MapView, *, alone: bool = False) -> None:
    """Members over time, and the order in which they joined; `alone`: the chart only."""
    names = {slug: atlas.coalition_names[slug] for slug in view.shown}
    grown = kept_part(atlas, _told("growth", view), lambda: _grown(atlas, view, names))
    if grown is None:
        st.info("No membership is known of here by this day.")
        return
    figure(grown.drawn, "growth", grown.caption)
    st.caption(f"{escape(grown.caption)} {_COUNTED}")
    chart_sources(atlas, view, alone=alone)
    if alone:
        return
    as_table(grown.steps, "growth")
    for slug, name in names.items():
        what = "Who took part" if slug in view.exercises else "Order of joining"
        with st.expander(escape(f"{what}: {shortened(name)}"), expanded=len(names) == 1):
            st.dataframe(grown.joining[slug], hide_index=True, key=f"joining_{slug}")
    for sentence in grown.waits:
        st.markdown(escape(sentence))


def _told(name: str, view: MapView) -> tuple[Hashable, ...]:
    """All that decides a tab: the filters for nations and coalitions narrow neither."""
    theme = st.context.theme.type
    return (name, view.shown, view.as_of, view.known_by, view.states, theme, date.today())


def _grown(atlas: Atlas, view: MapView, names: dict[str, str]) -> _Grown | None:
    editions = {slug: view.editions[slug] for slug in view.shown}
    stints = stints_within(_stints(atlas, view, editions), editions, view.exercises)
    steps = members_over_time(view.tables, view.shown, view.as_of, stints=stints)
    if steps.empty:
        return None
    standing = [slug for slug in view.shown if slug not in view.exercises]
    waits = invitation_to_accession(view.tables, standing, view.known_by)
    trained = view.exercises.intersection(names)
    axis = "Nations" if trained else "Members"
    return _Grown(
        growth(steps, names, surface(st.context.theme.type), axis),
        growth_sentence(steps, names, trained),
        as_sent(steps_frame(steps, names)),
        {slug: as_sent(_joined_frame(atlas, view, slug)) for slug in names},
        [wait_sentence(atlas, row) for row in records(waits)],
    )


def _joined_frame(atlas: Atlas, view: MapView, slug: str) -> pd.DataFrame:
    trained = slug in view.exercises
    return (editions_frame if trained else joining_frame)(atlas, view, slug)


def _stints(atlas: Atlas, view: MapView, editions: Editions) -> pd.DataFrame:
    """Every unbroken membership in any of the editions, by what was known."""
    every = dict.fromkeys(one for some in editions.values() for one in some)
    return stints_for(atlas, every, view.known_by, states=view.states)


def editions_frame(atlas: Atlas, view: MapView, slug: str) -> pd.DataFrame:
    """Who took part in which editions of an exercise, in words."""
    stints = _stints(atlas, view, {slug: view.editions[slug]})
    rows = records(participation(view.tables, stints, view.as_of))
    return pd.DataFrame({
        "Nation": [nations.name(row["nation"]) for row in rows],
        "Editions": [row["number"] for row in rows],
        "Which": [", ".join(atlas.coalition_names[s] for s in row["editions"]) for row in rows],
    })  # fmt: skip


def steps_frame(steps: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """The steps in words: each day on which a number changes."""
    return pd.DataFrame({
        "Coalition": [names[slug] for slug in steps["coalition"]],
        "From": [dates.in_words(day.date().isoformat()) for day in steps["day"]],
        "Certain members": steps["certain"].to_numpy(),
        "With possible ones": steps["possible"].to_numpy(),
    })  # fmt: skip


def growth_sentence(
    steps: pd.DataFrame, names: dict[str, str], trained: frozenset[str] = frozenset()
) -> str:
    """Say what the steps show: `CSpO: from 4 members on 31 Dec 2014 to 10 on 5 Dec 2025.`

    In an exercise, one of those in `trained`, nations have taken part by a day.
    """
    sentences = []
    for slug, name in names.items():
        rows = steps[(steps["coalition"] == slug) & (steps["certain"] > 0)]
        if slug in trained:
            sentences.append(f"{name}: {_trained(rows)}.")
            continue
        if rows.empty:
            sentences.append(f"{name}: no certain member.")
            continue
        first, last = rows.iloc[0], rows.iloc[-1]
        opening, closing = (dates.in_words(row["day"].date().isoformat()) for row in (first, last))
        if opening == closing:
            members = counted(int(last["certain"]), "certain member")
            sentences.append(f"{name}: {members} on {closing}.")
            continue
        sentences.append(
            f"{name}: from {counted(int(first['certain']), 'certain member')} on {opening} "
            f"to {int(last['certain'])} on {closing}."
        )
    return " ".join(sentences)


def _trained(rows: pd.DataFrame) -> str:
    if rows.empty:
        return "no nation that took part for certain"
    first, last = rows.iloc[0], rows.iloc[-1]
    opening, closing = (dates.in_words(row["day"].date().isoformat()) for row in (first, last))
    by_then = f"{int(last['certain'])} that had taken part by {closing}"
    if first["certain"] == last["certain"]:
        return f"{counted(int(last['certain']), 'nation')} took part, from {opening}"
    return f"from {counted(int(first['certain']), 'nation')} on {opening} to {by_then}"


def joining_frame(atlas: Atlas, view: MapView, slug: str) -> pd.DataFrame:
    """The order of joining in words."""
    stand = roster_of(atlas, [slug], view.as_of, view.known_by, states=view.states)
    rows = records(order_of_joining(view.tables, slug, view.as_of, rows=stand))
    return pd.DataFrame({
        "Place": [row["place"] for row in rows],
        "Nation": [nations.name(row["nation"]) for row in rows],
        "Joined": [_joined(row) for row in rows],
        "Sources": [row["sources"] for row in rows],
    })  # fmt: skip


def _joined(row: dict[str, Any]) -> str:
    if row["start"]:
        return dates.in_words(row["start"])
    latest = row["latest"]
    return f"by {dates.in_words(latest.date().isoformat())} (attested)" if latest else "not stated"


def wait_sentence(atlas: Atlas, row: dict[str, Any]) -> str:
    """Say how long a nation took from invitation to accession."""
    least, most = int(row["days_least"]), int(row["days_most"])
    span = counted(least, "day") if least == most else f"{least:,} to {counted(most, 'day')}"
    return (
        f"{nations.name(row['nation'])} took {span} from invitation to accession in "
        f"{atlas.coalition_names[row['coalition']]}."
    )


@dataclass(frozen=True)
class _Overlaps:
    """The overlap tab: its figure, sentence and tables, and the coalitions compared."""

    drawn: go.Figure
    caption: str
    overlaps: pa.Table
    by_number: pa.Table
    likeness: pa.Table
    coalitions: tuple[str, ...]


def overlap_tab(atlas: Atlas, view: MapView, *, alone: bool = False) -> None:
    """Which nations share which of the coalitions; `alone`: the chart with its caption."""
    found = kept_part(atlas, _told("overlap", view), lambda: _overlaps(atlas, view))
    if found is None:
        st.info("No coalition chosen has a member on this day.")
        return
    figure(found.drawn, "overlap", found.caption)
    narrow = " All coalitions with members are compared; choose several above to narrow."
    st.caption(escape(found.caption) + (narrow if len(view.shown) == 1 else ""))
    chart_sources(atlas, view, found.coalitions, alone=alone)
    if alone:
        return
    as_table(found.overlaps, "overlap")
    with st.expander("Nations by number of coalitions"):
        st.dataframe(found.by_number, hide_index=True, key="by_number")
    with st.expander("How alike two coalitions are"):
        st.dataframe(found.likeness, hide_index=True, key="likeness")


def _overlaps(atlas: Atlas, view: MapView) -> _Overlaps | None:
    asked = list(view.shown) if len(view.shown) > 1 else _with_members(atlas, view)
    editions = editions_of(atlas, asked)
    stints = stints_within(_stints(atlas, view, editions), editions, view.exercises)
    sets = members(view.tables, asked, view.as_of, stints=stints)
    found = overlaps(sets, _MOST_OVERLAPS)
    if found.empty:
        return None
    found["hover"] = [_hover(atlas, row) for row in records(found)]
    names = {slug: atlas.coalition_names[slug] for slug in sets if sets[slug]}
    return _Overlaps(
        upset(found, names, surface(st.context.theme.type)),
        overlap_sentence(atlas, found),
        as_sent(overlap_frame(atlas, found)),
        as_sent(number_frame(atlas, sets)),
        as_sent(likeness_frame(atlas, sets)),
        tuple(dict.fromkeys(one for slug in names for one in editions[slug])),
    )


def number_frame(atlas: Atlas, sets: Members) -> pd.DataFrame:
    """Nations by how many of the coalitions they are in, in words."""
    rows = records(by_number_of_coalitions(sets))
    return pd.DataFrame({
        "Nation": [nations.name(row["nation"]) for row in rows],
        "Coalitions": [row["number"] for row in rows],
        "Which": [", ".join(atlas.coalition_names[s] for s in row["coalitions"]) for row in rows],
    })  # fmt: skip


def likeness_frame(atlas: Atlas, sets: Members) -> pd.DataFrame:
    """Pairs of coalitions that share a nation, the most alike first, in words."""
    pairs = likeness(sets)
    pairs = pairs[(pairs["one"] < pairs["other"]) & (pairs["shared"] > 0)]
    rows = records(pairs.sort_values(["jaccard", "one", "other"], ascending=[False, True, True]))
    return pd.DataFrame({
        "Coalition": [atlas.coalition_names[row["one"]] for row in rows],
        "and": [atlas.coalition_names[row["other"]] for row in rows],
        "Nations in both": [row["shared"] for row in rows],
        "In either": [row["either"] for row in rows],
        "Shared": [f"{row['jaccard']:.0%}" for row in rows],
    })  # fmt: skip


def _with_members(atlas: Atlas, view: MapView) -> list[str]:
    """The coalitions that are no exercise and have a member on the day; the one shown first."""
    kinds = atlas.tables["coalitions"]
    standing_ones = kinds[~kinds["kind"].astype("str").str.startswith("exercise")]["slug"]
    stints = stints_for(atlas, standing_ones, view.known_by, states=view.states)
    sets = members(view.tables, list(standing_ones), view.as_of, stints=stints)
    rest = sorted((slug for slug in sets if sets[slug]), key=lambda slug: -len(sets[slug]))
    return list(dict.fromkeys((*view.shown, *rest)))


def overlap_sentence(atlas: Atlas, found: pd.DataFrame) -> str:
    """Say which combination is the largest, and how many nations are in the most coalitions."""
    first = found.iloc[0]
    named = " and ".join(atlas.coalition_names[slug] for slug in first["coalitions"])
    only = "only in " if len(first["coalitions"]) == 1 else "in just "
    deepest = found.sort_values("degree", ascending=False).iloc[0]
    codes = deepest["nations"]
    more = f" and {len(codes) - _NAMED} more" if len(codes) > _NAMED else ""
    return (
        f"The most nations, {int(first['size'])}, are {only}{named}. "
        f"{', '.join(nations.name(code) for code in codes[:_NAMED])}{more} "
        f"{'is' if len(codes) == 1 else 'are'} in {int(deepest['degree'])} of them."
    )


def overlap_frame(atlas: Atlas, found: pd.DataFrame) -> pd.DataFrame:
    """The overlaps in words."""
    return pd.DataFrame({
        "In exactly": [", ".join(atlas.coalition_names[s] for s in c) for c in found["coalitions"]],
        "Nations": found["size"].to_numpy(),
        "Which": [", ".join(map(nations.name, codes)) for codes in found["nations"]],
    })  # fmt: skip


def _hover(atlas: Atlas, row: dict[str, Any]) -> str:
    inside = " + ".join(atlas.coalition_names[slug] for slug in row["coalitions"])
    listed = [nations.name(code) for code in row["nations"]]
    shown = ", ".join(listed[:15]) + (f" and {len(listed) - 15} more" if len(listed) > 15 else "")
    return f"<b>{escape_html(inside)}</b><br>{row['size']}: {escape_html(shown)}"
