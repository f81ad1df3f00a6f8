"""The day of publication as an anchor, and the sums on the calendar that all dates share."""

from __future__ import annotations

import calendar as _calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from loaders.extraction.dates.calendar import table

DAY = timedelta(days=1)
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


#: A relative expression without a day of publication to tie it to.
UNANCHORED = Resolved(None, True)


def number(text: str) -> int:
    """The number that digits or a word give."""
    found = _DIGITS.search(text)
    return int(found.group()) if found else table("numbers")[text]


def some_day(first: date, last: date, anchor: Anchor) -> str:
    """One day of a stretch, as EDTF."""
    if first == last:
        return anchor.written(first)
    return f"[{first.isoformat()}..{last.isoformat()}]"


def edges(day: date, unit: str) -> tuple[date, date]:
    """The first and last day of the ISO week, month or year that holds `day`."""
    if unit == "week":
        first = day - day.weekday() * DAY
        return first, first + 6 * DAY
    if unit == "month":
        end = _calendar.monthrange(day.year, day.month)[1]
        return day.replace(day=1), day.replace(day=end)
    return date(day.year, 1, 1), date(day.year, 12, 31)


def shifted_month(day: date, by: int) -> str:
    """The month that lies so many months from that of `day`, as EDTF."""
    year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
    return f"{year:04d}-{month + 1:02d}"


def months_of(year: int, first: int, last: int) -> str:
    """Some time between two months of a year, as EDTF."""
    return f"[{year:04d}-{first:02d}..{year:04d}-{last:02d}]"
