"""How precise a date is, by the shape of its EDTF: a year, a day, or some days."""

from __future__ import annotations

import re

_YEAR_LONG = len("2025")
DAY_LONG = len("2025-12-05")


def is_year(edtf: str | None) -> bool:
    """Whether a date is a year alone."""
    return len(edtf or "") == _YEAR_LONG


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
