"""Which of a series of gatherings a sentence tells of: "the inaugural dialogue", "its 3rd"."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.dates.calendar import either, table


@cache
def _numbers() -> dict[str, int]:
    return {word: int(number) for word, number in table("ordinals").items()} | {"inaugural": 1}


@cache
def _round() -> re.Pattern[str]:
    return re.compile(
        rf"\b({either(_numbers())}|\d{{1,3}}(?=st|nd|rd|th))(?:st|nd|rd|th)? "
        r"(?!(?:time|day|of|in|and|to)\b)(?:[\w.’'()-]+ ){0,6}?"
        r"(?:dialogue|meeting|session|round|summit|conference|plenary|edition|iteration|talks|"
        r"consultations|exercise)s?\b",
        re.IGNORECASE,
    )


def _rounds(sentence: str) -> set[int]:
    told = (match[1].lower() for match in _round().finditer(sentence))
    numbers = _numbers()
    return {numbers[word] if word in numbers else int(word) for word in told}


def are_other_rounds(one: str, other: str) -> bool:
    """Whether two sentences tell of rounds that bear other numbers."""
    rounds = _rounds(one)
    return bool(rounds) and bool(others := _rounds(other)) and rounds.isdisjoint(others)
