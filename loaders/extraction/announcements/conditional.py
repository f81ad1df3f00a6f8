"""Whether the clause of an event hangs on a condition, a wish or a refusal."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.word_patterns import as_printed
from loaders.extraction.dates.calendar import month_names
from loaders.extraction.language.verb_groups import Tense

_REACH = 110
_WHEN = re.compile(r"\b(?:[Ww]hen|before)\b|\A(?:while|whereas) ")
#: "On Thursday, when the ministers begin a meeting": it has its day.
_DAY_OF_IT = re.compile(
    r".{0,15}\b(?:[A-Z]\w{2,5}day|[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?|"
    r"next (?:week|month|year)), when "
)
#: "When they meet at the palace on Friday": they will.
_WHEN_THEY = re.compile(r"\b[Ww]hen (?:[\w’'.-]+ ){1,9}\Z")
_ON_A_DAY = re.compile(
    r"[^,;.]{0,50}\b(?:on [A-Z]\w+day|(?:on )?[A-Z][a-z]{2,8}\.? \d|on \d{1,2}|"
    r"in (?:early |late |mid-)?"
    rf"(?:{'|'.join(month_names())})|next (?:week|month|year|spring|summer|autumn|fall)|tomorrow)\b"
)
_LONGEST_DAY = len("XX September 12, 2025")
#: "Might have heard a warning as five nations joined": a clause with a subject of its own.
_AS = re.compile(r"(?<!\bsoon)(?<!\blong)(?<!\bwell) as (?=(?:[\w’'.-]+ ){1,6}\Z)")


@cache
def _conditional() -> re.Pattern[str]:
    none = r"\b(?:none|nobody|(?<!\ba )few) (?:of (?:[\w’-]+ ){1,6})?\Z"
    return re.compile(
        rf"\b(?:{as_printed('unreal')}|not|neither|n[’']t)\b|n[’']t\b|{none}", re.IGNORECASE
    )


def is_conditional(text: str, mention: EventMention) -> bool:
    """Whether the clause opens with if, after, since …, or hangs on a wish or a refusal."""
    before = mention.before(text, _REACH)
    if mention.is_finite and (clause := _AS.search(before)):
        before = before[clause.end() :]
    comma = max(before.rfind(edge) for edge in (", ", "; ", ": ", " that "))
    if (other := before.rfind(" but ")) > comma:
        # "It did not sign the letter but acceded last November."
        comma = other + len(" but") - 1
    present = mention.group.tense is Tense.PRESENT
    if present and _WHEN_THEY.search(before) and _ON_A_DAY.match(text, mention.group.end):
        return False
    if comma >= 0 and _DAY_OF_IT.match(before, comma - _LONGEST_DAY):
        return False
    before = before[comma + 1 :].lstrip() if comma >= 0 else before
    if mention.group.tense is Tense.PAST:
        # "On 18 June it opened the door when it adopted …": it did.
        before = _WHEN.sub("", before)
    return bool(_conditional().search(before))
