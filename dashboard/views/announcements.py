"""Timeline: what was announced, and when it happened; lanes by coalition, a list that follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

import pandas as pd
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.filters import Filters, in_english
from dashboard.parts import data
from dashboard.parts.address_bar import linked, put, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.dossier import event_lines
from dashboard.parts.empty import nothing_left, undated_hidden
from dashboard.parts.facets import facet
from dashboard.parts.figure import on_phone
from dashboard.parts.keeping import kept, kept_table
from dashboard.parts.links import Target, sources_line
from dashboard.parts.pager import current_page, page_parameter, pager, pages_of
from dashboard.parts.share import actions
from dashboard.parts.text import counted, escape
from dashboard.questions.chart_sources import sources_sentence
from dashboard.questions.chronicle import Chronicle, number_told, told
from dashboard.questions.facets import Narrowed
from dashboard.records import records
from dashboard.summaries import when_happened
from dashboard.views.announcements_chart import lane_name, lanes_chart
from dashboard.views.announcements_event import coalitions_in_words, one_event
from loaders import dates

PER_PAGE = 50
_DROPPED = ["event", "page"]
_ON = "on"


@lru_cache(maxsize=2)
def parameters(atlas: Atlas) -> list[Parameter]:
    """The event opened, the words, kinds and lanes picked, what is drawn, the page of the list."""
    chronicle = data.chronicle(atlas)
    every = chronicle.passing(Filters()).rows
    kinds = frozenset(every["kind"].astype("str"))
    lanes = frozenset(lane for some in every["lanes"] for lane in some)
    return [
        Parameter("event", Shape.ONE, "the event", chronicle.texts),
        Parameter("words", Shape.TEXT, "the words"),
        Parameter("kind", Shape.MANY, "the kind", kinds),
        Parameter("lane", Shape.MANY, "the lane", lanes),
        Parameter("lanes", Shape.ONE, "the lanes drawn", ["all"]),
        Parameter("memberships", Shape.ONE, "the memberships", [_ON]),
        page_parameter(),
    ]


def show(atlas: Atlas) -> None:
    """Draw the page."""
    st.title("What happened, and when")
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    chronicle, chosen = data.chronicle(atlas), filters()
    rows, found = told(chronicle, chosen, _words(), _picks())
    _controls(atlas, chronicle, found, own)
    caption = _shown(atlas, len(rows))
    st.markdown(f"**{escape(caption)}**")
    picks = [(own[name], _namer(atlas, name)) for name in _picks()]
    chips(atlas, chosen, words=True, picks=picks, drops=_DROPPED)
    actions(atlas, [*shared_parameters(atlas), *own.values()], caption.removesuffix("."),
            "announcements", lambda: rows, embeds=True)  # fmt: skip
    undated_hidden(chronicle.passing(chosen).undated, "announcement")
    if rows.empty:
        _nothing(chronicle, chosen)
        return
    # What is opened comes first: a link that asks for an event must not hide it below the chart.
    if value("event"):
        one_event(atlas, value("event"))
    with st.container(key="beside"):
        left, right = st.columns([5, 4], gap="medium")
    with left:
        lanes_chart(atlas, chronicle, rows)
        _sources(atlas, chronicle, rows)
    with right:
        _list(atlas, rows)


def chart(atlas: Atlas) -> None:
    """Draw the chart alone, for another site."""
    chronicle = data.chronicle(atlas)
    rows, _ = told(chronicle, filters(), _words(), _picks())
    st.markdown(f"**{escape(_shown(atlas, len(rows)))}**")
    if rows.empty:
        return
    lanes_chart(atlas, chronicle, rows)
    _sources(atlas, chronicle, rows, alone=True)
    if value("event"):
        one_event(atlas, value("event"))


def _shown(atlas: Atlas, number: int) -> str:
    """Say what is shown: `6 events with ‘space’ concerning France on CSpO; kind: Meeting.`"""
    return f"{in_english(atlas, filters(), _what(number))}{_picks_in_english(atlas)}."


def _sources(
    atlas: Atlas, chronicle: Chronicle, rows: pd.DataFrame, *, alone: bool = False
) -> None:
    """Under the chart: what its events rest on; a link where the page shows these very sources."""

    def sentence() -> str:
        claims = atlas.tables["announcements"]
        told = claims[claims["event"].isin(rows["event"])]
        return sources_sentence(atlas, told["article"].astype("str"))

    said = kept(atlas, "chart sources", sentence)
    everything = len(rows) == len(chronicle.passing(filters()).rows)
    target = Target("sources", {"kind": ["announcements"]})
    sources_line(said, target if everything and not alone else None)


def _words() -> str:
    return value("words") or ""


def _picks() -> dict[str, tuple[str, ...]]:
    return {name: value(name) for name in ("kind", "lane")}


def _what(number: int) -> str:
    return counted(number, "event") + (f" with ‘{_words()}’" if _words() else "")


def _picks_in_english(atlas: Atlas) -> str:
    """Say what is picked: `; kind: Meeting or Visit; lane: CSpO`."""
    return "".join(
        f"; {name}: {' or '.join(map(_namer(atlas, name), items))}"
        for name, items in _picks().items()
        if items
    )


def _namer(atlas: Atlas, name: str) -> Callable[[str], str]:
    return str.capitalize if name == "kind" else lambda lane: lane_name(atlas, lane)


def _controls(
    atlas: Atlas, chronicle: Chronicle, found: Narrowed, own: Mapping[str, Parameter]
) -> None:
    linked(own["words"], lambda key, changed: st.text_input(
        "Search titles, places and passages", key=key, on_change=changed,
        placeholder="e.g. wargame",
    ), drops=_DROPPED)  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center", key="timeline_controls"):
        for name, title in (("kind", "Kinds"), ("lane", "Lanes")):
            with st.popover(title):
                facet(own[name], title, found.counts[name], _namer(atlas, name), drops=_DROPPED)
                if name == "lane":
                    _toggle(own["lanes"], "all", "Draw every lane, also those used least")
        _period(chronicle)
        _toggle(own["memberships"], _ON, "Memberships",
                "Draws members under the coalitions picked as lanes or in the filters")  # fmt: skip


def _toggle(parameter: Parameter, on: str, label: str, hint: str | None = None) -> None:
    key = f"at_{parameter.name}"
    st.session_state[key] = value(parameter.name) == on

    def changed() -> None:
        put({parameter.name: on if st.session_state[key] else None})

    st.toggle(label, key=key, on_change=changed, help=hint)


def _period(chronicle: Chronicle) -> None:
    """Buttons that set the first day of the filters: all, ten, five years or one."""
    newest = chronicle.passing(Filters()).rows["earliest"].max()
    if pd.isna(newest):
        return
    firsts = {f"Since {newest.year - back}": date(newest.year - back, 1, 1) for back in (9, 4, 0)}
    options: dict[str, date | None] = {"All": None, **firsts}
    present = value("from") if value("to") is None else value("to")
    key = "period"
    st.session_state[key] = next(
        (label for label, first in options.items() if first == present), None
    )

    def changed() -> None:
        label = st.session_state[key]
        put({"from": options[label] if label else None, "to": None, **dict.fromkeys(_DROPPED)})

    st.segmented_control(
        "Period", list(options), key=key, on_change=changed, label_visibility="collapsed"
    )


def _nothing(chronicle: Chronicle, chosen: Filters) -> None:
    picks = _picks()
    wordless = (lambda: number_told(chronicle, chosen, "", picks)) if _words() else None
    unpicked = (
        (lambda: number_told(chronicle, chosen, _words(), {})) if any(picks.values()) else None
    )
    nothing_left(
        lambda choice: number_told(chronicle, choice, _words(), picks), chosen, "events",
        words=wordless, picks=unpicked, own=[*picks, *_DROPPED],
    )  # fmt: skip


def newest_first(rows: pd.DataFrame) -> pd.DataFrame:
    """Events in order of time turned round; those without a date stay behind."""
    undated = rows["earliest"].isna()
    return pd.concat([rows[~undated][::-1], rows[undated]])


def _list(atlas: Atlas, rows: pd.DataFrame) -> None:
    """The same events as a table, the newest first, a page at a time."""
    st.header("The same as a list", divider="gray")
    pages = pages_of(len(rows), PER_PAGE)
    start = (current_page(pages) - 1) * PER_PAGE
    shown = newest_first(rows).iloc[start : start + PER_PAGE]
    if on_phone():  # a table's columns would be cut off: titles are read whole
        event_lines(atlas, kept(atlas, "lines", lambda: records(shown)))
        pager(pages)
        return
    table = kept_table(atlas, "list", lambda: _listed(atlas, shown))
    st.dataframe(
        table, hide_index=True, key="event_list", on_select=lambda: _pick(shown),
        selection_mode="single-row",
    )  # fmt: skip
    pager(pages)


def _listed(atlas: Atlas, shown: pd.DataFrame) -> pd.DataFrame:
    rows = records(shown)
    return pd.DataFrame({
        "When": [
            dates.in_words(row["event_date"]) if row["event_date"] else when_happened(row)
            for row in rows
        ],
        "What": shown["title"].to_numpy(),
        "Kind": shown["kind_label"].to_numpy(),
        "Coalitions": [coalitions_in_words(atlas, slugs) for slugs in shown["coalitions"]],
        "Announced": [dates.in_words(row["date"]) if row["date"] else "" for row in rows],
        "Sources": shown["sources"].to_numpy(),
    })  # fmt: skip


def _pick(rows: pd.DataFrame) -> None:
    """Put the event of the selected row into the address."""
    selected = st.session_state["event_list"]["selection"]["rows"]
    put({"event": str(rows["event"].iloc[selected[0]]) if selected else None})
