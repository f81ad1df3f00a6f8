"""How precise a date is, by its EDTF: a year, a month, a day, or some; and which lies in which."""

from __future__ import annotations

import re

from loaders.dates import bounds

YEAR_LONG = len("2025")
MONTH_LONG = len("2025-12")
DAY_LONG = len("2025-12-05")


def is_year(edtf: str | None) -> bool:
    """Whether a date is a year alone."""
    return len(edtf or "") == YEAR_LONG


def is_month(edtf: str | None) -> bool:
    """Whether a date is a year and a month."""
    return len(edtf or "") == MONTH_LONG


def is_day(edtf: str | None) -> bool:
    """Whether a date is one whole day."""
    return len(edtf or "") == DAY_LONG


def is_exact(edtf: str | None) -> bool:
    """Whether a date names a day or days, not only a limit: "2025-12-05/2025-12-07"."""
    return edtf is not None and len(edtf.rstrip("~")) >= DAY_LONG and edtf[0] != "["


_DECADE = re.compile(r"\[(\d{3})0\.\.\1\d\]")


def is_decade(edtf: str | None) -> bool:
    """Whether a date is a decade: "in the 1990s"."""
    return edtf is not None and bool(_DECADE.match(edtf))


def is_within(inner: str | None, outer: str | None) -> bool:
    """Whether all days of one date are days of another: the 15th of January, of January."""
    if not inner or not outer:
        return False
    one, other = bounds(inner), bounds(outer)
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return other.earliest <= one.earliest and one.latest <= other.latest
