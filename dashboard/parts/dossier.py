"""The sections that nation and coalition pages share: spans, lists, sources, doubts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.atlas import Atlas
from dashboard.charts.spans import spans_chart
from dashboard.palette import Mark, surface
from dashboard.parts.address_bar import put, value
from dashboard.parts.evidence import dated, evidence
from dashboard.parts.figure import figure
from dashboard.parts.keeping import Made, as_sent, kept_part
from dashboard.parts.links import (
    Target,
    opener,
    page_link,
    permalink,
    to_article,
    to_event,
    to_statement,
)
from dashboard.parts.statements import statement_card
from dashboard.parts.text import counted, escape, escape_html
from dashboard.questions.attestations import last_attested
from dashboard.questions.dossiers import Days, Dossier
from dashboard.questions.doubts import Doubt
from dashboard.questions.exercises import exercises, look_of
from dashboard.questions.spans import Spans, first_lanes
from dashboard.records import records
from dashboard.summaries import standing_claimed, when_happened
from loaders import dates, nations

SHOWN_EVENTS, SHOWN_STATEMENTS, SHOWN_OFFICIALS = 6, 4, 40
_DOUBTS = 25
# Some 90 kB: more than any coalition had by 2026, and what a phone still draws at once.
_MARKS = 300
# Some 25 kB; a series of large exercises has thousands of rows.
_ROSTER = 250
# Pixels, for the short name of a coalition: of itself the column is as wide as most of its rows.
_PART = 116
# The newest ones; the page Sources lists all, under the same filter.
_SOURCES = 300


def days() -> Days:
    """The days of this view, from the address."""
    return Days(value("as_of"), value("known_by"), date.today())


def kept_of(atlas: Atlas, dossier: Dossier, name: str, make: Callable[[], Made]) -> Made:
    """Give what is worked out of a dossier, whatever else the address says."""
    return kept_part(atlas, (name, dossier.told), make)


def spans_section(
    atlas: Atlas, found: Spans, lanes: dict[str, str], caption: str, *, by: str, as_of: date
) -> None:
    """Show memberships as spans, with the caption as alternative text and how to read it."""
    dark = surface(st.context.theme.type).dark
    shown = first_lanes(found, lanes, by, _MARKS)
    drawn = _drawn(atlas, found, tuple(shown.items()), by, as_of, "dark" if dark else "light")
    if len(shown) < len(lanes):
        caption += (
            f" Drawn are the first {len(shown):,} of {len(lanes):,} lanes; the other "
            f"{len(lanes) - len(shown):,} are in the table, which has all."
        )
    figure(drawn, "spans", caption)
    st.caption(
        f"{escape(caption)} "
        "Thick: the joining date is stated. Thin: only attested, from its first ring on. Pale: the "
        "date lies somewhere within. Bars run on to today where no end is stated; the dotted line "
        "is the as-of day."
    )


@lru_cache(maxsize=256)
def _drawn(
    atlas: Atlas,
    found: Spans,
    lanes: tuple[tuple[str, str], ...],
    by: str,
    as_of: date,
    theme: str,
) -> go.Figure:
    """The figure of spans, drawn once and shown to all: nobody changes it."""
    drawn = [slug for slug, _ in lanes]
    bars, signs = (frame[frame[by].isin(drawn)] for frame in (found.bars, found.signs))
    hovering = replace(
        found,
        bars=bars.assign(hover=[_bar_hover(atlas, row) for row in records(bars)]),
        signs=signs.assign(hover=[_sign_hover(atlas, row) for row in records(signs)]),
    )
    return spans_chart(hovering, dict(lanes), surface(theme), as_of, by=by)


def _bar_hover(atlas: Atlas, row: dict[str, Any]) -> str:
    name = atlas.coalition_names.get(row["coalition"], row["coalition"])
    head = f"<b>{escape_html(nations.name(row['nation']))} in {escape_html(name)}</b>"
    since = "member" if row["stated"] else "attested as a member"
    lines = [head, f"{since} from {_day(row['member_from'])}"]
    if row["open_end"]:
        lines.append("no end stated")
    else:
        lines.append(f"until {_day(row['possible_until'])}")
    return "<br>".join(lines)


def _sign_hover(atlas: Atlas, row: dict[str, Any]) -> str:
    name = atlas.coalition_names.get(row["coalition"], row["coalition"])
    head = f"<b>{escape_html(nations.name(row['nation']))} in {escape_html(name)}</b>"
    words = {Mark.MEMBER_STATED: "joined", Mark.MEMBER_ATTESTED: "attested", Mark.LEFT: "until"}
    word = words.get(Mark(row["mark"]), "")
    told = " ".join(
        filter(None, (str(row["status"]).capitalize() + ",", word, dates.in_words(row["date"])))
    )
    return f"{head}<br>{escape_html(told)}"


def _day(day: Any) -> str:
    return "" if day is None else dates.in_words(day.date().isoformat())


def roster_table(
    atlas: Atlas,
    dossier: Dossier,
    first: Callable[[pd.DataFrame], Mapping[str, Sequence[str]]],
    parameter: str,
    column: str,
) -> None:
    """Show a roster as a table; a chosen row puts its `column` into the address.

    `first` gives the first columns of some of its rows.
    """
    rows = dossier.roster.head(_ROSTER)
    table = kept_of(atlas, dossier, "roster", lambda: as_sent(_roster(atlas, rows, first(rows))))

    def pick() -> None:
        chosen = st.session_state["roster"]["selection"]["rows"]
        put({parameter: str(rows[column].iloc[chosen[0]]) if chosen else None})

    st.dataframe(
        table, hide_index=True, key="roster", on_select=pick, selection_mode="single-row",
        height=min(500, 38 + 35 * table.num_rows),
        column_config={
            "Sources": st.column_config.NumberColumn(help="Copies are not counted"),
            **{name: st.column_config.TextColumn(width=_PART) for name in ("Of", "Edition")},
        },
    )  # fmt: skip
    cut = f"The first {_ROSTER:,} of {len(dossier.roster):,}; the page of each nation has its own. "
    st.caption(
        (cut if len(rows) < len(dossier.roster) else "")
        + "Select a row to see every claim and the passage it rests on."
    )


def _roster(atlas: Atlas, rows: pd.DataFrame, first: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    trained, some = exercises(atlas), records(rows)
    looks = [look_of(row["mark"], row["coalition"], trained) for row in some]
    attested = [last_attested(atlas, row) for row in some]
    return pd.DataFrame({
        **first,
        "State": [f"{look.sign} {look.label}" for look in looks],
        "Joined": [dates.in_words(row["start"]) if row["start"] else "not stated" for row in some],
        **({"Last attested": attested} if any(attested) else {}),
        "Sources": [row["sources"] for row in some],
        "Rests on": [_rests_on(atlas, row["claim"]) for row in some],
    })  # fmt: skip


def _rests_on(atlas: Atlas, claim: str | None) -> str:
    found = atlas.evidence_of(claim) if claim else []
    return f"{found[0].source.publisher}, {dated(found[0].source)}" if found else ""


def opened_claims(atlas: Atlas, rows: pd.DataFrame, parameter: str, column: str) -> None:
    """Show what the address opens: the rows of a roster with its parameter in a column."""
    if value(parameter):
        for row in records(rows[rows[column] == value(parameter)]):
            _opened(atlas, row, parameter)


def _opened(atlas: Atlas, row: dict[str, Any], parameter: str) -> None:
    """Show one roster row's state, why, and every claim with its evidence."""
    claims = atlas.with_article("memberships")
    same = (claims["nation"] == row["nation"]) & (claims["coalition"] == row["coalition"])
    name = atlas.coalition_names.get(row["coalition"], row["coalition"])
    # A series may have several editions with claims about one nation.
    key = f"{row['coalition']}_{row['nation']}"
    with st.container(border=True, key=f"opened_{key}"):
        st.markdown(
            f"**{escape(nations.name(row['nation']))} in {escape(name)}.** {escape(row['why'])}"
        )
        for claim in records(claims[same].sort_values("article_known_from")):
            st.markdown(f"**{escape(standing_claimed(claim))}**")
            evidence(atlas, claim["id"])
        st.button("Close", on_click=put, args=({parameter: None},), key=f"close_{key}")


def events_section(atlas: Atlas, dossier: Dossier, everything: Target) -> None:
    """Show the newest events, each a link to its claims, and a link to all of them."""
    rows = dossier.events
    event_lines(atlas, kept_of(atlas, dossier, "newest events", lambda: _newest(rows)))
    if len(rows) > SHOWN_EVENTS:
        page_link(f"All {counted(len(rows), 'event')} on the timeline →", everything)
    if rows.empty:
        st.caption("No announcement here names it.")


def _newest(rows: pd.DataFrame) -> list[dict[str, Any]]:
    newest = rows.sort_values("earliest", ascending=False, kind="stable", na_position="last")
    return records(newest.head(SHOWN_EVENTS))


def event_lines(atlas: Atlas, rows: Sequence[dict[str, Any]]) -> None:
    """Show events: the title, a link to its claims; when, what kind, which coalitions, sources."""
    with st.container(key="event_lines", gap="xsmall"):
        for row in rows:
            names = ", ".join(atlas.coalition_names.get(slug, slug) for slug in row["coalitions"])
            sources = counted(row["sources"], "source")
            parts = [when_happened(row), row["kind_label"], names, sources]
            page_link(row["title"], to_event(row["event"]))
            told = " · ".join(escape(part) for part in parts if part)
            st.markdown(f":small[:gray[{told}]]")


def statements_section(
    atlas: Atlas, dossier: Dossier, everything: Target, none: str, which: str = ""
) -> None:
    """Show the newest statements as cards, and a link to all; `which` says what they are."""
    rows = dossier.statements
    if which and len(rows):
        st.caption(which)
    newest = kept_of(atlas, dossier, "statements", lambda: records(rows.head(SHOWN_STATEMENTS)))
    for row in newest:
        statement_card(atlas, row, permalink(to_statement(row["id"]), atlas.version))
    if len(rows) > SHOWN_STATEMENTS:
        page_link(f"All {counted(len(rows), 'statement')} →", everything)
    if rows.empty:
        st.caption(none)


def sources_section(atlas: Atlas, dossier: Dossier) -> None:
    """Show the articles that all of this rests on; a chosen one opens its page."""
    articles = dossier.articles
    if not articles:
        st.caption("No source here names it.")
        return
    sources = [atlas.sources[article] for article in articles[:_SOURCES]]
    table = kept_of(atlas, dossier, "sources", lambda: as_sent(pd.DataFrame({
        "Published": [dated(source) for source in sources],
        "Publisher": [source.publisher for source in sources],
        "Headline": [source.title for source in sources],
        "Tier": [source.tier for source in sources],
    })))  # fmt: skip
    chosen = st.dataframe(
        table, hide_index=True, key="sources", on_select="rerun", selection_mode="single-row",
        height=min(420, 38 + 35 * max(1, len(sources))),
    )["selection"]["rows"]  # fmt: skip
    st.caption("Select a row for a link to the article's page: all it contributed, in its text.")
    if len(articles) > _SOURCES:
        st.caption(
            f"The newest {_SOURCES} of {len(articles):,}; the page Sources lists all, filtered by "
            "this nation or coalition."
        )
    if chosen:
        opener(f"Open “{sources[chosen[0]].title}” →", to_article(articles[chosen[0]]))


def doubts_section(found: Sequence[Doubt]) -> None:
    """Show what is uncertain, each with a link to the article it arose in."""
    if not found:
        st.caption("Nothing is recorded as uncertain.")
    for doubt in found[:_DOUBTS]:
        if not doubt.article:
            st.markdown(f"- {escape(doubt.text)}", width="stretch")
            continue
        with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
            st.markdown(f"- {escape(doubt.text)}", width="stretch")
            page_link("Its source →", to_article(doubt.article))
    if len(found) > _DOUBTS:
        st.caption(f"The first {_DOUBTS} of {len(found):,}; Data quality lists every problem.")
