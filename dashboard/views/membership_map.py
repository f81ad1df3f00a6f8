"""The map and table tabs: the map, the as-of slider with play, and the roster."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.address import FIRST_DAY, LAST_DAY, Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.charts import geography
from dashboard.charts.membership_map import membership_map
from dashboard.filters import Filters, keep_memberships
from dashboard.palette import Look, Mark, surface
from dashboard.parts.address_bar import linked, put, value
from dashboard.parts.controls import filters
from dashboard.parts.empty import nothing_left
from dashboard.parts.evidence import dated
from dashboard.parts.figure import figure
from dashboard.parts.keeping import kept, kept_table
from dashboard.parts.links import Target, sources_line
from dashboard.parts.text import escape, escape_html
from dashboard.questions.attestations import last_attested
from dashboard.questions.chart_sources import articles_on, sources_sentence
from dashboard.questions.exercises import look_of, looks_of
from dashboard.records import records
from dashboard.views import membership_nation
from dashboard.views.membership_view import MapView
from dashboard.views.membership_words import filters_applied
from loaders import dates, nations

_STEP = timedelta(days=182)
_PAUSE = 1.2
# A link to the sources of more coalitions would be mostly chips.
_MOST_LINKED = 8
_BEGINNING = date(2010, 1, 1)
REGIONS = {"world": "World", "europe": "Europe"}
BORDERS = "Borders follow Natural Earth and imply no position on anyone's status."


def days(atlas: Atlas, as_of: Parameter, known_by: Parameter) -> None:
    """Show the as-of day as a slider with play and as a field, and the known-by day."""
    left, right = st.columns([6, 4], vertical_alignment="bottom")
    sliding = left.container(horizontal=True, vertical_alignment="bottom")
    fields = right.container(horizontal=True, vertical_alignment="bottom")
    today = date.today()
    shown = value("as_of")
    with sliding:
        linked(as_of, lambda key, changed: st.slider(
            "As of", min_value=min(_BEGINNING, shown), max_value=max(today, shown), key=key,
            on_change=changed, format="D MMM YYYY",
            help="The map shows what was true on this day.",
        ), place="slider")  # fmt: skip
        running = bool(st.session_state.get("playing"))
        st.button("Stop" if running else "Play", on_click=_toggle, args=(not running,))
    with fields:
        linked(as_of, lambda key, changed: st.date_input(
            "As of, exactly", key=key, on_change=changed, format="YYYY-MM-DD",
            min_value=FIRST_DAY, max_value=LAST_DAY,
        ))  # fmt: skip
        linked(known_by, lambda key, changed: st.date_input(
            "Known by", value=None, key=key, on_change=changed, format="YYYY-MM-DD",
            min_value=FIRST_DAY, max_value=LAST_DAY,
            help="Only what was public by this day counts. Empty: all that is known now.",
        ))  # fmt: skip
    if running:
        st.session_state["reached"] = shown
        _advance(today)


def _toggle(playing: bool) -> None:
    st.session_state["playing"] = playing
    if playing and value("as_of") >= date.today():
        put({"as_of": _BEGINNING})


@st.fragment(run_every=_PAUSE)
def _advance(today: date) -> None:
    """While playing, move the as-of day on and show the page again; stop at today.

    It goes by the day of the last whole run: a browser that is behind asks for this part with
    the address it still shows, and the day would step back.
    """
    shown: date = st.session_state["reached"]
    if st.session_state.get("waited") != shown:
        st.session_state["waited"] = shown
        return
    following = min(shown + _STEP, today)
    st.session_state["playing"] = following < today
    put({"as_of": following}, {"as_of": today})
    st.rerun(scope="app")


def region_parameter() -> Parameter:
    """The part of the world that the map shows."""
    return Parameter("region", Shape.ONE, "the region", REGIONS, default="world")


def map_tab(atlas: Atlas, view: MapView, *, alone: bool = False) -> None:
    """Show the map and, beside it, the roster."""
    if alone:
        _map(atlas, view)
        applied = filters_applied(atlas, filters(), view.shown, on_map=True)
        st.caption(f"{escape(f'{view.caption} {applied}'.strip())} {BORDERS}")
        chart_sources(atlas, view, alone=True)
        return
    left, right = st.columns([8, 5], gap="small")
    with left:
        _map(atlas, view)
        linked(region_parameter(), lambda key, changed: st.segmented_control(
            "Region", list(REGIONS), key=key, on_change=changed, required=True,
            format_func=lambda region: REGIONS[region], label_visibility="collapsed",
        ))  # fmt: skip
        _legend(view)
        chart_sources(atlas, view)
    with right:
        if value("selected"):
            membership_nation.standing(atlas, view)
        _roster(atlas, view, ["Nation", "Answer", "Coalition", "Joined"])


def chart_sources(
    atlas: Atlas, view: MapView, coalitions: Collection[str] | None = None, *, alone: bool = False
) -> None:
    """Under a chart: what it rests on; a link to the articles, but not where it is embedded.

    `coalitions`: those it shows, by default those of the view.
    """
    slugs = view.within if coalitions is None else tuple(coalitions)

    def sentence() -> str:
        claims = atlas.with_article("memberships")
        return sources_sentence(atlas, articles_on(claims, slugs, view.known_by))

    said = kept(atlas, "chart sources", sentence)
    target = Target("sources", {"coalition": list(slugs), "kind": ["memberships"]})
    sources_line(said, None if alone or len(slugs) > _MOST_LINKED else target)


def table_tab(atlas: Atlas, view: MapView) -> None:
    """Show the roster alone, in the page's full width, with every column."""
    if value("selected"):
        membership_nation.standing(atlas, view)
    _roster(atlas, view)


def _map(atlas: Atlas, view: MapView) -> None:
    made = _drawn(
        view.identity, atlas, view, value("region"), value("selected"), st.context.theme.type
    )
    with st.container(key=f"map_{value('region')}"):
        figure(made, "membership_map", view.caption, on_select=_select, fluid=True)


@st.cache_resource(max_entries=128, show_spinner=False)
def _drawn(
    identity: str,
    _atlas: Atlas,
    _view: MapView,
    region: str,
    selected: str | None,
    theme: str | None,
) -> go.Figure:
    """Draw the map once for all sessions that look at the same."""
    hover = [hover_of(_atlas, _view, row) for row in records(_view.each)]
    part = geography.EUROPE if region == "europe" else geography.WORLD
    return membership_map(
        _view.each.assign(hover=hover), surface(theme), view=part, selected=selected,
        faded=_view.faded, looks=looks_of(_view.each, _view.exercises),
    )  # fmt: skip


def _select() -> None:
    """Put the clicked nation into the address."""
    points = st.session_state["membership_map"]["selection"]["points"]
    if points:
        found = points[0].get("customdata") or [points[0].get("location")]
        put({"selected": str(found[0])})


def hover_of(atlas: Atlas, view: MapView, row: dict[str, Any]) -> str:
    """Say the standing, since when, and which source says so."""
    look = look_of(row["mark"], row["coalition"], view.exercises)
    lines = [f"<b>{nations.name(row['nation'])}</b>", look.label]
    lines.append(escape_html(row["why"] or ""))
    if source := rests_on(atlas, row["claim"]):
        more = f" and {row['sources'] - 1:,} more" if row["sources"] > 1 else ""
        lines.append(f"Source: {escape_html(source)}{more}")
    return "<br>".join(lines)


def _legend(view: MapView) -> None:
    """Say in words what the marks drawn mean, and the others on demand."""
    drawn = {*view.each["mark"], Mark.NO_EVIDENCE}
    looks = looks_of(view.each, view.exercises)
    st.markdown(_meanings([looks[mark] for mark in Mark if mark in drawn]))
    with st.expander("The other marks"):
        st.markdown(_meanings([looks[mark] for mark in Mark if mark not in drawn]))
    several = "Of several coalitions, a nation shows its most certain standing. "
    st.caption(f"{several if len(view.within) > 1 else ''}{BORDERS}")


def _meanings(looks: list[Look]) -> str:
    """One small line for each mark: its sign, its name, what it means."""
    lines = [f"{look.sign} **{look.label}.** {look.meaning}" for look in looks]
    return "  \n".join(f":small[{line}]" for line in lines)


def _roster(atlas: Atlas, view: MapView, columns: list[str] | None = None) -> None:
    """Show the roster, or some of its columns; a chosen row opens the nation."""
    if view.rows.empty:
        _empty(atlas, view)
        return
    table = kept_table(atlas, "roster", lambda: roster_frame(atlas, view))
    if columns:
        table = table.select([name for name in columns if name in table.column_names])
    st.dataframe(
        table, hide_index=True, key="roster", on_select=lambda: _pick(view.rows),
        selection_mode="single-row", height=min(420, 38 + 35 * table.num_rows),
        column_config={"Sources": st.column_config.NumberColumn(help="Copies are not counted")},
    )  # fmt: skip
    way = ", or click a nation on the map," if columns else ""
    st.caption(f"Select a row{way} to see every claim and its passage.")


def roster_frame(atlas: Atlas, view: MapView) -> pd.DataFrame:
    """The roster in words: nation, joined, last attested, state, what it rests on, sources.

    Where nations in several coalitions or not in some were asked for, it says who answers that.
    """
    rows = records(view.rows)
    looks = [look_of(row["mark"], row["coalition"], view.exercises) for row in rows]
    columns = {
        "Nation": [
            f"{look.sign} {nations.name(row['nation'])}"
            for look, row in zip(looks, rows, strict=True)
        ],
        "Answer": [row.get("answer", "") for row in rows],
        "Coalition": [atlas.coalition_names.get(row["coalition"], "") for row in rows],
        "Joined": [_words(row["start"]) for row in rows],
        "Last attested": [last_attested(atlas, row) or "not stated" for row in rows],
        "State": [look.label for look in looks],
        "Rests on": [rests_on(atlas, row["claim"]) for row in rows],
        "Sources": [row["sources"] for row in rows],
    }
    if len(view.within) == 1:
        del columns["Coalition"]
    if "answer" not in view.rows:
        del columns["Answer"]
    return pd.DataFrame(columns)


def _pick(rows: pd.DataFrame) -> None:
    """Put the nation of the selected row into the address."""
    selected = st.session_state["roster"]["selection"]["rows"]
    put({"selected": str(rows["nation"].iloc[selected[0]]) if selected else None})


def _words(text: str | None) -> str:
    return dates.in_words(text) if text else "not stated"


def rests_on(atlas: Atlas, claim: str | None) -> str:
    """Name the source of the claim that decided: publisher and date."""
    found = atlas.evidence_of(claim) if claim else []
    return f"{found[0].source.publisher}, {dated(found[0].source)}" if found else ""


def _empty(atlas: Atlas, view: MapView) -> None:
    if not filters().active:
        st.info("No evidence: no source here says who belongs to it. That is not a no.")
        return

    def count(choice: Filters) -> int:
        kept = keep_memberships(atlas, choice).frame
        return int(kept["coalition"].isin(view.within).sum())

    nothing_left(count, filters(), "membership claims")


def downloaded(atlas: Atlas, view: MapView) -> pd.DataFrame:
    """The roster as a visitor takes it away: codes, EDTF dates, keys and sources."""
    frame = view.rows.drop(columns=["mark"])
    frame.insert(2, "nation_name", [nations.name(code) for code in frame["nation"]])
    frame["source"] = [rests_on(atlas, row["claim"]) for row in records(view.rows)]
    return frame
