"""The vocabulary at the desk: a new coalition or official, or another name of a known one."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from pydantic import ValidationError

from dashboard.curation.desk import also_named, declare, unexplained
from dashboard.parts import desk as desks
from dashboard.parts.desk import Room
from dashboard.parts.text import escape
from loaders.curation.aliases import Alias
from loaders.reference import Coalition, Official
from loaders.reference.models import CoalitionKind
from loaders.slugs import slugify

_REFUSED = "declare_refused"
_OPENED = "names"
_SORTS = {"official": "New official", "coalition": "New coalition", "name": "Another name"}


def declaring(room: Room) -> None:
    """Show what the vocabulary is to have besides, and the way to add to it."""
    _promised(room)
    if desks.opened() != _OPENED:
        st.button("Add a name, an official or a coalition", key="names",
                  on_click=desks.open_fact, args=(_OPENED,), icon=":material/bookmark_add:",
                  type="tertiary")  # fmt: skip
        return
    with st.container(border=True, key="names_form"):
        sort = st.segmented_control(
            "What is it?", list(_SORTS), default="official", required=True,
            format_func=_SORTS.__getitem__, key=f"declare_{desks.serial()}",
            label_visibility="collapsed",
        )  # fmt: skip
        form = {"coalition": coalition_form, "name": _name_form}.get(sort or "", official_form)
        written = len(room.desk.declared) + len(room.desk.aliases)
        form(room, f"own_{desks.serial()}_{written}", "", lambda slug: None)
        refused()
        st.caption("It is written to the vocabulary together with the article.")
        st.button("Close", key="names_close", on_click=desks.open_fact, args=(None,),
                  type="tertiary")  # fmt: skip


def _promised(room: Room) -> None:
    """What is written with the article, and names that an answer here explained."""
    for declaration in room.desk.declared:
        entry = declaration.entry
        st.caption(f"New in the vocabulary: **{escape(entry.name)}** ({escape(entry.slug)})")
    names = {**room.names.coalitions, **room.names.officials}
    for alias in room.desk.aliases:
        known = escape(names.get(alias.slug, alias.slug))
        st.caption(f"New name of {known}: **{escape(alias.name)}**")
    for number, alias in enumerate(unexplained(room.desk, room.reference)):
        st.button(
            f"Remember “{escape(alias.name)}” as a name of "
            f"{escape(names.get(alias.slug, alias.slug))}",
            key=f"remember_{desks.serial()}_{number}_{slugify(alias.name)}", on_click=_name,
            args=(room, alias), icon=":material/bookmark_add:",
            help="Written to the vocabulary with the article: the next one is read by it.",
        )  # fmt: skip


def official_form(room: Room, key: str, printed: str, then: Callable[[str], None]) -> None:
    """The form of a new official; `then` gets its slug."""
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


def coalition_form(room: Room, key: str, printed: str, then: Callable[[str], None]) -> None:
    """The form of a new coalition; `then` gets its slug."""
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


def _name_form(room: Room, key: str, printed: str, then: Callable[[str], None]) -> None:
    """The form of another name: whose, and which."""
    known = {
        **{f"official/{slug}": name for slug, name in room.lists.officials.items()},
        **{f"coalition/{slug}": name for slug, name in room.lists.coalitions.items()},
    }
    with st.form(f"name_{key}", border=False):
        st.selectbox("Whose name is it?", list(known), index=None, key=f"{key}_whose",
                     format_func=lambda one: known[one],
                     placeholder="An official or a coalition")  # fmt: skip
        st.text_input("As it is printed", printed, key=f"{key}_printed")
        st.form_submit_button(
            "Add the name",
            key=f"{key}_add",
            type="primary",
            on_click=lambda: _typed_name(room, key),
        )


def _typed_name(room: Room, key: str) -> None:
    whose, printed = st.session_state.get(f"{key}_whose"), _value(key, "printed")
    if not whose or not printed:
        st.session_state[_REFUSED] = "Choose whose name it is, and type it as it is printed."
        return
    sort, slug = whose.split("/", 1)
    _name(room, Alias(sort, slug, printed))


def _name(room: Room, alias: Alias) -> None:
    try:
        desks.keep(also_named(st.session_state["desk"], alias, room.reference))
    except ValueError as error:
        st.session_state[_REFUSED] = str(error)


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
    desks.open_fact(None)
    then(entry.slug)


def refused() -> None:
    """Say why an entry can't be declared as typed."""
    if said := st.session_state.pop(_REFUSED, None):
        st.error(escape(said))


def _value(key: str, name: str) -> str:
    return " ".join(str(st.session_state.get(f"{key}_{name}") or "").split())


def _lines(key: str) -> list[str]:
    lines = str(st.session_state.get(f"{key}_aliases") or "").splitlines()
    return [line for text in lines if (line := " ".join(text.split()))]
