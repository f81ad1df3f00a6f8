"""Days as the head of a page prints them, brought into the one form "2026-07-09".

A page keeps its furniture in its own language ("9 juillet 2026", "2026.07.09"), and its days in
figures in the order of its country. Figures of which both may be the month ("05-02-2026") are a
day only where something else in the text tells which: a weekday or a clock beside them, or the
same day, or one just past, written out.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, partial

from loaders.extraction.dates.calendar import months, weekdays
from loaders.extraction.dates.tense import looks_forward
from loaders.extraction.language.vocabulary import load, ordered_words
from loaders.extraction.texts.document import Document

#: "2026年7月9日", "2026.07.09", "2026/7/9".
_YEAR_FIRST = re.compile(
    r"(?<![\d.])((?:19|20)\d\d)(?:年|\. ?|/)(0?[1-9]|1[0-2])(?:月|\. ?|/)(3[01]|[12]\d|0?[1-9])"
    r"(?:日|\.(?!\d))?(?![\d/])"
)
#: "July 9 (Thu), 2026".
_WEEKDAY_INSIDE = re.compile(r"(?<=\d) \([A-Z][a-z]{2,8}\.?\)(?=,? (?:19|20)\d\d)")
#: "July 9, 20264:15 PM", "09/07/2026July 9": two things that the page's layout held apart.
_GLUED = re.compile(r"(?<=[ /.,-]20\d\d)(?=\d{1,2}:\d\d|[A-Z][a-z])")
#: "15:20 July 09, 2026": behind its clock a day is not seen.
_CLOCK_FIRST = re.compile(
    r"\b(\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?),? "
    r"([A-Z][a-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d|\d{1,2} [A-Z][a-z]{2,8}\.? (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
#: "Jul9,2026".
_CLOSE = re.compile(r"\b([A-Z][a-z]{2})(\d{1,2}), ?((?:19|20)\d\d)\b")
#: "9. July 2026".
_DOTTED_DAY = re.compile(r"\b(\d{1,2})\.(?= [A-Z][a-z]{2,8}\.? (?:19|20)\d\d\b)")
#: "9 Jul 26", and nothing else in the line.
_SHORT_YEAR = re.compile(r"(\d{1,2} [A-Z][A-Za-z]{2})\.? (\d\d)\Z")
_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d|[/-]\d)")
#: Every day of a head has its year.
_YEAR = re.compile(r"(?:19|20)\d\d|\d\d\Z")
_NEXT = 24
_NOON = 12
_MONTHS = 12
_JUST_PAST = timedelta(days=14)
_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):\d\d(?::\d\d)?(?! ?[ap]\.?m)", re.IGNORECASE)


def plain_line(document: Document, line: str) -> str:
    """The line with each whole day that only a head is printed with as "2026-07-09"."""
    if not _YEAR.search(line):
        return line
    line = _GLUED.sub(" | ", _WEEKDAY_INSIDE.sub("", line))
    line = _CLOCK_FIRST.sub(r"\2 \1", _CLOSE.sub(r"\1 \2, \3", line))
    line = _DOTTED_DAY.sub(r"\1", line)
    line = _SHORT_YEAR.sub(r"\1 20\2", line) if len(line) < _NEXT else line
    line = _YEAR_FIRST.sub(lambda found: _day(found[1], found[2], found[3]) or found[0], line)
    line = _foreign().sub(_of_foreign, line)
    return _FIGURES.sub(partial(_settled, document, line), line)


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


@cache
def _foreign_months() -> dict[str, int]:
    listed = load("calendar")["months_of_other_languages"]
    return {word.strip(): int(n) for n, words in listed.items() for word in words.split(",")}


@cache
def _foreign() -> re.Pattern[str]:
    """ "9 juillet 2026", "1er août 2026", "9. Juli 2026"; no end of "7-9 juillet 2026"."""
    names = "|".join(map(re.escape, sorted(_foreign_months(), key=len, reverse=True)))
    return re.compile(
        r"(?<![-–/])(?<![-–/] )(?<!au )(?<!bis )(?<!al )"
        rf"\b(?:le |den |el )?(\d{{1,2}})(?:er|º|\.)? (?:de |d[’'])?({names}) "
        r"(?:del? )?((?:19|20)\d\d)\b",
        re.I,
    )


def _of_foreign(found: re.Match[str]) -> str:
    return _day(found[3], str(_foreign_months()[found[2].lower()]), found[1]) or found[0]


def _settled(document: Document, line: str, found: re.Match[str]) -> str:
    """The day of figures, or the figures as they are where nothing tells which is the month."""
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    if one > _MONTHS or two > _MONTHS or one == two:
        # "07.13.2026"
        american = found[2] == "." and one <= _MONTHS < two
        return (_day(found[4], found[1], found[3]) if american else None) or found[0]
    american = any(label in document.text for label in _american_labels())
    day_first, month_first = date(year, two, one), date(year, one, two)
    if american:
        return month_first.isoformat()
    if found[2] == ".":
        return found[0]
    told = (
        _by_weekday(line, found, day_first, month_first)
        or _by_country(line, found, day_first, month_first)
        or _by_text(document, day_first, month_first)
    )
    return told.isoformat() if told else found[0]


@cache
def _american_labels() -> tuple[str, ...]:
    return ordered_words("calendar", "labels_of_american_figures")


def _by_weekday(line: str, found: re.Match[str], *days: date) -> date | None:
    """The day that falls on the weekday printed beside it."""
    beside = line[max(0, found.start() - _NEXT) : found.end() + _NEXT]
    named = {n for name, n in weekdays().items() if re.search(rf"\b{name.strip('.')[:3]}", beside)}
    fitting = [day for day in days if day.weekday() in named]
    return fitting[0] if len(fitting) == 1 and len(named) == 1 else None


def _by_country(line: str, found: re.Match[str], day_first: date, month_first: date) -> date | None:
    """By the language, or the clock beside it: of twelve hours where the month comes first."""
    behind = line[found.end() : found.end() + _NEXT]
    zones = set(re.findall(r"\b[A-Z]{2,4}\b|\bUhr\b", behind))
    if zones & set(ordered_words("calendar", "american_zones")):
        return month_first
    clock = _CLOCK.search(behind)
    late = clock and int(clock[1]) > _NOON
    foreign = any(word in line.lower() for word in ordered_words("calendar", "labels_day_first"))
    other = zones & set(ordered_words("calendar", "other_zones"))
    return day_first if late or other or foreign else None


def _by_text(document: Document, *days: date) -> date | None:
    """The day that the text writes out, or of which it tells one that was just past."""
    told = [time for time in _days_of_text(document) if time]
    fitting = [
        day
        for day in days
        if any(timedelta(0) <= day - _in_year(day, one) <= _JUST_PAST for one in told)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _in_year(day: date, told: tuple[int, int, int]) -> date:
    year, month, of_month = told
    try:
        return date(year or day.year, month, of_month)
    except ValueError:
        return date.min


_WRITTEN = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]{2,8})\.?|\b([A-Z][a-z]{2,8})\.? (\d{1,2})\b")
_WITH_YEAR = re.compile(r",? ((?:19|20)\d\d)\b")


def _days_of_text(document: Document) -> list[tuple[int, int, int]]:
    """Year (0 where none is printed), month and day of all that is told in words and has been."""
    found = []
    for written in _WRITTEN.finditer(document.text):
        month = months().get(written[2] or written[3])
        if month is None:
            continue
        year = _WITH_YEAR.match(document.text, written.end())
        if year or looks_forward(document.text, *written.span()) is False:
            day = int(written[1] or written[4])
            found.append((int(year[1]) if year else 0, month, day))
    return found
