"""The circumstances of an event: when, where, and which nations and officials."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from loaders.extraction.document import Span
from loaders.extraction.membership_rules import count_pattern, number_words
from loaders.extraction.memberships import Claim
from loaders.extraction.participants import Participants
from loaders.extraction.saying import is_day_of_saying
from loaders.extraction.survey import Survey
from loaders.extraction.temporal import TimeExpression
from loaders.extraction.vocabulary import words

_BACKGROUND = timedelta(days=75)
_EDTF_FIRST = re.compile(r"\[?(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """A sentence that reports an event, with all that the article gives around it."""

    survey: Survey
    sentence: Span
    trigger: Span
    rosters: tuple[Claim, ...]
    people: Participants

    @property
    def text(self) -> str:
        """The sentence."""
        return self.survey.document.text[self.sentence.start : self.sentence.end]

    def officials(self, kind: str) -> tuple[str, ...]:
        """The persons of the sentence and of the one that takes it up; of a meeting, its guests."""
        found = self.people.in_span(*self._taken_up())
        if kind == "meeting":
            found += self.people.attending(self.survey)
        return tuple(dict.fromkeys(found))

    def _taken_up(self) -> Span:
        """The sentence, and the next one of the paragraph if it opens with "The operation"."""
        document = self.survey.document
        index = document.sentence_at(self.sentence.start)
        following = document.sentences[index + 1 : index + 2]
        if following and _TAKES_UP.match(document.text, following[0].start):
            same = document.paragraph_at(following[0].start) == document.paragraph_at(
                self.sentence.start
            )
            return Span(self.sentence.start, following[0].end) if same else self.sentence
        return self.sentence

    def nations_of_people(self) -> tuple[str, ...]:
        """Where no nation is named: those whose officials act in the sentence."""
        return self.people.nations_in(*self.sentence)

    def coalition_of_roster(self) -> tuple[str, ...]:
        """The coalition that "the 10 nations" are those of."""
        roster = self.counted_roster()
        return (roster.coalition.key,) if roster else ()

    def counted_roster(self) -> Claim | None:
        """The roster with as many nations as the sentence counts: "all 10 nations"."""
        number = _stated_number(self.text)
        if number is None:
            return None
        return next((claim for claim in self.rosters if len(claim.nations) == number), None)


_TAKES_UP = re.compile(
    r"(?:The|This) (?:operation|exercise|agreement|meeting|strategy|launch|memorandum|deal|event)\b"
)


class EventDays(NamedTuple):
    """The day it was announced and the day it happens, as EDTF."""

    announced: str | None
    event: str | None


def day_of_event(around: Circumstances) -> EventDays:
    """Which date of the sentence is that of announcing, and which that of the event."""
    survey = around.survey
    published = survey.document.published
    announced: str | None = None
    others: list[TimeExpression] = []
    for time in survey.times_in(*around.sentence):
        lead = survey.document.text[max(around.sentence.start, time.start - 40) : time.start]
        if _LIMIT.search(lead):
            continue
        said = is_day_of_saying(survey.document.text, around.sentence, Span(time.start, time.end))
        if said and not _is_announcing_event(around):
            announced = announced or time.edtf
        else:
            others.append(time)
    event = _event_day(around, [t for t in others if t.edtf and not t.edtf.startswith("[..")])
    return EventDays(announced or published, event)


#: "net zero by 2050", "since 2013": how long something holds, not when it happened.
_LIMIT = re.compile(r"\b(?:by|since|through|until|till)(?: the end of)? \Z")


def _is_announcing_event(around: Circumstances) -> bool:
    text = around.survey.document.text
    return text[around.trigger.start : around.trigger.end].startswith("unveiled")


def _event_day(around: Circumstances, times: list[TimeExpression]) -> str | None:
    """The first date behind the trigger, else the last before it; "two-day visit" spans days."""
    if not times:
        return None
    behind = [t for t in times if t.start >= around.trigger.start]
    chosen = behind[0] if behind else times[-1]
    long = _DAYS_LONG.search(around.text)
    if long and chosen.edtf and len(chosen.edtf) == 10:
        return _stretch(chosen.edtf, long, around)
    return chosen.edtf


_DAYS_LONG = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})-(day|week)\b")
_ENDED = re.compile(r"\b(?:ended|ends|ending|concluded|closed|wrapped up|concludes)\b")
_BEGAN = re.compile(
    r"\b(?:began|begins|beginning|opened|opens|starting|started|kicked off|starts)\b"
)


def _stretch(day: str, long: re.Match[str], around: Circumstances) -> str:
    count = int(long[1]) if long[1].isdigit() else number_words()[long[1]]
    length = timedelta(days=count * (7 if long[2] == "week" else 1) - 1)
    fixed = date.fromisoformat(day)
    if _ENDED.search(around.text):
        return f"{(fixed - length).isoformat()}/{day}"
    if _BEGAN.search(around.text):
        return f"{day}/{(fixed + length).isoformat()}"
    return day


def is_background(survey: Survey, when: str | None) -> bool:
    """Whether an act (its EDTF) is so long past that the article only recalls it."""
    if not when or not survey.document.published:
        return False
    then, now = _first_day(when, last=True), _first_day(survey.document.published)
    return bool(then and now and now - then > _BACKGROUND)


def _first_day(edtf: str, last: bool = False) -> date | None:
    found = _EDTF_FIRST.match(edtf)
    if not found:
        return None
    month = int(found[2] or (12 if last else 1))
    try:
        return date(int(found[1]), month, int(found[3] or (28 if last else 1)))
    except ValueError:
        return None


_NAME = r"(?:(?:St|Mt|Ft)\. )?[A-ZÀ-Þ][\w’'-]*"
_NAMES = rf"{_NAME}(?:(?: | of | de | du | la | and the | of the )(?:{_NAME}))*"
_PLACE = re.compile(
    rf"\b(in|at|aboard|near|outside) (?:the |a )?(?:new |historic |old |nearby |first )?({_NAMES})"
)
#: Kinds of events that happen where the dateline says, if the sentence names no place.
_LOCAL = frozenset(
    {
        "meeting",
        "conference",
        "exercise",
        "agreement",
        "visit",
        "appointment",
        "launch",
        "establishment",
        "accession",
    }
)
_FIRST_PARAGRAPHS = 4


def place_of_event(around: Circumstances, kind: str) -> str | None:
    """The town, else the site, named behind "in" or "at"; in the lead the dateline's place."""
    sites: dict[str, str] = {}
    for match in _PLACE.finditer(around.text):
        name = match[2]
        if _is_far(around, match) or _is_no_place(match) or _is_coalition(around, match):
            continue
        sites.setdefault("in" if match[1] == "in" else "at", name)
    found = sites.get("in") or sites.get("at")
    document = around.survey.document
    if found:
        # "announced at Space Symposium": the gathering's town is the dateline's.
        is_gathering = found.split()[-1] in words("event_words", "gatherings")
        return f"{found}, {document.place}" if is_gathering and document.place else found
    in_lead = document.paragraph_at(around.sentence.start) < _FIRST_PARAGRAPHS
    return document.place if in_lead and kind in _LOCAL else None


_FARTHEST_PLACE = 110


def _is_far(around: Circumstances, match: re.Match[str]) -> bool:
    """Whether it stands too far behind the trigger to be its place."""
    return around.sentence.start + match.start() - around.trigger.end > _FARTHEST_PLACE


def _is_no_place(match: re.Match[str]) -> bool:
    parts = match[2].split()
    if len(parts) == 1 and parts[0] in words("event_words", "not_places"):
        return True
    if parts[0] in words("event_words", "not_place_starts"):
        return True
    return match[1] == "in" and parts[-1] in words("event_words", "not_place_ends")


def _is_coalition(around: Circumstances, match: re.Match[str]) -> bool:
    start = around.sentence.start + match.start(2)
    end = around.sentence.start + match.end(2)
    return any(
        m.start <= start + 4 and m.end >= end - 4
        for m in around.survey.coalition_mentions_in(max(0, start - 10), end + 60)
    )


_COUNTED = re.compile(
    rf"\b(?:[Tt]he |[Aa]ll |[Bb]oth |its )*({count_pattern()}|both|Both) (?:[\w-]+ ){{0,2}}?"
    r"(?:nations|countries|allies|leaders|governments|partners|members|sides|states)\b"
)


def _stated_number(text: str) -> int | None:
    found = _COUNTED.search(text)
    if not found:
        return None
    number = found[1].lower()
    return (
        2 if number == "both" else int(number) if number.isdigit() else number_words().get(number)
    )


def nations_of_event(around: Circumstances) -> tuple[str, ...]:
    """The nations named in the sentence, or those that "the three countries" stands for."""
    number = _stated_number(around.text)
    own = _own_nations(around)
    if number is None or len(own) >= number:
        return own
    roster = around.counted_roster()
    if roster:
        return roster.nations
    return _enumerated(around, number) or own


#: So many enumerations on either side are looked at.
_NEAREST = 100


def _enumerated(around: Circumstances, number: int) -> tuple[str, ...]:
    """The nearest enumeration of just so many nations, else the first so many of the article."""
    survey = around.survey
    starts = survey.enumerations
    at = bisect_left(starts, around.sentence.start, key=lambda e: e.start)
    nearby = starts[max(0, at - _NEAREST) : at + _NEAREST]
    fitting = [e for e in nearby if len(e.nations) == number]
    if fitting:
        nearest = min(fitting, key=lambda e: abs(e.start - around.sentence.start))
        return nearest.nations
    opening = survey.document.paragraphs[0].end if survey.document.paragraphs else 0
    first = survey.nations_in(0, opening)
    return first if len(first) == number else ()


_SOURCE = re.compile(
    r",[”\"]? (?:[^,“”\"]{2,110}? )?(?:said|announced|confirmed|disclosed|reported|told)\b"
)


def _own_nations(around: Circumstances) -> tuple[str, ...]:
    """The sentence's nations without those of its source and of its place."""
    start = around.sentence.start
    sources = [Span(start + m.start(), start + m.end()) for m in _SOURCE.finditer(around.text)]
    places = [Span(start + m.start(2), start + m.end(2)) for m in _PLACE.finditer(around.text)]
    kept = [
        m.nation
        for m in around.survey.mentions_in(*around.sentence)
        if not any(s.start <= m.start < s.end and s.start > around.trigger.start for s in sources)
        and not any(p.start <= m.start and m.end < p.end for p in places)
    ]
    return tuple(dict.fromkeys(kept))
