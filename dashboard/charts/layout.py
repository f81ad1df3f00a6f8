"""What all figures share: no background of their own, the page's typeface and colours."""

from __future__ import annotations

from typing import Any

from dashboard.palette import FONT, Surface
from dashboard.parts.text import escape_html, shortened

LONGEST_LABEL = 40


def label(name: str) -> str:
    """Write a name on an axis or in a legend, where Plotly reads a little HTML: text, and short."""
    return escape_html(shortened(name, LONGEST_LABEL))


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
