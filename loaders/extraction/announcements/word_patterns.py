"""Word lists of `event_words.yaml` as patterns; small letters are found with a capital too."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.language.vocabulary import ordered_words


@cache
def any_of(section: str) -> re.Pattern[str]:
    """Finds any word of the section as a whole word, in the plural too."""
    return re.compile(rf"(?<!\w)(?:{alternatives(section)})(?!\w)")


@cache
def alternatives(section: str) -> str:
    """The words of the section as alternatives, the longest first."""
    words = sorted(ordered_words("event_words", section), key=len, reverse=True)
    return "|".join(_either_case(word) for word in words)


def _either_case(word: str) -> str:
    """The word, a `*` as any end of it: "deplor*"; in small letters also with a first capital."""
    first, rest = word[0], re.escape(word[1:]).replace(r"\*", r"\w*")
    return f"[{first}{first.upper()}]{rest}" if first.islower() else f"{re.escape(first)}{rest}"
