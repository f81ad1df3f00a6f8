"""Months, seasons, years and their parts, to EDTF: imprecise as printed, never a false day."""

from __future__ import annotations

import calendar as _calendar
from datetime import date

from loaders.extraction.dates.anchors import (
    DAY,
    UNANCHORED,
    Anchor,
    Resolved,
    edges,
    months_of,
    shifted_month,
    some_day,
)
from loaders.extraction.dates.calendar import months, table, weekdays
from loaders.extraction.dates.dated_days import Groups, Resolver, Way, weekday_of

#: "Last", "next" and their like, as a step.
_STEPS = {
    "last": -1, "previous": -1, "past": -1, "preceding": -1,
    "next": 1, "following": 1, "coming": 1, "subsequent": 1,
}  # fmt: skip


_AFTER_ANOTHER = ("following", "subsequent")


def _month(groups: Groups, _: Anchor, __: Way) -> Resolved:
    year, month = int(groups["month_year"]), months()[groups["month"]]
    return Resolved(_part_of_month(year, month, groups.get("month_part")), False)


def _two_months(groups: Groups, _: Anchor, __: Way) -> Resolved:
    """ "January-March 2026", "from November 2025 to May 2026"."""
    last_year = int(groups["until_year"])
    first, last = months()[groups["from_month"]], months()[groups["until_month"]]
    year = int(groups.get("from_month_year") or last_year - (first > last))
    return Resolved(f"{year:04d}-{first:02d}/{last_year:04d}-{last:02d}", False)


def _months_without_year(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    """ "From May to July", "between May and July"."""
    first = groups.get("months_first") or groups["months_first2"]
    last = groups["months_last"]
    begun = _bare_month({"bare_month": first}, anchor, forward)
    if begun.edtf is None:
        return begun
    year = int(begun.edtf[:4]) + (months()[last] < months()[first])
    return Resolved(f"{begun.edtf}/{year:04d}-{months()[last]:02d}", True)


def _part(words: str | None) -> str | None:
    """Early, mid or late, however it is said: "the end of"."""
    if not words:
        return None
    last = words.lower().removeprefix("the ").split()[0].strip("-")
    return {"end": "late", "close": "late", "beginning": "early", "start": "early",
            "middle": "mid"}.get(last, last)  # fmt: skip


def _part_of_month(year: int, month: int, part: str | None) -> str:
    written = f"{year:04d}-{month:02d}"
    if not part:
        return written
    last = _calendar.monthrange(year, month)[1]
    first, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}[_part(part) or ""]
    return f"[{written}-{first:02d}..{written}-{end:02d}]"


def _bare_month(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    month = months()[groups.get("bare_month") or groups["bare_part_month"]]
    if anchor.day is None:
        return UNANCHORED
    here, year = anchor.day.month, anchor.day.year
    if forward and month < here:
        year += 1
    elif forward is None and abs(month - here) > _HALF_A_YEAR:
        year += 1 if month < here else -1
    elif month > here and forward is False:
        year -= 1
    return Resolved(_part_of_month(year, month, groups.get("bare_part")), True)


#: Without a verb the nearest month is meant, and of two as near the one before.
_HALF_A_YEAR = 5


def _within(groups: Groups, anchor: Anchor, _: Way) -> Resolved:
    """ "Earlier this year", "later in the week": some day between its edge and publication."""
    if anchor.day is None:
        return UNANCHORED
    unit = groups["within_unit"].split()[-1]
    if unit == "today":
        return Resolved(anchor.written(anchor.day), True)
    first, last = edges(anchor.day, unit)
    if groups["within"].lower() == "later":
        return Resolved(some_day(anchor.day, last, anchor), True)
    return Resolved(some_day(first, anchor.day, anchor), True)


def _which_part(groups: Groups, anchor: Anchor, _: Way) -> Resolved:
    """ "Early next year", "late last month", "the end of the year"."""
    if anchor.day is None:
        return UNANCHORED
    way = _STEPS.get(groups["part_which"].lower(), 0)
    part, unit = _part(groups["part_of"]), groups["part_unit"]
    if unit == "decade":
        return Resolved(_part_of_decade(anchor.day.year // 10 * 10 + way * 10, part), True)
    if unit == "year" and part in _PARTS_OF_YEAR:
        return Resolved(months_of(anchor.day.year + way, *_PARTS_OF_YEAR[part]), True)
    if unit == "week" and part in _PARTS_OF_WEEK:
        monday = edges(anchor.day + way * 7 * DAY, "week")[0]
        first, last = _PARTS_OF_WEEK[part]
        return Resolved(some_day(monday + first * DAY, monday + last * DAY, anchor), True)
    if part not in _PARTS_OF_YEAR:
        return Resolved(_unit_near(anchor, unit, way, way > 0), True)
    year, month = shifted_month(anchor.day, way).split("-")
    return Resolved(_part_of_month(int(year), int(month), part), True)


#: The first and last year of a part of a decade, of the ten.
_PARTS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "later": (5, 9)}


def _part_of_decade(first: int, part: str | None) -> str:
    low, high = _PARTS_OF_DECADE.get(part or "", (0, 9))
    return f"[{first + low:04d}..{first + high:04d}]"


def _decade(groups: Groups, _: Anchor, __: Way) -> Resolved:
    """ "The 1990s", "the late 1990s"."""
    return Resolved(_part_of_decade(int(groups["decade"]), _part(groups.get("decade_part"))), False)


_PARTS_OF_WEEK = {"early": (0, 2), "mid": (1, 3), "late": (3, 6)}


def _which(groups: Groups, anchor: Anchor, forward: Way) -> Resolved | None:
    """ "Last week", "this Friday", "next month", "last May", "this summer"."""
    if anchor.day is None:
        return UNANCHORED
    words = (groups.get("which") or groups["lean"]).lower().split()
    unit = groups.get("which_unit") or groups["lean_unit"]
    if words == ["that"] or unit in ("day", "morning"):
        return None
    if words[-1] in _AFTER_ANOTHER and not forward:
        return None  # "The following month, Canada joined": after what was told before
    way = _STEPS.get(words[-1], 0)
    if unit in weekdays():
        return Resolved(weekday_of(anchor.day, unit, way, forward).isoformat(), True)
    if unit in months():
        if way and months()[unit] == anchor.day.month:
            # "Last July", told in July
            return Resolved(f"{anchor.day.year + way:04d}-{anchor.day.month:02d}", True)
        return _bare_month({"bare_month": unit}, anchor, forward or way > 0)
    if unit in table("seasons"):
        ahead = forward or (words == ["this"] and _is_long_over(anchor.day, unit))
        return Resolved(_season_near(anchor.day, unit, way, ahead), True)
    return Resolved(_unit_near(anchor, unit, way, forward), True)


def _unit_near(anchor: Anchor, unit: str, way: int, forward: Way) -> str:
    day = anchor.day
    assert day is not None
    if unit == "year":
        return f"{day.year + way:04d}"
    if unit == "quarter":
        year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + way, 4)
        return months_of(year, quarter * 3 + 1, quarter * 3 + 3)
    if unit == "month":
        return shifted_month(day, way)
    if unit == "weekend":
        return _weekend(day, way, forward)
    first, last = edges(day + way * 7 * DAY, "week")
    if way == 0:
        first, last = (day, last) if forward else (first, day)
    return some_day(first, last, anchor)


def _weekend(day: date, way: int, forward: Way) -> str:
    """The Saturday and Sunday meant: the latest begun, or the next if the clause looks forward."""
    saturday = edges(day, "week")[0] + 5 * DAY
    if way > 0 or (way == 0 and forward):
        saturday += 7 * DAY if way > 0 and day >= saturday else 0 * DAY
    elif day < saturday or way < 0:
        saturday -= 7 * DAY
    return f"[{saturday.isoformat()}..{(saturday + DAY).isoformat()}]"


def _weekend_near(_: Groups, anchor: Anchor, forward: Way) -> Resolved:
    if anchor.day is None:
        return UNANCHORED
    return Resolved(_weekend(anchor.day, 0, forward), True)


def _season_near(day: date, name: str, way: int, forward: Way) -> str:
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
    return months_of_season(year, name)


#: "This autumn" in March is the coming one, in January the last.
_LONG_OVER = 90 * DAY


def _is_long_over(day: date, name: str) -> bool:
    """Whether a season is neither on nor just over: "this autumn", said in June."""
    begun = next(y for y in (day.year, day.year - 1) if _season_bounds(y, name)[0] <= day)
    return day - _season_bounds(begun, name)[1] > _LONG_OVER


def _season_bounds(year: int, name: str) -> tuple[date, date]:
    month = table("seasons")[name.lower()]
    end_year, end_month = (year, month + 2) if month < 12 else (year + 1, 2)
    last = _calendar.monthrange(end_year, end_month)[1]
    return date(year, month, 1), date(end_year, end_month, last)


def months_of_season(year: int, name: str) -> str:
    """Some time in the season that begins in a year, as EDTF."""
    first, last = _season_bounds(year, name)
    return f"[{first:%Y-%m}..{last:%Y-%m}]"


def _season_alone(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    if anchor.day is None:
        return UNANCHORED
    return Resolved(_season_near(anchor.day, groups["season_alone"], 0, forward), True)


def _season(groups: Groups, _: Anchor, __: Way) -> Resolved:
    return Resolved(months_of_season(int(groups["season_year"]), groups["season"]), False)


_PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


def _part_of_year(groups: Groups, _: Anchor, __: Way) -> Resolved:
    part = _PARTS_OF_YEAR[_part(groups["year_part"]) or ""]
    return Resolved(months_of(int(groups["year_part_year"]), *part), False)


def _which_year(groups: Groups, name: str, anchor: Anchor) -> int | None:
    """The year printed, or that of "this year", "next year"."""
    if name in groups:
        return int(groups[name])
    if anchor.day is None:
        return None
    words = groups[f"{name}_near"].lower().split()
    return anchor.day.year + _STEPS.get(words[0], 0)


def _half(groups: Groups, anchor: Anchor, _: Way) -> Resolved:
    year = _which_year(groups, "half_year", anchor)
    first = 1 if groups.get("half") == "first" or groups.get("h") == "1" else 7
    if year is None:
        return UNANCHORED
    return Resolved(months_of(year, first, first + 5), "half_year" not in groups)


def _quarter(groups: Groups, anchor: Anchor, _: Way) -> Resolved:
    year = _which_year(groups, "quarter_year", anchor)
    figure = groups.get("q") or groups.get("q_behind")
    which = int(figure) if figure else table("quarters")[groups["quarter"]]
    if year is None:
        return UNANCHORED
    return Resolved(months_of(year, which * 3 - 2, which * 3), "quarter_year" not in groups)


def _quarter_alone(groups: Groups, anchor: Anchor, forward: Way) -> Resolved:
    """ "In the third quarter", "in Q3": the latest that has begun, or the next."""
    if anchor.day is None:
        return UNANCHORED
    word = groups.get("quarter_alone")
    which = table("quarters")[word] if word else int(groups["q_alone"])
    now = (anchor.day.month - 1) // 3 + 1
    year = anchor.day.year + (which < now if forward else 0) - (which > now if not forward else 0)
    return Resolved(months_of(year, which * 3 - 2, which * 3), True)


def _end_of_year(_: Groups, anchor: Anchor, __: Way) -> Resolved:
    """ "At year's end"."""
    if anchor.day is None:
        return UNANCHORED
    return Resolved(months_of(anchor.day.year, *_PARTS_OF_YEAR["late"]), True)


def _years(groups: Groups, _: Anchor, __: Way) -> Resolved:
    first = groups.get("from_year") or groups["between_year"]
    last = groups.get("to_year") or groups["between_year2"]
    if int(first) >= int(last):
        raise ValueError("years that do not rise")
    return Resolved(f"{first}/{last}", False)


def _year(groups: Groups, _: Anchor, __: Way) -> Resolved:
    return Resolved(groups["year"], False)


#: The shapes of `shapes.time_pattern` longer than days, by the group that tells each.
PERIOD_RESOLVERS: dict[str, Resolver] = {
    "until_month": _two_months,
    "month": _month,
    "months_last": _months_without_year,
    "within": _within,
    "part_which": _which_part,
    "which": _which,
    "lean": _which,
    "weekend": _weekend_near,
    "bare_part": _bare_month,
    "year_part": _part_of_year,
    "half": _half,
    "h": _half,
    "quarter": _quarter,
    "q": _quarter,
    "q_behind": _quarter,
    "quarter_alone": _quarter_alone,
    "q_alone": _quarter_alone,
    "season": _season,
    "season_alone": _season_alone,
    "later_year": _end_of_year,
    "decade": _decade,
    "bare_month": _bare_month,
    "from_year": _years,
    "between_year": _years,
    "year": _year,
}
