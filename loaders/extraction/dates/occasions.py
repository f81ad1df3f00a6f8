"""Words that put a deed without a day on the occasion told just before: "at the opening"."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import ordered_words


@cache
def at_it() -> re.Pattern[str]:
    """ "At the opening A, B and C signed", "the charter was signed there", "on its sidelines"."""
    occasions = by_first_letter(ordered_words("event_words", "occasions"))
    done = by_first_letter(ordered_words("event_words", "done_there"))
    return re.compile(
        r"\b(?:[Aa]t|[Dd]uring|[Oo]n the (?:sidelines|margins?|fringes?) of) "
        rf"(?:the|its|this|that|their) (?:[a-z]+ ){{0,2}}?{occasions}\b"
        r"|\b[Oo]n (?:this|that|the) occasion\b"
        r"|\b[Oo]n (?:its|the) (?:sidelines|margins|fringes?)\b"
        rf"|\b{done}(?: (?:the|its|their|an?) (?:[\w-]+ ){{0,3}}[\w-]+)? there\b"
    )
