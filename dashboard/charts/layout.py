"""What all figures share: no background of their own, the page's typeface and colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.palette import FONT, Surface
from dashboard.parts.text import escape_html, shortened

LONGEST_LABEL = 40


def label(name: str) -> str:
    """Write a name on an axis or in a legend, where Plotly reads a little HTML: text, and short."""
    return escape_html(shortened(name, LONGEST_LABEL))


def translucent(colour: str, opacity: float) -> str:
    """A `#RRGGBB` colour as CSS writes it with an opacity."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def assembled(traces: Iterable[Any], layout: Mapping[str, Any]) -> go.Figure:
    """Put a figure together at once: what is changed afterwards costs Plotly four times as much."""
    return go.Figure(list(traces), dict(layout))


def with_room(first: pd.Timestamp, last: pd.Timestamp, room: timedelta) -> list[pd.Timestamp]:
    """The ends of an axis of time with room on both sides, as far as the calendar goes."""
    earliest, latest = pd.Timestamp(date.min).as_unit("s"), pd.Timestamp(date.max).as_unit("s")
    before = first - room if first - earliest > room else earliest
    after = last + room if latest - last > room else latest
    return [before, after]


def base_layout(surface: Surface) -> dict[str, Any]:
    """Give the layout of a figure drawn on the page itself."""
    font = {"color": surface.text, "family": FONT}
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": font,
        "hoverlabel": {"bgcolor": surface.background, "font": font, "align": "left"},
        "dragmode": "pan",
    }
