"""Text from outside, made safe for places that render Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_MARKDOWN = re.compile(r"([`*_{}\[\]()#+\-.!|<>~$:&@/\\])")
# Streamlit's Markdown looks a second time, at the text left when escapes are resolved: addresses
# become links, two signs an arrow or a dash, one word a picture. An empty directive between two
# characters parts the text there; unlike an invisible character it is not copied along.
_SEEN_AGAIN = re.compile(
    r"(?<=:/)(?=/)|(?<=www)(?=\.)|(?<=[-.\w+])(?=@)|(?<=[-<>~])(?=[-=>])|(?<=:streamlit)(?=:)",
    re.IGNORECASE,
)
SEAM = ":small[]"
# Overrides and embeddings of the writing direction would turn round what the page says after them.
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


@lru_cache(maxsize=8192)
def escape(text: str) -> str:
    """Escape all that Markdown, LaTeX, HTML, Streamlit's directives or its automatic links act on.

    What a reader sees is the text with its spaces folded, nothing else changed.
    """
    return _escape_part(" ".join(text.split())).strip()


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
    folded = _DIRECTIONS.sub("", re.sub(r"\s+", " ", text))
    return SEAM.join(_MARKDOWN.sub(r"\\\1", part) for part in _SEEN_AGAIN.split(folded))


def escape_html(text: str) -> str:
    """Escape for Plotly's labels, which read a little HTML."""
    text = _DIRECTIONS.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shortened(text: str, most: int = 42) -> str:
    """Cut a name to what a button has room for; a cut one ends in `…`."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`1 nation`, `12 nations`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
