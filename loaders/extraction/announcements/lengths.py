"""How many days an event lasts: a "two-day visit", "three days of talks" that ended on Friday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.extraction.announcements.circumstances import Circumstances
from loaders.extraction.dates.precision import is_day
from loaders.extraction.language.numbers import count_pattern, number_words


def day_of_occasion(around: Circumstances, day: str | None) -> str | None:
    """All days of an event of which one is told: of a "two-day visit" that ended on Friday."""
    long = _DAYS_LONG.search(around.text) or _DAYS_OF.search(around.text) or _told_length(around)
    return _stretch(day, long, around) if long and day and is_day(day) else day


_COUNT = rf"({count_pattern()})"
_DAYS_LONG = re.compile(rf"\b{_COUNT}-(day|week)\b")
#: "after three days of talks".
_DAYS_OF = re.compile(
    rf"\b{_COUNT} (day)s of "
    r"(?:talks|meetings|discussions|sessions|debates?|consultations|deliberations|exercises?|work)\b"
)
_ENDED = re.compile(
    r"\b(?:[Aa]t the end of|ended|ends|"
    r"ending|concluded|closed|wrapped up|concludes|came to an end|finished)\b"
)
_BEGAN = re.compile(
    r"\b(?:began|begins|beginning|opened|opens|starting|started|kicked off|starts|kicks off|"
    r"arrived|arrives|will begin|will start)\b"
)


#: "Wrapped up on Wednesday. … attended the two-day gathering.": said of it in what follows.
_LONG_EVENT = re.compile(
    rf"\b[Tt]he {_COUNT}-(day|week)(?: [\w-]+){{0,2}}? "
    r"(?:gathering|meeting|summit|session|conference|talks|event|exercise|drill|wargame|workshop)s?\b"
)
_TAKEN_UP_WITHIN = 500


def _told_length(around: Circumstances) -> re.Match[str] | None:
    """How long an event lasted that began or ended here, where the next sentences say so."""
    text, (start, end) = around.survey.document.text, around.trigger
    if not (_ENDED.search(text, start, end) or _BEGAN.search(text, start, end)):
        return None
    return _LONG_EVENT.search(text, around.sentence.end, around.sentence.end + _TAKEN_UP_WITHIN)


def _stretch(day: str, long: re.Match[str], around: Circumstances) -> str:
    count = int(long[1]) if long[1].isdigit() else number_words().get(long[1].lower(), 1)
    length = timedelta(days=count * (7 if long[2] == "week" else 1) - 1)
    fixed = date.fromisoformat(day)
    told = around.survey.document.text[around.trigger.start : around.trigger.end]
    if not (_ENDED.search(told) or _BEGAN.search(told)):
        told = around.text
    if _ENDED.search(told):
        return f"{(fixed - length).isoformat()}/{day}"
    if _BEGAN.search(told):
        return f"{day}/{(fixed + length).isoformat()}"
    return day
