"""From the words of a dated expression to EDTF, tied to the day of publication where needed."""

from __future__ import annotations

import calendar as _calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from loaders.extraction.calendar import months, table, weekdays

_DAY = timedelta(days=1)
_DIGITS = re.compile(r"\d+")
_EDTF_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?\Z")


class Resolved(NamedTuple):
    """EDTF, or None where no anchor was there; `relative` says whether one was needed."""

    edtf: str | None
    relative: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day (or only month or year) of publication; `mark` is its `~` if it was inferred."""

    day: date | None = None
    year: int | None = None
    mark: str = ""

    @classmethod
    def of(cls, published: str | None) -> Anchor:
        """Read an EDTF day, month or year; anything else anchors nothing."""
        found = _EDTF_DAY.match(published or "")
        if not found or int(found[1]) == 0:
            return cls()
        mark = "~" if (published or "").endswith(("~", "%")) else ""
        try:
            day = date(*map(int, found.groups())) if found[3] else None
        except ValueError:
            return cls()
        return cls(day, int(found[1]), mark)

    def written(self, day: date) -> str:
        """A day as EDTF. "Today" is as sure as the day of publication is; a stated day is sure."""
        return day.isoformat() + (self.mark if day == self.day else "")


def resolve(groups: Mapping[str, str], anchor: Anchor, forward: bool) -> Resolved | None:
    """The EDTF of a match of `calendar.time_pattern`; None where it is no date at all."""
    for group, resolver in _RESOLVERS.items():
        if group in groups:
            try:
                return resolver(groups, anchor, forward)
            except (ValueError, OverflowError):  # the 30th of February, the year 0
                return Resolved(None, False)
    return None


def _iso(groups: Mapping[str, str], _: Anchor, __: bool) -> Resolved:
    if len(groups["iso"]) == 10:
        date.fromisoformat(groups["iso"])
    return Resolved(groups["iso"], False)


def _number(text: str) -> int:
    found = _DIGITS.search(text)
    return int(found.group()) if found else table("numbers")[text]


def _days(
    first: tuple[str, str], last: tuple[str, str], year: str | None, anchor: Anchor, forward: bool
) -> Resolved:
    """One day or a stretch of days, each a (month, day) as printed."""
    month, month2 = months()[first[0]], months()[last[0]]
    day, day2 = _number(first[1]), _number(last[1])
    if year:
        end = date(int(year), month2, day2)
        start = date(int(year) - (month > month2), month, day)
        relative = False
    else:
        found = _nearest_year(month, day, anchor, forward)
        if found is None:
            return Resolved(None, True)
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
    return there if there <= anchor.day + 14 * _DAY else date(year - 1, month, day)


def _range(groups: Mapping[str, str], anchor: Anchor, forward: bool) -> Resolved:
    month2 = groups["range_month2"]
    first = (groups.get("range_month", month2), groups["range_day"])
    return _days(first, (month2, groups["range_day2"]), groups.get("range_year"), anchor, forward)


def _american(groups: Mapping[str, str], anchor: Anchor, forward: bool) -> Resolved:
    first = (groups["us_month"], groups["us_day"])
    last = (groups.get("us_month2", first[0]), groups.get("us_day2", first[1]))
    year, year2 = groups.get("us_year"), groups.get("us_year2")
    if year and year2 and year != year2:
        start = _days(first, first, year, anchor, forward)
        end = _days(last, last, year2, anchor, forward)
        return Resolved(f"{start.edtf}/{end.edtf}", False)
    return _days(first, last, year2 or year, anchor, forward)


def _day(groups: Mapping[str, str], anchor: Anchor, forward: bool) -> Resolved:
    there = (groups["day_month"], groups["day"])
    return _days(there, there, groups.get("day_year"), anchor, forward)


def _month(groups: Mapping[str, str], _: Anchor, __: bool) -> Resolved:
    year, month = int(groups["month_year"]), months()[groups["month"]]
    return Resolved(_part_of_month(year, month, groups.get("month_part")), False)


def _part_of_month(year: int, month: int, part: str | None) -> str:
    written = f"{year:04d}-{month:02d}"
    if not part:
        return written
    last = _calendar.monthrange(year, month)[1]
    first, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}[part.lower()]
    return f"[{written}-{first:02d}..{written}-{end:02d}]"


def _bare_month(groups: Mapping[str, str], anchor: Anchor, forward: bool) -> Resolved:
    month = months()[groups.get("bare_month") or groups["bare_part_month"]]
    if anchor.day is None:
        return Resolved(None, True)
    here = anchor.day.month
    later = month > here
    year = anchor.day.year
    if forward and month < here:
        year += 1
    elif later and not forward:
        year -= 1
    return Resolved(_part_of_month(year, month, groups.get("bare_part")), True)


def _within(groups: Mapping[str, str], anchor: Anchor, _: bool) -> Resolved:
    """ "Earlier this year", "later this week": some day between its edge and publication."""
    if anchor.day is None:
        return Resolved(None, True)
    unit = groups["within_unit"].split()[-1]
    if unit == "today":
        return Resolved(anchor.written(anchor.day), True)
    first, last = _edges(anchor.day, unit)
    if groups["within"].lower() == "later":
        return Resolved(_some_day(anchor.day, last, anchor), True)
    return Resolved(_some_day(first, anchor.day, anchor), True)


def _some_day(first: date, last: date, anchor: Anchor) -> str:
    if first == last:
        return anchor.written(first)
    return f"[{first.isoformat()}..{last.isoformat()}]"


def _edges(day: date, unit: str) -> tuple[date, date]:
    """The first and last day of the ISO week, month or year that holds `day`."""
    if unit == "week":
        first = day - day.weekday() * _DAY
        return first, first + 6 * _DAY
    if unit == "month":
        end = _calendar.monthrange(day.year, day.month)[1]
        return day.replace(day=1), day.replace(day=end)
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _which(groups: Mapping[str, str], anchor: Anchor, forward: bool) -> Resolved:
    """ "Last week", "this Friday", "next month", "last May", "this summer"."""
    if anchor.day is None:
        return Resolved(None, True)
    words, unit = groups["which"].lower().split(), groups["which_unit"]
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "following": 1, "coming": 1}
    way = step.get(words[-1], 0)
    if unit in weekdays():
        return Resolved(_weekday_of(anchor.day, unit, way, forward).isoformat(), True)
    if unit in months():
        return _bare_month({"bare_month": unit}, anchor, forward or way > 0)
    if unit in table("seasons"):
        return Resolved(_season_near(anchor.day, unit, way, forward), True)
    return Resolved(_unit_near(anchor, unit, way, forward), True)


def _weekday_of(day: date, name: str, way: int, forward: bool) -> date:
    wanted = weekdays()[name]
    if way > 0 or (way == 0 and forward):
        ahead = (wanted - day.weekday()) % 7
        return day + (ahead or (7 if way > 0 else 0)) * _DAY
    behind = (day.weekday() - wanted) % 7
    return day - (behind or (7 if way < 0 else 0)) * _DAY


def _unit_near(anchor: Anchor, unit: str, way: int, forward: bool) -> str:
    day = anchor.day
    assert day is not None
    if unit == "year":
        return f"{day.year + way:04d}"
    if unit == "month":
        return _shifted_month(day, way)
    first, last = _edges(day + way * 7 * _DAY, "week")
    if way == 0:
        first, last = (day, last) if forward else (first, day)
    return _some_day(first, last, anchor)


def _shifted_month(day: date, by: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
    return f"{year:04d}-{month + 1:02d}"


def _season_near(day: date, name: str, way: int, forward: bool) -> str:
    """The season meant: "last" is the latest that is over, "next" the first not yet begun."""
    year = day.year + 1
    if way > 0 or (way == 0 and forward):
        while (_season_bounds(year - 1, name)[1] >= day) and not (
            way > 0 and _season_bounds(year - 1, name)[0] <= day
        ):
            year -= 1
    else:
        edge = 1 if way < 0 else 0
        while _season_bounds(year, name)[edge] > day:
            year -= 1
    return _season_of(year, name)


def _season_bounds(year: int, name: str) -> tuple[date, date]:
    month = table("seasons")[name.lower()]
    end_year, end_month = (year, month + 2) if month < 12 else (year + 1, 2)
    last = _calendar.monthrange(end_year, end_month)[1]
    return date(year, month, 1), date(end_year, end_month, last)


def _season_of(year: int, name: str) -> str:
    first, last = _season_bounds(year, name)
    return f"[{first:%Y-%m}..{last:%Y-%m}]"


def _near(groups: Mapping[str, str], anchor: Anchor, _: bool) -> Resolved:
    if anchor.day is None:
        return Resolved(None, True)
    by = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(groups["near"].lower(), 0)
    return Resolved(anchor.written(anchor.day + by * _DAY), True)


_PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


def _part_of_year(groups: Mapping[str, str], _: Anchor, __: bool) -> Resolved:
    first, last = _PARTS_OF_YEAR[groups["year_part"].lower()]
    return Resolved(_months_of(groups["year_part_year"], first, last), False)


def _months_of(year: str, first: int, last: int) -> str:
    return f"[{year}-{first:02d}..{year}-{last:02d}]"


def _half(groups: Mapping[str, str], _: Anchor, __: bool) -> Resolved:
    first = 1 if groups["half"] == "first" else 7
    return Resolved(_months_of(groups["half_year"], first, first + 5), False)


def _quarter(groups: Mapping[str, str], _: Anchor, __: bool) -> Resolved:
    number = int(groups["q"]) if "q" in groups else table("quarters")[groups["quarter"]]
    return Resolved(_months_of(groups["quarter_year"], number * 3 - 2, number * 3), False)


def _season(groups: Mapping[str, str], _: Anchor, __: bool) -> Resolved:
    return Resolved(_season_of(int(groups["season_year"]), groups["season"]), False)


def _ago(groups: Mapping[str, str], anchor: Anchor, _: bool) -> Resolved:
    """As exact as the unit: "two months ago" is that month, "three days ago" that day."""
    if anchor.day is None:
        return Resolved(None, True)
    count, unit = _number(groups["ago"].lower()), groups["ago_unit"]
    if unit == "day":
        return Resolved(anchor.written(anchor.day - count * _DAY), True)
    if unit == "week":
        first, last = _edges(anchor.day - count * 7 * _DAY, "week")
        return Resolved(_some_day(first, last, anchor), True)
    if unit == "month":
        return Resolved(_shifted_month(anchor.day, -count), True)
    if unit == "year":
        return Resolved(f"{anchor.day.year - count:04d}", True)
    return Resolved(f"{anchor.day.year - count * 10:04d}~", True)


def _coming(_: Mapping[str, str], anchor: Anchor, __: bool) -> Resolved:
    return Resolved(f"[{anchor.day.isoformat()}..]" if anchor.day else None, True)


def _recent(_: Mapping[str, str], anchor: Anchor, __: bool) -> Resolved:
    return Resolved(f"[..{anchor.day.isoformat()}]" if anchor.day else None, True)


def _weekday(groups: Mapping[str, str], anchor: Anchor, forward: bool) -> Resolved:
    if anchor.day is None:
        return Resolved(None, True)
    day = _weekday_of(anchor.day, groups["weekday"], 0, forward)
    return Resolved(day.isoformat(), True)


def _weekdays(groups: Mapping[str, str], anchor: Anchor, forward: bool) -> Resolved:
    if anchor.day is None:
        return Resolved(None, True)
    last = _weekday_of(anchor.day, groups["to_weekday"], 0, forward)
    first = _weekday_of(last, groups["from_weekday"], -1, False)
    return Resolved(f"{first.isoformat()}/{last.isoformat()}", True)


def _years(groups: Mapping[str, str], _: Anchor, __: bool) -> Resolved:
    if int(groups["from_year"]) >= int(groups["to_year"]):
        raise ValueError("years that do not rise")
    return Resolved(f"{groups['from_year']}/{groups['to_year']}", False)


def _year(groups: Mapping[str, str], _: Anchor, __: bool) -> Resolved:
    return Resolved(groups["year"], False)


_RESOLVERS: dict[str, Callable[[Mapping[str, str], Anchor, bool], Resolved]] = {
    "iso": _iso,
    "range_day": _range,
    "us_day": _american,
    "day": _day,
    "month": _month,
    "within": _within,
    "which": _which,
    "near": _near,
    "bare_part": _bare_month,
    "year_part": _part_of_year,
    "half": _half,
    "quarter_year": _quarter,
    "season": _season,
    "ago": _ago,
    "coming": _coming,
    "recent": _recent,
    "lately": _recent,
    "from_weekday": _weekdays,
    "weekday": _weekday,
    "bare_month": _bare_month,
    "from_year": _years,
    "year": _year,
}
