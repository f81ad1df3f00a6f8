"""When an event was announced, and when it happens: which date of its sentence is which."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.extraction.announcements.circumstances import Circumstances
from loaders.extraction.announcements.lengths import day_of_occasion
from loaders.extraction.announcements.other_days import (
    is_in_name,
    is_of_listed_nation,
    is_of_others,
    tells_of_another,
)
from loaders.extraction.dates.datelines import is_of_dateline
from loaders.extraction.dates.precision import DAY_LONG, YEAR_LONG, is_day, is_year
from loaders.extraction.dates.saying import is_day_of_saying
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.dates.tense import CLAUSE_WITH_DAY
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.texts.document import Span


class EventDays(NamedTuple):
    """The day it was announced and the day it happens, as EDTF."""

    announced: str | None
    event: str | None


def day_of_event(around: Circumstances, lasting: bool = True) -> EventDays:
    """Which date of the sentence is that of announcing, and which that of the event.

    What is `lasting` has all its days where it says how many; a statement has one.
    """
    survey = around.survey
    announced: str | None = None
    others: list[TimeExpression] = []
    for time in survey.times_in(*around.sentence):
        lead = survey.document.text[max(around.sentence.start, time.start - 40) : time.start]
        before = survey.document.text[around.sentence.start : time.start]
        after = survey.document.text[time.end : time.end + 40]
        limit = _LIMIT.search(lead) and not _put_off(around)
        lasting_to = _TO.search(lead) and _EXTENDS.match(before)
        if limit or lasting_to or is_of_dateline(before, after):
            continue
        if is_of_others(around, time) or _is_before_next_clause(around, time):
            continue
        said = is_day_of_saying(survey.document.text, around.sentence, Span(time.start, time.end))
        if said and not (_is_announcing_event(around) and not _is_said_later(around, time)):
            # "A base that was announced in 2021" does not date what the sentence announces.
            exact = len(time.edtf or "") > YEAR_LONG
            announced = announced or (time.edtf if exact else None)
        elif _opens_announcing(around, time):
            # "on Monday announced the creation of a force": announced and done.
            announced = announced or time.edtf
            others.append(time)
        else:
            others.append(time)
    known = [t for t in others if t.edtf and not t.edtf.startswith("[..")]
    known = [t for t in known if not tells_of_another(around, t, known)]
    known = [t for t in known if not is_in_name(around, t, known)]
    known = [t for t in known if not is_of_listed_nation(around, t)]
    event = _event_day(around, known)
    if lasting:
        event = day_of_occasion(around, event)
    return EventDays(announced or survey.document.published, event)


def _is_before_next_clause(around: Circumstances, time: TimeExpression) -> bool:
    """ "Said in May it would pay, and in October opened a centre": the centre's day is that one."""
    survey, trigger = around.survey, around.trigger
    later = survey.times_in(time.end, trigger.start)
    return any(
        CLAUSE_WITH_DAY.search(survey.document.text, time.end, t.start) is not None for t in later
    )


_ANNOUNCES = re.compile(r" (?:formally |officially )?(?:announced|announces|declared|proclaimed)\b")


def _opens_announcing(around: Circumstances, time: TimeExpression) -> bool:
    """Whether a day stands right before the verb of announcing that is the event."""
    text, trigger = around.survey.document.text, around.trigger
    near = trigger.start - len(" on Monday ") < time.start < trigger.end
    exact = len(time.edtf or "") >= DAY_LONG
    return near and exact and bool(_ANNOUNCES.match(text, time.end))


#: "Put off until October", "waved through last week": that is when it will be, or was.
_NOT_PUT_OFF = r"(?<!put off )(?<!poned )(?<!pushed back )(?<!delayed )(?<!put back )(?<!waved )"
#: "net zero by 2050", "since 2013": how long something holds, not when it happened.
#: … "since 2023 and 2024" too.
_LIMIT = re.compile(
    rf"{_NOT_PUT_OFF}\b(?:by|since|through|until|till)(?: the end of)?"
    r"(?: (?:19|20)\d\d(?:, |,? and))* \Z"
)
#: "Will extend its participation in the station to 2030".
_EXTENDS = re.compile(r"[^;]*\b(?:extend|extension|prolong|continu)\w*\b")
_TO = re.compile(r"[a-z)] to(?: the end of)? \Z")
_PUT_OFF = re.compile(
    r"(?:\w+ ){0,3}(?:put(?:s|ting)? (?:off|back)|push\w* back|postpon\w+|delay\w*) "
)


def _put_off(around: Circumstances) -> bool:
    """Whether "put off their summit in Lima until March" tells when it will be."""
    return bool(_PUT_OFF.match(around.survey.document.text, around.trigger.start))


_PUBLISHING = re.compile(
    r"(?:has |have |was |were )?(?:unveil|reveal|publish|declar|confirm(?=ed [A-Z]))"
)


def _is_announcing_event(around: Circumstances) -> bool:
    """Whether announcing is the event: "unveiled its strategy on Monday"."""
    return bool(_PUBLISHING.match(around.survey.document.text, around.trigger.start))


def _is_said_later(around: Circumstances, time: TimeExpression) -> bool:
    """Whether another verb of saying stands between: "has published it, she said on Monday"."""
    return bool(_SAID.search(around.survey.document.text, around.trigger.end, time.start))


_SAID = re.compile(r"\b(?:said|says|told|announced|confirmed|disclosed|reported|according to)\b")


def _event_day(around: Circumstances, times: list[TimeExpression]) -> str | None:
    """The date that goes with the event."""
    behind = _behind(around, times)
    chosen = _signed(around, times) or _chosen(around, times, behind)
    if chosen is None or (around.tense in _OVER and _is_to_come(around, chosen)):
        return None
    return _exact(chosen, behind).edtf


#: "was signed on 3 December and entered into force in March": the agreement is of December.
_IN_FORCE = re.compile(
    r"(?:\w+ ){0,2}(?:enter|entry|c[ao]me|go|went|t[ao]k)\w* (?:into (?:force|effect)|effect)"
)
_SIGNED = re.compile(r"\bsigned\b[^.;]{0,60}\b(?:on|in) \Z")


def _signed(around: Circumstances, times: list[TimeExpression]) -> TimeExpression | None:
    """The day of signing where the verb only tells that what was signed took effect."""
    text, trigger = around.survey.document.text, around.trigger
    if not _IN_FORCE.match(text, trigger.start, trigger.end):
        return None
    before = (t for t in times if t.start < trigger.start)
    return next((t for t in before if _SIGNED.search(text, around.sentence.start, t.start)), None)


def _behind(around: Circumstances, times: list[TimeExpression]) -> list[TimeExpression]:
    """The dates behind the verb in its own clause."""
    end = around.trigger.end
    aside = None
    if not _put_off(around):
        aside = _ASIDE.search(around.survey.document.text, end, around.clause.end)
    return [
        t
        for t in times
        if around.trigger.start <= t.start < min(around.clause.end, end + _FAR)
        and not (aside and aside.start() < t.start < aside.end() and not _is_past(around, aside, t))
    ]


#: "Passed the bill that sets up a pool on Thursday": the law does not do so on a day gone by.
_HOLDING = re.compile(r"(?:that|which) (?!has\b|is\b|was\b)[a-z]+s\b")


def _is_past(around: Circumstances, aside: re.Match[str], time: TimeExpression) -> bool:
    """Whether a day gone by stands in a clause of the present: it is the main verb's."""
    published, day = around.survey.document.published, time.edtf or ""
    if around.tense is not Tense.PAST or not _HOLDING.match(aside[0]):
        return False
    return is_day(day) and bool(published) and day <= (published or "")


def _chosen(
    around: Circumstances, times: list[TimeExpression], behind: list[TimeExpression]
) -> TimeExpression | None:
    """The first date behind the verb, else the last before it, else the one that opens all.

    The opening date also comes before one that stands far behind. A noun takes the nearest.
    """
    trigger = around.trigger
    noun = around.tense is Tense.NOMINAL
    low = around.sentence.start if noun else around.clause.start
    text = around.survey.document.text
    before = [
        t
        for t in times
        if low <= t.start < trigger.start
        and not (noun and _BREAK.search(text, t.end, trigger.start) and not _opens(around, t))
    ]
    opens = [t for t in times if t.start < trigger.start and _opens(around, t)]
    by_the_way = around.tense in (Tense.PARTICIPLE, Tense.GERUND)
    # "At the 2022 conference on Tuesday, …": the day, not the year of the name.
    opening = None if by_the_way else max(opens, key=lambda t: len(t.edtf or ""), default=None)
    if behind and (opening or before) and _THEN.search(text, trigger.end, behind[0].start):
        behind = []
    if before and behind and _is_adjacent(text, around, before[-1], behind[0]):
        return before[-1]
    if noun and before and behind:
        # "next week at the summit in Oslo, and ahead of that of 2027"
        nearer = trigger.start - before[-1].end < behind[0].start - trigger.end
        return before[-1] if nearer else behind[0]
    exact = opening is not None and len(opening.edtf or "") >= DAY_LONG
    if exact and behind and _FIRST_SIGNED.search(text, trigger.end, behind[0].start):
        # "On 20 August, they renewed the arrangement first signed in 2020".
        return opening
    if behind and not (opening and behind[0].start - trigger.end > _CLOSE):
        return behind[0]
    return opening or (before[-1] if before else None)


#: ", acknowledging it two weeks later": a clause of its own.
_BESIDES = re.compile(r", [a-z]+ing\b")


def _is_adjacent(
    text: str, around: Circumstances, before: TimeExpression, behind: TimeExpression
) -> bool:
    """Whether a day right before the verb is its own: "Kenya on 11 May opened it, saying …"."""
    if text[before.end : around.trigger.start].strip(" ,") or around.tense is Tense.NOMINAL:
        return False
    return bool(_BESIDES.search(text, around.trigger.end, behind.start))


#: "The arrangement first signed in 2020".
_FIRST_SIGNED = re.compile(
    r" (?:first |originally )?(?:signed|concluded|agreed|founded|created|adopted|reached) "
    r"(?:back )?in (?:\w+ )?\Z"
)


#: "On Thursday the Senate confirmed her; she takes the reins in August".
_THEN = re.compile(r"; (?:he|she|it|they|the [a-z]+) ")
_CLOSE = 60
#: "Agreed on drills this summer, a statement said after a meeting": the summer is not its day.
_BREAK = re.compile(r"[;:]|, ")


#: What has a verb of its own has days of its own: "signed a pact that takes effect in May".
_ASIDE = re.compile(
    r"\b(?:while|before(?! (?:midnight|dawn|noon|sunrise|sunset|midday))|"
    rf"{_NOT_PUT_OFF}until|when|because|although|(?:which|who|whose|that) "
    r"(?!(?:ended|began|closed|opened|took place|takes place|will take place|was held|is held|"
    r"will be held|runs|ran|lasts|lasted|starts|begins|ends|opens)\b))\b"
    r"[^,;]*"
)
#: A date farther behind belongs to something else.
_FAR = 220
#: What is over has no date ahead: "launched an initiative to reach net zero by 2050".
_OVER = frozenset({Tense.PAST, Tense.PERFECT, Tense.PARTICIPLE})


_NEAR = 40


def _is_to_come(around: Circumstances, time: TimeExpression) -> bool:
    """Whether a date is ahead: a year some way behind the verb, or of what was agreed to do."""
    published, when = around.survey.document.published, time.edtf or ""
    if not published or not when:
        return False
    text, end = around.survey.document.text, around.trigger.end
    if _AGREED_TO.search(text, around.trigger.start, time.start):
        return when.lstrip("[") >= published if when.startswith("[") else when > published
    return is_year(when) and time.start - end >= _NEAR and when > published


#: "Agreed to launch a satellite next year", "agreed to share data and to hold a drill in May".
_AGREED_TO = re.compile(
    r"\b(?:agree|decide|pledge|promise|undert[ao]*k|commit)[a-z]*\b[^.;]*?"
    r" to (?!(?:mid|late|early|the|an?|in|on)\b)[a-z]+ (?!of\b)"
)


def _exact(chosen: TimeExpression, behind: list[TimeExpression]) -> TimeExpression:
    """The day itself where it stands right behind: "74 years ago on April 4, 1949"."""
    for time in behind:
        near = 0 < time.start - chosen.end < _NEAR
        if near and is_day(time.edtf) and (time.edtf or "").startswith(chosen.edtf or "-"):
            return time
    return chosen


_OPENING = re.compile(
    r"[“\"]?(?:[A-Z][a-z]+ )?|[“\"]?(?:At|In|On|During|Following|After|From)\b[^,;]*"
    r"(?:, (?:on|in|held|held on|held in) )?"
)


def _opens(around: Circumstances, time: TimeExpression) -> bool:
    """Whether a date opens the sentence and so goes with all its events: "On Friday, …"."""
    text = around.survey.document.text
    return bool(_OPENING.fullmatch(text, around.sentence.start, time.start))
