"""Facets beside a list: the most frequent values as pills with counts, the rest in a search box."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard.address import Parameter
from dashboard.parts.address_bar import linked, put, value
from dashboard.parts.text import escape
from dashboard.questions.facets import Count

SHOWN = 6
# Beyond these a visitor types words or another facet's value first.
MOST_OFFERED = 300
_LONGEST_NAME = 42


def facet(
    parameter: Parameter,
    title: str,
    counts: Sequence[Count],
    name: Callable[[str], str],
    *,
    drops: Sequence[str] = (),
) -> None:
    """Show one facet; its choice is a parameter of the address (Shape.MANY).

    `counts` says how many rows each value would show; `name` writes a value as pages print it.
    """
    chosen: tuple[str, ...] = value(parameter.name)
    rows = {count.value: count.rows for count in counts}
    if not rows and not chosen:
        return
    shown = list(dict.fromkeys([*chosen, *list(rows)[:SHOWN]]))
    linked(parameter, lambda key, changed: st.pills(
        title, shown, selection_mode="multi", key=key, on_change=changed, wrap=True,
        format_func=lambda item: escape(f"{_short(name(item))} · {rows.get(item, 0):,}"),
    ), drops=drops, place="facet")  # fmt: skip
    rest = [item for item in rows if item not in shown][:MOST_OFFERED]
    if rest:
        _more(parameter, title, rest, lambda item: f"{name(item)} ({rows[item]:,})", drops)


def _more(
    parameter: Parameter,
    title: str,
    rest: Sequence[str],
    label: Callable[[str], str],
    drops: Sequence[str],
) -> None:
    key = f"more_{parameter.name}"
    st.session_state[key] = None

    def add() -> None:
        put({parameter.name: (*value(parameter.name), st.session_state[key]),
             **dict.fromkeys(drops)})  # fmt: skip

    st.selectbox(
        f"More: {title}", rest, index=None, key=key, on_change=add, format_func=label,
        placeholder=f"{len(rest)} more …", label_visibility="collapsed",
    )  # fmt: skip


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
