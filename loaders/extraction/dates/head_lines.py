"""The day of publication that the lines above a text give: "Published 14 May 2026", "A | May 14".

A line of an article's head is known by what stands around its date: separators, a label, an
author, the time of day. Dates of other things have labels of their own ("Updated", "Deadline"),
or stand in a sentence.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from loaders.extraction.dates.calendar import any_weekday
from loaders.extraction.dates.head_figures import plain_line
from loaders.extraction.dates.precision import is_day, is_month
from loaders.extraction.dates.temporal import TimeExpression, find_times
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.texts.document import Document, Paragraph, ParagraphKind

_LONGEST = 140
_LONGEST_LABEL = 40
_WORDS_OF_PROSE = 7
_END_OF_PROSE = re.compile(r"(?<![ap]\.m)[.…][”\"’')\]]*\s*\Z")
#: "2026", "14-May-26": without one a line has no whole day.
_YEAR = re.compile(r"\d(?:\d{3}|-[A-Z][a-z]+-\d)")

#: "Thu 14 May 2026", "Published on 14 May", "| 14 May", "Press Release 14 May", "(14 May 2026)".
_BEFORE = re.compile(
    r"(?:\A|[|·•–—:,;()\[\]/]|\s-{1,2}|--|\s{2}|(?<=[A-Za-z]-)|(?:\A|\s)[A-ZÀ-Þ\d][\w.’'/-]*|"
    r"(?:\A|\s)\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4}(?:[+-]\d{1,2})?)?|\A[Oo]n)\s*"
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s*)?\Z"
)
_SAID_ON = re.compile(
    r"\b(?:[Pp]ublished|[Aa]nswered|[Pp]osted|[Ii]ssued|[Rr]eleased|[Dd]ated|[Ff]iled|[Ww]ritten|"
    r"By [A-Z].*|(?:[Rr]elease|[Ss]tatement|[Cc]ommuniqu[ée]|[Nn]ote))"
    r"\s(?:on|of|at)\s(?:[A-Z][a-z]+day,? )?\Z"
)
_BEHIND = re.compile(r"\s*(?:at \d|in [A-Z]|by [A-Z]|[ap]\.?m\b|(?![a-z]))")
#: "- 05:40 CEST", "| 14:30": only what is published has its minute.
_CLOCK = re.compile(r"[\s,|–—-]*(?:at )?\d{1,2}[:.]\d\d\b")
#: A change that has its minute was made to a report of the day; any other may be years later, and
#: then nothing can be told from it that happened "on Monday".
_TIMED = re.compile(r"\b\d{1,2}[:.]\d\d\b")


@cache
def _near() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{any_weekday()}|[Tt]oday|[Yy]esterday|[Tt]omorrow|"
        r"(?:[Tt]his|[Ll]ast|[Nn]ext) (?:week|month|weekend))\b"
    )


#: Before prose a dash, a bar, a colon or a full stop ends the head of the line.
_BEFORE_PROSE = re.compile(
    r"(?:,? [A-Z][\w’-]+(?: [A-Z][\w’-]+)?(?=:| ?[–—]| - ))?\s?[)\]]?\.{0,3}\s?"
    r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)?\.?\s?"
    r"(?:[–—:|…•]|-{1,3}\s|--(?=[A-Z])|(?<=[.)\]])\s?(?=[A-Z“\"]))"
)
_OF_OPENING = frozenset({"of", "de", "la", "da", "and", "the", "on", "published", "posted", "by"})
_OF_AUTHOR = frozenset({"by", "from"})
_MOST_WORDS_BEFORE = 8


class Plainness(IntEnum):
    """How plainly a line says that its day is that of publication; the least is the plainest."""

    LABELLED = 0
    OPENING = 1
    APART = 2
    UPDATED = 3


class HeadDay(NamedTuple):
    """A day of publication as EDTF, and how plainly the line says that it is one.

    `before` and `behind` are what stands around it in its line.
    """

    plainness: Plainness
    day: str
    before: str
    behind: str


@cache
def _label() -> re.Pattern[str]:
    labels = by_first_letter(ordered_words("calendar", "labels_of_publication"))
    return re.compile(rf"\b{labels}\b[^|]{{0,24}}\Z", re.IGNORECASE)


@cache
def _other() -> re.Pattern[str]:
    """Labels of the days of other things: "Updated", "Deadline:"."""
    sections = ("labels_of_other_days", "labels_of_updates")
    labels = by_first_letter([w for name in sections for w in ordered_words("calendar", name)])
    return re.compile(
        rf"(?P<word>\b{labels}|©)(?: (?:on|date|day|at|le))?\s*[:.–-]?\s*"
        r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?\Z",
        re.IGNORECASE,
    )


@cache
def _updated() -> re.Pattern[str]:
    labels = by_first_letter(ordered_words("calendar", "labels_of_updates"))
    return re.compile(rf"\b{labels}\b", re.IGNORECASE)


@cache
def _call() -> re.Pattern[str]:
    calls = by_first_letter(ordered_words("calendar", "calls_to_events"))
    return re.compile(rf"\b{calls}\b", re.IGNORECASE)


def is_prose(document: Document, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a sentence or more, not a line of the head."""
    if paragraph.end - paragraph.start > _LONGEST:
        return True
    text = document.text[paragraph.start : paragraph.end]
    ends = paragraph.kind is not ParagraphKind.HEADING and _END_OF_PROSE.search(text)
    return bool(ends) and len(text.split()) >= _WORDS_OF_PROSE


def head_day(document: Document, paragraph: Paragraph) -> HeadDay | None:
    """The day of publication that a line of the head, or the opening of a text, gives."""
    if paragraph.kind is ParagraphKind.ITEM:
        return None
    printed = document.text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]
    line = plain_line(document, printed)
    year = _YEAR.search(line)
    prose = is_prose(document, paragraph)
    if year is None or _call().search(line) or (prose and not _may_open(line[: year.start()])):
        return None
    # "Last updated" may stand in a line of its own.
    above = document.text[max(0, paragraph.start - _LONGEST_LABEL) : paragraph.start]
    label = above.rstrip("\n").rpartition("\n")[2] + " "
    updated: HeadDay | None = None
    for time in find_times(line, None):
        day = time.edtf or ""
        if time.relative or not (is_day(day) or (not prose and _is_month_of_update(line, time))):
            continue
        before, behind = line[: time.start], line[time.end :]
        alone = not before.strip()
        if prose and not _opens_prose(before, behind):
            continue
        if _other().match(label) if alone else _is_of_other(before):
            told = not prose and _updated().search(label if alone else before)
            if told and (_TIMED.search(line) or not _near().search(document.text)):
                updated = updated or HeadDay(Plainness.UPDATED, day, before, behind)
        elif _stands_apart(before, behind) or (not prose and _TIMED.match(behind.lstrip())):
            if _label().search(label if alone else before) or _SAID_ON.search(before):
                return HeadDay(Plainness.LABELLED, day, before, behind)
            opens = prose or alone or before.lower().startswith("by ") or _CLOCK.match(behind)
            plainness = Plainness.OPENING if opens else Plainness.APART
            return HeadDay(plainness, day, before, behind)
    return updated


def _is_month_of_update(line: str, time: TimeExpression) -> bool:
    """ "Updated March 2026", "As of January 2026", alone in a line."""
    alone = not line[time.end :].strip(" .)*_")
    return bool(alone and is_month(time.edtf) and _updated_alone().fullmatch(line[: time.start]))


@cache
def _updated_alone() -> re.Pattern[str]:
    labels = by_first_letter(ordered_words("calendar", "labels_of_updates"))
    return re.compile(
        rf"[\s(*_]*(?:(?:page|last|content|information|fact sheet|correct|valid)\s)*{labels}"
        r"(?: on| in)?\s*[:.–-]?\s*",
        re.IGNORECASE,
    )


def _is_of_other(before: str) -> bool:
    """Whether what stands before a day labels it as that of another thing than publication."""
    other = _other().search(before)
    # "Published by", "Released from"
    return bool(other and not (other["word"].lower() in _OF_AUTHOR and _label().search(before)))


_LONGEST_FOOT = 120
_LAST_PARAGRAPHS = 6
_CLOSES = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2},? )?\Z")


@cache
def _foot_label() -> re.Pattern[str]:
    """ "Published", "Date posted:", "This article was first published on"."""
    labels = by_first_letter(ordered_words("calendar", "labels_of_publication"))
    return re.compile(
        r"(?:\A|[|\d])\W*"
        r"(?:(?:this )?(?:article|story|statement|news item|page)(?: was)? )?(?:first )?"
        rf"{labels}\b[^|.]{{0,40}}\Z",
        re.IGNORECASE,
    )


def foot_day(document: Document) -> str | None:
    """The day of publication that the lines below a text give: "Posted on 9 July 2026".

    They stand right under prose, or under other such lines; a list of other articles does not.
    """
    days: set[str] = set()
    paragraphs = document.paragraphs
    under_text = False
    for number in range(max(1, len(paragraphs) - _LAST_PARAGRAPHS), len(paragraphs)):
        paragraph = paragraphs[number]
        under_text = under_text or is_prose(document, paragraphs[number - 1])
        printed = document.text[paragraph.start : paragraph.end]
        if len(printed) > _LONGEST_FOOT:
            under_text = False
            continue
        line = plain_line(document, printed)
        times = find_times(line, None) if _YEAR.search(line) else ()
        whole = [time for time in times if is_day(time.edtf)]
        under_text = under_text and bool(whole or _foot_label().match(printed))
        if not (under_text and whole):
            continue
        label = document.text[paragraphs[number - 1].start : paragraphs[number - 1].end] + " "
        last = number + 1 == len(paragraphs)
        days |= {time.edtf or "" for time in whole if _closes(line, time, label, last)}
    return days.pop() if len(days) == 1 else None


def _closes(line: str, time: TimeExpression, label: str, last: bool) -> bool:
    before = line[: time.start]
    if last and time.end == len(line) and _CLOSES.match(before):
        return True
    told = before or label
    return bool(_foot_label().search(told)) and not _is_of_other(told)


def _opens_prose(before: str, behind: str) -> bool:
    """ "Toulouse, 3 April 2025. With …", "OTTAWA — (May 14, 2026) — Chile …"."""
    few = len(_words(before)) <= _MOST_WORDS_BEFORE
    return few and _may_open(before) and bool(_BEFORE_PROSE.match(behind))


def _words(before: str) -> list[str]:
    return [word for word in re.split(r"[\s,|()\[\]–—:;-]+", before) if word]


def _may_open(before: str) -> bool:
    """Whether all of the words can stand before prose: places, agencies, authors, months."""
    words = _words(_SIGNATURE.sub(" ", before))
    return not any(word[0].islower() and word not in _OF_OPENING for word in words)


#: "BERLIN (dpa) 4 May 2027": an agency's letters, as it writes them.
_SIGNATURE = re.compile(r"\([a-z]{2,6}(?:[-/][a-z]{2,4})?\)")


def _stands_apart(before: str, behind: str) -> bool:
    told = _BEFORE.search(before) or _SAID_ON.search(before) or _label().search(before)
    return bool(told) and bool(_BEHIND.match(behind))
