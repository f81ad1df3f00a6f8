"""What the reader asks: who is meant, which coalition, which day; with those who can be meant."""

from __future__ import annotations

import streamlit as st

from dashboard.curation.asking import Question, questions, subject
from dashboard.curation.desk import answer, dismiss
from dashboard.parts import desk as desks
from dashboard.parts.desk import Room
from dashboard.parts.text import counted, escape
from dashboard.views import add_names
from loaders.slugs import slugify

_AT_ONCE = 3


def asked(room: Room) -> None:
    """Show the open questions with their candidates, a few at a time."""
    desk = room.desk
    found = questions(room.proof, desk.officials(room.reference), desk.coalitions(room.reference))
    if not found:
        return
    more = f"questions_{desks.serial()}"
    limit = st.session_state.get(more, _AT_ONCE)
    with st.expander(f"The reader asks ({len(found)})", expanded=True):
        for question in found[:limit]:
            _ask(room, question, f"{desks.serial()}_{slugify(question.key)[:60]}")
        if len(found) > limit:
            st.button(f"Show {counted(len(found) - limit, 'more question')}", key=f"b_{more}",
                      on_click=_show_all, args=(more, len(found)), type="tertiary")  # fmt: skip


def _show_all(key: str, number: int) -> None:
    st.session_state[key] = number


def _ask(room: Room, question: Question, key: str) -> None:
    with st.container(gap="small", key=f"ask_{key}"):
        st.markdown(f"**{escape(question.asks)}** :small[{escape(question.why)}]")
        opened = desks.opened() == f"ask_{key}"
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            if question.wants:
                _candidates(room, question, key)
                st.button("Somebody new" if question.wants == "official" else "A new one",
                          key=f"new_{key}", on_click=desks.open_fact, type="tertiary",
                          args=(None if opened else f"ask_{key}",))  # fmt: skip
            st.button("Leave it out", key=f"dismiss_{key}", type="tertiary", on_click=_dismiss,
                      args=(room, question), help="It is no problem, or of no use here. "
                      "What stays unanswered is kept as an open point of the article.")  # fmt: skip
        if opened and question.wants:
            official = question.wants == "official"
            form = add_names.official_form if official else add_names.coalition_form
            form(room, key, subject(question), lambda slug: _answer(room, question, slug))
            add_names.refused()


def _candidates(room: Room, question: Question, key: str) -> None:
    official = question.wants == "official"
    names = room.names.officials if official else room.names.coalitions
    for slug in question.candidates:
        st.button(escape(names.get(slug, slug)), key=f"is_{key}_{slug}", on_click=_answer,
                  args=(room, question, slug))  # fmt: skip
    rest = room.lists.officials if official else room.lists.coalitions
    st.selectbox(
        "Somebody known" if official else "One that is known", list(rest), index=None,
        key=f"other_{key}", format_func=lambda s: rest[s], label_visibility="collapsed", width=176,
        placeholder="Somebody known …" if official else "One that is known …",
        on_change=lambda: _answer(room, question, st.session_state[f"other_{key}"]),
    )  # fmt: skip


def _answer(room: Room, question: Question, slug: str | None) -> None:
    if slug and question.wants:
        present = st.session_state["desk"]
        desks.keep(answer(present, question.wants, subject(question), slug, room.reference))


def _dismiss(room: Room, question: Question) -> None:
    desks.keep(dismiss(st.session_state["desk"], question.keys, room.reference))
