"""A fact as a form: every field from a list that searches, the passage checked against the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.curation.fields import FIELDS, LISTED, Entry, Field
from loaders import nations
from loaders.curation.passages import own_words, words_of
from loaders.curation.proofs import Plain
from loaders.facts.models import SpeakerKind, StatementKind

_WHENCE = {"stated": "stated by the article", "organisation": "that of the organisation served"}
_WIDE = (Entry.LONG, Entry.NATIONS, Entry.COALITIONS, Entry.OFFICIALS, Entry.EVENT)


@dataclass(frozen=True)
class Lists:
    """What the fields choose from: slugs or codes to the names shown."""

    coalitions: Mapping[str, str]
    officials: Mapping[str, str]
    statuses: Mapping[str, str]
    event_kinds: Mapping[str, str]
    events: Mapping[str, str]

    def of(self, entry: Entry) -> Mapping[str, str] | None:
        """The list of a field; None where it is typed."""
        return {
            Entry.NATION: _nations(), Entry.NATIONS: _nations(),
            Entry.COALITION: self.coalitions, Entry.COALITIONS: self.coalitions,
            Entry.OFFICIAL: self.officials, Entry.OFFICIALS: self.officials,
            Entry.STATUS: self.statuses, Entry.EVENT_KIND: self.event_kinds,
            Entry.EVENT: self.events,
            Entry.SAID: {str(kind): str(kind).capitalize() for kind in StatementKind},
            Entry.SPEAKER: {str(kind): str(kind).capitalize() for kind in SpeakerKind},
            Entry.WHENCE: _WHENCE,
        }.get(entry)  # fmt: skip


def _nations() -> dict[str, str]:
    return {code: nations.name(code) for code in sorted(nations.codes(), key=nations.name)}


def fact_form(
    key: str,
    section: str,
    plain: Plain,
    lists: Lists,
    *,
    done: Callable[[Plain], None],
    cancelled: Callable[[], None] | None = None,
    label: str = "Accept with these changes",
) -> None:
    """Show the form of a fact; `done` gets the fact as typed, in the callback of its button."""
    with st.form(f"form_{key}", border=False):
        columns = st.columns(2)
        side = 0
        for field in FIELDS[section]:
            if field.entry in _WIDE or field.name == "title":
                _field(st, key, field, plain, lists)
                columns, side = st.columns(2), 0
                continue
            _field(columns[side % 2], key, field, plain, lists)
            side += 1
        st.text_area(
            "Passage", "\n".join(words_of(plain.get("passage"))), key=f"{key}_passage", height=100,
            help="The article’s own words, copied from the text. Several passages: one a line.",
        )  # fmt: skip
        st.text_input(
            "Note", str(plain.get("note") or ""), key=f"{key}_note",
            help="Our own summary, where there is no passage",
        )  # fmt: skip
        with st.container(horizontal=True):
            st.form_submit_button(
                label, type="primary", key=f"{key}_done",
                on_click=lambda: done(_typed(key, section, plain)),
            )  # fmt: skip
            if cancelled:
                st.form_submit_button("Cancel", on_click=cancelled, key=f"{key}_cancel")


def _field(place: Any, key: str, field: Field, plain: Plain, lists: Lists) -> None:
    label = f"{field.label} *" if field.needed else field.label
    name, present = f"{key}_{field.name}", plain.get(field.name)
    options = lists.of(field.entry)
    if field.entry is Entry.FLAG:
        place.checkbox(label, present in ("true", True), key=name, help=field.help)
    elif field.entry in LISTED and options is not None:
        chosen = [present] if isinstance(present, str) else list(present or [])
        place.multiselect(
            label, _with(options, chosen), chosen, key=name, help=field.help,
            format_func=lambda one: options.get(one, one),
        )  # fmt: skip
    elif options is not None:
        here = _with(options, [str(present)] if present else [])
        place.selectbox(
            label, here, here.index(str(present)) if present else None, key=name, help=field.help,
            format_func=lambda one: options.get(one, one), placeholder="Choose",
            accept_new_options=field.entry is Entry.EVENT,
        )  # fmt: skip
    elif field.entry is Entry.LONG:
        place.text_area(label, "\n".join(own_words(plain)) if present else "", key=name, height=100,
                        help=field.help)  # fmt: skip
    else:
        place.text_input(label, str(present or ""), key=name, help=field.help)


def _with(options: Mapping[str, str], present: Sequence[str]) -> list[str]:
    """The options, with what the fact has already even where no list knows it."""
    return [*options, *(one for one in present if one not in options)]


def _typed(key: str, section: str, before: Plain) -> Plain:
    """The fact as the form has it; fields that no form shows stay."""
    plain = dict(before)
    for field in FIELDS[section]:
        value = st.session_state.get(f"{key}_{field.name}")
        if field.entry is Entry.FLAG:
            value = "true" if value else None
        elif field.entry is Entry.LONG:
            value = _lines(value)
        elif isinstance(value, str):
            value = " ".join(value.split())
        plain[field.name] = list(value) if isinstance(value, list) else value
    if plain.get("speaker_kind") == "person":
        del plain["speaker_kind"]
    typed = _lines(st.session_state.get(f"{key}_passage"))
    if words_of(typed) != words_of(before.get("passage")):
        plain["passage"] = typed
    plain["note"] = " ".join(str(st.session_state.get(f"{key}_note") or "").split())
    return {name: value for name, value in plain.items() if value not in (None, "", [])}


def _lines(value: Any) -> str | list[str] | None:
    lines = [line for text in str(value or "").splitlines() if (line := " ".join(text.split()))]
    return lines[0] if len(lines) == 1 else lines or None
