"""What is called off, hoped for, written in a bill, or only who says so: it does not happen."""

from __future__ import annotations

import re

from loaders.extraction.announcements.mention import EventMention
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
    """Whether what will be is only hoped for, without a day, or only written in a bill.

    `before` is the sentence up to the verb.
    """
    if mention.group.tense is not Tense.FUTURE:
        return False
    if survey.document.text.startswith("would ", mention.group.start) and _BILL.search(before):
        return True
    return bool(_HOPED.search(before)) and not survey.times_in(*mention.sentence)


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
