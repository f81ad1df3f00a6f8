"""The words of `data/reference/calendar.yaml`, as the patterns dates are found with."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import Any

from loaders.extraction.phrases import compile_phrases
from loaders.extraction.vocabulary import load, ordered_words


@cache
def months() -> MappingProxyType[str, int]:
    """Each printed month ("December", "Dec.") and its number."""
    listed: Any = load("calendar")["months"]
    return MappingProxyType(
        {word.strip(): int(n) for n, words in listed.items() for word in words.split(",")}
    )


@cache
def weekdays() -> MappingProxyType[str, int]:
    """Each printed weekday and its number, Monday 0."""
    found: dict[str, int] = {}
    for section in ("weekdays", "short_weekdays"):
        found |= {word: n for n, word in enumerate(ordered_words("calendar", section))}
    return MappingProxyType(found)


@cache
def table(section: str) -> MappingProxyType[str, int]:
    """A mapping of words to numbers: seasons, numbers, quarters."""
    return MappingProxyType({word: int(n) for word, n in load("calendar")[section].items()})


def either(words: Any) -> str:
    """An alternation of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def trigger_pattern() -> re.Pattern[str]:
    """Finds the words and years that every dated expression holds one of: a fast first look."""
    words = [*months(), *weekdays(), *table("seasons"), *ordered_words("calendar", "triggers")]
    return re.compile(rf"(?:{compile_phrases(words).pattern})|(?:19|20)\d\d(?!\d)")


@cache
def time_pattern() -> re.Pattern[str]:
    """Finds every dated expression; the named groups say of which shape it is.

    The text must have single blanks, as `Document.text` has. The order of the shapes is that of
    their length: a day with a month before a bare month, a bare month before a bare year.
    """
    month, weekday = f"(?:{either(months())})", f"(?:{either(weekdays())})"
    season = f"(?:{either(table('seasons'))})"
    day = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|,\d|\.\d)"
    year = r"(?:19|20)\d\d(?!\d|,\d)"
    to = r" ?(?:-|–|—|to|through|until) ?"
    part = r"[Ee]arly|[Ll]ate|[Mm]id"
    number = f"{either(table('numbers'))}|\\d{{1,3}}"
    units = r"(?:days|weeks|months|years)"
    shapes = (
        r"(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-]))",
        rf"(?:{weekday},? (?:the )?)?(?P<range_day>{day})(?: (?P<range_month>{month}))?{to}"
        rf"(?P<range_day2>{day}) (?:of )?(?P<range_month2>{month})(?!\w)"
        rf"(?:,? (?P<range_year>{year}))?",
        rf"(?:{weekday},? )?(?P<us_month>{month}) (?:the )?(?P<us_day>{day})"
        rf"(?:,? (?P<us_year>{year}))?"
        rf"(?:{to}(?:{weekday},? )?(?:(?P<us_month2>{month}) )?(?P<us_day2>{day})(?! {month}))?"
        rf"(?:,? (?P<us_year2>{year}))?",
        rf"(?:{weekday},? (?:the )?)?(?P<day>{day}) (?:day )?(?:of )?"
        rf"(?P<day_month>{month})(?!\w)(?:,? (?P<day_year>{year}))?",
        rf"(?:(?P<month_part>{part})[- ])?(?P<month>{month})(?!\w)"
        rf"(?:,? (?:of )?(?P<month_year>{year}))",
        r"(?P<within>[Ee]arlier|[Ll]ater) (?:in )?"
        r"(?P<within_unit>this (?:week|month|year)|today)\b",
        rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he previous|[Tt]he following|[Tt]his past|"
        r"[Tt]his coming)"
        rf" (?P<which_unit>{weekday}|week|month|year|{season}|{month})(?![\w’'-]*\w)",
        r"(?P<near>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|"
        r"[Tt]his (?:morning|afternoon|evening)|"
        r"[Ll]ast night)\b(?![’']s)",
        rf"(?P<bare_part>{part})[- ](?P<bare_part_month>{month})(?!\w)",
        rf"(?P<year_part>{part})[- ](?:in )?(?P<year_part_year>{year})\b",
        rf"(?P<half>first|second) half of (?P<half_year>{year})",
        rf"(?:(?P<quarter>{either(table('quarters'))}) quarter of |Q(?P<q>[1-4]) (?:of )?)"
        rf"(?P<quarter_year>{year})",
        rf"(?P<season>{season}) (?:of )?(?P<season_year>{year})",
        rf"(?P<ago>{number}) (?P<ago_unit>day|week|month|year|decade)s? ago\b",
        rf"in the (?:coming|next) (?:(?:few|{number}) )?(?P<coming>{units})\b",
        rf"in (?:recent|the past few|the last few) (?P<recent>{units})\b",
        r"(?P<lately>recently)\b",
        rf"(?P<from_weekday>{weekday}){to}(?P<to_weekday>{weekday})(?!\w)",
        rf"(?P<weekday>{weekday})(?!\w)",
        rf"(?P<bare_month>{month})(?!\w)",
        rf"(?P<from_year>{year}){to}(?P<to_year>{year})\b",
        rf"(?P<year>{year})\b(?![-–]\w)",
    )
    return re.compile(r"(?<![\w$€£.,])(?:" + "|".join(f"(?:{shape})" for shape in shapes) + ")")
