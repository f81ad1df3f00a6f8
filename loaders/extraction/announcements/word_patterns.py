"""Word lists of `event_words.yaml` as patterns."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import ordered_words


@cache
def any_of(section: str) -> re.Pattern[str]:
    """Finds any word of the section as a whole word, with a small letter or a capital."""
    return re.compile(rf"(?<!\w)(?:{alternatives(section)})(?!\w)")


@cache
def alternatives(section: str) -> str:
    """The words of the section as alternatives, the longest first, with a capital too.

    A `*` is any end of a word: "deplor*". Those of one first letter stand together: where it is
    another, none of them is tried.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(ordered_words("event_words", section), key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\*", r"\w*"))
    return "|".join(f"{_either_case(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())


@cache
def as_printed(section: str) -> str:
    """A group of the words of the section, only as they are printed there, in their order."""
    return by_first_letter(ordered_words("event_words", section))


def _either_case(first: str) -> str:
    """A first letter, a small one also as a capital."""
    return f"[{first}{first.upper()}]" if first.islower() else re.escape(first)
