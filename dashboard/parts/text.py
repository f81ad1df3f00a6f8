"""Text from outside, made safe for places that render Markdown."""

from __future__ import annotations

import re

_MARKDOWN = re.compile(r"([`*_{}\[\]()#+\-.!|<>~$:&@/\\])")


def escape(text: str) -> str:
    """Escape every character that Markdown, LaTeX, HTML or Streamlit's directives act on."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def escape_html(text: str) -> str:
    """Escape for Plotly's hover labels, which read a little HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`1 nation`, `12 nations`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
