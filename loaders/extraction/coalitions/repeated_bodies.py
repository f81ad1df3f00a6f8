"""Bodies by their names alone: capitalised as bodies are called, and named again and again.

An article about the "Danube Satcom Pool" says its name more than once, or gives its acronym, in
sentences that need not say that nations join it. A name said once may be of anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.extraction.coalitions.body_names import body_name, name_pattern
from loaders.extraction.coalitions.mention import CoalitionMention, covered_by, outside
from loaders.extraction.language.phrases import Phrases
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.nations.enumerations import Enumeration

#: So often a name is said.
_AGAIN = 2
#: How long a name may be, in characters.
_REACH = 90


def find_repeated_bodies(
    text: str, lists: Sequence[Enumeration], taken: Sequence[CoalitionMention]
) -> list[CoalitionMention]:
    """Every mention of such bodies, none over those `taken`; none where no nation is named."""
    if not lists:
        return []
    busy = covered_by(taken)
    said: dict[str, int] = {}
    for start, end, _ in _heads().find(text):
        if start not in busy and (name := _name(text, start, end)):
            said[name] = said.get(name, 0) + (_AGAIN if _ACRONYM.match(text, end) else 1)
    names = {name: None for name, times in said.items() if times >= _AGAIN}
    if not names:
        return []
    return [
        CoalitionMention(start, end, None, name)
        for start, end, name in outside(Phrases(names).find(text), busy)
    ]


#: "the Caribbean Storm Satellite Facility (CSSF)".
_ACRONYM = re.compile(r" \([A-Z][A-Za-z-]*[A-Z]\)")


@cache
def _heads() -> Phrases:
    return Phrases(ordered_words("coalition_words", "heads_named_again"), lasting=True)


def _name(text: str, start: int, end: int) -> str | None:
    """The name that ends with a head at a place."""
    run = _RUN.search(text, max(0, start - _REACH), start)
    found = name_pattern().fullmatch(text, run.start(), end) if run else None
    body = body_name(found) if found else None
    return body.name if body and " " in body.name else None


_RUN = re.compile(r"(?<![\w-])(?:[A-Z][\w-]*(?: (?:of|for|on|and)(?: the)?)? )+\Z")
