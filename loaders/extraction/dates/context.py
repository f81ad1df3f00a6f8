"""Dates told by the one before: "in 2023, and Norway a year later", "in January, on the 15th"."""

from __future__ import annotations

import re
from datetime import date

from loaders.extraction.dates.anchors import DAY, Resolved, edges, number, shifted_month
from loaders.extraction.dates.calendar import months, table, weekdays
from loaders.extraction.dates.dated_days import Groups, day_in_year, weekday_of
from loaders.extraction.dates.dated_periods import months_of_season
from loaders.extraction.dates.precision import MONTH_LONG, YEAR_LONG

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)~?\Z")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_YEAR = re.compile(r"(\d{4})\Z")
_ANY_YEAR = re.compile(r"\d{4}")
_WEEK = re.compile(r"\[(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)\]\Z")
#: How far back the date may stand that another is told by.
REACH = 250
#: "The same day", "the second day of the meeting", of days told in an earlier paragraph.
REACH_OF_DAY = 700
#: Between a date and the one that says it closer: "in January, on the 15th".
CLOSER = re.compile(r",? (?:on |in )?\Z")

#: The shapes that need a date before them, and are no dates without one.
LEANING = frozenset({"later", "hours", "same", "next_unit", "month_that", "day_of_stretch"})
#: "The next Monday" without a date before is told from the day of publication, "that Monday" not.
_AWAY = {"following": 1, "next": 1, "subsequent": 1, "previous": -1, "preceding": -1, "that": 0}


def leant(groups: Groups, previous: str) -> Resolved | None:
    """What is so much later or earlier than the date before, or the same; None if it is too vague.

    Nothing comes out more exact than it went in: a year after the 3rd of May is the next year.
    """
    if "month_that" in groups:
        year = _ANY_YEAR.search(previous)
        return Resolved(f"{year[0]}-{months()[groups['month_that']]:02d}", True) if year else None
    if "day_of_stretch" in groups:
        return _day_of_stretch(groups["day_of_stretch"], previous)
    if "same" in groups:
        return _same(groups["same_unit"], groups.get("same_part", ""), previous)
    if "hours" in groups:
        return _same("day", "", previous)
    if "later" in groups:
        return _later(groups, previous)
    if "next_unit" in groups:
        return _shifted(previous, 1 if groups["next_way"] == "after" else -1, groups["next_unit"])
    way = _AWAY[groups["lean"].lower().removeprefix("the ")]
    unit = "day" if groups["lean_unit"] == "morning" else groups["lean_unit"]
    if unit in weekdays():
        return _weekday_beside(previous, unit, way)
    if unit in months() or unit.lower() in table("seasons"):
        return _month_beside(previous, unit, way)
    return _shifted(previous, way, unit)


def _day_of_stretch(which: str, previous: str) -> Resolved | None:
    """ "On the second day of the meeting" from the 24th to the 25th."""
    days = _STRETCH.match(previous)
    if days is None:
        return None
    first, last = map(date.fromisoformat, days.groups())
    number = 1 if which == "opening" else table("ordinals").get(which)
    # "Its final day", "the closing day"
    there = first + (number - 1) * DAY if number else last
    return Resolved(there.isoformat(), True) if there <= last else None


_STRETCH = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)\Z")


def _later(groups: Groups, previous: str) -> Resolved | None:
    """ "Two years later", "a fortnight before", "half a year later"."""
    count, unit = 6, "month"
    if groups["later"].lower() != "half a":
        count, unit = number(groups["later"].lower()), groups["later_unit"]
    if unit == "fortnight":
        count, unit = count * 2, "week"
    back = groups["later_way"] in ("earlier", "before")
    return _shifted(previous, -count if back else count, unit)


def _weekday_beside(previous: str, name: str, way: int) -> Resolved | None:
    """ "The following Monday", "that Friday": the first after a day, or the last before it."""
    if way == 0 and (week := _WEEK.match(previous)):
        return _in_week(week, name)
    if not (found := _DAY.match(_edge(previous, way))):
        return None
    day = date(*map(int, found.groups()))
    return Resolved(weekday_of(day, name, way, True).isoformat(), True)


def _month_beside(previous: str, name: str, way: int) -> Resolved | None:
    """ "The following March", "that autumn": beside the month or the year just named."""
    found = re.match(r"(\d{4})(?:-(\d\d))?", _edge(previous, way))
    if found is None:
        return None
    year = int(found[1])
    first = months()[name] if name in months() else table("seasons")[name.lower()]
    here = int(found[2]) if found[2] else (12 if way > 0 else 1)
    if (way > 0 and first <= here) or (way < 0 and first >= here):
        year += way
    month = f"{year:04d}-{first:02d}"
    return Resolved(month if name in months() else months_of_season(year, name), True)


def _edge(edtf: str, way: int) -> str:
    """The last day, month or year of a stretch; its first where the way leads back."""
    ends = re.split(r"/|\.\.", edtf.strip("[]"))
    return ends[0] if way < 0 else ends[-1]


def _same(unit: str, part: str, previous: str) -> Resolved | None:
    if unit in OF_DAY:
        return Resolved(previous, True) if _DAY.match(previous) else None
    if unit == "week" and (found := _DAY.match(previous)):
        first, last = edges(date(*map(int, found.groups())), "week")
        return Resolved(f"[{first.isoformat()}..{last.isoformat()}]", True)
    length = {"month": MONTH_LONG, "year": YEAR_LONG}.get(unit)
    plain = any(kind.match(previous) for kind in (_DAY, _MONTH, _YEAR))
    if length is None or not plain or len(previous.rstrip("~")) < length:
        return None
    if part and unit == "year" and len(previous) > length:
        return Resolved(_rest_of_year(previous[:MONTH_LONG], part), True)
    return Resolved(previous[:length], True)


#: What is told to be on "the same" of these is on the day named before.
OF_DAY = frozenset({"day", "morning", "afternoon", "evening"})


def _rest_of_year(month: str, part: str) -> str:
    """ "Later that year": some month of it from the one just named, or up to it."""
    year, later = month[:4], part.lower() == "later"
    low, high = (month, f"{year}-12") if later else (f"{year}-01", month)
    return month if low == high else f"[{low}..{high}]"


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


#: Between two days told in turn, with the nations that each is of: ", followed by Austria in".
_IN_TURN = re.compile(
    r"(?:[,;]|,? and|[,;]? (?:while|then|with))?(?:,? followed (?:in turn )?by)? (?:and |then )?"
    r"(?:(?:the )?[A-Z][\w.’'-]*(?:,? and|,| of)? ){1,8}"
    r"(?:(?:followed|joined|signed|acceded|ratified|did|doing)(?: suit| so)? )?(?:in|on) \Z"
)


def in_turn(groups: Groups, gap: str, previous: str) -> Resolved | None:
    """The next such day or month after the one just told: "in May 2022 and Peru in July"."""
    if "bare_month" in groups and "bare_part" not in groups:
        found = _MONTH.match(previous[:MONTH_LONG])
        if found is None or not _IN_TURN.fullmatch(gap):
            return None
        month = months()[groups["bare_month"]]
        year = int(found[1]) + (month < int(found[2]))
        return Resolved(f"{year:04d}-{month:02d}", False)
    if not _DAY.match(previous) or not _IN_TURN.fullmatch(gap):
        return None
    year = int(previous[:4])
    told = (day_in_year(groups, f"{there:04d}") for there in (year, year + 1))
    return next((day for day in told if day and (day.edtf or "") >= previous), None)


def closer(groups: Groups, previous: str) -> Resolved | None:
    """The day within the month, the week or the year just named: "in 2025, on March 3"."""
    if "ordinal" in groups and (month := _MONTH.match(previous)):
        year, of_year = map(int, month.groups())
        return Resolved(date(year, of_year, number(groups["ordinal"])).isoformat(), True)
    if _YEAR.match(previous):
        return day_in_year(groups, previous)
    if "weekday" in groups and (week := _WEEK.match(previous)):
        return _in_week(week, groups["weekday"])
    return None


def _in_week(week: re.Match[str], name: str) -> Resolved | None:
    first, last = map(date.fromisoformat, week.groups())
    there = first + (weekdays()[name] - first.weekday()) % 7 * DAY
    return Resolved(there.isoformat(), True) if there <= last else None
