"""Where each word of a text stands: read once, so that no vocabulary has to scan the text again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_WORD = re.compile(r"\w+")

#: Each word of a text, letters, digits and underscores in a row, and the offsets it begins at.
WordPlaces = Mapping[str, Sequence[int]]


@lru_cache(maxsize=2)
def word_places(text: str) -> WordPlaces:
    """The words of a text and their places, kept for the two texts asked for last.

    Two, because a dateline may be read for itself while the places of its article are in use.
    """
    places: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        places.setdefault(match[0], []).append(match.start())
    return places


def first_word(phrase: str) -> str:
    """The word that a phrase begins with; "" where it begins with another sign."""
    match = _WORD.match(phrase)
    return match.group() if match else ""
