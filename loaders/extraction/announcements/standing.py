"""How things stand, which is no event: habits, and sums of what was done."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.announcements.event_noun import EventNoun
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.word_patterns import alternatives
from loaders.extraction.language.vocabulary import words


@cache
def _habit() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives('habits')}|[Ee]very (?:\w+ )?(?:{alternatives('times')})s?)\b"
    )


def is_habit(text: str, start: int, end: int, end_of_verb: int = 0) -> bool:
    """Whether it happens again and again; "the monthly meeting" is one of them.

    Of what stands behind `end_of_verb`, ", an event held annually" explains a noun.
    """
    if _SUCH_AS.search(text, start, end):
        return True
    found = _habit().search(text, start, end)
    if found is None or (end_of_verb and _HELD.search(text, end_of_verb, found.start())):
        return False
    return not (
        found[0] in words("event_words", "also_adjectives") and _NOUN_NEXT.match(text, found.end())
    )


#: "The symposium, an event held annually in Oslo": what a noun is.
_HELD = re.compile(r", an? [^,;.]{3,50} (?:held|organi[sz]ed|hosted|conducted|run|staged) \Z")
#: "Exercises such as AsterX".
_SUCH_AS = re.compile(r"s such as [A-Z]")
_NOUN_NEXT = re.compile(r" [a-z]")


_ABOUT = r"(?:nearly|almost|about|around|some|over|more than|at least)"
#: "Has signed nearly 50 agreements", "has signed similar agreements": how things stand.
_TOTAL = re.compile(
    r" (?:similar|other|numerous|many|dozens of|hundreds of|"
    rf"(?:{_ABOUT} )?\d\d+)(?: [\w-]+){{0,4}} \Z"
)
#: "A number of agencies have signed agreements of their own", "some 90 contracts have been placed".
_MANY = re.compile(
    r"(?:(?:\A|[,;] )"
    r"(?:An? (?:growing )?number of|Many|Several|Most|Some|Other|Dozens of)|"
    rf"\b(?i:{_ABOUT}) \d+) (?:[\w-]+ ){{1,4}}\Z"
)


def is_total(text: str, mention: EventMention, noun: EventNoun) -> bool:
    """Whether the perfect only sums up: "has signed nearly 50 agreements" is no event."""
    if not text.endswith(("s", "a"), noun.start, noun.end):
        return False
    if _TOTAL.match(text[mention.group.end : noun.start]):
        return True
    return bool(_MANY.search(text[mention.sentence.start : mention.group.start]))
