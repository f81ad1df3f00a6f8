"""At the desk: an announcement of an event that other articles tell of already."""

from __future__ import annotations

import streamlit as st

from dashboard.curation.same_events import ToldBefore, event_held, free_event, told_before
from dashboard.parts import desk as desks
from dashboard.parts.desk import Room
from dashboard.parts.links import page_link, to_event
from dashboard.parts.text import counted, escape, shortened
from loaders.curation.proofs import Item, amended

_APART = "desk_apart"


def same_event(room: Room, item: Item) -> None:
    """Offer the held events that an announcement may be about, or say which it is about."""
    event = str(item.plain.get("event") or "")
    held = event_held(room.atlas, event, room.proof.id)
    if held:
        _joined(room, item, held)
        return
    if item.key in st.session_state.get(_APART, ()):
        return
    offered = told_before(room.atlas, item.plain, room.proof.id)
    if not offered:
        return
    with st.container(gap="xsmall", key=f"same_{desks.serial()}_{item.key}"):
        st.markdown(":orange-badge[Told already?] :small[The same event as …]")
        for found in offered:
            _offer(item, found)
        st.button("None of these", key=f"apart_{desks.serial()}_{item.key}", type="tertiary",
                  on_click=_apart, args=(item.key,))  # fmt: skip


def _offer(item: Item, found: ToldBefore) -> None:
    st.button(
        escape(f"{shortened(found.title, 48)} · {found.when}"), on_click=_tell_of,
        args=(item.key, found.event), icon=":material/link:",
        key=f"same_{desks.serial()}_{item.key}_{found.event}",
        help=f"{escape(found.title)}: told by {counted(found.articles, 'article')}. The claims "
        "then stand side by side on the timeline, as one event.",
    )  # fmt: skip


def _joined(room: Room, item: Item, held: ToldBefore) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":blue-badge[Same event] :small[told by {counted(held.articles, 'article')}]")
        page_link(shortened(held.title, 44), to_event(held.event))
        own = free_event(room.atlas, str((item.found or {}).get("event") or held.event))
        st.button("An event of its own", key=f"own_{desks.serial()}_{item.key}",
                  type="tertiary", on_click=_tell_of, args=(item.key, own))  # fmt: skip


def _tell_of(key: str, event: str) -> None:
    desks.change(amended(desks.proof(), key, {"event": event}))


def _apart(key: str) -> None:
    st.session_state[_APART] = {*st.session_state.get(_APART, ()), key}
