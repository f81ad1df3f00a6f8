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

from loaders.extraction.dates.temporal import find_times
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.texts.document import Document, Paragraph, ParagraphKind

_LONGEST = 140
_LONGEST_LABEL = 40
_WORDS_OF_PROSE = 7
_END_OF_PROSE = re.compile(r"[.…][”\"’')\]]*\s*\Z")
_LENGTH_OF_DAY = 10
#: "2026", "14-May-26": without one a line has no whole day.
_YEAR = re.compile(r"\d(?:\d{3}|-[A-Z][a-z]+-\d)")

#: "Thu 14 May 2026", "Published on 14 May", "| 14 May", "Press Release 14 May", "(14 May 2026)".
_BEFORE = re.compile(
    r"(?:\A|[|·•–—:,;(\[/]|\s-{1,2}|\s{2}|(?<=[A-Za-z]-)|(?:\A|\s)[A-ZÀ-Þ\d][\w.’'/-]*)\s*"
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s*)?\Z"
)
_SAID_ON = re.compile(
    r"\b(?:[Pp]ublished|[Pp]osted|[Ii]ssued|[Rr]eleased|[Dd]ated|[Ff]iled|[Ww]ritten|By [A-Z].*|"
    r"(?:[Rr]elease|[Ss]tatement|[Cc]ommuniqu[ée]|[Nn]ote))\s(?:on|of|at)\s(?:[A-Z][a-z]+day,? )?\Z"
)
_BEHIND = re.compile(r"\s*(?:at \d|in [A-Z]|by [A-Z]|[ap]\.?m\b|(?![a-z]))")
#: "- 05:40 CEST", "| 14:30": only what is published has its minute.
_CLOCK = re.compile(r"[\s,|–—-]*(?:at )?\d{1,2}[:.]\d\d\b")
#: Before prose a dash, a bar, a colon or a full stop ends the head of the line.
_BEFORE_PROSE = re.compile(
    r"(?:,? [A-Z][\w’-]+(?: [A-Z][\w’-]+)?(?=:))?\s?[)\]]?\.{0,3}\s?"
    r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)?\s?"
    r"(?:[–—:|…]|-{1,3}\s|(?<=[.)\]])\s?(?=[A-Z“\"]))"
)
_OF_OPENING = frozenset({"of", "de", "la", "da", "and", "the", "on", "published", "posted", "by"})
_MOST_WORDS_BEFORE = 8


class Plainness(IntEnum):
    """How plainly a line says that its day is that of publication; the least is the plainest."""

    LABELLED = 0
    OPENING = 1
    APART = 2


class HeadDay(NamedTuple):
    """A day of publication as EDTF, and how plainly the line says that it is one."""

    plainness: Plainness
    day: str


@cache
def _label() -> re.Pattern[str]:
    labels = by_first_letter(ordered_words("calendar", "labels_of_publication"))
    return re.compile(rf"\b{labels}\b[^|]{{0,24}}\Z", re.IGNORECASE)


@cache
def _other() -> re.Pattern[str]:
    """Labels of the days of other things: "Updated", "Deadline:"."""
    labels = by_first_letter(ordered_words("calendar", "labels_of_other_days"))
    return re.compile(rf"(?:\b{labels}|©)(?: (?:on|date|day|at))?\s*[:.–-]?\s*\Z", re.IGNORECASE)


def is_prose(document: Document, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a sentence or more, not a line of the head."""
    if paragraph.end - paragraph.start > _LONGEST:
        return True
    text = document.text[paragraph.start : paragraph.end]
    ends = paragraph.kind is not ParagraphKind.HEADING and _END_OF_PROSE.search(text)
    return bool(ends) and len(text.split()) >= _WORDS_OF_PROSE


def head_day(document: Document, paragraph: Paragraph) -> HeadDay | None:
    """The day of publication that a line of the head, or the opening of a text, gives."""
    line = document.text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]
    year = None if paragraph.kind is ParagraphKind.ITEM else _YEAR.search(line)
    if year is None:
        return None
    prose = is_prose(document, paragraph)
    if prose and not _may_open(_words(line[: year.start()])):
        return None
    # "Last updated" may stand in a line of its own.
    above = document.text[max(0, paragraph.start - _LONGEST_LABEL) : paragraph.start]
    label = above.rstrip("\n").rpartition("\n")[2] + " "
    for time in find_times(line, None):
        if time.relative or not time.edtf or len(time.edtf) != _LENGTH_OF_DAY:
            continue
        before, behind = line[: time.start], line[time.end :]
        alone = not before.strip()
        other = _other().match(label) if alone else _other().search(before)
        if other and not _label().search(before):
            continue
        if prose and not _opens_prose(before, behind):
            continue
        if _stands_apart(before, behind):
            if _label().search(label if alone else before) or _SAID_ON.search(before):
                return HeadDay(Plainness.LABELLED, time.edtf)
            opens = prose or alone or before.lower().startswith("by ") or _CLOCK.match(behind)
            return HeadDay(Plainness.OPENING if opens else Plainness.APART, time.edtf)
    return None


def _opens_prose(before: str, behind: str) -> bool:
    """ "Toulouse, 3 April 2025. With …", "OTTAWA — (May 14, 2026) — Chile …"."""
    bare = _words(before)
    few = len(bare) <= _MOST_WORDS_BEFORE
    return few and _may_open(bare) and bool(_BEFORE_PROSE.match(behind))


def _words(before: str) -> list[str]:
    return [word for word in re.split(r"[\s,|()\[\]–—:;-]+", before) if word]


def _may_open(words: list[str]) -> bool:
    """Whether all of the words can stand before prose: places, agencies, authors, months."""
    return not any(word[0].islower() and word not in _OF_OPENING for word in words)


def _stands_apart(before: str, behind: str) -> bool:
    told = _BEFORE.search(before) or _SAID_ON.search(before) or _label().search(before)
    return bool(told) and bool(_BEHIND.match(behind))
