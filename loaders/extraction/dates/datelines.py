"""Datelines: "TOULOUSE, France, March 28, 2025 –" gives the place and, failing all, the day."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extraction.dates.temporal import find_times
from loaders.extraction.texts.document import Document, Paragraph, ParagraphKind

_FIRST_PARAGRAPHS = 8
_LONGEST = 110
_AGENCY = r"(?: ?\([^()\n]{2,40}\))"
_DASH = r"(?: ?[—–] ?| -{1,3} ?|-- ?)"
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[ /-](?:[A-ZÀ-Þ][A-ZÀ-Þ.’'-]*|de|of|da))*"
#: City in capitals, what tells it from others (", Colo.", ", France"), a day, an agency, a dash.
_CAPITALS = re.compile(
    rf"({_PLACE})((?:, ?[^—–\n:;“”\"]{{2,60}}?)?{_AGENCY}?)(?:{_DASH}|\. (?=[A-Z“\"])|(?<=\d): )"
)
_MIXED = re.compile(
    rf"([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}})((?:, [A-Z][\w. ]{{1,30}}?)?"
    rf"(?:, [A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:, \d{{4}})?){_AGENCY}?){_DASH}"
)
#: A bulletin's: "Toulouse, 3 April 2025. With …", "Geneva, May 2, 2024: …".
_FULL_DATE = re.compile(
    r"([A-Z][\w.’'-]+(?:[ -][A-Z][\w.’'-]+){0,3})((?:, [A-Z][\w. ]{1,30}?)?,? "
    r"(?:[A-Z][a-z]+day,? )?"
    r"(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2},?) \d{4}"
    rf"{_AGENCY}?)(?:\. |: | \| |{_DASH})(?=[A-Z“\"])"
)
_LONE_DATE = re.compile(
    r"(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?, \d{4}|"
    r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4})\Z"
)
#: "January 26, 2022 – In the framework …", "Published - May 03, 2024 01:38 pm IST - Honolulu".
_DATE_FIRST = re.compile(
    r"(?:(?:First )?(?:[Pp]ublished|[Pp]osted|[Ii]ssued)(?: on)?\b[ :–—-]{0,4})?"
    r"((?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4}))"
    r"(?P<dash>(?: ?[—–] ?| - )(?=[A-Z“\"]))?"
)
#: "By Ana Ruiz on May 13, 2026 at 2:15 PM", "Ana Ruiz | 13 May 2026".
_BYLINE = re.compile(
    r"(?:[Bb]y )?[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,4}(?: in [A-Z]\w+)?"
    r"(?:,? on |,? ?[|·•–—-] ?|, )(?:Published |Updated )?"
    r"(?P<day>(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|"
    r"\d{1,2} [A-Z][a-z]{2,8},? \d{4}))"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?)?\Z"
)
_UPDATED = re.compile(r"(?:[Ll]ast )?(?:[Uu]pdated|[Mm]odified|[Rr]eviewed)(?: on)?:?\Z")
_LONGEST_LINE = 100


def complete_from_dateline(document: Document) -> Document:
    """The document with the dateline's place, and its day if no other date is known."""
    for paragraph in document.paragraphs[:_FIRST_PARAGRAPHS]:
        line = document.text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]
        found = _CAPITALS.match(line) or _MIXED.match(line) or _FULL_DATE.match(line)
        if found and _is_place(found[1]):
            return _dated(replace(document, place=found[1].strip(" ,")), found[2])
        if document.published is not None:
            continue
        if day := _lone_date(document, paragraph) or _leading_date(line) or _of_byline(line):
            document = replace(document, published=day, published_from="dateline")
    return document


def _is_place(name: str) -> bool:
    # "WASHINGTON" is a place, "FACT SHEET" and "FOR IMMEDIATE RELEASE" are headings.
    return (
        len(name) > 2
        and not re.match(r"[A-Z]\.[A-Z]", name)
        and not re.search(
            r"\b(?:FACT|SHEET|RELEASE|PRESS|THE|STATEMENT|NEWS|UPDATE|TRANSCRIPT|NOTE|MEDIA|READOUT|REMARKS|OF|MR|MS|DR)\b",
            name,
        )
    )


def _dated(document: Document, rest: str) -> Document:
    if document.published is not None:
        return document
    for time in find_times(rest, None):
        if time.edtf and not time.relative and len(time.edtf) == 10:
            return replace(document, published=time.edtf, published_from="dateline")
    return document


def _lone_date(document: Document, paragraph: Paragraph) -> str | None:
    """A line that is a date, or a heading that ends with one: "Radio, 14 February 2024"."""
    if paragraph.end - paragraph.start > _LONGEST_LINE or paragraph.kind is ParagraphKind.ITEM:
        return None
    line = document.text[paragraph.start : paragraph.end].strip()
    found = _LONE_DATE.search(line) if line[-4:].isdigit() else None
    before = document.text[max(0, paragraph.start - _LONGEST_LINE) : paragraph.start].rstrip()
    if found is None or _UPDATED.search(before):  # the next date is that of publication
        return None
    return _stated(found[0])


def _leading_date(line: str) -> str | None:
    """The date that a line opens with, behind "Published" or before a dash."""
    found = _DATE_FIRST.match(line)
    if found is None or not (found["dash"] or line[:1].lower() in "pif"):
        return None
    return _stated(found[1])


def _of_byline(line: str) -> str | None:
    """The date behind an author's name, where nothing else stands in the line."""
    found = _BYLINE.fullmatch(line.strip()) if line.strip()[:3] in ("By ", "by ") else None
    return _stated(found["day"]) if found else None


def _stated(words: str) -> str | None:
    times = find_times(words, None)
    stated = [t.edtf for t in times if t.edtf and not t.relative and len(t.edtf) == 10]
    return stated[0] if stated else None
