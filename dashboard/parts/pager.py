"""Pages of a long list; which one is shown is part of the address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.parts.address_bar import put, value

# How lists of cards and their facets look beyond what the theme says.
LISTS_STYLE = Path(__file__).parents[1] / "static" / "lists.css"
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


def pager(pages: int, place: str) -> None:
    """Show numbered pages where there are several; `place` tells apart the pagers of one list."""
    if pages == 1:
        return
    page = current_page(pages)
    # A widget for each page: one that outlived its page would show the number it was left at.
    key = f"pager_{place}_{page}"
    st.pagination(pages, default=page, key=key, on_change=_turner(key))


def _turner(key: str) -> Callable[[], None]:
    def turn() -> None:
        put({"page": str(st.session_state[key])}, {"page": _FIRST})

    return turn
