"""What is called off, kept from, hoped for, aimed at, in a bill, or who says so: none happens."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.word_patterns import alternatives
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.survey.article import Survey

#: "Was to have flown in 2024": it did not.
_NEVER_DONE = re.compile(r"(?:was|were) to have |(?:should|could|might) have ")
#: "A visit by the delegation was cancelled".
_CANCELLED = re.compile(
    r"[^,;:.]{0,90}?\b(?:is|are|was|were|be|been|being) (?:\w+ly |now |again |also )?"
    r"(?:called off|cancelled|canceled|scrapped|scrubbed|shelved|abandoned|aborted|ruled out|"
    r"rejected|dropped|turned down|refused|blocked|put on hold)\b"
)
_CALLED_OFF = re.compile(r"(?:\w+ ){0,3}call(?:s|ed|ing)? off\b")


def is_called_off(text: str, mention: EventMention) -> bool:
    """Whether it never was, or a gathering or what a noun tells of was called off."""
    start = mention.group.start
    if _NEVER_DONE.match(text, start) or _CALLED_OFF.match(text, start):
        return True
    by_noun = mention.group.tense is Tense.NOMINAL or mention.is_noun_alone
    return by_noun and bool(_CANCELLED.match(text, mention.trigger.end, mention.sentence.end))


#: "Officials hope that Indonesia will sign".
_HOPED = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|wish(?:es|ed)?|fears?|feared|bets?)(?: that)? [^,;]*\Z"
)
#: "A bill that would dissolve two offices": what a law not yet made would do.
_BILL = re.compile(
    r"\b(?:[Bb]ills?|[Ll]egislation|language|[Pp]roposals?|[Aa]mendments?|[Pp]rovisions?) "
    r"(?:[^,;]{0,40} )?(?:that|which) \Z"
)


def is_wished(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether what will be is an aim, only hoped for without a day, or only written in a bill.

    `before` is the sentence up to the verb.
    """
    if mention.group.tense is not Tense.FUTURE:
        return False
    text = survey.document.text
    if _is_aim(text, mention, before):
        return True
    if text.startswith("would ", mention.group.start) and _BILL.search(before):
        return True
    return bool(_HOPED.search(before)) and not survey.times_in(*mention.sentence)


#: "The goal of the programme is to create networks".
_AIM = re.compile(
    r"\b(?:[Gg]oals?|[Aa]ims?|[Pp]urposes?|[Oo]bjectives?|[Tt]asks?|[Ii]dea|[Ii]ntent(?:ion)?|[Rr]ole|"
    r"[Jj]ob|[Aa]mbition|[Hh]ope|[Vv]ision|[Pp]riority)\b[^;,]*\Z"
)
_TO_BE = re.compile(r"(?:is|was|are|were) (?:also |always )?to\b")


def _is_aim(text: str, mention: EventMention, before: str) -> bool:
    """Whether "is to" only says what something is for."""
    return bool(_TO_BE.match(text, mention.group.start) and _AIM.search(before))


#: "…, announced the command on Monday": who says so, and no command is set up.
_SAID_BY = re.compile(
    r", (?:announced|confirmed|revealed|reported|disclosed) (?:the |its |[A-Z][\w.]*[’']s )"
    r"(?!new\b)(?:[\w.’'-]+ ){0,4}?"
    r"(?:command|ministry|department|agency|company|government|service|office|headquarters|"
    r"alliance|embassy|secretariat|organi[sz]ation|centre|center|coalition|initiative)"
    r"(?:[.,;]|\Z| (?:on |late |early |this |last |in an? |at |via |today|yesterday|[A-Z]))"
)


def is_said_by_body(text: str, mention: EventMention) -> bool:
    """Whether the verb behind a comma only tells which command or ministry says so."""
    if mention.kind != "establishment":
        return False
    return _SAID_BY.match(text, max(0, mention.group.start - 2)) is not None


@cache
def _hindering() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('hindering')}) (?:[\w’'.-]+ ){{0,6}}\Z")


def is_hindered(mention: EventMention, before: str) -> bool:
    """Whether "China blocked India's entry" tells what somebody thinks of it, or keeps from it."""
    if mention.kind != "accession":
        return False
    if _TALKS_ON.search(before):
        return True
    return mention.group.tense is Tense.NOMINAL and bool(_hindering().search(before))


#: "Began negotiations with Norway on joining the programme": it may come of them.
_TALKS_ON = re.compile(
    r"\b(?:[Nn]egotiations?|[Tt]alks|[Dd]iscussions?|[Cc]onsultations?)\b[^.;:]{0,70}?"
    r"\b(?:on|over|about|for|towards?|regarding) (?:its |their |the )?(?:[\w’'-]+ ){0,2}\Z"
)
