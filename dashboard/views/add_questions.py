"""What the reader asks: who is meant, which coalition; and new entries of the vocabulary."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from pydantic import ValidationError

from dashboard.curation.asking import Question, questions, subject
from dashboard.curation.desk import answer, declare, dismiss
from dashboard.parts import desk as desks
from dashboard.parts.desk import Room
from dashboard.parts.text import escape
from loaders.reference import Coalition, Official
from loaders.reference.models import CoalitionKind
from loaders.slugs import slugify

_REFUSED = "declare_refused"


def asked(room: Room) -> None:
    """Show every open question with its candidates."""
    desk = room.desk
    found = questions(room.proof, desk.officials(room.reference), desk.coalitions(room.reference))
    if not found:
        return
    with st.expander(f"The reader asks ({len(found)})", expanded=True):
        for number, question in enumerate(found):
            _ask(room, question, f"{desks.serial()}_{number}_{slugify(question.key)[:40]}")


def _ask(room: Room, question: Question, key: str) -> None:
    with st.container(gap="small", key=f"ask_{key}"):
        st.markdown(f"**{escape(question.asks)}**")
        st.caption(escape(question.why))
        with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
            if question.wants:
                _candidates(room, question, key)
            st.button("Leave it out", key=f"dismiss_{key}", type="tertiary", on_click=_dismiss,
                      args=(room, question.key), help="It is no problem, or of no use here. "
                      "What stays unanswered is kept as an open point of the article.")  # fmt: skip


def _candidates(room: Room, question: Question, key: str) -> None:
    names = room.names.officials if question.wants == "official" else room.names.coalitions
    for slug in question.candidates:
        st.button(escape(names.get(slug, slug)), key=f"is_{key}_{slug}", on_click=_answer,
                  args=(room, question, slug))  # fmt: skip
    rest = room.lists.officials if question.wants == "official" else room.lists.coalitions
    st.selectbox(
        "Another", list(rest), index=None, key=f"other_{key}", format_func=lambda s: rest[s],
        placeholder="Another …", label_visibility="collapsed", width=190,
        on_change=lambda: _answer(room, question, st.session_state[f"other_{key}"]),
    )  # fmt: skip
    with st.popover("Not known yet"):
        made = _official_form if question.wants == "official" else _coalition_form
        made(room, key, subject(question), lambda slug: _answer(room, question, slug))


def _answer(room: Room, question: Question, slug: str | None) -> None:
    if slug and question.wants:
        present = st.session_state["desk"]
        desks.keep(answer(present, question.wants, subject(question), slug, room.reference))


def _dismiss(room: Room, key: str) -> None:
    desks.keep(dismiss(st.session_state["desk"], key, room.reference))


def declaring(room: Room) -> None:
    """The way to declare a coalition or an official of one's own accord."""
    with st.expander("A coalition or an official that is not known yet"):
        kind = st.segmented_control(
            "What is it?", ["official", "coalition"], default="official", required=True,
            format_func=str.capitalize, key=f"declare_{desks.serial()}",
            label_visibility="collapsed",
        )  # fmt: skip
        form = _coalition_form if kind == "coalition" else _official_form
        form(room, f"own_{desks.serial()}_{len(room.desk.declared)}", "", lambda slug: None)
        st.caption("It is written to the vocabulary together with the article.")
        for declaration in room.desk.declared:
            st.markdown(
                f"- new: **{escape(declaration.entry.name)}** ({escape(declaration.entry.slug)})"
            )


def _official_form(room: Room, key: str, printed: str, then: Callable[[str], None]) -> None:
    with st.form(f"official_{key}", border=False):
        st.text_input("Full name", printed, key=f"{key}_name")
        st.text_input("Family name", printed.split()[-1] if printed.split() else "",
                      key=f"{key}_family")  # fmt: skip
        st.text_area("Other spellings, one a line", key=f"{key}_aliases", height=70)
        st.form_submit_button(
            "Declare the official", key=f"{key}_declare", type="primary",
            on_click=lambda: _declare(room, lambda: Official(
                slug=slugify(_value(key, "name")), name=_value(key, "name"),
                family_name=_value(key, "family"), other_names=_lines(key),
            ), then),
        )  # fmt: skip
    _refused()


def _coalition_form(room: Room, key: str, printed: str, then: Callable[[str], None]) -> None:
    with st.form(f"coalition_{key}", border=False):
        st.text_input("Name", printed, key=f"{key}_name")
        st.text_input("Short name", printed, key=f"{key}_short")
        st.text_area("Aliases, one a line", key=f"{key}_aliases", height=70)
        st.selectbox("Kind", [str(kind) for kind in CoalitionKind], key=f"{key}_kind")
        st.text_input("What it is, in one sentence", key=f"{key}_description")
        st.text_input("Began on", key=f"{key}_first", help="EDTF; empty if unknown")
        st.selectbox("Part of", list(room.lists.coalitions), index=None, key=f"{key}_parent",
                     format_func=lambda slug: room.lists.coalitions[slug])  # fmt: skip
        st.form_submit_button(
            "Declare the coalition", key=f"{key}_declare", type="primary",
            on_click=lambda: _declare(room, lambda: Coalition(
                slug=slugify(_value(key, "short")), name=_value(key, "name"),
                short_name=_value(key, "short"), aliases=_lines(key),
                kind=CoalitionKind(st.session_state[f"{key}_kind"]),
                description=_value(key, "description"), first_day=_value(key, "first") or None,
                parent=st.session_state[f"{key}_parent"],
            ), then),
        )  # fmt: skip
    _refused()


def _declare(
    room: Room, make: Callable[[], Coalition | Official], then: Callable[[str], None]
) -> None:
    desk = st.session_state["desk"]
    try:
        entry = make()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        st.session_state[_REFUSED] = (
            f"{first['loc'][0]}: {first['msg'].removeprefix('Value error, ')}"
        )
        return
    known = {**desk.coalitions(room.reference), **desk.officials(room.reference)}
    if entry.slug in known:
        st.session_state[_REFUSED] = (
            f"{known[entry.slug].name} is known already: choose it instead."
        )
        return
    desks.keep(declare(desk, entry))
    then(entry.slug)


def _refused() -> None:
    if said := st.session_state.pop(_REFUSED, None):
        st.error(escape(said))


def _value(key: str, name: str) -> str:
    return " ".join(str(st.session_state.get(f"{key}_{name}") or "").split())


def _lines(key: str) -> list[str]:
    lines = str(st.session_state.get(f"{key}_aliases") or "").splitlines()
    return [line for text in lines if (line := " ".join(text.split()))]
