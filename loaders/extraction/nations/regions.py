"""Regions that stand for their nations: "the three Baltic states", "all the Nordic countries".

They are no mentions of nations, but lists of them: a rule that takes lists takes them too. Only
a region as a whole is meant ("two of the Baltic states", "other Nordic countries" are not), and
one whose nations the text lists right behind has them from there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from loaders.extraction.language.numbers import number_of
from loaders.extraction.language.vocabulary import load, ordered_words
from loaders.extraction.nations.enumerations import Enumeration


def with_regions(text: str, listed: tuple[Enumeration, ...]) -> tuple[Enumeration, ...]:
    """The lists of nations of a text, and the regions that stand for some, in their order."""
    if not any(name in text for name in _nations()):
        return listed
    found = [region for match in _phrase().finditer(text) if (region := _region(match, listed))]
    return tuple(sorted((*listed, *found), key=lambda one: one.start)) if found else listed


def _region(match: re.Match[str], listed: Sequence[Enumeration]) -> Enumeration | None:
    nations = _nations()[match["name"] or match["alone"]]
    if match["number"] and number_of(match["number"]) != len(nations):
        return None
    if _PART.search(match.string, max(0, match.start() - _LEAD), match.start()):
        return None
    start, end = match.span("whole")
    if any(start < one.end and one.start <= end + _APPOSITION for one in listed):
        # "the three Baltic states, Estonia, Latvia and Lithuania".
        return None
    return Enumeration(start, end, nations, names=True, region=True)


_APPOSITION = 3
_LEAD = 40
_PART = re.compile(
    r"\b(?:one|two|three|four|some|most|several|many|either|any|none|neither|half|part|other) of "
    r"(?:all )?\Z"
)


@cache
def _nations() -> dict[str, tuple[str, ...]]:
    written: Any = load("regions")
    return {name: tuple(of) for part in ("regions", "alone") for name, of in written[part].items()}


@cache
def _phrase() -> re.Pattern[str]:
    written: Any = load("regions")
    names, alone = ("|".join(written[part]) for part in ("regions", "alone"))
    nouns = "|".join(ordered_words("regions", "nouns"))
    return re.compile(
        rf"\b(?P<whole>(?:[Aa]ll )?(?:[Tt]he |(?<=[Aa]ll ))(?:(?P<number>\w+) )?"
        rf"(?:(?P<name>{names}) (?:{nouns})|(?P<alone>{alone})))\b(?!['’-])"
    )
