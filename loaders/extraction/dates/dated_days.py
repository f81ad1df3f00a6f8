"""Days as printed, to EDTF: "Dec. 2 to 4, 2025", "14 and 15 November", "the 14th", "Tuesday"."""

from __future__ import annotations

import calendar as _calendar
from collections.abc import Callable, Mapping
from datetime import date

from loaders.extraction.dates.anchors import DAY, UNANCHORED, Anchor, Resolved, number
from loaders.extraction.dates.calendar import months, weekdays

Groups = Mapping[str, str]


def _iso(groups: Groups, _: Anchor, __: bool) -> Resolved:
    written = groups["iso"].replace("/", "-")
    if len(written) == 10:
        date.fromisoformat(written)
    return Resolved(written, False)


def _days(
    first: tuple[str, str], last: tuple[str, str], year: str | None, anchor: Anchor, forward: bool
) -> Resolved:
    """One day or a stretch of days, each a (month, day) as printed."""
    month, month2 = months()[first[0]], months()[last[0]]
    day, day2 = number(first[1]), number(last[1])
    if year:
        end = date(int(year), month2, day2)
        start = date(int(year) - (month > month2), month, day)
        relative = False
    else:
        found = _nearest_year(month, day, anchor, forward)
        if found is None:
            return UNANCHORED
        start, relative = found, True
        end = date(start.year + (month2 < month), month2, day2)
    if end < start:
        raise ValueError("a stretch that ends before it begins")
    if start == end:
        return Resolved(start.isoformat(), relative)
    return Resolved(f"{start.isoformat()}/{end.isoformat()}", relative)


def _nearest_year(month: int, day: int, anchor: Anchor, forward: bool) -> date | None:
    """The day in the year that the clause means: the last one, or the next if it looks forward."""
    if anchor.day is None:
        return None
    year = anchor.day.year
    if (month, day) == (2, 29) and not _calendar.isleap(year):
        year -= year % 4
    there = date(year, month, day)
    if forward:
        return there if there >= anchor.day else date(year + 1, month, day)
    # A week's grace: a release of the 5th names the 8th of the same month without a verb.
    return there if there <= anchor.day + 14 * DAY else date(year - 1, month, day)


def _range(groups: Groups, anchor: Anchor, forward: bool) -> Resolved:
    month2 = groups["range_month2"]
    first = (groups.get("range_month", month2), groups["range_day"])
    return _days(first, (month2, groups["range_day2"]), groups.get("range_year"), anchor, forward)


def _american(groups: Groups, anchor: Anchor, forward: bool) -> Resolved:
    first = (groups["us_month"], groups["us_day"])
    last = (groups.get("us_month2", first[0]), groups.get("us_day2", first[1]))
    year, year2 = groups.get("us_year"), groups.get("us_year2")
    if year and year2 and year != year2:
        start = _days(first, first, year, anchor, forward)
        end = _days(last, last, year2, anchor, forward)
        return Resolved(f"{start.edtf}/{end.edtf}", False)
    return _days(first, last, year2 or year, anchor, forward)


def _day(groups: Groups, anchor: Anchor, forward: bool) -> Resolved:
    there = (groups["day_month"], groups["day"])
    return _days(there, there, groups.get("day_year"), anchor, forward)


def _two_days(groups: Groups, anchor: Anchor, forward: bool) -> Resolved:
    """ "14 and 15 November", "Dec. 3 and 4": the pattern only takes neighbouring days."""
    month = groups.get("and_month") or groups["us_and_month"]
    first, last = (groups.get("and_days") or groups["us_and_days"]).split(" and ")
    year = groups.get("and_year") or groups.get("us_and_year")
    return _days((month, first), (month, last), year, anchor, forward)


def _week_of(groups: Groups, anchor: Anchor, forward: bool) -> Resolved:
    """ "The week of April 21": some day of the seven that begin there."""
    there = (groups["week_month"], groups["week_day"])
    first = _days(there, there, groups.get("week_year"), anchor, forward)
    if first.edtf is None:
        return first
    day = date.fromisoformat(first.edtf)
    return Resolved(f"[{first.edtf}..{(day + 6 * DAY).isoformat()}]", first.relative)


def _ordinal(groups: Groups, anchor: Anchor, forward: bool) -> Resolved:
    """ "On the 14th": of this month, or of the month before or after."""
    if anchor.day is None:
        return UNANCHORED
    wanted, day = number(groups["ordinal"]), anchor.day
    step = 1 if forward else -1
    for by in range(0, 3 * step, step):
        year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
        if wanted <= _calendar.monthrange(year, month + 1)[1]:
            there = date(year, month + 1, wanted)
            if (there >= day) if forward else (there <= day):
                return Resolved(anchor.written(there), True)
    return UNANCHORED


_NEAR = {
    "yesterday": -1, "last night": -1, "tomorrow": 1,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip


def _near(groups: Groups, anchor: Anchor, _: bool) -> Resolved:
    if anchor.day is None:
        return UNANCHORED
    if groups["near"].lower() == "overnight":
        before = anchor.day - DAY
        return Resolved(f"[{before.isoformat()}..{anchor.day.isoformat()}]", True)
    return Resolved(anchor.written(anchor.day + _NEAR.get(groups["near"].lower(), 0) * DAY), True)


def weekday_of(day: date, name: str, way: int, forward: bool) -> date:
    """The weekday meant: `way` is -1 for "last", 1 for "next", 0 where the clause decides."""
    wanted = weekdays()[name]
    if way > 0 or (way == 0 and forward):
        ahead = (wanted - day.weekday()) % 7
        return day + (ahead or (7 if way > 0 else 0)) * DAY
    behind = (day.weekday() - wanted) % 7
    return day - (behind or (7 if way < 0 else 0)) * DAY


def _weekday(groups: Groups, anchor: Anchor, forward: bool) -> Resolved:
    if anchor.day is None:
        return UNANCHORED
    day = weekday_of(anchor.day, groups["weekday"], 0, forward)
    return Resolved(day.isoformat(), True)


def _weekdays(groups: Groups, anchor: Anchor, forward: bool) -> Resolved:
    if anchor.day is None:
        return UNANCHORED
    if forward:
        first = weekday_of(anchor.day, groups["from_weekday"], 0, True)
        last = weekday_of(first, groups["to_weekday"], 1, True)
    else:
        last = weekday_of(anchor.day, groups["to_weekday"], 0, False)
        first = weekday_of(last, groups["from_weekday"], -1, False)
    return Resolved(f"{first.isoformat()}/{last.isoformat()}", True)


#: What a shape comes to; None where it is no date at all.
Resolver = Callable[[Groups, Anchor, bool], Resolved | None]

#: The shapes of `calendar.time_pattern` that are days, by the group that tells each.
DAY_RESOLVERS: dict[str, Resolver] = {
    "iso": _iso,
    "and_days": _two_days,
    "us_and_days": _two_days,
    "week_day": _week_of,
    "range_day": _range,
    "us_day": _american,
    "day": _day,
    "ordinal": _ordinal,
    "near": _near,
    "from_weekday": _weekdays,
    "weekday": _weekday,
}
