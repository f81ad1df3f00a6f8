"""The browser's address bar: read before the widgets are made, written when one changes.

The URL is the only state. A widget takes its value from the URL on every run and, when the
visitor changes it, writes to the URL before the next; so a reload, Back, Forward and a shared
link all show what they showed. (Streamlit's own `bind="query-params"` loses a page's
parameters on Back: measured with 1.67.)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from dashboard.address import Parameter, Query, Reading, Value, read, written

_READING = "address_reading"
_SEEN, _ASKED = "address_seen", "address_asked"


def current_query() -> Query:
    """The present query as lists of strings."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def open_address(page: str, parameters: Sequence[Parameter]) -> Reading:
    """Read the address of a page by the declared parameters, for this run."""
    query = current_query()
    reading = read(parameters, query)
    st.session_state[_READING] = reading
    told = sorted((name, *values) for name, values in query.items())
    st.session_state[_ASKED] = ((page,), *told)
    return reading


def asked() -> tuple[tuple[str, ...], ...]:
    """The page and all that its address says: the same for two visitors who see the same."""
    told: tuple[tuple[str, ...], ...] = st.session_state[_ASKED]
    return told


def keep_in_step(page: str) -> None:
    """Show in the browser what this run was asked for, where it may not show it.

    A link to the page one is on asks for another view, but Streamlit 1.67 leaves the address as
    it was; sent again, it becomes a new entry of the browser's history (and nothing happens
    where the browser shows it already).
    """
    asked = {name: list(values) for name, values in current_query().items()}
    seen = st.session_state.get(_SEEN)
    if seen and seen[0] == page and seen[1] != asked:
        st.query_params.from_dict(asked)
    st.session_state[_SEEN] = (page, asked)


def value(name: str) -> Any:
    """The value of a parameter in this run; raises KeyError for an undeclared one."""
    reading: Reading = st.session_state[_READING]
    return reading.values[name]


def put(changes: dict[str, Value], defaults: dict[str, Value] | None = None) -> None:
    """Write parameters into the address (inside a widget's callback); None leaves one out."""
    for name, new in changes.items():
        texts = written(new)
        if texts and new != (defaults or {}).get(name):
            st.query_params[name] = texts
        elif name in st.query_params:
            del st.query_params[name]


def linked(
    parameter: Parameter,
    make: Callable[[str, Callable[[], None]], Any],
    *,
    drops: Sequence[str] = (),
    place: str = "",
    shown: str | None = None,
) -> Any:
    """Make a widget that is one with a parameter of the address.

    `make` gets the widget's key and its on_change callback. `drops` names the parameters that
    lose their meaning when this one changes (a selected event, a page number). `place` tells
    apart two widgets of one parameter. `shown` is what the widget shows where the page does not
    follow the address (an order that makes no sense without words).
    """
    key = f"at_{place}_{parameter.name}" if place else f"at_{parameter.name}"
    present = value(parameter.name) if shown is None else shown
    st.session_state[key] = list(present) if isinstance(present, tuple) else present

    def changed() -> None:
        new = st.session_state[key]
        new = tuple(new) if isinstance(new, list) else new
        put({parameter.name: new, **dict.fromkeys(drops)}, {parameter.name: parameter.empty})

    return make(key, changed)
