"""Names that a text calls an institution's, a firm's or a conference's, or a thing's: no bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import ordered_words, words


def without_institutions(
    text: str, named: Sequence[CoalitionMention]
) -> Iterator[CoalitionMention]:
    """All mentions but those of names that the text apposes such a noun to.

    "The Deep Sky Lab, a Chilean institution, signed with Peru": it has partners, not members.
    "Debris endangers satellites and the International Space Station": what flies, not who flies it.
    """
    unknown = [m for m in named if m.slug is None]
    called = {m.name for m in unknown if _apposition().match(text, m.end)}
    return (m for m in named if m.name not in called and not _is_thing(text, m))


def _is_thing(text: str, mention: CoalitionMention) -> bool:
    """Whether a body that is a thing too is named as the thing, in danger or as a place."""
    if mention.slug not in words("coalition_words", "things"):
        return False
    return bool(_endangered().search(text, max(0, mention.start - _JUST_BEFORE), mention.start))


@cache
def _endangered() -> re.Pattern[str]:
    nouns = by_first_letter(ordered_words("coalition_words", "endangering"))
    return re.compile(rf"\b(?:{nouns})\b[^.;\n]*\Z")


_JUST_BEFORE = 80


@cache
def _apposition() -> re.Pattern[str]:
    nouns = by_first_letter(ordered_words("coalition_words", "institutions"))
    words = r"(?:(?!(?:that|which|of|for|in|with|to|by|between|among)\b)[\w.-]+ ){0,3}"
    # "the Arctic Lab, an institution founded by Norway and Sweden", is a body of theirs.
    theirs = r"(?! (?:of|founded|set|established|created|run|shared|owned|funded|with|between)\b)"
    acronym = r"(?: \([^()]{2,12}\))?"
    return re.compile(rf"{acronym}(?:, | [–—] | \()an? {words}(?:{nouns})\b{theirs}")
