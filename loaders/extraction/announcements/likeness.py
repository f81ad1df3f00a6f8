"""How two announcements are alike: in their days, their coalitions, and where they are told."""

from __future__ import annotations

import re
from datetime import date

from loaders.extraction.affair_facts import Announcement
from loaders.extraction.dates.precision import is_day


def days_agree(one: str | None, other: str | None) -> bool:
    """Whether two dates are the same, or one of them is not told."""
    return one == other or not (one and other)


def one_holds_other(old: Announcement, new: Announcement) -> bool:
    """Whether one date is a stretch of days that the other begins, ends or lies in."""
    if not old.event_date or not new.event_date:
        return False
    (first, last), (begin, end) = first_and_last(old.event_date), first_and_last(new.event_date)
    return (first <= begin and end <= last) or (begin <= first and last <= end)


#: Of these one comes after the other.
OF_EDITIONS = frozenset({"meeting", "conference", "exercise"})
#: "The exercise ends on Friday": the day is its last.
ENDS = re.compile(r"\b(?:ends?|ended|closes?|closed|concludes?|concluded|runs?|lasts?)\b")


def overlap(old: Announcement, new: Announcement) -> bool:
    """Whether two stretches of days have one in common, or one tells of the other's last day."""
    if not old.event_date or not new.event_date:
        return False
    (first, last), (begin, end) = first_and_last(old.event_date), first_and_last(new.event_date)
    if first <= end and begin <= last:
        return True
    return bool(ENDS.search(new.title)) and new.kind in OF_EDITIONS and are_near_days(old, new)


_FORTNIGHT = 14


def are_near_days(old: Announcement, new: Announcement) -> bool:
    """Whether an event told to end on a day began at most a fortnight before it."""
    one, other = old.event_date or "", new.event_date or ""
    if not (is_day(one) and is_day(other)):
        return False
    return 0 < (date.fromisoformat(other) - date.fromisoformat(one)).days <= _FORTNIGHT


def first_and_last(edtf: str) -> tuple[str, str]:
    """The first and last day that an EDTF value allows, to be compared as text."""
    first, _, last = edtf.strip("[]").replace("~", "").replace("..", "/").partition("/")
    if not last:
        last = "9999" if ".." in edtf else first
    return (first or "0000").ljust(10, "-"), last.ljust(10, "z")


#: The year of an edition's key.
_EDITION = re.compile(r"-\d{4}\Z")


def _series(coalitions: tuple[str, ...]) -> frozenset[str]:
    """The coalitions, an edition of an exercise as its series."""
    return frozenset(_EDITION.sub("", key) for key in coalitions)


def are_of_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two events are of the same coalitions, or of one named shorter the second time."""
    if not _series(one).isdisjoint(_series(other)):
        return True
    first, second = ({key.casefold() for key in keys} for keys in (one, other))
    return all(any(a in b or b in a for b in second) for a in first)


#: So many characters apart two sentences still go together.
_NEAR = 800


def is_near(old: Announcement, new: Announcement) -> bool:
    """Whether a step of another kind is told next to it: "founded … . They signed its charter"."""
    return gap(old, new) < _NEAR


def gap(old: Announcement, new: Announcement) -> int:
    """How far behind one event another is told."""
    return new.evidence[0].start - old.evidence[-1].end


def is_identified(announcement: Announcement) -> bool:
    """Whether its coalitions tell an event apart: an alliance of all kinds of affairs does not."""
    wide = announcement.coalitions == ("nato",) and announcement.kind != "accession"
    return bool(announcement.coalitions) and not wide
