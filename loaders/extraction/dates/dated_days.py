"""Days as printed, to EDTF: "Dec. 2 to 4, 2025", "14 and 15 November", "the 14th", "Tuesday"."""

from __future__ import annotations

import calendar as _calendar
import re
from collections.abc import Callable, Mapping
from datetime import date

from loaders.extraction.dates.anchors import DAY, UNANCHORED, Anchor, Resolved, edges, number
from loaders.extraction.dates.calendar import day_months, table, weekdays

Groups = Mapping[str, str]
#: Whether the clause looks forward; None where nothing says.
Way = bool | None


def _iso(groups: Groups, _: Anchor, __: Way) -> Resolved:
    written = groups["iso"].replace("/", "-")
    if len(written) == 10:
        date.fromisoformat(written)
    return Resolved(written, False)


def _days(
    first: tuple[str, str], last: tuple[str, str], year: str | None, anchor: Anchor, forward: Way
) -> Resolved:
    """One day or a stretch of days, each a (month, day) as printed."""
    month, month2 = day_months()[first[0]], day_months()[last[0]]
    day, day2 = number(first[1]), number(last[1])
    if year:
        full = _full_year(year)
        end = date(full, month2, day2)
        start = date(full - (month > month2), month, day)
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


def day_in_year(groups: Groups, year: str) -> Resolved | None:
    """A day without a year, of which the words before have given the year."""
    if "us_day2" in groups or "us_year" in groups or "day_year" in groups:
        return None
    there = next(((groups[m], groups[d]) for m, d in _PLAIN_DAYS if d in groups), None)
    return _days(there, there, year, Anchor(), None) if there else None


_PLAIN_DAYS = (("us_month", "us_day"), ("day_month", "day"))


def _full_year(year: str) -> int:
    """The year of "2026", "’26" and "26"."""
    figures = int(year.strip("’'"))
    return figures if figures > 99 else 2000 + figures


def _nearest_year(month: int, day: int, anchor: Anchor, forward: Way) -> date | None:
    """The day in the year that the clause means: the last one, or the next if it looks forward.

    A clause in the present tense ("joins on 1 April"), or none, means the nearest.
    """
    if anchor.day is None:
        return None
    year = anchor.day.year
    if (month, day) == (2, 29) and not _calendar.isleap(year):
        year -= year % 4
    there = date(year, month, day)
    if forward:
        return there if there >= anchor.day else date(year + 1, month, day)
    if forward is None and (month, day) != (2, 29):
        around = (date(year + by, month, day) for by in (-1, 0, 1))
        return min(around, key=lambda one: abs(one - anchor.day) if anchor.day else DAY)
    # A week's grace: a release of the 5th names the 8th of the same month without a verb.
    return there if there <= anchor.day + 14 * DAY else date(year - 1, month, day)


def _range(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    month2 = groups["range_month2"]
    first = (groups.get("range_month", month2), groups["range_day"])
    return _days(first, (month2, groups["range_day2"]), groups.get("range_year"), anchor, forward)


def _american(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    first = (groups["us_month"], groups["us_day"])
    last = (groups.get("us_month2", first[0]), groups.get("us_day2", first[1]))
    year, year2 = groups.get("us_year"), groups.get("us_year2")
    if year and year2 and year != year2:
        start = _days(first, first, year, anchor, forward)
        end = _days(last, last, year2, anchor, forward)
        return Resolved(f"{start.edtf}/{end.edtf}", False)
    return _days(first, last, year2 or year, anchor, forward)


def _day(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    there = (groups["day_month"], groups["day"])
    return _days(there, there, groups.get("day_year"), anchor, forward)


def _two_days(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    """ "14 and 15 November", "Dec. 3 and 4": the pattern only takes neighbouring days."""
    month = groups.get("and_month") or groups["us_and_month"]
    first, last = (groups.get("and_days") or groups["us_and_days"]).split(" and ")
    year = groups.get("and_year") or groups.get("us_and_year")
    return _days((month, first), (month, last), year, anchor, forward)


def _listed_days(groups: Groups, anchor: Anchor, forward: Way) -> Resolved | None:
    """ "14, 15 and 16 June": days that follow one another are a stretch."""
    month = groups.get("list_month") or groups["us_list_month"]
    days = [int(d) for d in re.findall(r"\d+", groups.get("list_days") or groups["us_list_days"])]
    if days != list(range(days[0], days[0] + len(days))):
        return None
    year = groups.get("list_year") or groups.get("us_list_year")
    return _days((month, str(days[0])), (month, str(days[-1])), year, anchor, forward)


def _word_day(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    """ "The first of January", "the last day of July"."""
    month, word, year = groups["word_month"], groups["word_day"], groups.get("word_year")
    day = table("ordinals").get(word)
    if day is None:
        number_of_month = day_months()[month]
        day = 31 if number_of_month in (1, 3, 5, 7, 8, 10, 12) else 30
        if number_of_month == _FEBRUARY:
            day = 28
    return _days((month, str(day)), (month, str(day)), year, anchor, forward)


_FEBRUARY = 2


def _edge_of_month(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    """ "The last week of February", "the first half of May", "the second Tuesday in June"."""
    month, unit = groups["edge_month"], groups["edge_unit"]
    first = _days((month, "1"), (month, "1"), groups.get("edge_year"), anchor, forward)
    if first.edtf is None:
        return first
    begin = date.fromisoformat(first.edtf)
    end = edges(begin, "month")[1]
    which = table("edges")[groups["edge"]]
    if unit in weekdays():
        return Resolved(_nth_weekday(begin, end, weekdays()[unit], which), first.relative)
    length = {"week": 7, "days": 10}.get(unit, _HALF_A_MONTH)
    low = begin + (which - 1) * length * DAY
    if which == 0:
        low = end - (length - 1) * DAY
    high = end if unit == "half" and which > 1 else low + (length - 1) * DAY
    return Resolved(f"[{low.isoformat()}..{high.isoformat()}]", first.relative)


_HALF_A_MONTH = 15


def _nth_weekday(begin: date, end: date, weekday: int, which: int) -> str:
    """The first, second … weekday of a month; the last for 0."""
    if which == 0:
        return (end - (end.weekday() - weekday) % 7 * DAY).isoformat()
    return (begin + ((weekday - begin.weekday()) % 7 + (which - 1) * 7) * DAY).isoformat()


def _figures(groups: Groups, _: Anchor, __: Way) -> Resolved | None:
    """ "02.03.2026"; with slashes or dashes only where the figures leave one reading."""
    one, two, year = (int(part) for part in re.split(r"[./-]", groups["figures"]))
    day, month = one, two
    if groups["mark"] != ".":
        if one != two and one <= _MONTHS and two <= _MONTHS:
            return None
        if two > _MONTHS:
            day, month = two, one
    return Resolved(date(year, month, day).isoformat(), False)


_MONTHS = 12


def _dashed(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    """ "2-Mar-2026"."""
    day, month, year = groups["dashed"].split("-")
    return _days((month, day), (month, day), year, anchor, forward)


def _week_of(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    """ "The week of April 21": some day of the seven that begin there; "ending": that end there."""
    month = groups.get("week_month") or groups["week_month2"]
    there = (month, groups.get("week_day") or groups["week_day2"])
    first = _days(there, there, groups.get("week_year"), anchor, forward)
    if first.edtf is None:
        return first
    day = date.fromisoformat(first.edtf)
    low = day - 6 * DAY if "week_ends" in groups else day
    high = low + (DAY if "week_end" in groups else 6 * DAY)
    return Resolved(f"[{low.isoformat()}..{high.isoformat()}]", first.relative)


def _ordinal(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
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


def _near(groups: Groups, anchor: Anchor, _: Way) -> Resolved:
    if anchor.day is None:
        return UNANCHORED
    if groups["near"].lower() == "overnight":
        before = anchor.day - DAY
        return Resolved(f"[{before.isoformat()}..{anchor.day.isoformat()}]", True)
    return Resolved(anchor.written(anchor.day + _NEAR.get(groups["near"].lower(), 0) * DAY), True)


def weekday_of(day: date, name: str, way: int, forward: Way) -> date:
    """The weekday meant: `way` is -1 for "last", 1 for "next", 0 where the clause decides."""
    wanted = weekdays()[name]
    if way > 0 or (way == 0 and forward):
        ahead = (wanted - day.weekday()) % 7
        return day + (ahead or (7 if way > 0 else 0)) * DAY
    behind = (day.weekday() - wanted) % 7
    return day - (behind or (7 if way < 0 else 0)) * DAY


def _weekday(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    if anchor.day is None:
        return UNANCHORED
    if "week_on" in groups:
        day = weekday_of(anchor.day, groups["weekday"], 1, True) + 7 * DAY
        return Resolved(day.isoformat(), True)
    day = weekday_of(anchor.day, groups["weekday"], 0, forward)
    return Resolved(day.isoformat(), True)


def _weekdays(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    if anchor.day is None:
        return UNANCHORED
    first_name, last_name = (
        groups["two_weekdays"].split(" and ")
        if "two_weekdays" in groups
        else (groups["from_weekday"], groups["to_weekday"])
    )
    if forward:
        first = weekday_of(anchor.day, first_name, 0, True)
        last = weekday_of(first, last_name, 1, True)
    else:
        last = weekday_of(anchor.day, last_name, 0, False)
        first = weekday_of(last, first_name, -1, False)
        length = last - first
        if forward is None and first + 7 * DAY <= anchor.day:
            # "is being held from Monday to Friday", told on Wednesday
            first, last = first + 7 * DAY, first + 7 * DAY + length
    return Resolved(f"{first.isoformat()}/{last.isoformat()}", True)


#: What a shape comes to; None where it is no date at all.
Resolver = Callable[[Groups, Anchor, Way], Resolved | None]

#: The shapes of `shapes.time_pattern` that are days, by the group that tells each.
DAY_RESOLVERS: dict[str, Resolver] = {
    "iso": _iso,
    "figures": _figures,
    "dashed": _dashed,
    "word_day": _word_day,
    "edge": _edge_of_month,
    "list_days": _listed_days,
    "us_list_days": _listed_days,
    "and_days": _two_days,
    "us_and_days": _two_days,
    "week_day": _week_of,
    "week_day2": _week_of,
    "range_day": _range,
    "us_day": _american,
    "day": _day,
    "ordinal": _ordinal,
    "near": _near,
    "from_weekday": _weekdays,
    "two_weekdays": _weekdays,
    "weekday": _weekday,
}
