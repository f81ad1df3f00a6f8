"""The filters in the sidebar of every page, and the parameters all pages share."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import streamlit as st

from dashboard.address import FIRST_DAY, LAST_DAY, Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.filters import ROLE_LABELS, Filters, NationRole
from dashboard.parts.address_bar import linked, put, value
from loaders import nations
from loaders.facts.models import State

# A page of a longer or shorter list is another page.
LOST_BY_FILTERING = ("page",)
_STATE_LABELS = {
    State.EXTRACTED: "Extracted by rule", State.COMPILED: "Compiled", State.REVIEWED: "Reviewed",
}  # fmt: skip


def shared_parameters(atlas: Atlas) -> list[Parameter]:
    """The parameters that every page's address has."""
    return list(_shared_parameters(atlas, date.today()))


@lru_cache(maxsize=2)
def _shared_parameters(atlas: Atlas, today: date) -> tuple[Parameter, ...]:
    return (
        Parameter("nation", Shape.MANY, "the nation", nations.codes()),
        Parameter("role", Shape.MANY, "the nation's role", [str(role) for role in NationRole]),
        Parameter("coalition", Shape.MANY, "the coalition", atlas.coalition_names),
        Parameter("from", Shape.DAY, "the first day"),
        Parameter("to", Shape.DAY, "the last day"),
        Parameter("state", Shape.MANY, "the review state", [str(state) for state in State]),
        Parameter("as_of", Shape.DAY, "the as-of day", default=today),
        Parameter("known_by", Shape.DAY, "the known-by day"),
        Parameter("data", Shape.TEXT, "the data version"),
    )


def filters() -> Filters:
    """The visitor's filters, from the address; a first day after the last is set right."""
    first, last = value("from"), value("to")
    if first and last and first > last:
        first, last = last, first
    return Filters(
        nations=value("nation"),
        roles=tuple(NationRole(role) for role in value("role")),
        coalitions=value("coalition"),
        first=first,
        last=last,
        states=value("state"),
    )


def sidebar_filters(atlas: Atlas) -> None:
    """Show the filters; each one is part of the address."""
    by_name = {parameter.name: parameter for parameter in shared_parameters(atlas)}
    st.header("Filters", divider="gray")
    linked(by_name["nation"], lambda key, changed: st.multiselect(
        "Nation", _nations_in(atlas), key=key, on_change=changed, format_func=nations.name,
        placeholder="Any nation",
        help="Memberships and announcements that name it; statements by its nationals, "
             "from its posts, or that mention it.",
    ), drops=LOST_BY_FILTERING)  # fmt: skip
    if value("nation"):
        linked(by_name["role"], lambda key, changed: st.multiselect(
            "In statements, the nation is the", [str(role) for role in NationRole], key=key,
            on_change=changed, format_func=lambda role: ROLE_LABELS[NationRole(role)],
            placeholder="any of: nationality, post, mention",
        ), drops=LOST_BY_FILTERING)  # fmt: skip
    linked(by_name["coalition"], lambda key, changed: st.multiselect(
        "Coalition", list(atlas.coalition_names), key=key, on_change=changed,
        format_func=lambda slug: atlas.coalition_names[slug], placeholder="Any coalition",
    ), drops=LOST_BY_FILTERING)  # fmt: skip
    _day_input(by_name["from"], "From")
    _day_input(by_name["to"], "To")
    linked(by_name["state"], lambda key, changed: st.multiselect(
        "Vouched for by", [str(state) for state in State], key=key, on_change=changed,
        format_func=lambda state: _STATE_LABELS[State(state)], placeholder="Anyone",
        help="Extracted: a rule read the text. Compiled: a person did. Reviewed: a second one too.",
    ), drops=LOST_BY_FILTERING)  # fmt: skip
    if filters().active:
        st.button("Clear all filters", on_click=clear_filters, width="stretch")


def _day_input(parameter: Parameter, label: str) -> None:
    linked(parameter, lambda key, changed: st.date_input(
        label, key=key, value=None, on_change=changed, min_value=FIRST_DAY, max_value=LAST_DAY,
        format="YYYY-MM-DD",
    ), drops=LOST_BY_FILTERING)  # fmt: skip


def clear_filters() -> None:
    """Loosen every filter (a button's callback)."""
    names = ("nation", "role", "coalition", "from", "to", "state", *LOST_BY_FILTERING)
    put(dict.fromkeys(names))


def clear_everything() -> None:
    """Loosen every filter and drop the words searched for (a button's callback)."""
    clear_filters()
    put({"words": None})


_FIELD_PARAMETERS = {
    "nations": ("nation", "role"), "coalitions": ("coalition",), "first": ("from",),
    "last": ("to",), "states": ("state",),
}  # fmt: skip


def loosen(field: str) -> None:
    """Loosen one field of the filters (a button's callback)."""
    put(dict.fromkeys((*_FIELD_PARAMETERS[field], *LOST_BY_FILTERING)))


@st.cache_resource
def _nations_in_version(version: str, _atlas: Atlas) -> list[str]:
    tables = _atlas.tables
    found: set[str] = set(tables["memberships"]["nation"].dropna())
    found |= set(tables["persons"]["nationality"].dropna())
    found |= set(tables["posts"]["organisation_nation"].dropna())
    for table in ("announcements", "statements"):
        for listed in tables[table]["nations"]:
            found.update(listed)
    return sorted(found, key=nations.name)


def _nations_in(atlas: Atlas) -> list[str]:
    """The nations that any fact names, and those the address asks for, by name."""
    named = _nations_in_version(atlas.version, atlas)
    return sorted({*named, *value("nation")}, key=nations.name)
