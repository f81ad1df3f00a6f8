"""What all figures share: no background of their own, the page's typeface and colours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any, TypeVar

import pandas as pd
import plotly.graph_objects as go

from dashboard.palette import FONT, Surface
from dashboard.parts.text import escape_html, shortened

LONGEST_LABEL = 40
#: Whether Plotly looks at each value; the tests of the charts turn it on.
CHECKED = False

Trace = TypeVar("Trace")


def label(name: str) -> str:
    """Write a name on an axis or in a legend, where Plotly reads a little HTML: text, and short."""
    return escape_html(shortened(name, LONGEST_LABEL))


def translucent(colour: str, opacity: float) -> str:
    """A `#RRGGBB` colour as CSS writes it with an opacity."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def unchecked(kind: Callable[..., Trace], **given: Any) -> Trace:
    """Make a trace without Plotly's look at each value: half of what a chart costs.

    The tests of the charts let Plotly look.
    """
    plain = {name: _plain(value) for name, value in given.items()}
    return kind(**plain, _validate=CHECKED)


def _plain(value: Any) -> Any:
    """Columns as Plotly itself would write them: numbers packed, days and texts one by one."""
    if not isinstance(value, pd.Series):
        return value
    if pd.api.types.is_bool_dtype(value.dtype) or not pd.api.types.is_numeric_dtype(value.dtype):
        return value.tolist() if value.dtype.kind != "M" else value.to_numpy()
    return value.to_numpy()


def assembled(traces: Iterable[Any], layout: Mapping[str, Any]) -> go.Figure:
    """Put a figure together at once: what is changed afterwards costs Plotly four times as much."""
    return go.Figure(list(traces), dict(layout), _validate=CHECKED)


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
