"""What all figures share: no background of their own, the page's typeface and colours."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from plotly.io.json import to_json_plotly

from dashboard.palette import FONT, Surface
from dashboard.parts.text import escape_html, shortened

LONGEST_LABEL = 40
#: Whether Plotly looks at each value; the tests of the charts turn it on.
CHECKED = False


def label(name: str) -> str:
    """Write a name on an axis or in a legend, where Plotly reads a little HTML: text, and short."""
    return escape_html(shortened(name, LONGEST_LABEL))


def translucent(colour: str, opacity: float) -> str:
    """A `#RRGGBB` colour as CSS writes it with an opacity."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


class Trace(dict[str, Any]):
    """A trace as it is sent, its parts to be read and set by name as those of Plotly's own."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value


def unchecked(kind: Callable[..., Any], **given: Any) -> Any:
    """Make a trace as it is sent: Plotly's own object would be most of what a chart costs.

    The tests of the charts let Plotly make it, and look at each value.
    """
    if CHECKED:
        return kind(**given)
    plain = {name: _plain(value) for name, value in given.items() if value is not None}
    return Trace(type=kind.__name__.lower(), **plain)


def _plain(value: Any) -> Any:
    if isinstance(value, pd.Series | np.ndarray):
        return value.tolist()
    return {name: _plain(one) for name, one in value.items()} if isinstance(value, dict) else value


class Ready(go.Figure):  # type: ignore[misc]
    """A figure as it is sent, for Streamlit to send as often as it likes: it cannot be changed.

    Streamlit takes any figure apart and checks it before it writes it; most of a rerun with a
    chart would go into that.
    """

    def __init__(self, sent: str) -> None:
        # Nothing of a figure's own state: that is what is slow.
        self.__dict__["_sent"] = json.loads(sent)

    def to_dict(self) -> dict[str, Any]:
        """Give what is sent; callers do not change it."""
        return dict(self.__dict__["_sent"])


def assembled(traces: Iterable[Any], layout: Mapping[str, Any]) -> go.Figure:
    """Put a figure together at once, ready to be sent."""
    if CHECKED:
        return go.Figure(list(traces), dict(layout))
    return Ready(to_json_plotly({"data": list(traces), "layout": _plain(dict(layout))}))


def with_room(first: pd.Timestamp, last: pd.Timestamp, room: timedelta) -> list[pd.Timestamp]:
    """The ends of an axis of time with room on both sides, as far as the calendar goes."""
    earliest, latest = pd.Timestamp(date.min).as_unit("s"), pd.Timestamp(date.max).as_unit("s")
    before = first - room if first - earliest > room else earliest
    after = last + room if latest - last > room else latest
    return [before, after]


def base_layout(surface: Surface) -> dict[str, Any]:
    """Give the layout of a figure drawn on the page itself.

    On the page's own colour: a picture taken away from a dark page must not be light text on
    nothing.
    """
    font = {"color": surface.text, "family": FONT}
    return {
        "paper_bgcolor": surface.background,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": font,
        "hoverlabel": {"bgcolor": surface.background, "font": font, "align": "left"},
        "dragmode": "pan",
    }
