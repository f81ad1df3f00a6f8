"""Figures on a page: their toolbar, their caption as alternative text, the same as a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pyarrow as pa
import streamlit as st

from dashboard.atlas import Atlas
from dashboard.charts.geography import TOPOJSON_URL
from dashboard.parts.keeping import kept


def figure(
    drawn: go.Figure,
    key: str,
    caption: str,
    *,
    on_select: Callable[[], None] | None = None,
    table: pd.DataFrame | pa.Table | None = None,
    fluid: bool = False,
) -> None:
    """Show a figure with PNG and SVG in its toolbar; `caption` says what is plotted.

    `on_select` is called when marks are clicked; `table` is the same data for readers who want
    or need it as a table. `fluid`: static/page.css gives the height, a smaller one on a phone.
    """
    selection: dict[str, Any] = (
        {"on_select": on_select, "selection_mode": "points"} if on_select else {}
    )
    st.plotly_chart(
        drawn, theme=None, key=key, alt=caption, config=_config(key),
        height="stretch" if fluid else "content", **selection,
    )  # fmt: skip
    if table is not None:
        as_table(table, key)


def as_table(table: pd.DataFrame | pa.Table, key: str) -> None:
    """Offer what a figure shows as a table."""
    with st.expander("The same data as a table"):
        st.dataframe(table, hide_index=True, key=f"{key}_table")


def kept_figure(atlas: Atlas, name: str, make: Callable[[], go.Figure]) -> go.Figure:
    """Give a figure that the address decides: drawn once for all who look at the same."""
    return kept(atlas, name, make)


def on_phone() -> bool:
    """Whether the visitor's browser says that it is a phone's.

    The server does not know how wide a page is; browsers of phones have `Mobi` in their name
    (https://developer.mozilla.org/docs/Web/HTTP/Guides/Browser_detection_using_the_user_agent).
    """
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def _config(name: str) -> dict[str, Any]:
    return {
        "topojsonURL": TOPOJSON_URL,
        "displaylogo": False,
        "scrollZoom": False,
        "modeBarButtonsToRemove": ["select2d", "lasso2d"],
        "toImageButtonOptions": {"format": "svg", "filename": name},
    }
