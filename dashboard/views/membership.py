"""Membership map: who stands how in which coalitions on a day, and what that rests on."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.parts.address_bar import linked, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.share import actions
from dashboard.parts.text import escape
from dashboard.views import membership_answers, membership_map, membership_nation
from dashboard.views.membership_view import FIRST_SHOWN, MapView, map_view
from dashboard.views.membership_words import filters_applied
from loaders import nations

TABS = {"map": "Map", "table": "Table", "growth": "Growth", "overlap": "Overlap"}


@lru_cache(maxsize=2)
def parameters(atlas: Atlas) -> list[Parameter]:
    """Which coalitions are mapped, what is asked of them, and the nation selected."""
    names = atlas.coalition_names
    first = FIRST_SHOWN if FIRST_SHOWN in names else next(iter(names), "")
    return [
        Parameter("show", Shape.MANY, "the coalition to map", names, default=(first,)),
        Parameter("not_in", Shape.MANY, "the coalition to leave out", names),
        Parameter("selected", Shape.ONE, "the nation", nations.codes()),
        membership_map.region_parameter(),
        Parameter("tab", Shape.ONE, "the tab", TABS, default="map"),
    ]


def show(atlas: Atlas) -> None:
    """Draw the page."""
    st.title("Who belongs to what, and when")
    controls(atlas)
    view = map_view(atlas)
    every = [*shared_parameters(atlas), *parameters(atlas)]
    st.markdown(f"**{escape(view.caption)}**")
    chips(atlas, filters())
    if applied := filters_applied(atlas, filters(), view.shown, on_map=value("tab") == "map"):
        st.caption(escape(applied))
    name = "members-" + "-".join(view.shown)
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    with st.container(horizontal=True, vertical_alignment="center", key="views"):
        linked(own["tab"], lambda key, changed: st.segmented_control(
            "View", list(TABS), key=key, on_change=changed, format_func=lambda tab: TABS[tab],
            label_visibility="collapsed", required=True,
        ))  # fmt: skip
        actions(atlas, every, view.caption, name, lambda: membership_map.downloaded(atlas, view),
                embeds=True)  # fmt: skip
    _tab(atlas, view)
    if value("selected"):
        membership_nation.claims(atlas, view)


def chart(atlas: Atlas) -> None:
    """Draw the chart alone, for a page that embeds it."""
    _tab(atlas, map_view(atlas), alone=True)


def _tab(atlas: Atlas, view: MapView, *, alone: bool = False) -> None:
    if value("tab") == "table":
        membership_map.table_tab(atlas, view)
    elif value("tab") == "growth":
        membership_answers.growth_tab(atlas, view, alone=alone)
    elif value("tab") == "overlap":
        membership_answers.overlap_tab(atlas, view, alone=alone)
    else:
        membership_map.map_tab(atlas, view, alone=alone)


def controls(atlas: Atlas) -> None:
    """Show which coalitions, which day, and what is left out."""
    shared = {parameter.name: parameter for parameter in shared_parameters(atlas)}
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    first, second = st.columns([3, 2])
    with first:
        _coalitions(atlas, own["show"], "In")
    with second:
        _coalitions(atlas, own["not_in"], "but not in")
    membership_map.days(atlas, shared["as_of"], shared["known_by"])


def _coalitions(atlas: Atlas, parameter: Parameter, label: str) -> None:
    linked(parameter, lambda key, changed: st.multiselect(
        label, list(atlas.coalition_names), key=key, on_change=changed, max_selections=8,
        format_func=lambda slug: atlas.coalition_names[slug], placeholder="Choose coalitions",
    ), drops=["selected"])  # fmt: skip
