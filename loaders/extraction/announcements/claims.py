"""What an article announces: events with kind, place, nations, officials and their two dates.

`date` is the day it was announced (a stated one, else the publication), `event_date` the day it
happens or happened; where the text leaves that open it stays empty.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extraction.affair_facts import Announcement
from loaders.extraction.announcements.accessions import accessions_of, rosters_of
from loaders.extraction.announcements.carried_days import (
    with_announcing_told_next,
    with_carried_day,
    with_day_told_next,
)
from loaders.extraction.announcements.composing import announcement_of
from loaders.extraction.announcements.elliptic_nouns import ELLIPTIC
from loaders.extraction.announcements.headlines import is_heading, untold
from loaders.extraction.announcements.in_turn import told_in_turn
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.merging import add
from loaders.extraction.announcements.parties import is_told_of_us
from loaders.extraction.announcements.sentence_events import events_of
from loaders.extraction.announcements.spoken_texts import is_spoken
from loaders.extraction.announcements.titles import title_of_event
from loaders.extraction.announcements.told_article import ToldArticle
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.participants import Participants
from loaders.extraction.texts.document import Document


def _joined_once(claims: list[Claim]) -> frozenset[int]:
    days: dict[int, set[str | None]] = {}
    for claim in claims:
        day = claim.when.edtf if claim.when else None
        days.setdefault(claim.evidence[0].start, set()).add(day)
    return frozenset(start for start, told in days.items() if len(told) == 1)


def find_announcements(
    survey: Survey, claims: list[Claim], people: Participants
) -> list[Announcement]:
    """Every event that the article reports, each once, in the text's order."""
    spoken = is_spoken(survey)
    article = ToldArticle(
        survey, people, rosters_of(claims), accessions_of(survey, claims), _joined_once(claims)
    )
    found: list[Announcement] = []
    headlines: list[Announcement] = []
    for mention, clause in events_of(article):
        announcement = announcement_of(article, mention, clause)
        if announcement is None or (
            spoken and not is_told_of_us(survey, mention, announcement.event_date)
        ):
            continue
        announcement = with_carried_day(survey, mention, announcement, found)
        announcement = with_day_told_next(survey, mention, announcement)
        announcement = with_announcing_told_next(survey, mention, announcement)
        if is_heading(survey.document, mention.sentence.start):
            headlines.append(announcement)
        else:
            further = mention.noun is not None and ELLIPTIC in mention.noun.classes
            first, *others = told_in_turn(article, mention, announcement)
            add(found, first, _is_definite(survey.document, mention), further)
            for other in others:
                add(found, other, definite=False)
    found = [*untold(headlines, found), *found]
    meetings = {a.coalitions: a for a in reversed(found) if a.kind == "meeting"}
    return [_at_its_meeting(_titled(announcement), meetings) for announcement in found]


def _titled(announcement: Announcement) -> Announcement:
    """With its sentence cut to a title: only now, since most sentences tell what was told."""
    title = title_of_event(announcement.title)
    return announcement if title == announcement.title else replace(announcement, title=title)


_DEFINITE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir|\w+day[’']s) "
    r"(?:(?!next|first|second|third|last|previous|other|new|latest|upcoming|coming|\d)"
    r"[\w’-]+(?:'s)? ){0,2}\Z"
)


#: With a capital these stand for the one told before too: "the Memorandum", "the Symposium".
_NAMED_SO = frozenset({"document", "conference"})
#: "155 nations voted in favour of the resolution": of the one told before.
_VOTED = re.compile(r"(?:\w+ ){0,3}?vot\w+ (?:in favou?r of|for|against|to adopt) the ")
_MADE_ONCE = frozenset({"establishment", "launch"})
_THE = re.compile(r"\b[Tt]he \Z")


def _is_definite(document: Document, mention: EventMention) -> bool:
    """Whether the event's noun is spoken of as known: "the exercise", not "an exercise"."""
    if mention.noun is None:
        return bool(_VOTED.match(document.text, *mention.trigger[:1], mention.sentence.end))
    if not {"accession", "troops"}.isdisjoint(mention.noun.classes):
        return True
    if mention.group.tense is Tense.NOMINAL and mention.kind in _MADE_ONCE:
        # "The creation of the command": of the one told before.
        return bool(_THE.search(document.text, mention.group.start - 4, mention.group.start))
    start = mention.noun.start
    low = max(mention.sentence.start, start - 30)
    if document.text.startswith(("the ", "The ", "this ", "This ", "Both", "both"), start):
        return True
    known = document.text[start].islower() or not _NAMED_SO.isdisjoint(mention.noun.classes)
    return known and bool(_DEFINITE.search(document.text[low:start]))


def _at_its_meeting(
    new: Announcement, meetings: dict[tuple[str, ...], Announcement]
) -> Announcement:
    """A commitment renewed with no day of its own: the coalition's meeting is its occasion."""
    if new.kind != "statement" or new.event_date or not new.coalitions:
        return new
    meeting = meetings.get(new.coalitions)
    if meeting is None:
        return new
    return replace(new, event_date=meeting.event_date, place=new.place or meeting.place)
