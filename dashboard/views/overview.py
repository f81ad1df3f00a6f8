"""Overview: what this is, what it holds, the map now, what is new, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import plotly.graph_objects as go
import pyarrow as pa
import streamlit as st

from dashboard.address import Parameter
from dashboard.atlas import Atlas
from dashboard.charts.membership_map import membership_map
from dashboard.filters import Filters, in_english
from dashboard.palette import surface
from dashboard.parts.address_bar import value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.dossier import event_lines
from dashboard.parts.figure import figure
from dashboard.parts.keeping import as_sent
from dashboard.parts.links import Target, page_link, to_coalition, to_official
from dashboard.parts.share import actions
from dashboard.parts.text import counted, escape
from dashboard.questions.exercises import looks_of
from dashboard.questions.overview import (
    Holdings,
    events_since,
    holdings,
    members_by_coalition,
    most_quoted,
    newest_events,
)
from dashboard.records import records
from dashboard.views.membership_map import hover_of, roster_frame
from dashboard.views.membership_view import view_of
from loaders import dates, nations

PURPOSE = (
    "Which nations work together on security in space, since when, what they announced, and what "
    "their officials said of it: every entry with the passage of the source it rests on."
)
_YEAR, _NAMED = timedelta(days=365), 30
FIRST_SHOWN, _MAP_HEIGHT, _NEWEST = "cspo", 290, 5


def parameters(atlas: Atlas) -> list[Parameter]:
    """Nothing besides the shared filters."""
    return []


def show(atlas: Atlas) -> None:
    """Draw the page."""
    chosen, as_of = filters(), value("as_of")
    held = holdings(atlas, chosen)
    st.title("Space Coalition Atlas")
    st.markdown(f"**{escape(PURPOSE)}**")
    caption = in_english(atlas, chosen, held_sentence(held))
    st.markdown(f"{escape(caption)}. {escape(freshness(held, as_of))}")
    chips(atlas, chosen, days=True)
    newest = newest_events(atlas, chosen, as_of)
    _questions(atlas, chosen, as_of)
    left, right = st.columns([8, 5], gap="medium")
    with left:
        _map(atlas, chosen, as_of)
    with right:
        _reading()
    st.header("Newest announcements", divider="gray")
    event_lines(atlas, records(newest.head(_NEWEST)))
    if newest.empty:
        st.caption("No announcement passes the filters.")
    page_link("All on the timeline →", Target("timeline", {}))
    actions(atlas, shared_parameters(atlas), caption, "newest-announcements",
            lambda: newest, embeds=True)  # fmt: skip


def chart(atlas: Atlas) -> None:
    """Draw the map alone, for a page that embeds it."""
    _drawn_map(atlas, filters(), value("as_of"), alone=True)


def held_sentence(held: Holdings) -> str:
    """Say what is held: `160 articles by 84 publishers give 73 nations counted into …`"""
    parts = [
        f"{counted(held.nations, 'nation')} counted into {counted(held.coalitions, 'coalition')}",
        counted(held.events, "event"),
        f"{counted(held.statements, 'statement')} by {counted(held.officials, 'named official')}",
    ]
    return (
        f"{counted(held.articles, 'article')} by {counted(held.publishers, 'publisher')} give "
        f"{', '.join(parts)}"
    )


def freshness(held: Holdings, as_of: date) -> str:
    """Say how fresh it is: the newest source, and how many days before the as-of day."""
    if not held.newest:
        return "No source is dated."
    latest = dates.bounds(held.newest).latest
    ago = f", {counted((as_of - latest).days, 'day')} ago" if latest and latest < as_of else ""
    return f"The newest source is of {dates.in_words(held.newest)}{ago}."


def _questions(atlas: Atlas, chosen: Filters, as_of: date) -> None:
    """The three questions, each with its answer and the page that gives it."""
    first, second, third = st.columns(3)
    with first, st.container(border=True, height="stretch"):
        _belonging(atlas)
    with second, st.container(border=True, height="stretch"):
        _happened(atlas, chosen, as_of)
    with third, st.container(border=True, height="stretch"):
        _speaking(atlas, chosen)


def _happened(atlas: Atlas, chosen: Filters, as_of: date) -> None:
    """As many events of a year as the timeline shows that the link leads to."""
    first, last = as_of - _YEAR, None if as_of == date.today() else as_of
    number = events_since(atlas, chosen, first, last)
    since = f"since {dates.in_words(first.isoformat())}"
    if last:
        since = f"from {dates.in_words(first.isoformat())} to {dates.in_words(last.isoformat())}"
    days = {"from": [first.isoformat()], **({"to": [last.isoformat()]} if last else {})}
    st.markdown("**What happened, and when?**")
    st.metric("events in the twelve months before", f"{number:,}", label_visibility="collapsed")
    st.markdown(escape(f"{'event' if number == 1 else 'events'} {since}"))
    page_link("See them on the timeline →", Target("timeline", days))


def _belonging(atlas: Atlas) -> None:
    members = members_by_coalition(atlas, value("as_of"), value("known_by"))
    slug = shown_first(atlas, ())
    number = members.get(slug, 0)
    st.markdown("**Who belongs to what, and when?**")
    st.metric("members", f"{number:,}", label_visibility="collapsed")
    word = "member" if number == 1 else "members"
    others = len(members) - (1 if number else 0)
    has = "has" if others == 1 else "have"
    also = f"{counted(others, 'other coalition')} {has} members {_then()}"
    st.markdown(escape(f"{word} of the {_written_out(atlas, slug)}; {also}"))
    page_link("See who, and since when →", to_coalition(slug))


def _written_out(atlas: Atlas, slug: str) -> str:
    """A coalition's full name with its short one: `Combined Space Operations Initiative (CSpO)`."""
    about = atlas.tables["coalitions"]
    full = str(next(iter(about.loc[about["slug"] == slug, "name"]), "coalition"))
    short = atlas.coalition_names.get(slug, full)
    return full if short == full else f"{full} ({short})"


def _then() -> str:
    """The as-of day in a sentence: `now`, or `on 1 Dec 2014`."""
    as_of = value("as_of")
    return "now" if as_of == date.today() else f"on {dates.in_words(as_of.isoformat())}"


def _speaking(atlas: Atlas, chosen: Filters) -> None:
    best = most_quoted(atlas, chosen)
    st.markdown("**Who said what, in which post?**")
    if not best:
        st.caption("No statement passes the filters.")
        return
    st.metric("statements", f"{best.statements:,}", label_visibility="collapsed")
    word = "statement" if best.statements == 1 else "statements"
    st.markdown(escape(f"{word} by {atlas.official_names[best.official]}, more than anyone else"))
    page_link("Read them →", to_official(best.official))


def shown_first(atlas: Atlas, wanted: Sequence[str]) -> str:
    """The coalition shown: the first one filtered for, else the one best known."""
    names = atlas.coalition_names
    return next((s for s in (*wanted, FIRST_SHOWN) if s in names), next(iter(names), ""))


def _map(atlas: Atlas, chosen: Filters, as_of: date) -> None:
    st.header(f"The map {_then()}", divider="gray")
    slug = _drawn_map(atlas, chosen, as_of)
    page_link("Open the map, choose coalitions and days →", Target("map", {"show": [slug]}))


def _drawn_map(atlas: Atlas, chosen: Filters, as_of: date, *, alone: bool = False) -> str:
    """Draw the map with its caption, and as a table but not alone; gives the coalition shown."""
    slug = shown_first(atlas, chosen.coalitions)
    dark = surface(st.context.theme.type).dark
    # Its days and other coalitions do not change the map of one: they would only make more of it.
    about = Filters(nations=chosen.nations, states=chosen.states)
    shown = _shown(atlas, slug, as_of, value("known_by"), about, "dark" if dark else "light")
    figure(
        shown.drawn, "overview_map", shown.caption, fluid=True, table=None if alone else shown.table
    )
    st.caption(escape(shown.caption))
    return slug


@dataclass(frozen=True)
class _Shown:
    """The map as it is sent, its caption, and the same as a table."""

    drawn: go.Figure
    caption: str
    table: pa.Table


@lru_cache(maxsize=64)
def _shown(
    atlas: Atlas, slug: str, as_of: date, known_by: date | None, chosen: Filters, theme: str
) -> _Shown:
    """The map, made once and shown to all: nobody changes it."""
    view = view_of(atlas, (slug,), (), as_of, known_by, chosen)
    named = ", ".join(sorted(nations.name(code) for code in view.answer))
    caption = view.caption
    if named and len(view.answer) <= _NAMED:
        # After "10 members, and possibly 1 more" it must be said whose names these are.
        more = ". Certain" if "," in caption else ""
        caption = f"{caption.removesuffix('.')}{more}: {named}."
    hover = [hover_of(atlas, view, row) for row in records(view.each)]
    drawn = membership_map(
        view.each.assign(hover=hover), surface(theme), faded=view.faded, height=_MAP_HEIGHT,
        looks=looks_of(view.each, view.exercises),
    )  # fmt: skip
    return _Shown(drawn, caption, as_sent(roster_frame(atlas, view)))


def _reading() -> None:
    st.header("How to read it", divider="gray")
    st.markdown(
        "**Every entry shows what it rests on.** Open it for the passage in its context, or for "
        "our own summary, marked as such, where no passage was kept."
    )
    st.markdown(
        "**Joined is not attested.** A source that counts a nation as a member proves it for that "
        "day, not since when. The two look different everywhere."
    )
    st.markdown(
        "**Silence is not a no.** Where no source says anything, the atlas says “no evidence”. "
        "Where sources differ, they stand side by side."
    )
