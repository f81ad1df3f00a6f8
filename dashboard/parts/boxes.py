"""Boxes behind a button, filled when a visitor opens them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def filled_when_opened(label: str, key: str) -> Iterator[bool]:
    """Show a button that opens a box; gives whether it is open, to be filled only then.

    Closed, what is in them would be a fifth of what a page sends, and most are never opened.
    """
    box = st.popover(label, key=key, on_change="rerun")
    with box:
        yield bool(box.open)
