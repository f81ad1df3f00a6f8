"""Names that a text itself calls an institution's, a firm's or a conference's: no bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import ordered_words


def without_institutions(
    text: str, named: Sequence[CoalitionMention]
) -> Iterator[CoalitionMention]:
    """All mentions but those of names that the text apposes such a noun to.

    "The Deep Sky Lab, a Chilean institution, signed with Peru": it has partners, not members.
    """
    unknown = [m for m in named if m.slug is None]
    called = {m.name for m in unknown if _apposition().match(text, m.end)}
    return (m for m in named if m.slug is not None or m.name not in called)


@cache
def _apposition() -> re.Pattern[str]:
    nouns = by_first_letter(ordered_words("coalition_words", "institutions"))
    words = r"(?:(?!(?:that|which|of|for|in|with|to|by|between|among)\b)[\w.-]+ ){0,3}"
    # "the Arctic Lab, an institution founded by Norway and Sweden", is a body of theirs.
    theirs = r"(?! (?:of|founded|set|established|created|run|shared|owned|funded|with|between)\b)"
    acronym = r"(?: \([^()]{2,12}\))?"
    return re.compile(rf"{acronym}(?:, | [–—] | \()an? {words}(?:{nouns})\b{theirs}")
