"""Timeline: what was announced, and when it happened, one mark per event."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.charts.timeline import timeline
from dashboard.filters import Filters, in_english, keep_announcements
from dashboard.palette import surface
from dashboard.parts.address_bar import linked, put, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.empty import nothing_left, undated_hidden
from dashboard.parts.evidence import evidence
from dashboard.parts.share import actions
from dashboard.parts.text import counted, escape, escape_html
from dashboard.questions.events import events, lanes
from dashboard.records import records
from loaders import dates, nations

NO_COALITION = "No coalition named"


def parameters(atlas: Atlas) -> list[Parameter]:
    """The selected event and the words searched for."""
    known = set(atlas.tables["announcements"]["event"].astype(str))
    return [
        Parameter("event", Shape.ONE, "the event", known),
        Parameter("words", Shape.TEXT, "the words"),
    ]


def show(atlas: Atlas) -> None:
    """Draw the page."""
    st.title("What happened, and when")
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    linked(own["words"], lambda key, changed: st.text_input(
        "Words in the title or place", key=key, on_change=changed, placeholder="e.g. wargame",
    ))  # fmt: skip
    chosen = filters()
    kept = keep_announcements(atlas, chosen)
    rows = with_words(events(atlas.tables, kept.frame), value("words"))
    caption = in_english(atlas, chosen, counted(len(rows), "event"))
    st.markdown(f"**{escape(caption)}.**")
    every = [*shared_parameters(atlas), *parameters(atlas)]
    chips(atlas, chosen)
    actions(atlas, every, caption, "announcements", lambda: rows)
    undated_hidden(kept.undated, "announcement")
    if rows.empty:
        without = (lambda: _count(atlas, chosen, None)) if value("words") else None
        nothing_left(
            lambda choice: _count(atlas, choice, value("words")), chosen, "events", words=without
        )
        return
    _chart(atlas, rows, caption)
    if value("event"):
        _event(atlas, value("event"))
    _list(atlas, rows)


def with_words(rows: pd.DataFrame, words: str | None) -> pd.DataFrame:
    """Keep events whose title or place holds every word, whatever its case."""
    for word in (words or "").casefold().split():
        text = rows["title"].str.casefold() + " " + rows["place"].fillna("").str.casefold()
        rows = rows[text.str.contains(word, regex=False)]
    return rows


def _count(atlas: Atlas, choice: Filters, words: str | None) -> int:
    """The number of events, as the page lists them, that a choice would show."""
    return len(with_words(events(atlas.tables, keep_announcements(atlas, choice).frame), words))


def _chart(atlas: Atlas, rows: pd.DataFrame, caption: str) -> None:
    drawn = lanes(rows).copy()
    drawn["hover"] = [_hover(row) for row in records(drawn)]
    present = set(drawn["lane"])
    names = {slug: name for slug, name in atlas.coalition_names.items() if slug in present}
    if "" in present:
        names[""] = NO_COALITION
    figure = timeline(drawn, names, surface(st.context.theme.type), selected=value("event"))
    st.plotly_chart(
        figure, theme=None, key="timeline", on_select=_select, selection_mode="points",
        config={"displaylogo": False, "scrollZoom": False,
                "modeBarButtonsToRemove": ["select2d", "lasso2d"]}, alt=caption,
    )  # fmt: skip
    st.caption(
        "A symbol on its own is a day. A solid bar: all its days. A faded bar: one day somewhere "
        "within. Click a mark for every claim about the event."
    )


def _select() -> None:
    """Put the clicked event into the address."""
    points = st.session_state["timeline"]["selection"]["points"]
    if points and points[0].get("customdata"):
        put({"event": str(points[0]["customdata"][0])})


def _hover(row: dict[str, Any]) -> str:
    return f"<b>{escape_html(row['title'])}</b><br>{escape_html(row['kind_label'])} · {when(row)}"


def when(row: dict[str, Any]) -> str:
    """When it happened and when it was announced, each as precisely as known."""
    happened = dates.in_words(row["event_date"]) if isinstance(row["event_date"], str) else None
    announced = dates.in_words(row["date"]) if isinstance(row["date"], str) else None
    if happened and announced and happened != announced:
        return f"{happened} (announced {announced})"
    if happened:
        return happened
    return f"announced {announced}; its own day is not stated" if announced else "undated"


def _event(atlas: Atlas, event: str) -> None:
    """Every claim about one event, side by side."""
    claims = atlas.with_article("announcements")
    claims = claims[claims["event"] == event].sort_values("article_known_from")
    with st.container(border=True):
        st.subheader(escape(str(claims["title"].iloc[0])), divider="gray")
        for claim in records(claims):
            st.markdown(f"**{escape(claim['title'])}** · {escape(when(claim))}")
            st.caption(escape(_named(atlas, claim)))
            evidence(atlas, claim["id"])
        st.button("Close", on_click=put, args=({"event": None},), key="close_event")


def _named(atlas: Atlas, row: dict[str, Any]) -> str:
    parts = [str(row["place"])] if isinstance(row["place"], str) else []
    parts += [", ".join(nations.name(code) for code in row["nations"])]
    parts.append(_coalitions(atlas, row["coalitions"]))
    parts += [", ".join(atlas.official_names.get(slug, slug) for slug in row["officials"])]
    return " · ".join(part for part in parts if part)


def _coalitions(atlas: Atlas, slugs: tuple[str, ...]) -> str:
    return ", ".join(atlas.coalition_names.get(slug, slug) for slug in slugs)


def _list(atlas: Atlas, rows: pd.DataFrame) -> None:
    st.subheader("The same as a list", divider="gray")
    frame = pd.DataFrame({
        "When": [when(row) for row in records(rows)],
        "What": rows["title"].to_numpy(),
        "Kind": rows["kind_label"].to_numpy(),
        "Coalitions": [_coalitions(atlas, slugs) for slugs in rows["coalitions"]],
        "Sources": rows["sources"].to_numpy(),
    })  # fmt: skip
    st.dataframe(
        frame, hide_index=True, key="event_list", on_select=lambda: _pick(rows),
        selection_mode="single-row",
    )  # fmt: skip


def _pick(rows: pd.DataFrame) -> None:
    """Put the event of the selected row into the address."""
    selected = st.session_state["event_list"]["selection"]["rows"]
    put({"event": str(rows["event"].iloc[selected[0]]) if selected else None})
