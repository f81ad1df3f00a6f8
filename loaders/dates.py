"""EDTF dates: strict day bounds, and the words a reader gets.

Extended Date/Time Format, ISO 8601-2:2019 annex A (https://www.loc.gov/standards/datetime/).
The forms this corpus uses are read here in microseconds; every other form goes through the
`edtf` package, which takes milliseconds. A hypothesis test holds the two to the same bounds.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import edtf

_POINT = r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?([~?%])?"
_SIMPLE = re.compile(_POINT)
_RANGE = re.compile(rf"(?:\.\.|{_POINT})?/(?:\.\.|{_POINT})?")
_ONE_OF = re.compile(rf"\[(?:{_POINT})?\.\.(?:{_POINT})?\]")

# Years of more than four digits (`Y17E8`) are geology; the package computes them digit by digit.
_OTHER_FORMS = re.compile(r"[0-9X~?%./,:TZS\[\]{}()^u+-]{4,100}")

#: It ended, nobody told when: the bound is the last day of EDTF's four-digit years.
UNTOLD_END = "../9999-12-31"

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Bounds:
    """The first and the last day that a date can mean; None where that side is open."""

    earliest: date | None
    latest: date | None

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Tell whether the bounds share a day with the inclusive range from first to last."""
        after = last is not None and self.earliest is not None and self.earliest > last
        before = first is not None and self.latest is not None and self.latest < first
        return not (after or before)


OPEN = Bounds(None, None)


@lru_cache(maxsize=100_000)
def bounds(text: str) -> Bounds:
    """Give the strict day bounds of an EDTF string.

    `~` and `?` say how the date was found, not what it spans: they leave bounds as they are.
    Raises ValueError, with what to write instead, where the text is not EDTF.
    """
    if match := _SIMPLE.fullmatch(text):
        return _point_bounds(match.groups(), text)
    match = _RANGE.fullmatch(text) or _ONE_OF.fullmatch(text)
    if match and any(match.groups()):
        return _range_bounds(match.groups(), text)
    return _library_bounds(text)


def _point_bounds(parts: tuple[str | Any, ...], text: str) -> Bounds:
    year, month, day, _ = parts
    if int(year) == 0:
        raise ValueError(_advice(text))
    first_month, last_month = (int(month), int(month)) if month else (1, 12)
    try:
        if day:
            exact = date(int(year), int(month), int(day))
            return Bounds(exact, exact)
        end = calendar.monthrange(int(year), last_month)[1]
        return Bounds(date(int(year), first_month, 1), date(int(year), last_month, end))
    except ValueError as error:
        raise ValueError(f"date {text!r}: the calendar has no such day") from error


def _range_bounds(parts: tuple[str | Any, ...], text: str) -> Bounds:
    start = _point_bounds(parts[:4], text) if parts[0] else OPEN
    end = _point_bounds(parts[4:], text) if parts[4] else OPEN
    if start.earliest and end.latest and start.earliest > end.latest:
        raise ValueError(f"date {text!r}: its first day is after its last")
    return Bounds(start.earliest, end.latest)


def _library_bounds(text: str) -> Bounds:
    if not _OTHER_FORMS.fullmatch(text):
        raise ValueError(_advice(text))
    try:
        parsed = edtf.parse_edtf(text)
        found = Bounds(_as_date(parsed.lower_strict()), _as_date(parsed.upper_strict()))
    except (
        edtf.EDTFParseException,
        ArithmeticError,
        ValueError,
        TypeError,
        AttributeError,
    ) as error:
        raise ValueError(_advice(text)) from error
    if found == OPEN:
        raise ValueError(f"date {text!r} is open on both sides: leave the field out")
    return found


def _as_date(moment: Any) -> date | None:
    if isinstance(moment, float):  # the package's plus and minus infinity
        return None
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)


def _advice(text: str) -> str:
    shown = text if len(text) <= 60 else f"{text[:57]}…"
    return (
        f"date {shown!r} is not EDTF: write 2025-04-09, 2025-04, 2025, 2025-04~ (inferred), "
        "../2025-04-09 (on or before), [2024-09..2024-12] (some day within) "
        "or 2025-12-02/2025-12-04 (from … to)"
    )


def after(first: str | None, second: str | None) -> bool:
    """Tell whether the whole of one EDTF date lies after the whole of another."""
    if not first or not second:
        return False
    earliest, latest = bounds(first).earliest, bounds(second).latest
    return earliest is not None and latest is not None and earliest > latest


def is_inferred(text: str) -> bool:
    """Tell whether the date was inferred rather than stated (`~` or `%`)."""
    return "~" in text or "%" in text


def is_duration(text: str) -> bool:
    """Tell whether the date is a stretch of days that all count, rather than one unknown day.

    Both ends must be stated: `../2022-09-19` is a day on or before.
    """
    match = _RANGE.fullmatch(text)
    return bool(match and match[1] and match[5])


@lru_cache(maxsize=100_000)
def in_words(text: str) -> str:
    """Write an EDTF date for a reader, exactly as precise as it is known.

    `2025-04-11` → 11 Apr 2025, `2019-12` → Dec 2019, `../2022-09-19` → on or before 19 Sep 2022,
    `[2024-09..2024-12]` → between Sep and Dec 2024, `2025-12-05~` → 5 Dec 2025 (inferred),
    `2025-04?` → Apr 2025 (uncertain), `UNTOLD_END` → a day not told.
    """
    if text == UNTOLD_END:
        return "a day not told"
    if match := _SIMPLE.fullmatch(text):
        words = _point_words(match.groups())
    elif (match := _RANGE.fullmatch(text)) and any(match.groups()):
        words = _pair_words(match.groups(), "on or before {}", "since {}", "{} to {}")
    elif (match := _ONE_OF.fullmatch(text)) and any(match.groups()):
        words = _pair_words(
            match.groups(), "on or before {}", "on or after {}", "between {} and {}"
        )
    else:
        span = bounds(text)
        first, last = (str(day) if day else "" for day in (span.earliest, span.latest))
        qualifier = "~" if is_inferred(text) else "?" if "?" in text else ""
        return in_words(f"[{first}..{last}{qualifier if last else ''}]")
    if is_inferred(text):
        return f"{words} (inferred)"
    return f"{words} (uncertain)" if "?" in text else words


def _pair_words(parts: tuple[str | Any, ...], before: str, after: str, both: str) -> str:
    if not parts[0]:
        return before.format(_point_words(parts[4:]))
    if not parts[4]:
        return after.format(_point_words(parts[:4]))
    start, end = _point_words(parts[:4]), _point_words(parts[4:])
    return start if start == end else both.format(_without_shared_tail(start, end), end)


def _without_shared_tail(start: str, end: str) -> str:
    """Shorten `2 Dec 2025 to 4 Dec 2025` to `2 to 4 Dec 2025`, where year and month agree."""
    head, tail = start.split(), end.split()
    while len(head) > 1 and len(tail) > 1 and head[-1] == tail[-1] and len(head) == len(tail):
        head.pop()
        tail.pop()
    return " ".join(head)


def _point_words(parts: tuple[str | Any, ...]) -> str:
    year, month, day, _ = parts
    if not month:
        return str(year)
    named = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {named}" if day else named
