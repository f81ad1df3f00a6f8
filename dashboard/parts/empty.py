"""When nothing is left: say which filter to loosen, with a button that does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard.filters import Filters, loosenings
from dashboard.parts.address_bar import put
from dashboard.parts.controls import clear_everything, loosen
from dashboard.parts.text import counted


def nothing_left(
    count: Callable[[Filters], int],
    filters: Filters,
    what: str,
    *,
    words: Callable[[], int] | None = None,
    picks: Callable[[], int] | None = None,
    own: Sequence[str] = (),
) -> None:
    """Explain an empty result and offer what to loosen.

    `count` gives the rows that a choice of filters would keep; `words` those that would show
    without the words searched for, where the page has such a search and it is in use; `picks`
    those without what is picked in the page's own parameters, named in `own`.
    """
    without_words = words() if words else 0
    without_picks = picks() if picks else 0
    if not filters.active and not words and not picks:
        st.info(f"There are no {what} in the data yet.")
        return
    st.info(f"No {what} pass all the filters together.")
    if without_words:
        st.button(
            f"Drop the words: shows {_counted(without_words, what)}", key="loosen_words",
            on_click=put, args=({"words": None},),
        )  # fmt: skip
    if without_picks:
        st.button(
            f"Drop what is picked on this page: shows {_counted(without_picks, what)}",
            key="loosen_picks", on_click=put, args=(dict.fromkeys(own),),
        )  # fmt: skip
    options = loosenings(count, filters)
    for option in options:
        st.button(
            f"Drop {option.label}: shows {_counted(option.rows, what)}",
            key=f"loosen_{option.field}", on_click=loosen, args=(option.field,),
        )  # fmt: skip
    if not options and not without_words and not without_picks:
        st.button("Clear all filters", key="loosen_all", on_click=clear_everything)


def _counted(number: int, what: str) -> str:
    return counted(number, what.removesuffix("s"), what)


def undated_hidden(number: int, what: str) -> None:
    """Say how many undated rows a date bound hides."""
    if number:
        st.caption(f"{counted(number, f'undated {what}')} hidden while a date bound is set.")
