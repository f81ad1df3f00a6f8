"""Pages of a long list; which one is shown is part of the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.parts.address_bar import linked, put, value

# How lists of cards and their facets look beyond what the theme says.
LISTS_STYLE = Path(__file__).parents[1] / "static" / "lists.css"
#: The anchor of the title of a page with a list.
TOP = "top"
_FIRST = "1"


def page_parameter() -> Parameter:
    """The parameter that holds the number of the page."""
    return Parameter("page", Shape.NUMBER, "the page", default=_FIRST)


def pages_of(rows: int, per_page: int) -> int:
    """How many pages hold that many rows: one at least."""
    return max(1, -(-rows // per_page))


def current_page(pages: int) -> int:
    """The page that the address asks for, brought into range."""
    return min(int(value("page")), pages)


def pager(pages: int) -> None:
    """Show numbered pages above a list, where there are several."""
    if pages == 1:
        return
    page = current_page(pages)
    # A widget for each page: one that outlived its page would show the number it was left at.
    key = f"pager_{page}"
    st.pagination(pages, default=page, key=key, on_change=_turner(key))


def list_toolbar(sort: Parameter, orders: Mapping[str, str], chosen: str, pages: int) -> None:
    """Above a list: its order, its pages and, on a phone, the way down to its facets.

    `orders` names each order to choose from; `chosen` is the one the list is in.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        linked(sort, lambda key, changed: st.segmented_control(
            "Order", [str(order) for order in orders], key=key, on_change=changed, required=True,
            format_func=lambda item: orders[item], label_visibility="collapsed",
        ), drops=["page"], shown=str(chosen))  # fmt: skip
        pager(pages)
        with st.container(key="to_facets"):
            st.markdown("[Narrow down ↓](#narrow-down)")


def back_to_pager(pages: int, anchor: str = TOP) -> None:
    """Below a list: the way up to its pager, where there is one.

    A second pager there would leave the reader of a new page at its end: Streamlit keeps the
    place one has scrolled to.
    """
    if pages > 1:
        st.markdown(f"Page {current_page(pages):,} of {pages:,}. [Turn pages ↑](#{anchor})")


def _turner(key: str) -> Callable[[], None]:
    def turn() -> None:
        put({"page": str(st.session_state[key])}, {"page": _FIRST})

    return turn
