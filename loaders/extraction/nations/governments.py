"""Capitals that stand for their governments: "Seoul was asked to join", "with Ankara and Rome".

A capital is no mention of a nation, and mostly it is a place. It stands for a government only
where the article names the nation itself and the sentence treats it as one who acts: not
behind "in" or "from", not before a region, not as part of a longer name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from loaders.extraction.language.phrases import Phrases
from loaders.extraction.language.vocabulary import load, words
from loaders.extraction.nations.mentions import NationMention


@cache
def _capitals() -> dict[str, str]:
    """The capitals with their nations."""
    listed: Any = load("capitals")
    return {name: code for code, names in listed["capitals"].items() for name in names}


@cache
def _phrases() -> Phrases:
    return Phrases(_capitals(), lasting=True)


def with_governments(text: str, mentions: tuple[NationMention, ...]) -> tuple[NationMention, ...]:
    """The mentions of nations, and the capitals that stand for governments among them."""
    acting = tuple(_governments(text, mentions))
    return tuple(sorted((*mentions, *acting))) if acting else mentions


def _governments(text: str, mentions: tuple[NationMention, ...]) -> Iterator[NationMention]:
    places = _phrases().find(text)
    if not places:
        return
    named = {mention.nation for mention in mentions}
    adjectives = {mention.start for mention in mentions if mention.demonym}
    starts, ends = {m.start for m in mentions}, {m.end for m in mentions}
    capitals, cities = {start for start, _, _ in places}, {end for _, end, _ in places}
    starts |= capitals
    for start, end, capital in places:
        nation = _capitals()[capital]
        if nation not in named or end in ends:
            continue
        before = _LISTED_BEFORE.search(text, max(0, start - _WORD_BEFORE), start)
        behind = _LISTED_BEHIND.match(text, end)
        if before and before.end(1) not in ends and (before[2] or before.end(1) in cities):
            continue
        if behind and behind.end() not in starts:
            continue
        # "signed by Tokyo and Canberra, Japanese officials said" is no "Canberra, Australia".
        # "invited Madrid, Rome and Oslo": no more than "Madrid and Rome".
        listed = end + 2 in capitals and text.startswith(", ", end)
        closes = listed or (end + 2 in adjectives and text[end] == ",")
        if _acts(text, start, end, closes):
            ends.add(end)
            yield NationMention(start, end, nation, False)


#: "Illinois and Washington", "Washington and Lincoln", "in Tokyo, Bangkok and Jakarta": what is
#: listed beside other places or persons is what they are.
_LISTED_BEFORE = re.compile(r"([A-Z][\w.]*)(?:, | (?=and|or))(and |or )?\Z")
_LISTED_BEHIND = re.compile(r",? (?:and|or) (?=[A-Z])")
#: The word before, on its line; a hyphen, an apostrophe or a bracket joins it to the name.
_BEFORE = re.compile(r"(\w[\w.’'-]*)([,:;]?) \Z|([-(/’'\"“]|\n|\A)\Z")
_WORD_BEFORE = 24
#: ", Norway", "-based", " Declaration", " (AP) —": a place, a name, a dateline.
_BEHIND_PLACE = re.compile(r"(?:,? [A-Z]|[-/]|[,:] *\n| \(| ?[—–:]| --|\.\n|\n)")


def _acts(text: str, start: int, end: int, ends: bool) -> bool:
    """Whether the sentence treats the capital as one who acts or is spoken to.

    `ends` says that the clause ends behind it, whatever follows.
    """
    if _BEHIND_PLACE.match(text, end) and not ends:
        return False
    before = _BEFORE.search(text, max(0, start - _WORD_BEFORE), start)
    if before is None or (before[3] and before[3] not in '\n“"'):
        return False
    word = before[1] or ""
    figure = word[:1].isdigit() and not word.endswith(".")
    if figure or word.lower() in words("capitals", "of_place"):
        return False
    part_of_name = word[:1].isupper() and not before[2] and not word.endswith(".")
    return not part_of_name or word in words("capitals", "openers")
