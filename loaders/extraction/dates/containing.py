"""Dates whose year, month or week is told right behind them: "in March last year"."""

from __future__ import annotations

import re
from datetime import date

from loaders.extraction.dates.anchors import Anchor, edges
from loaders.extraction.dates.dated_days import Groups

#: Between a day or month and what holds it.
_OF = re.compile(r",? (?:of |in )?\Z")
#: Between a date without a year and one with the year of both: "in June and July 2024".
_AND = re.compile(r"(?:,| and| or|, and) (?:again )?(?:in |on |from )?(?:the )?\Z")
_FIRST = re.compile(r"\[?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

#: The shapes that each unit can hold, and the groups that would give them a year of their own.
_HELD = {
    "year": frozenset(
        {
            "us_day", "day", "range_day", "bare_month", "bare_part_month", "season_alone",
            "quarter_alone", "q_alone", "word_day", "and_days", "us_and_days", "list_days",
            "us_list_days", "months_last", "edge_month", "week_day", "week_day2",
        }
    ),
    "month": frozenset({"ordinal"}),
    "week": frozenset({"weekday", "from_weekday", "two_weekdays"}),
}  # fmt: skip
_WITH_YEAR = frozenset(
    {
        "us_year", "us_year2", "day_year", "range_year", "word_year", "and_year", "us_and_year",
        "list_year", "us_list_year", "edge_year", "week_year",
    }
)  # fmt: skip
_DAYS_WITH_YEAR = frozenset({"us_year", "day_year"})


def unit_of(groups: Groups) -> str | None:
    """Which unit an expression is: "last year", "of the same week"; None for other shapes."""
    unit = groups.get("which_unit") or groups.get("lean_unit") or groups.get("same_unit")
    return unit if unit in _HELD and "same_part" not in groups else None


def holds(groups: Groups, gap: str, held: Groups) -> bool:
    """Whether a week, month or year holds the date that stands before it, past the gap."""
    unit = unit_of(groups)
    if unit is None or not _OF.fullmatch(gap):
        return False
    return not _HELD[unit].isdisjoint(held) and _WITH_YEAR.isdisjoint(held)


def end_of(unit: str, edtf: str) -> Anchor:
    """The last day of the week, month or year: what it holds is the latest such day up to it."""
    found = _FIRST.match(edtf)
    if found is None:
        return Anchor()
    day = date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    return Anchor.of(edges(day, unit)[1].isoformat())


def lent_year(groups: Groups, gap: str, held: Groups, edtf: str | None) -> Anchor | None:
    """The end of the year that a date lends the one before it: "on 3 May and 6 June 2024"."""
    months = "month_year" in groups and "month_part" not in groups and "bare_month" in held
    days = not _DAYS_WITH_YEAR.isdisjoint(groups) and not {"us_day", "day"}.isdisjoint(held)
    if not (months or days) or not _WITH_YEAR.isdisjoint(held) or not edtf:
        return None
    return end_of("year", edtf) if _AND.fullmatch(gap) else None
