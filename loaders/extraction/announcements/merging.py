"""One event told several times, in the headline, the lead and the body, is one announcement."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extraction.affair_facts import Announcement
from loaders.extraction.announcements.likeness import (
    ENDS,
    are_near_days,
    are_of_one,
    is_identified,
    is_near,
    one_holds_other,
)
from loaders.extraction.announcements.same_event import is_over, is_same, is_to_come

#: An event told again is among so many told last.
TOLD_AGAIN_WITHIN = 40
_MOST_EVIDENCE = 6


def add(
    found: list[Announcement], new: Announcement, definite: bool, further: bool = False
) -> None:
    """Add an announcement, or its evidence to the one that already tells of the same event.

    `definite` says that the text speaks of it as known: "the exercise", "this agreement";
    `further` that it is another one: "a second will be signed in May".
    """
    for index in range(len(found) - 1, max(-1, len(found) - 1 - TOLD_AGAIN_WITHIN), -1):
        old = found[index]
        if _is_sum(old, new) or _is_told_exactly(old, new):
            found[index] = replace(new, evidence=(*new.evidence, *old.evidence))
            return
        if _is_price(old, new):
            found[index] = replace(old, evidence=(*old.evidence, *new.evidence)[:_MOST_EVIDENCE])
            return
        if further or is_to_come(old, new) or is_over(old, new):
            continue
        if is_same(old, new, definite):
            found[index] = _joined(old, new)
            return
    found.append(new)


#: "Signed two new agreements this week": each of them is told below.
_SUM = re.compile(
    r"\bsigned (?:two|three|four|several|both|a series of|a number of) (?:[\w-]+ ){0,4}"
    r"(?:agreements|memoranda|memorandums|accords|pacts|deals|arrangements|MOUs|MoUs)\b"
)


def _is_sum(old: Announcement, new: Announcement) -> bool:
    """Whether an agreement is the first of those whose number was told before."""
    if (old.kind, new.kind) != ("agreement", "agreement") or not _SUM.search(old.title):
        return False
    return old.event_date is None or old.event_date == new.event_date or one_holds_other(old, new)


#: "Australia will contribute $150 million": what joining costs is part of it.
_PAYS = re.compile(
    r"\b(?:will|would|is to|are to|agreed to) (?:\w+ )?(?:contribute|invest|pay|provide|spend)\b"
    r"[^;]{0,40}?(?:[$€£]|\b(?:million|billion)\b)"
)


def _is_price(old: Announcement, new: Announcement) -> bool:
    """Whether money is promised for what those nations joined or agreed to just before."""
    if new.kind != "policy" or old.kind not in ("accession", "agreement"):
        return False
    near = is_near(old, new) and set(new.nations) <= set(old.nations)
    return near and _PAYS.search(new.title) is not None


def _is_told_exactly(old: Announcement, new: Announcement) -> bool:
    """Whether "most allies signed on to it" is told below as an agreement, with its day."""
    if (old.kind, new.kind) != ("accession", "agreement") or old.nations or old.event_date:
        return False
    return (
        new.event_date is not None
        and is_near(old, new)
        and is_identified(old)
        and are_of_one(old.coalitions, new.coalitions)
    )


def _joined(old: Announcement, new: Announcement) -> Announcement:
    evidence = tuple(dict.fromkeys((*old.evidence, *new.evidence)))[:_MOST_EVIDENCE]
    return replace(
        old,
        evidence=evidence,
        event_date=_days(old, new),
        place=old.place or (new.place if old.kind == new.kind else None),
        nations=_more(old.nations, new.nations),
        coalitions=old.coalitions or new.coalitions,
        officials=tuple(dict.fromkeys((*old.officials, *new.officials))),
    )


def _more(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """The nations told first, unless the second mention names them and others."""
    return new if set(old) <= set(new) else old


def _days(old: Announcement, new: Announcement) -> str | None:
    """The days of an event told twice: the second time perhaps its end, or all its days."""
    if old.kind != new.kind:
        return old.event_date
    if ENDS.search(new.title) and are_near_days(old, new):
        return f"{old.event_date}/{new.event_date}"
    return _finer(old.event_date, new.event_date)


def _finer(old: str | None, new: str | None) -> str | None:
    """The first date told, unless the second says all its days: "this week", "3 to 7 March"."""
    if old is None or new is None:
        return old or new
    return new if "/" in new and "/" not in old and len(new) > 11 else old
