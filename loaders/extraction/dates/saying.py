"""Whether a date belongs to the act of saying: "told reporters Tuesday"."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.texts.document import Span

_REACH_BACK, _REACH_ON, _REACH_OPENING = 90, 120, 18
_REACH_APPOSED = 260
_OPENS = re.compile(
    r"(?:\A|\n|[.!?][”\"’]? )(?:And |But |Then )?(?:Also |Earlier |Late |Early )?(?:[Oo]n )?\Z"
)


_PAPER = r"(?:(?:press |news )?release|statement|communiqu[ée]|notice|announcement|memo|blog post)"
#: "A release of Feb. 16 says", "according to a statement issued on Tuesday", "as it made known on".
_RELEASE = re.compile(
    rf"(?<!\bIn )\b(?:an?|its|the) (?:[a-z]+ )?{_PAPER}"
    r"(?: (?:issued|dated|published|released|put out|sent out))? (?:of|on|from|dated) \Z"
    r"|\b(?:made (?:it )?(?:known|public)|became known) (?:here )?(?:on )?\Z"
)


#: "states a Nov. 13 Pentagon release", "in its May 3 statement".
_IN_RELEASE = re.compile(
    r"\b(?:states?|stated|said|says|according to|reads?|announced|noted|in|per|from) "
    r"(?:an?|the|its|their) \Z"
)
_RELEASED = re.compile(rf",? (?:[\w.’'-]+ ){{0,3}}?{_PAPER}\b")


def _is_of_release(text: str, low: int, time: Span) -> bool:
    lead = _IN_RELEASE.search(text, low, time.start)
    return lead is not None and _RELEASED.match(text, time.end) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    verbs = by_first_letter(ordered_words("event_words", "announcing"))
    before = (
        rf"\b(?:{verbs}|(?<!is )(?<!are )(?<!also )announcing)"
        r"(?: (?!that\b)(?:the |a )?[\w’']+){0,4}?"
        r"(?: (?:late|early|here))?(?: on)? \Z"
        rf"|\b(?:{verbs})(?: (?:reporters|journalists|the press))?"
        r"(?: (?:at|in|from) (?:the )?(?:[A-Z][\w.’'-]*,? ?){1,6}){1,3}(?<= )(?:on )?\Z"
    )
    after = (
        rf",? (?:[\w.’'-]+ ){{1,8}}?(?:{verbs})\b"
        rf"|,(?: (?!and\b|which\b|\w+ed,? )[^ .;“”\"\n]+){{1,30}}? (?:{verbs}) that\b"
    )
    named = rf"\b(?:{verbs})(?: [\w.’'-]+){{1,7}},"
    apposed = rf"{named}(?: [^,;“”\"\n]{{2,110}},){{1,2}}(?: late| early)?(?: on)? \Z"
    return re.compile(before), re.compile(after), re.compile(apposed)


def is_day_of_saying(text: str, stretch: Span, time: Span) -> bool:
    """Whether the date stands right behind a verb of saying, or opens a sentence that has one.

    `stretch` is where to look: what lies outside it is another sentence.
    """
    behind, opening, apposed = _patterns()
    if behind.search(text, max(stretch.start, time.start - _REACH_BACK), time.start):
        return True
    low = max(stretch.start, time.start - _REACH_APPOSED)
    if apposed.search(text, low, time.start):
        # "said Gen. Martha Lee, commander of U.S. Space Command, on Monday".
        return True
    if _RELEASE.search(text, low, time.start) or _is_of_release(text, low, time):
        return True
    opens = _OPENS.search(text, max(0, time.start - _REACH_OPENING), time.start)
    return bool(opens and opening.match(text, time.end, min(stretch.end, time.end + _REACH_ON)))
