"""When nothing is left: say which filter to loosen, with a button that does it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.filters import Filters, loosenings
from dashboard.parts.controls import clear_filters, loosen
from dashboard.parts.text import counted


def nothing_left(count: Callable[[Filters], int], filters: Filters, what: str) -> None:
    """Explain an empty result; `count` gives the rows that a choice of filters would keep."""
    if not filters.active:
        st.info(f"There are no {what} in the data yet.")
        return
    options = loosenings(count, filters)
    st.info(f"No {what} pass all the filters together.")
    for option in options:
        st.button(
            f"Drop {option.label}: shows {counted(option.rows, 'row')}",
            key=f"loosen_{option.field}", on_click=loosen, args=(option.field,),
        )  # fmt: skip
    if not options:
        st.button("Clear all filters", key="loosen_all", on_click=clear_filters)


def undated_hidden(number: int, what: str) -> None:
    """Say how many undated rows a date bound hides."""
    if number:
        st.caption(f"{counted(number, f'undated {what}')} hidden while a date bound is set.")
