"""What the pages of a nation and of a coalition share: their frame, their sections, their index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Parameter
from dashboard.atlas import Atlas
from dashboard.filters import in_english
from dashboard.parts.address_bar import linked, put, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.dossier import doubts_section, events_section, sources_section
from dashboard.parts.keeping import kept_table
from dashboard.parts.links import Target
from dashboard.parts.share import actions
from dashboard.parts.text import escape
from dashboard.questions.dossiers import Dossier
from dashboard.questions.doubts import doubts
from loaders import nations
from loaders.slugs import slugify


@dataclass(frozen=True)
class Section:
    """One part of the page: its heading, how much is in it, and what draws it."""

    heading: str
    number: int
    draw: Callable[[], None]

    @property
    def anchor(self) -> str:
        """Where on the page a link finds it."""
        return slugify(self.heading)


def announced(atlas: Atlas, dossier: Dossier, everything: Target) -> Section:
    """The section on what was announced."""
    draw = partial(events_section, atlas, dossier, everything)
    return Section("Announcements", len(dossier.events), draw)


def closing(atlas: Atlas, dossier: Dossier, by: str) -> list[Section]:
    """The last sections: what is uncertain, and the sources. `by`: what a roster's row is here."""
    found = doubts(atlas, dossier, by)
    return [
        Section("What is uncertain", len(found), partial(doubts_section, found)),
        Section("Sources", len(dossier.articles), partial(sources_section, atlas, dossier)),
    ]


def frame(
    atlas: Atlas,
    own: Sequence[Parameter],
    caption: str,
    name: str,
    dossier: Dossier,
    sections: Sequence[Section],
    *,
    of: str,
) -> None:
    """Draw the page under its title: what it says in a sentence, links into it, the sections.

    `of`: the filter that the page itself takes the place of, `nations` or `coalitions`.
    """
    st.markdown(f"**{escape(caption)}**")
    others = filters().without(of)
    if others.active:
        st.caption(escape(f"{in_english(atlas, others, 'Only what is recorded')}."))
    idle = _set_aside(atlas, of, value("of"))
    if idle:
        st.caption(escape(idle))
    chips(atlas, others, days=True)
    every = [*shared_parameters(atlas), *own]
    actions(atlas, every, caption, name, lambda: dossier.claims, embeds=True)
    jumps = (f"[{one.heading}](#{one.anchor}) {one.number:,}" for one in sections)
    st.markdown(" · ".join(jumps))
    for section in sections:
        st.header(section.heading, divider="gray", anchor=section.anchor)
        section.draw()


def _set_aside(atlas: Atlas, of: str, own: str) -> str:
    """Say which filter in the sidebar does not narrow down this page, and what to do."""
    chosen = filters().nations if of == "nations" else filters().coalitions
    names = nations.name if of == "nations" else atlas.coalition_names.__getitem__
    others = [names(one) for one in chosen if one != own]
    if not others:
        return ""
    word = of.removesuffix("s")
    return (
        f"The filter by {word} ({', '.join(others)}) does not apply here: this page is about one "
        f"{word}. Choose another above, or clear the filter in the sidebar."
    )


def choice(
    parameter: Parameter, label: str, options: Sequence[str], name: Callable[[str], str]
) -> None:
    """Show the field that chooses whose page this is."""
    linked(parameter, lambda key, changed: st.selectbox(
        label, options, index=None, key=key, on_change=changed, format_func=name,
        placeholder=f"Choose a {label.lower()}",
    ), drops=["opened"])  # fmt: skip


def index(
    atlas: Atlas,
    own: Sequence[Parameter],
    caption: str,
    name: str,
    rows: pd.DataFrame,
    shown: Callable[[], dict[str, Any]],
    choose: Callable[[], None],
) -> None:
    """Draw the list of all; a chosen row opens its page.

    `rows` is what a visitor takes away, the key of the page in its first column; `shown` the
    same in words; `choose` draws the field that chooses one.
    """
    st.markdown(f"**{escape(caption)}.** Choose one for everything that is known of it here.")
    choose()
    actions(atlas, [*shared_parameters(atlas), *own], caption, name, lambda: rows)

    def pick() -> None:
        selected = st.session_state[name]["selection"]["rows"]
        put({"of": str(rows.iloc[selected[0], 0]) if selected else None})

    table = kept_table(atlas, "index", lambda: pd.DataFrame(shown()))
    st.dataframe(
        table, hide_index=True, key=name, on_select=pick,
        selection_mode="single-row", height=38 + 35 * max(1, min(len(rows), 20)),
    )  # fmt: skip
