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
    r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} \d{4})\Z"
)
_LONGEST_LINE = 100


def complete_from_dateline(document: Document) -> Document:
    """The document with the dateline's place, and its day if no other date is known."""
    for paragraph in document.paragraphs[:_FIRST_PARAGRAPHS]:
        line = document.text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]
        found = _CAPITALS.match(line) or _MIXED.match(line) or _FULL_DATE.match(line)
        if found and _is_place(found[1]):
            return _dated(replace(document, place=found[1].strip(" ,")), found[2])
        if document.published is None and (day := _lone_date(document, paragraph)):
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
    if not found:
        return None
    times = find_times(found[0], None)
    stated = [t.edtf for t in times if t.edtf and not t.relative and len(t.edtf) == 10]
    return stated[0] if stated else None
