"""The words of `data/reference/calendar.yaml`, and which of them every dated expression holds."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import Any

from loaders.extraction.language.phrases import compile_phrases
from loaders.extraction.language.vocabulary import load, ordered_words


@cache
def months() -> MappingProxyType[str, int]:
    """Each printed month ("December", "Dec.") and its number."""
    listed: Any = load("calendar")["months"]
    return MappingProxyType(
        {word.strip(): int(n) for n, words in listed.items() for word in words.split(",")}
    )


@cache
def month_names() -> tuple[str, ...]:
    """The twelve months in full, in order."""
    return tuple(words.split(",")[0].strip() for words in load("calendar")["months"].values())


@cache
def day_months() -> MappingProxyType[str, int]:
    """Each printed month as beside a day, where "2 MARCH" and "2 Mar" are no other words."""
    listed: Any = load("calendar")["months_beside_days"]
    short = {word.strip(): int(n) for n, words in listed.items() for word in words.split(",")}
    return MappingProxyType(dict(months()) | short)


@cache
def weekdays() -> MappingProxyType[str, int]:
    """Each printed weekday and its number, Monday 0."""
    found: dict[str, int] = {}
    for section in ("weekdays", "short_weekdays"):
        found |= {word: n for n, word in enumerate(ordered_words("calendar", section))}
    return MappingProxyType(found)


@cache
def any_weekday() -> str:
    """The seven weekdays in full as a group of a pattern."""
    return f"(?:{either(ordered_words('calendar', 'weekdays'))})"


@cache
def table(section: str) -> MappingProxyType[str, int]:
    """A mapping of words to numbers: seasons, numbers, quarters."""
    return MappingProxyType({word: int(n) for word, n in load("calendar")[section].items()})


def either(words: Any) -> str:
    """An alternation of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def trigger_words() -> tuple[str, ...]:
    """The words one of which every dated expression holds that has no figures to tell it by."""
    listed = ordered_words("calendar", "triggers")
    return (*day_months(), *weekdays(), *table("seasons"), *listed)


#: The years and figures of those without such a word. Each begins with what the engine finds
#: fast, and only then looks back: the two last lack their first sign.
TRIGGER_YEAR = re.compile(r"(?:19|20)(?<!\w(?:19|20))\d\d(?!\d)")
TRIGGER_ORDINAL = re.compile(r"n the \d(?<=[Oo]n the \d)(?<!\w[Oo]n the \d)")
TRIGGER_QUARTER = re.compile(r"n Q\d(?<=[Ii]n Q\d)(?<!\w[Ii]n Q\d)")


@cache
def trigger_pattern() -> re.Pattern[str]:
    """Finds what every dated expression holds one of: its triggers, words and figures."""
    found = compile_phrases(trigger_words()).pattern
    return re.compile(rf"(?<!\w)(?:{found}|(?:19|20)\d\d(?!\d)|[Oo]n the \d|[Ii]n Q\d)")
