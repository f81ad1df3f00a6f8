"""Dates so far from the day of publication: "two weeks ago", "within the year", "recently"."""

from __future__ import annotations

import calendar as _calendar
import re
from datetime import date

from loaders.extraction.dates.anchors import (
    DAY,
    UNANCHORED,
    Anchor,
    Resolved,
    edges,
    number,
    shifted_month,
    some_day,
)
from loaders.extraction.dates.calendar import months
from loaders.extraction.dates.dated_days import Groups, Resolver, Way

#: "on Thursday, a day after Chile did so in Lima": what follows has another day.
SOME_TIME_FROM = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?) (?:after|before) ")


def _rest_of(groups: Groups, anchor: Anchor, _: Way) -> Resolved:
    """ "Before the year is out", "within the week": some day from now to its end."""
    if anchor.day is None:
        return UNANCHORED
    last = edges(anchor.day, groups.get("out") or groups["out_within"])[1]
    return Resolved(some_day(anchor.day, last, anchor), True)


def _next_but_one(groups: Groups, anchor: Anchor, _: Way) -> Resolved:
    """ "The week before last", "the week after next"."""
    way = -2 if groups["next_but_way"] == "before last" else 2
    return _so_far(anchor, way, groups["next_but_one"])


def _hence(groups: Groups, anchor: Anchor, forward: Way) -> Resolved | None:
    """ "In two weeks' time"; without "time" only of what is to come: else that is how long."""
    if not (forward or "hence_time" in groups):
        return None
    return _so_far(anchor, number(groups["hence"]), groups["hence_unit"])


def _term(groups: Groups, anchor: Anchor, forward: Way) -> Resolved | None:
    """ "Within weeks", "within two years": some day from now on."""
    if not forward:
        return None
    if anchor.day is None:
        return UNANCHORED
    if "term" not in groups:
        return Resolved(f"[{anchor.day.isoformat()}..]", True)
    end = _moved(anchor.day, number(groups["term"]), groups["term_unit"])
    return Resolved(some_day(anchor.day, end, anchor), True)


def _moved(day: date, count: int, unit: str) -> date:
    """The day so many days, weeks, months or years later; the last of a shorter month."""
    if unit in ("day", "week"):
        return day + count * (7 if unit == "week" else 1) * DAY
    year, month = map(int, shifted_month(day, count * (12 if unit == "year" else 1)).split("-"))
    return date(year, month, min(day.day, _calendar.monthrange(year, month)[1]))


def _ago(groups: Groups, anchor: Anchor, _: Way) -> Resolved:
    """As exact as the unit: "two months ago" is that month, "three days ago" that day.

    "Five years ago this month" is of the month that comes round again.
    """
    if groups.get("ago_same") and anchor.day is not None:
        then = _moved(anchor.day, -number(groups["ago"].lower()), "year")
        if groups["ago_same"] == "today":
            return Resolved(anchor.written(then), True)
        if month := groups.get("ago_month"):
            return Resolved(f"{then.year:04d}-{months()[month]:02d}", True)
        if groups["ago_same"] == "this month":
            return Resolved(f"{then.year:04d}-{then.month:02d}", True)
        return Resolved(some_day(*edges(then, "week"), anchor), True)
    return _so_far(anchor, -number(groups["ago"].lower()), groups["ago_unit"])


def _ahead(groups: Groups, anchor: Anchor, _: Way) -> Resolved:
    """ "Two weeks from now"; "in two weeks" may be how long something took."""
    return _so_far(anchor, number(groups["ahead"].lower()), groups["ahead_unit"])


def _so_far(anchor: Anchor, count: int, unit: str) -> Resolved:
    if anchor.day is None:
        return UNANCHORED
    if unit == "day":
        return Resolved(anchor.written(anchor.day + count * DAY), True)
    if unit in ("week", "fortnight"):
        weeks = count * (2 if unit == "fortnight" else 1)
        first, last = edges(anchor.day + weeks * 7 * DAY, "week")
        return Resolved(some_day(first, last, anchor), True)
    if unit == "month":
        return Resolved(shifted_month(anchor.day, count), True)
    if unit == "year":
        return Resolved(f"{anchor.day.year + count:04d}", True)
    return Resolved(f"{anchor.day.year + count * 10:04d}~", True)


def _coming(_: Groups, anchor: Anchor, __: Way) -> Resolved:
    return Resolved(f"[{anchor.day.isoformat()}..]" if anchor.day else None, True)


def _recent(_: Groups, anchor: Anchor, __: Way) -> Resolved:
    return Resolved(f"[..{anchor.day.isoformat()}]" if anchor.day else None, True)


#: The shapes of `shapes.time_pattern` that count from the day of publication.
DISTANCE_RESOLVERS: dict[str, Resolver] = {
    "out": _rest_of,
    "out_within": _rest_of,
    "next_but_one": _next_but_one,
    "hence": _hence,
    "term_unit": _term,
    "ago": _ago,
    "ahead": _ahead,
    "coming": _coming,
    "lying_ahead": _coming,
    "recent": _recent,
    "lately": _recent,
}
