"""The proposed facts beside the text: accept, edit, reject, add; the unsure come first."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.curation.fields import FIELDS, SINGULAR, what_is_missing
from dashboard.curation.wording import in_a_line, passage_shown, sureness
from dashboard.parts import desk as desks
from dashboard.parts.desk import Room
from dashboard.parts.fact_form import fact_form
from dashboard.parts.text import counted, escape
from dashboard.views import add_events
from loaders.curation.faults import faults_of
from loaders.curation.proofs import (
    SURE,
    Decision,
    Item,
    Plain,
    Proof,
    added,
    attention,
    decided,
    edited,
)

COLOURS = {
    "memberships": "blue", "announcements": "orange", "statements": "green", "posts": "violet",
    "persons": "gray",
}  # fmt: skip
_TABS = {"open": "To decide", "accepted": "Accepted", "rejected": "Rejected"}
_AT_ONCE = 8
_FAULTS, _NEW = "desk_faults", "new"


def cards(room: Room) -> None:
    """Show the facts of one state as cards, and the way to add one."""
    proof = room.proof
    counts = {str(state): len(proof.of(state)) for state in Decision}
    tab = st.segmented_control(
        "Facts", list(_TABS), default=_first_tab(proof), key=f"tab_{desks.serial()}", required=True,
        format_func=lambda state: f"{_TABS[state]} ({counts[state]})", label_visibility="collapsed",
    )  # fmt: skip
    shown = attention(proof.of(Decision(tab or "open")))
    shown.sort(key=lambda item: item.key != desks.opened())
    with st.container(horizontal=True, gap="xsmall"):
        if tab == "open":
            _sure_ones(proof, shown)
        if desks.opened() != _NEW:
            st.button("Add a fact", key="add_fact", icon=":material/add:",
                      on_click=desks.open_fact, args=(_NEW,),
                      help="One that the reader did not find. Select its words in the text first, "
                      "and they are its passage.")  # fmt: skip
    if desks.opened() == _NEW:
        _adding(room)
    numbers = {item.key: number for number, item in enumerate(proof.items, 1)}
    more = f"more_{desks.serial()}_{tab}"
    limit = st.session_state.get(more, _AT_ONCE)
    for item in shown[:limit]:
        _card(room, item, numbers[item.key])
    if len(shown) > limit:
        st.button(f"Show {min(_AT_ONCE, len(shown) - limit)} more",
                  key=f"b_{more}", on_click=_show_more, args=(more, limit))  # fmt: skip
    if not shown:
        st.caption(_nothing(tab or "open", proof))


def _first_tab(proof: Proof) -> str:
    """The state of the fact that was asked for, else what is to decide, else what was accepted."""
    asked = proof.item(desks.opened() or "")
    if asked:
        return str(asked.decision)
    return "open" if proof.of(Decision.OPEN) or not proof.items else "accepted"


def _show_more(key: str, limit: int) -> None:
    st.session_state[key] = limit + _AT_ONCE


def _nothing(tab: str, proof: Proof) -> str:
    if tab == "open":
        return "Every proposed fact is decided on." if proof.items else "The reader found no fact."
    return "None yet."


def _sure_ones(proof: Proof, shown: Sequence[Item]) -> None:
    sure = [item for item in shown if item.confidence >= SURE]
    if len(sure) > 1:
        st.button(
            f"Accept the {len(sure)} sure ones", key="accept_sure", on_click=_accept_all,
            args=([item.key for item in sure],), icon=":material/done_all:",
            help="Those of which the reader is at least "
            f"{SURE:.0%} sure. You can still change or reject each.",
        )  # fmt: skip


def _accept_all(keys: Sequence[str]) -> None:
    proof = desks.proof()
    for key in keys:
        proof = decided(proof, key, Decision.ACCEPTED)
    desks.change(proof)


def _decide(key: str, decision: Decision) -> None:
    desks.open_fact(None)
    desks.change(decided(desks.proof(), key, decision))


def _card(room: Room, item: Item, number: int) -> None:
    with st.container(border=True, gap="small", key=f"card_{desks.serial()}_{item.key}"):
        changed = " · changed by you" if item.found and item.changed else ""
        st.markdown(
            f":{COLOURS[item.section]}-badge[{number} · {SINGULAR[item.section]}] "
            f":small[{escape(sureness(item))}{changed}]  \n"
            f"**{escape(in_a_line(item.section, item.plain, room.names))}**"
        )
        if passage := passage_shown(item):
            short = passage if len(passage) <= 220 else f"{passage[:219]}…"
            st.caption(f"“{escape(short)}”")
        if item.section == "announcements":
            add_events.same_event(room, item)
        if desks.opened() == item.key:
            _form(room, item)
        else:
            _buttons(item)


def _buttons(item: Item) -> None:
    key = f"{desks.serial()}_{item.key}"
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        if item.decision is not Decision.ACCEPTED:
            st.button("Accept", key=f"accept_{key}", type="primary", on_click=_decide,
                      args=(item.key, Decision.ACCEPTED))  # fmt: skip
        st.button("Edit", key=f"edit_{key}", on_click=desks.open_fact, args=(item.key,))
        if item.decision is not Decision.REJECTED:
            st.button("Reject", key=f"reject_{key}", on_click=_decide,
                      args=(item.key, Decision.REJECTED))  # fmt: skip
        if item.decision is not Decision.OPEN and item.found and item.found.get("rule"):
            st.button("Decide later", key=f"later_{key}", on_click=_decide, type="tertiary",
                      args=(item.key, Decision.OPEN))  # fmt: skip


def _form(room: Room, item: Item) -> None:
    def done(plain: Plain) -> None:
        if _told(item.section, plain):
            return
        desks.change(edited(desks.proof(), item.key, plain))
        desks.open_fact(None)

    fact_form(f"{desks.serial()}_{item.key}", item.section, item.plain, room.lists, done=done,
              cancelled=lambda: desks.open_fact(None))  # fmt: skip
    _faults()


def _told(section: str, plain: Plain) -> bool:
    """Say what is wrong with a fact as typed; true where something is."""
    faults = [f"{label} is missing." for label in what_is_missing(section, plain)]
    faults = faults or faults_of(section, plain, desks.proof().text)
    st.session_state[_FAULTS] = faults
    return bool(faults)


def _faults() -> None:
    for fault in st.session_state.pop(_FAULTS, []):
        st.error(escape(fault))


def _adding(room: Room) -> None:
    """A fact that the reader did not find; its form is built where it is asked for."""
    with st.container(border=True, key="new_fact"):
        section = st.segmented_control(
            "What kind of fact?", list(FIELDS), default="memberships", required=True,
            format_func=lambda kind: SINGULAR[kind], key=f"new_kind_{desks.serial()}",
        ) or "memberships"  # fmt: skip
        st.caption("Copy the passage from the text: it is checked against it, word for word.")
        own = sum(item.found is None for item in room.proof.items)

        def done(plain: Plain) -> None:
            if not plain.get("passage") and section != "statements" and not plain.get("note"):
                st.session_state[_FAULTS] = ["Give the passage that the fact rests on."]
            elif not _told(section, plain):
                desks.change(added(desks.proof(), section, plain))
                desks.open_fact(None)
                st.toast(f"{SINGULAR[section]} added")

        key = f"new_{desks.serial()}_{section}_{own}"
        fact_form(key, section, _started(section, room), room.lists, done=done, label="Add it",
                  cancelled=lambda: desks.open_fact(None))  # fmt: skip
        _faults()


def _started(section: str, room: Room) -> Plain:
    """What a new fact begins with: an attestation counts on the day of publication."""
    published = room.proof.article.get("published")
    day = published if published and "/" not in published else None
    starts: dict[str, Plain] = {
        "memberships": {"status": "member", "attested_on": day},
        "announcements": {"date": day},
        "statements": {"kind": "direct", "speaker_kind": "person"},
        "posts": {"attested_on": day},
    }
    return {name: value for name, value in starts.get(section, {}).items() if value}


def progress(room: Room) -> str:
    """How far the reading over is: `3 of 14 facts decided, 2 open questions`."""
    proof = room.proof
    done = len(proof.items) - len(proof.of(Decision.OPEN))
    return f"{done} of {counted(len(proof.items), 'fact')} decided"
