"""Membership map: who stands how in a coalition on a day, and what that rests on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.charts.geography import TOPOJSON_URL
from dashboard.charts.membership_map import membership_map
from dashboard.filters import Filters, keep_memberships
from dashboard.palette import LOOKS, Mark, surface
from dashboard.parts.address_bar import linked, put, value
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.empty import nothing_left
from dashboard.parts.evidence import dated, evidence
from dashboard.parts.share import actions
from dashboard.parts.text import counted, escape, escape_html
from dashboard.questions.marks import marked
from dashboard.records import records
from loaders import dates, nations
from loaders.standing import standing

FIRST_SHOWN = "cspo"


def parameters(atlas: Atlas) -> list[Parameter]:
    """Which coalition is mapped, and the nation selected on it."""
    names = atlas.coalition_names
    first = FIRST_SHOWN if FIRST_SHOWN in names else next(iter(names), None)
    return [
        Parameter("show", Shape.ONE, "the coalition to map", names, default=first),
        Parameter("selected", Shape.ONE, "the nation", nations.codes()),
    ]


def show(atlas: Atlas) -> None:
    """Draw the page."""
    st.title("Who belongs to what, and when")
    _controls(atlas)
    rows, shown = _rows(atlas)
    coalition, as_of = value("show"), value("as_of")
    name = atlas.coalition_names.get(coalition, "")
    caption = caption_sentence(rows, name, as_of)
    st.markdown(f"**{escape(caption)}**")
    every = [*shared_parameters(atlas), *parameters(atlas)]
    actions(atlas, every, caption, f"members-{coalition}", lambda: _downloaded(atlas, rows))
    map_column, roster_column = st.columns([8, 5], gap="small")
    with map_column:
        _map(rows, shown, caption)
        with st.expander("What the colours mean"):
            for look in LOOKS.values():
                st.markdown(f"{look.sign} **{look.label}.** {look.meaning}")
            st.caption("Borders follow Natural Earth and imply no position on their status.")
    with roster_column:
        if rows.empty:
            _empty(atlas)
        else:
            _roster(atlas, rows)
    if value("selected"):
        _nation(atlas, rows)


def _controls(atlas: Atlas) -> None:
    shared = {parameter.name: parameter for parameter in shared_parameters(atlas)}
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    left, right = st.columns([3, 1])
    with left:
        linked(own["show"], lambda key, changed: st.selectbox(
            "Coalition on the map", list(atlas.coalition_names), key=key, on_change=changed,
            format_func=lambda slug: atlas.coalition_names[slug],
        ), drops=["selected"])  # fmt: skip
    with right:
        linked(shared["as_of"], lambda key, changed: st.date_input(
            "As of", key=key, on_change=changed, format="YYYY-MM-DD",
            help="The map shows what was true on this day, by all that is known now.",
        ))  # fmt: skip


def _rows(atlas: Atlas) -> tuple[pd.DataFrame, frozenset[str]]:
    """The roster on the day, and the nations that the filter leaves clear."""
    chosen = filters()
    tables = atlas.tables
    if chosen.states:
        kept = tables["memberships"]["state"].isin(chosen.states)
        tables = {**tables, "memberships": tables["memberships"][kept]}
    rows = marked(standing(tables, [value("show")], value("as_of")))
    return rows, frozenset(chosen.nations)


def caption_sentence(rows: pd.DataFrame, name: str, as_of: date) -> str:
    """Say what the map shows: `CSpO had 10 members on 5 Dec 2025; for 1 more it is possible.`"""
    members = int((rows["state"] == "member").sum()) if len(rows) else 0
    maybe = int((rows["state"] == "possibly").sum()) if len(rows) else 0
    day = dates.in_words(as_of.isoformat())
    sentence = f"{name}: {counted(members, 'member')} on {day}"
    if maybe:
        sentence += f", and possibly {maybe} more"
    return f"{sentence}."


def _map(rows: pd.DataFrame, shown: frozenset[str], caption: str) -> None:
    on = surface(st.context.theme.type)
    drawn = rows.assign(hover=[_hover(row) for row in records(rows)])
    faded = frozenset(drawn["nation"]) - shown if shown else frozenset()
    figure = membership_map(drawn, on, selected=value("selected"), faded=faded)
    st.plotly_chart(
        figure, theme=None, key="membership_map", on_select=_select, selection_mode="points",
        config={"topojsonURL": TOPOJSON_URL, "displaylogo": False, "scrollZoom": False,
                "modeBarButtonsToRemove": ["select2d", "lasso2d"]},
        alt=caption,
    )  # fmt: skip


def _select() -> None:
    """Put the clicked nation into the address."""
    points = st.session_state["membership_map"]["selection"]["points"]
    if points:
        found = points[0].get("customdata") or [points[0].get("location")]
        put({"selected": str(found[0])})


def _hover(row: dict[str, Any]) -> str:
    lines = [f"<b>{nations.name(row['nation'])}</b>", LOOKS[row["mark"]].label]
    lines.append(escape_html(row["why"]))
    return "<br>".join(lines)


def _roster(atlas: Atlas, rows: pd.DataFrame) -> None:
    frame = pd.DataFrame({
        "Nation": [_signed(row) for row in records(rows)],
        "Joined": [_words(day) for day in rows["start"]],
        "Last attested": [_words(day) for day in rows["last_attested"]],
        "State": [LOOKS[mark].label for mark in rows["mark"]],
        "Rests on": [_rests_on(atlas, claim) for claim in rows["claim"]],
        "Sources": rows["sources"].to_numpy(),
    })  # fmt: skip
    st.dataframe(
        frame, hide_index=True, key="roster", on_select=lambda: _pick(rows),
        selection_mode="single-row", height=min(388, 38 + 35 * len(frame)),
        column_config={"Sources": st.column_config.NumberColumn(help="Copies are not counted")},
    )  # fmt: skip
    st.caption("Select a row, or click a nation on the map, to see every claim and its passage.")


def _signed(row: dict[str, Any]) -> str:
    return f"{LOOKS[row['mark']].sign} {nations.name(row['nation'])}"


def _pick(rows: pd.DataFrame) -> None:
    """Put the nation of the selected row into the address."""
    selected = st.session_state["roster"]["selection"]["rows"]
    put({"selected": str(rows["nation"].iloc[selected[0]]) if selected else None})


def _words(day: Any) -> str:
    if isinstance(day, str):
        return dates.in_words(day)
    return "not stated" if pd.isna(day) else dates.in_words(day.date().isoformat())


def _rests_on(atlas: Atlas, claim: str | None) -> str:
    if not isinstance(claim, str):
        return ""
    source = atlas.evidence_of(claim)[0].source
    return f"{source.publisher}, {dated(source)}"


def _empty(atlas: Atlas) -> None:
    def count(choice: Filters) -> int:
        kept = keep_memberships(atlas, choice).frame
        return int((kept["coalition"] == value("show")).sum())

    nothing_left(count, filters(), "membership claims")


def _nation(atlas: Atlas, rows: pd.DataFrame) -> None:
    """Everything that is claimed of the selected nation in this coalition."""
    code = value("selected")
    st.subheader(f"{nations.name(code)} in {atlas.coalition_names[value('show')]}", divider="gray")
    mine = rows[rows["nation"] == code]
    if mine.empty:
        st.markdown("**No evidence.** No source here says anything of it: that is not a no.")
    else:
        row = mine.iloc[0]
        look = LOOKS[Mark(row["mark"])]
        st.markdown(f"{look.sign} **{look.label}.** {escape(row['why'])}")
    claims = atlas.with_article("memberships")
    claims = claims[(claims["nation"] == code) & (claims["coalition"] == value("show"))]
    for claim in records(claims.sort_values("article_known_from")):
        with st.container(border=True):
            st.markdown(f"**{escape(_claim(claim))}**")
            evidence(atlas, claim["id"])
    st.button("Close", on_click=put, args=({"selected": None},))


def _claim(claim: dict[str, Any]) -> str:
    parts = [str(claim["status"]).capitalize()]
    if isinstance(claim["start_date"], str):
        parts.append(f"joined {dates.in_words(claim['start_date'])}")
    if isinstance(claim["end_date"], str):
        parts.append(f"until {dates.in_words(claim['end_date'])}")
    if isinstance(claim["attested_on"], str):
        parts.append(f"attested {dates.in_words(claim['attested_on'])}")
    return ", ".join(parts)


def _downloaded(atlas: Atlas, rows: pd.DataFrame) -> pd.DataFrame:
    frame = rows.drop(columns=["mark"]).copy()
    frame.insert(1, "nation_name", [nations.name(code) for code in frame["nation"]])
    frame["source"] = [_rests_on(atlas, claim) for claim in frame["claim"]]
    return frame
