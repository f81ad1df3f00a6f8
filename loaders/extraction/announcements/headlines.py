"""Events of headlines: what they say, the text below says again, with its circumstances."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extraction.affair_facts import Announcement
from loaders.extraction.announcements.merging import add
from loaders.extraction.dates.precision import is_year
from loaders.extraction.facts import Evidence
from loaders.extraction.texts.document import Document, ParagraphKind


def untold(headlines: list[Announcement], found: list[Announcement]) -> list[Announcement]:
    """The headlines' events that the text below does not tell again; else they are evidence."""
    kept: list[Announcement] = []
    evidence: dict[int, list[Evidence]] = {}
    below: dict[str, list[int]] = {}
    for index, announcement in enumerate(found):
        if not _is_past_year(announcement):
            below.setdefault(announcement.kind, []).append(index)
    for headline in headlines:
        place = _told_below(headline, found, below)
        if place is None:
            add(kept, headline, definite=True)
        else:
            evidence.setdefault(place, list(found[place].evidence)).extend(headline.evidence)
    for index, told in evidence.items():
        found[index] = replace(found[index], evidence=tuple(dict.fromkeys(told)))
    return kept


#: "Global Sentinel 26", "AsterX 2026".
_NUMBERED = re.compile(r"\b([A-Z]\w+) (?:’|')?(\d{2,4})\b")


def _are_editions(one: Announcement, other: Announcement) -> bool:
    """Whether they bear the same name with another number: two editions."""
    if one.kind != "exercise" or other.kind != "exercise":
        return False
    numbers = dict(_NUMBERED.findall(one.title))
    return any(
        numbers.get(name, number)[-2:] != number[-2:]
        for name, number in _NUMBERED.findall(other.title)
    )


def _told_below(
    headline: Announcement, found: list[Announcement], below: dict[str, list[int]]
) -> int | None:
    """The first event below of the headline's kind, else of a kind that goes for the same.

    `below` are the places of the events `found`, by their kinds.
    """
    for index in below.get(headline.kind, ()):
        if not _are_editions(headline, found[index]):
            return index
    alike = [places[0] for kind, places in below.items() if (headline.kind, kind) in _ALIKE]
    return min(alike, default=None)


def _is_past_year(announcement: Announcement) -> bool:
    """Whether it is only recalled with its year; this year's may be the news itself."""
    year = announcement.event_date or ""
    return is_year(year) and year != (announcement.date or "")[: len(year)]


#: "Launches operation" and "its creation"; "signs charter" and "has joined".
_ALIKE = frozenset(
    {("operation", "establishment"), ("establishment", "operation"), ("agreement", "accession")}
)


def is_heading(document: Document, at: int) -> bool:
    """Whether a place is in a headline: what it says, the text says again, with more."""
    paragraph = document.paragraphs[document.paragraph_at(at)]
    return paragraph.kind is ParagraphKind.HEADING


#: "April 2022: ", "2005 – ", "21 June 2023: ", "June 21, 2023 -- ".
_DAY_FIRST = re.compile(
    r"(?:(?:[Ee]arly |[Mm]id-|[Ll]ate )?(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?)?"
    r"(?:19|20)\d\d(?:: | ?(?:[–—|]|--?) )(?=[\w“\"])"
)


def opens_with_day(text: str, start: int) -> bool:
    """Whether an entry of a timeline opens there: "April 2022: India and Peru sign a pact"."""
    return _DAY_FIRST.match(text, start) is not None
