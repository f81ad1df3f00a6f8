"""Exercises and wargames: coalitions to which one belongs by taking part."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.extraction.coalitions.known import known_coalitions
from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.language.vocabulary import words

_EXERCISE_NAME = re.compile(r"\AOperation\b|[Ee]xercise|Wargame|War Game|Sentinel|Flag\b|Games?\b")


def is_exercise(coalition: CoalitionMention) -> bool:
    """Whether taking part is what belonging to it means: an exercise or one of its editions."""
    kind = known_coalitions().kinds.get(coalition.slug or "")
    if kind is None:
        return coalition.exercise or _names_exercise(coalition.name)
    return kind.startswith("exercise")


@lru_cache(maxsize=4096)
def _names_exercise(name: str) -> bool:
    """Asked again and again of the few bodies of an article.

    The Storm Sentinel Partnership is no exercise, though Storm Sentinel would be one.
    """
    lasting = name.rpartition(" ")[2] in words("coalition_words", "heads")
    return not lasting and _EXERCISE_NAME.search(name) is not None
