"""The filters as chips above the results: one click removes one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import streamlit as st

from dashboard.address import Parameter, Value
from dashboard.atlas import Atlas
from dashboard.filters import ROLE_LABELS, Filters
from dashboard.parts.address_bar import put, value
from dashboard.parts.controls import LOST_BY_FILTERING, clear_filters
from dashboard.parts.text import escape, shortened
from loaders import dates, nations

#: A key, a label, and what the address becomes without it.
Chip = tuple[str, str, dict[str, Value]]
#: A parameter of many values, and what writes one of them.
Pick = tuple[Parameter, Callable[[str], str]]
_WORDS = "words"


def chips(
    atlas: Atlas,
    filters: Filters,
    *,
    days: bool = False,
    words: bool = False,
    picks: Sequence[Pick] = (),
    drops: Sequence[str] = LOST_BY_FILTERING,
) -> None:
    """Show one button for each value that narrows the page; a click removes it, one removes all.

    `days`: the page goes by the as-of and known-by days but has no field for them, so a chip
    tells that it is not today's view. `words`: the page has a search. `picks`: its own
    parameters of many values, with what writes one. `drops`: what loses its meaning.
    """
    found = [
        *_chips(atlas, filters), *_picked(picks), *(_words() if words else ()),
        *(_days() if days else ()),
    ]  # fmt: skip
    if not found:
        return
    with st.container(horizontal=True, gap="small", key="chips"):
        for key, label, change in found:
            st.button(
                f"{escape(shortened(label))} ✕", key=key, on_click=put,
                args=({**change, **dict.fromkeys(drops)},), type="tertiary",
            )  # fmt: skip
        if len(found) > 1:
            own = [*(parameter.name for parameter, _ in picks), *drops]
            own += [_WORDS] if words else []
            own += ["as_of", "known_by"] if days else []
            st.button("Clear all", key="chip_all", on_click=_clear, args=(own,), type="tertiary")


def _picked(picks: Sequence[Pick]) -> Iterator[Chip]:
    for parameter, name in picks:
        for item in value(parameter.name):
            change: dict[str, Value] = {parameter.name: _but(value(parameter.name), item)}
            yield f"picked_{parameter.name}_{item}", name(item), change


def _words() -> Iterator[Chip]:
    if value(_WORDS):
        yield "chip_words", f"‘{value(_WORDS)}’", {_WORDS: None}


def _chips(atlas: Atlas, filters: Filters) -> Iterator[Chip]:
    for code in filters.nations:
        left = _but(filters.nations, code)
        change: dict[str, Value] = {"nation": left} if left else {"nation": None, "role": None}
        yield f"chip_nation_{code}", nations.name(code), change
    for role in filters.roles:
        others = tuple(str(other) for other in filters.roles if other != role)
        yield f"chip_role_{role}", ROLE_LABELS[role], {"role": others}
    for slug in filters.coalitions:
        name = atlas.coalition_names.get(slug, slug)
        yield f"chip_coalition_{slug}", name, {"coalition": _but(filters.coalitions, slug)}
    for name, label, day in (("from", "From", filters.first), ("to", "To", filters.last)):
        if day:
            yield f"chip_{name}", f"{label} {dates.in_words(day.isoformat())}", {name: None}
    for state in filters.states:
        yield (
            f"chip_state_{state}",
            f"{state.capitalize()} only",
            {"state": _but(filters.states, state)},
        )


def _clear(own: Sequence[str]) -> None:
    clear_filters()
    put(dict.fromkeys(own))


def _days() -> Iterator[Chip]:
    """The as-of day where it is another than today, and the known-by day."""
    as_of, known_by = value("as_of"), value("known_by")
    if as_of != date.today():
        yield "chip_as_of", f"As of {dates.in_words(as_of.isoformat())}", {"as_of": None}
    if known_by:
        yield (
            "chip_known_by",
            f"Known by {dates.in_words(known_by.isoformat())}",
            {"known_by": None},
        )


def _but(values: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(value for value in values if value != one)
