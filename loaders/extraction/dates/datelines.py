"""Datelines: "TOULOUSE, France, March 28, 2025 –" gives the place and, failing all, the day.

The day in the line of place and day before a sentence is no day of what the sentence tells.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from loaders.extraction.dates.head_lines import HeadDay, Plainness, foot_day, head_day, is_prose
from loaders.extraction.language.vocabulary import load, ordered_words, words
from loaders.extraction.nations.mentions import find_nations
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
#: "Warsaw, Jan. 14 (PressPol) -": beside a day without a year.
_MIXED = re.compile(
    rf"([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}})(?:, [A-Z][\w. ]{{1,30}}?)?"
    rf", [A-Z][a-z]{{2,8}}\.? \d{{1,2}}{_AGENCY}?{_DASH}"
)


def complete_from_dateline(document: Document) -> Document:
    """The document with the dateline's place, and its day if no other date is known.

    The day is that of the line which most plainly says so: a label, else the dateline or a line
    that is a date, else a date between separators, else that of the text's last change; where the
    head has none, a line below the text may.
    """
    days: list[HeadDay] = []
    place = None
    begun = False
    for paragraph in document.paragraphs[:_FIRST_PARAGRAPHS]:
        day = head_day(document, paragraph)
        # Behind the first sentence a date between separators may be anything's.
        days += [day] if day and (not (begun and day.plainness >= Plainness.APART)) else []
        prose = is_prose(document, paragraph)
        here = _place(document.text[paragraph.start : paragraph.end])
        if here is None or (day and not prose):
            here = _beside(day, prose) if day else None
        place = here or place
        if (here and prose) or (prose and begun):
            break
        begun = begun or prose
    document = replace(document, place=place)
    if document.published is None:
        plainest = min(days, key=lambda day: day.plainness).day if days else foot_day(document)
        if plainest:
            return replace(document, published=plainest, published_from="dateline")
    return document


_NAME = r"[A-ZÀ-Þ][\w.’'-]*[\w’'](?:[ -](?:[A-ZÀ-Þ][\w.’'-]*[\w’']|de|of|da|la))*"
_REGION = r"(?P<region>(?:, ?| [–—-] )[A-ZÀ-Þ][\w.’' -]{1,30}?)?"
_NAMED = rf"(?P<name>{_NAME})(?:/{_NAME})?{_REGION}"
_SIGNED = r"(?: ?-*(?P<agency>\([A-Za-z][^()\n]{1,40}\)|/[^/\n]{2,40}/)-*)?"
_WEEKDAY = r"(?:[A-Z][a-z]+day,? )?"
#: "Stockholm, Sweden (", "Washington DC (SPX) ", "STOCKHOLM | ", "[Stockholm, ".
_PLACE_BEFORE = re.compile(
    rf"[\W_]*{_NAMED}{_SIGNED}(?:,|:|\)|(?P<bar> ?[|•])| ?[–—(]| -|--|(?<=[)/-])) ?{_WEEKDAY}\(?\Z"
)
#: " – Stockholm – ", " (Stockholm): ", ", Stockholm – ".
_PLACE_BEHIND = re.compile(rf"(?:,| ?[–—(]|(?P<bar> ?[|•])| -) ?{_NAMED}\)?(?: ?[–—:|]| --? |\Z)")


def _beside(day: HeadDay, prose: bool) -> str | None:
    """The place beside the day of a line of the head, or of the opening of the text.

    In the opening the day marks it as a place; a line of the head may name an author there, and
    only a seat of government, a region or an agency behind the name does.
    """
    bare = not day.before.strip("\"'“([ ")
    found = _PLACE_BEHIND.match(day.behind) if bare else _PLACE_BEFORE.fullmatch(day.before)
    if found is None or not _is_place(found["name"]):
        return None
    apart = prose and not found["bar"] and not day.before.startswith("By ")
    signed = "" if bare else found["agency"] or ""
    known = found["name"] in _seats() or _region_known(found["region"] or "")
    return found["name"] if apart or known or signed.strip("()/").isupper() else None


#: "Colo.", "D.C.", "ON".
_SHORT_REGION = re.compile(r"[A-Z][a-z]{1,5}\.|(?:[A-Z]\.){2}|[A-Z]{2}")


@cache
def _seats() -> frozenset[str]:
    seats: dict[str, list[str]] = load("capitals")["capitals"]
    names = [name for listed in seats.values() for name in listed]
    return frozenset((*names, *(name.upper() for name in names)))


def _region_known(region: str) -> bool:
    """Whether what stands behind a town is a nation or a state: ", Sweden", ", Colo."."""
    bare = region.strip(" ,–—-")
    if not bare:
        return False
    short = _SHORT_REGION.fullmatch(bare)
    return bool(short or bare in words("event_words", "regions") or find_nations(bare).mentions)


def _place(paragraph: str) -> str | None:
    """The place that a paragraph opens with."""
    line = paragraph[:_LONGEST]
    found = _CAPITALS.match(line) or _MIXED.match(line)
    return found[1].strip(" ,.-") if found and _is_place(found[1]) else None


def _is_place(name: str) -> bool:
    # "WASHINGTON" is a place, "FACT SHEET" and "Press Release" are headings.
    if name.upper() in words("calendar", "places_with_article"):
        return True
    headings = words("calendar", "words_of_headings")
    own = {word for word in re.findall(r"\w+", name) if word not in ("The", "Of")}
    return (
        len(name) > 2
        and not re.match(r"[A-Z]\.[A-Z]", name)
        and headings.isdisjoint(word.upper() for word in own)
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
