"""Dates told by the one before: "in 2023, and Norway a year later", "in January, on the 15th"."""

from __future__ import annotations

import re
from datetime import date

from loaders.extraction.dates.anchors import DAY, Resolved, edges, number, shifted_month
from loaders.extraction.dates.calendar import months, weekdays
from loaders.extraction.dates.dated_days import Groups, day_in_year

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)~?\Z")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_YEAR = re.compile(r"(\d{4})\Z")
_ANY_YEAR = re.compile(r"\d{4}")
_WEEK = re.compile(r"\[(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)\]\Z")
#: How far back the date may stand that another is told by.
REACH = 250
#: Between a date and the one that says it closer: "in January, on the 15th".
CLOSER = re.compile(r",? (?:on )?\Z")

#: The shapes that need a date before them, and are no dates without one.
LEANING = frozenset({"later", "same", "next_unit", "month_that"})


def leant(groups: Groups, previous: str) -> Resolved | None:
    """What is so much later or earlier than the date before, or the same; None if it is too vague.

    Nothing comes out more exact than it went in: a year after the 3rd of May is the next year.
    """
    if "month_that" in groups:
        year = _ANY_YEAR.search(previous)
        return Resolved(f"{year[0]}-{months()[groups['month_that']]:02d}", True) if year else None
    if "same" in groups:
        return _same(groups["same_unit"], previous)
    if "later" in groups:
        count = number(groups["later"].lower())
        back = groups["later_way"] in ("earlier", "before")
        return _shifted(previous, -count if back else count, groups["later_unit"])
    if "next_unit" in groups:
        return _shifted(previous, 1 if groups["next_way"] == "after" else -1, groups["next_unit"])
    way = 1 if groups["which"].lower() == "the following" else -1
    return _shifted(previous, way, groups["which_unit"])


def _same(unit: str, previous: str) -> Resolved | None:
    if unit == "day":
        return Resolved(previous, True) if _DAY.match(previous) else None
    if unit == "week" and (found := _DAY.match(previous)):
        first, last = edges(date(*map(int, found.groups())), "week")
        return Resolved(f"[{first.isoformat()}..{last.isoformat()}]", True)
    length = {"month": len("2025-12"), "year": len("2025")}.get(unit)
    plain = any(kind.match(previous) for kind in (_DAY, _MONTH, _YEAR))
    if length is None or not plain or len(previous.rstrip("~")) < length:
        return None
    return Resolved(previous[:length], True)


def _shifted(previous: str, by: int, unit: str) -> Resolved | None:
    plain = any(kind.match(previous) for kind in (_DAY, _MONTH, _YEAR))
    if unit == "year" and plain:
        return Resolved(f"{int(previous[:4]) + by:04d}", True)
    if unit == "month" and (_DAY.match(previous) or _MONTH.match(previous)):
        return Resolved(shifted_month(date(int(previous[:4]), int(previous[5:7]), 1), by), True)
    found = _DAY.match(previous)
    if found is None or unit not in ("day", "week"):
        return None
    day = date(*map(int, found.groups()))
    if unit == "day":
        return Resolved((day + by * DAY).isoformat(), True)
    first, last = edges(day + by * 7 * DAY, "week")
    return Resolved(f"[{first.isoformat()}..{last.isoformat()}]", True)


def closer(groups: Groups, previous: str) -> Resolved | None:
    """The day within the month, the week or the year just named: "in 2025, on March 3"."""
    if "ordinal" in groups and (month := _MONTH.match(previous)):
        year, of_year = map(int, month.groups())
        return Resolved(date(year, of_year, number(groups["ordinal"])).isoformat(), True)
    if _YEAR.match(previous):
        return day_in_year(groups, previous)
    if "weekday" in groups and (week := _WEEK.match(previous)):
        first, last = map(date.fromisoformat, week.groups())
        there = first + (weekdays()[groups["weekday"]] - first.weekday()) % 7 * DAY
        return Resolved(there.isoformat(), True) if there <= last else None
    return None
