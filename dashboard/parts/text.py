"""Text from outside, made safe for places that render Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MARKDOWN = re.compile(r"([`*_{}\[\]()#+\-.!|<>~$:&@/\\])")


def escape(text: str) -> str:
    """Escape every character that Markdown, LaTeX, HTML or Streamlit's directives act on."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def highlighted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Escape a text and mark some of it (start and end of each span, in order)."""
    parts, at = [], 0
    for start, end in spans:
        parts += [
            _escape_part(text[at:start]),
            f":orange-background[**{escape(text[start:end])}**]",
        ]
        at = end
    return "".join([*parts, _escape_part(text[at:])]).strip()


def _escape_part(text: str) -> str:
    """Escape without losing the space on either side."""
    return _MARKDOWN.sub(r"\\\1", re.sub(r"\s+", " ", text))


def escape_html(text: str) -> str:
    """Escape for Plotly's hover labels, which read a little HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`1 nation`, `12 nations`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
