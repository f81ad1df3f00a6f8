"""Events of headlines: what they say, the text below says again, with its circumstances."""

from __future__ import annotations

from dataclasses import replace

from loaders.extraction.affair_facts import Announcement
from loaders.extraction.announcements.merging import add
from loaders.extraction.texts.document import Document, ParagraphKind

_LENGTH_OF_YEAR = 4


def untold(headlines: list[Announcement], found: list[Announcement]) -> list[Announcement]:
    """The headlines' events that the text below does not tell again; else they are evidence."""
    kept: list[Announcement] = []
    for headline in headlines:
        for index, told in enumerate(found):
            if (
                _headlines(headline.kind, told.kind)
                and len(told.event_date or "") != _LENGTH_OF_YEAR
            ):
                evidence = (*told.evidence, *headline.evidence)
                found[index] = replace(told, evidence=tuple(dict.fromkeys(evidence)))
                break
        else:
            add(kept, headline, definite=True)
    return kept


def _headlines(kind: str, told: str) -> bool:
    """Whether a headline's event may be one told below: "launches operation", "its creation"."""
    return kind == told or {kind, told} == {"operation", "establishment"}


def is_heading(document: Document, at: int) -> bool:
    """Whether a place is in a headline: what it says, the text says again, with more."""
    paragraph = document.paragraphs[document.paragraph_at(at)]
    return paragraph.kind is ParagraphKind.HEADING
