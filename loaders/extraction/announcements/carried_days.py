"""The day of an event that takes it from the one told just before: "The board also approved …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from loaders.extraction.affair_facts import Announcement
from loaders.extraction.announcements.headlines import is_heading
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.merging import TOLD_AGAIN_WITHIN
from loaders.extraction.dates.occasions import at_it
from loaders.extraction.dates.precision import DAY_LONG, is_exact, is_month, is_within
from loaders.extraction.dates.saying import is_day_of_saying
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.recency import is_exact_and_recent
from loaders.extraction.texts.document import Span

#: "Separately, ministers approved …", "They also met …": on the occasion just told.
_ON_TOP = re.compile(
    r"(?:Separately|In addition|Also|Besides|At the same (?:meeting|time|session)|"
    r"On the (?:sidelines|margins)|On the same occasion|There),? |(?:[\w’'.-]+,? ){1,9}?also\b"
)
#: "Meeting in Tokyo, the ministers agreed …".
_GATHERED = re.compile(
    r"(?:Meeting|Gathering|Gathered|Convening|Assembled|Speaking after) (?:in|at|on|for) "
)
#: "The decision was taken at the council's second meeting".
_OCCASION = re.compile(
    r"(?:The|This|Their) (?:decision|move|step|deal|agreement|announcement|admission|signing|"
    r"accession|vote|text|document)\b"
)
_DONE = frozenset({Tense.PAST, Tense.GERUND, Tense.NOMINAL, Tense.PARTICIPLE})
_NEAR = 900


def with_carried_day(
    survey: Survey, mention: EventMention, new: Announcement, told: Sequence[Announcement]
) -> Announcement:
    """The announcement with the day of the event that its sentence goes on from, if it has none."""
    if new.event_date or mention.group.tense not in _DONE:
        return new
    if not goes_on(survey, mention):
        return new
    day = _day_before(survey, mention.sentence.start, told)
    return replace(new, event_date=day) if day else new


#: "The signing took place on Monday", "It ran from 1 to 5 June": of the event just told.
_OF_IT = re.compile(
    r"(?:The|At the|At a|In a|During the|Its|Their|That) (?:[a-z-]+ ){0,2}(?:signing|signature|"
    r"ceremony|vote|decision|document|accord|pact|treaty|memorandum|hand-?over|opening|"
    r"inauguration|ribbon|launch|lift-?off|meeting|session|talks|event|exercise|drill|deal|"
    r"agreement|swearing-in|step|move)\b|"
    r"It (?:did so|ran|took place|was held|was (?:formally )?signed|happened|lasted)\b|"
    r"(?:He|She|They) did so\b|"
    r"(?:Lift-?off|Launch|Take-?off) (?:was|came|took place|followed)\b"
)
#: A paper signed besides is a deed of its own.
_PAPER = re.compile(r"(?:document|accord|pact|treaty|memorandum|deal|agreement)\Z")
_PAST = frozenset({Tense.PAST, Tense.PERFECT})
_OPENING = 110


#: "Peru will sign it. The ceremony is set for Friday": of what is to come, nothing but the deed.
_OF_WHAT_COMES = re.compile(
    r"(?:The|Its|Their|That|A) (?:[a-z-]+ ){0,2}(?:signing|signature|ceremony|hand-?over|opening|"
    r"inauguration|launch|lift-?off|swearing-in|vote|event)\b|It (?:will|is)\b"
)
#: "They will meet next month. The one-day talks are set for 18 November": told anew, by its day.
_AGAIN = (
    r"(?:The|This|That|Their) (?:[a-z-]+ ){0,2}(?:%s)\b (?:is|are|will|has been|have been|takes?|"
    r"begins?|starts?|opens?|runs?)\b(?![^.;]{0,60}\b(?:follow|precede|after|before)\b)"
)
_MET_AGAIN = re.compile(
    _AGAIN % "meeting|talks|dialogue|session|summit|conference|consultations|gathering|forum|"
    "workshop|symposium|visit|trip|exercise|drills?|wargame"
)
_SIGNED_AGAIN = re.compile(
    _AGAIN % "deal|agreement|accord|pact|memorandum|treaty|arrangement|document"
)
_TAKEN_UP_BY = {
    **dict.fromkeys(("meeting", "conference", "exercise", "visit"), _MET_AGAIN),
    "agreement": _SIGNED_AGAIN,
}


def with_day_told_next(survey: Survey, mention: EventMention, new: Announcement) -> Announcement:
    """The announcement with the day that the next sentence tells of it, if it has none or several.

    Of what has been, and of a headline, it is a day gone by; of what will be, one to come.
    """
    document, tense = survey.document, mention.group.tense
    to_come = tense is Tense.FUTURE
    vague = (new.event_date or "").startswith("[") or is_month(new.event_date)
    if new.event_date and not (to_come and vague):
        return new
    at = mention.sentence.start
    headline = tense is Tense.PRESENT and is_heading(document, at)
    if not (to_come or headline or tense in _PAST):
        return new
    behind = document.sentence_at(at) + 1
    for start, end in document.sentences[behind : behind + 1]:
        taken_up = (_OF_WHAT_COMES if to_come else _OF_IT).match(document.text, start, end)
        if to_come and new.kind in _TAKEN_UP_BY:
            taken_up = taken_up or _TAKEN_UP_BY[new.kind].match(document.text, start, end)
        if taken_up is None or (new.kind != "agreement" and _PAPER.search(taken_up[0])):
            continue
        for time in survey.times_in(start, min(end, start + _OPENING)):
            day = (time.edtf or "").rstrip("~")
            if _fits(survey, day, new.event_date, to_come):
                return replace(new, event_date=day)
    return new


def _fits(survey: Survey, day: str, vague: str | None, to_come: bool) -> bool:
    """Whether a day is a recent one, or of what is to come one ahead, of those left open."""
    published = survey.document.published or ""
    if not to_come:
        return is_exact_and_recent(survey, day) and day[:DAY_LONG] <= published
    if not (is_exact(day) and published and published[:DAY_LONG] <= day):
        return False
    return vague is None or is_within(day, vague)


#: "That became known on Tuesday", "The ministry announced the step on Tuesday".
_MADE_KNOWN = re.compile(
    r"(?:(?:That|This|It|The \w+) (?:became known|came to light|emerged|(?:was|were) (?:made known|"
    r"made public|announced|disclosed|confirmed|revealed))|"
    r"[^,.;\n]{3,60}? (?:announced|confirmed|disclosed|made known|made public|revealed) "
    r"(?:it|this|that|the (?:step|move|decision|deal|news|signing|accord|agreement|entry))\b)"
    r"(?! that\b)[^,.;\n]{0,30}? (?:on )?\Z"
)


def with_announcing_told_next(
    survey: Survey, mention: EventMention, new: Announcement
) -> Announcement:
    """The announcement with the day on which, as the next sentence says, it was made known.

    What a headline has was made known on the day of saying of the sentence below it.
    """
    document, at = survey.document, mention.sentence.start
    headline = mention.group.tense is Tense.PRESENT and is_heading(document, at)
    if new.date != document.published or not (headline or mention.group.tense in _PAST):
        return new
    behind = document.sentence_at(at) + 1
    for start, end in document.sentences[behind : behind + 1]:
        high = end if headline else min(end, start + _OPENING)
        for time in survey.times_in(start, high)[:1]:
            day = (time.edtf or "").rstrip("~")
            known = _MADE_KNOWN.match(document.text, start, time.start) or (
                headline
                and is_day_of_saying(document.text, Span(start, end), Span(time.start, time.end))
            )
            if known and is_exact_and_recent(survey, day) and len(day) == DAY_LONG:
                return replace(new, date=day)
    return new


def goes_on(survey: Survey, mention: EventMention) -> bool:
    """Whether a sentence without a day tells what else was done on the occasion just told."""
    text, sentence = survey.document.text, mention.sentence
    high = mention.group.end
    opens = _GATHERED.match(text, *sentence) and mention.group.start == sentence.start
    if survey.times_in(sentence.start, high if opens else sentence.end):
        return False
    by_the_way = mention.kind == "meeting" and _OCCASION.match(text, *sentence)
    if opens or by_the_way or _ON_TOP.match(text, sentence.start, high):
        return True
    return mention.kind in _DONE_THERE and at_it().search(text, *sentence) is not None


#: What is done at a gathering, unlike another gathering.
_DONE_THERE = frozenset({"agreement", "accession", "establishment", "policy", "strategy"})


def _day_before(survey: Survey, start: int, told: Sequence[Announcement]) -> str | None:
    """The day of the nearest event told before, if it is a day shortly before publication."""
    published = survey.document.published or ""
    for old in islice(reversed(told), TOLD_AGAIN_WITHIN):
        day = old.event_date
        if published and (day or "") > published:
            continue  # "It enters into force on 1 September. They also spoke of …"
        if 0 <= start - old.evidence[0].end < _NEAR and is_exact_and_recent(survey, day):
            return day
    return None
