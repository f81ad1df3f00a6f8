"""Datelines: "TOULOUSE, France, March 28, 2025 –" gives the place and, failing all, the day.

The day in the line of place and day before a sentence is no day of what the sentence tells.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from loaders.extraction.dates.head_lines import HeadDay, Plainness, head_day, is_prose
from loaders.extraction.language.vocabulary import ordered_words, words
from loaders.extraction.texts.document import Document

_FIRST_PARAGRAPHS = 8
_LONGEST = 110
_AGENCY = r"(?: ?\([^()\n]{2,60}\))"
_DASH = r"(?: ?[—–] ?| -{1,3} ?|-- ?)"
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[ /-](?:[A-ZÀ-Þ][A-ZÀ-Þ.’'-]*|de|of|da))*"
#: City in capitals, what tells it from others (", Colo.", ", France"), a day, an agency, a dash.
_CAPITALS = re.compile(
    rf"({_PLACE})(?:, ?[^—–\n:;“”\"]{{2,60}}?)?{_AGENCY}?"
    rf"(?:\.?{_DASH}|\.- ?|\. (?=[A-Z“\"])|(?<=\d): |(?<=\d\)) (?=[A-Z“\"]))"
)
_MIXED = re.compile(
    rf"([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}})(?:, [A-Z][\w. ]{{1,30}}?)?"
    rf", [A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:, \d{{4}})?{_AGENCY}?{_DASH}"
)
#: A bulletin's: "Toulouse, 3 April 2025. With …", "Geneva, May 2, 2024: …".
_FULL_DATE = re.compile(
    r"([A-Z][\w.’'-]+(?:[ -][A-Z][\w.’'-]+){0,3})(?:, [A-Z][\w. ]{1,30}?)?,? "
    r"(?:[A-Z][a-z]+day,? )?"
    r"(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2},?) \d{4}"
    rf"{_AGENCY}?(?:\. |: | \| |{_DASH})(?=[A-Z“\"])"
)


def complete_from_dateline(document: Document) -> Document:
    """The document with the dateline's place, and its day if no other date is known.

    The day is that of the line which most plainly says so: a label, else the dateline or a line
    that is a date, else a date between separators.
    """
    days: list[HeadDay] = []
    begun = False
    for paragraph in document.paragraphs[:_FIRST_PARAGRAPHS]:
        day = head_day(document, paragraph) if document.published is None else None
        # Behind the first sentence a date between separators may be anything's.
        days += [day] if day and (not (begun and day.plainness is Plainness.APART)) else []
        prose = is_prose(document, paragraph)
        place = _place(document.text[paragraph.start : paragraph.end])
        if place and (prose or day is None):
            document = replace(document, place=place)
            break
        if prose and begun:
            break
        begun = begun or prose
    if document.published is None and days:
        plainest = min(days, key=lambda day: day.plainness)
        return replace(document, published=plainest.day, published_from="dateline")
    return document


def _place(paragraph: str) -> str | None:
    """The place that a paragraph opens with."""
    line = paragraph[:_LONGEST]
    found = _CAPITALS.match(line) or _MIXED.match(line) or _FULL_DATE.match(line)
    return found[1].strip(" ,.") if found and _is_place(found[1]) else None


def _is_place(name: str) -> bool:
    # "WASHINGTON" is a place, "FACT SHEET" and "FOR IMMEDIATE RELEASE" are headings.
    headings = words("calendar", "words_of_headings")
    return (
        len(name) > 2
        and not re.match(r"[A-Z]\.[A-Z]", name)
        and headings.isdisjoint(re.findall(r"\w+", name))
    )


_LONGEST_BEFORE = 60
#: What ends a dateline behind its day: "3 April 2025 – ", "May 16 (UPI) -- ".
_END = re.compile(rf"\)?(?P<agency>{_AGENCY})?(?: ?[—–] ?| --? ?|\. (?=[A-ZⓃⒸ]))")


@cache
def _before_day() -> re.Pattern[str]:
    """One to three names before a day: "Toulouse, ", "Geneva, Switzerland (", no "On" or "The"."""
    no_place = "|".join(ordered_words("calendar", "no_place"))
    name = rf"(?!(?:{no_place})\b)[A-ZÀ-ÞⓃ][\w’'.-]*"
    return re.compile(rf"(?:{name}(?: (?:{name}|de|of|da|la))*(?:, | \(|\()){{1,3}}\Z")


def is_of_dateline(before: str, after: str) -> bool:
    """Whether a date only says when it was written: `before` and `after` are of its sentence.

    A date with neither place nor agency is a label: "2008: Hungary joins".
    """
    if len(before) > _LONGEST_BEFORE or not (end := _END.match(after)):
        return False
    return bool(_before_day().fullmatch(before) if before else end["agency"])
