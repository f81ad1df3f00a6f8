"""The numbers by which a text counts nations, days and other things."""

from __future__ import annotations

from functools import cache

from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import load


@cache
def number_words() -> dict[str, int]:
    """The numbers from two on that are written as words."""
    return {word: int(n) for word, n in load("calendar")["numbers"].items() if int(n) > 1}


@cache
def group_words() -> dict[str, int]:
    """Words for so many together: "the trio"."""
    return {word: int(n) for word, n in load("membership_lexicon")["groups_of"].items()}


@cache
def count_pattern() -> str:
    """Matches a stated number, in figures or words."""
    words = (*number_words(), *(word.title() for word in number_words()))
    tens = "twenty-(?:one|two|three|four|five)|thirty"
    return rf"(?:\d{{1,3}}|{by_first_letter(words)}|{tens})"


def number_of(word: str) -> int | None:
    """The number that a word or its figures say: "six", "14", "trio"."""
    if word.isdigit():
        return int(word)
    lowered = word.lower()
    return number_words().get(lowered) or group_words().get(lowered)
