"""The filters as chips above the results: one click removes one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import streamlit as st

from dashboard.address import Value
from dashboard.atlas import Atlas
from dashboard.filters import ROLE_LABELS, Filters
from dashboard.parts.address_bar import put, value
from dashboard.parts.controls import LOST_BY_FILTERING, clear_filters
from dashboard.parts.text import escape, shortened
from loaders import dates, nations


def chips(atlas: Atlas, filters: Filters, *, days: bool = False) -> None:
    """Show one button for each value of the filters; a click removes that value.

    `days`: the page goes by the as-of and known-by days but has no field for them, so a chip
    tells that it is not today's view.
    """
    found = [*_chips(atlas, filters), *(_days() if days else ())]
    if not found:
        return
    with st.container(horizontal=True, gap="small", key="chips"):
        for key, label, change in found:
            st.button(
                f"{escape(shortened(label))} ✕", key=f"chip_{key}", on_click=put,
                args=({**change, **dict.fromkeys(LOST_BY_FILTERING)},), type="tertiary",
            )  # fmt: skip
        if len(found) > 1:
            st.button("Clear all", key="chip_all", on_click=_clear, args=(days,), type="tertiary")


def _chips(atlas: Atlas, filters: Filters) -> Iterator[tuple[str, str, dict[str, Value]]]:
    """A key, a label, and what the address becomes without it."""
    for code in filters.nations:
        left = _but(filters.nations, code)
        change: dict[str, Value] = {"nation": left} if left else {"nation": None, "role": None}
        yield f"nation_{code}", nations.name(code), change
    for role in filters.roles:
        others = tuple(str(other) for other in filters.roles if other != role)
        yield f"role_{role}", ROLE_LABELS[role], {"role": others}
    for slug in filters.coalitions:
        name = atlas.coalition_names.get(slug, slug)
        yield f"coalition_{slug}", name, {"coalition": _but(filters.coalitions, slug)}
    for name, label, day in (("from", "From", filters.first), ("to", "To", filters.last)):
        if day:
            yield name, f"{label} {dates.in_words(day.isoformat())}", {name: None}
    for state in filters.states:
        yield f"state_{state}", f"{state.capitalize()} only", {"state": _but(filters.states, state)}


def _clear(days: bool) -> None:
    clear_filters()
    if days:
        put({"as_of": None, "known_by": None})


def _days() -> Iterator[tuple[str, str, dict[str, Value]]]:
    """The as-of day where it is another than today, and the known-by day."""
    as_of, known_by = value("as_of"), value("known_by")
    if as_of != date.today():
        yield "as_of", f"As of {dates.in_words(as_of.isoformat())}", {"as_of": None}
    if known_by:
        yield "known_by", f"Known by {dates.in_words(known_by.isoformat())}", {"known_by": None}


def _but(values: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(value for value in values if value != one)
