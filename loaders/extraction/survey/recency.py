"""How long before an article's publication a date lies, and whether it can be of its news."""

from __future__ import annotations

import re
from datetime import date

from loaders.dates import bounds
from loaders.extraction.dates.anchors import Anchor
from loaders.extraction.dates.precision import is_day, is_exact
from loaders.extraction.survey.article import Survey

#: So many days before publication; longer ago is history.
RECENT_DAYS = 45
_EDTF_FIRST = re.compile(r"\[?(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def is_recent_day(survey: Survey, edtf: str | None) -> bool:
    """Whether a date is one whole day, shortly before publication."""
    return is_day(edtf) and _is_lately(survey, edtf or "")


def is_recent(survey: Survey, edtf: str | None) -> bool:
    """Whether a date is a day or a stretch of days that begins shortly before publication."""
    return is_exact(edtf) and _is_lately(survey, edtf or "")


def _is_lately(survey: Survey, edtf: str) -> bool:
    published = survey.document.published
    if not published or not Anchor.of(published).year:
        return False
    then, now = bounds(edtf).earliest, bounds(published).latest
    return bool(then and now and 0 <= (now - then).days <= RECENT_DAYS)


def days_before(survey: Survey, when: str | None) -> int | None:
    """How many days before publication an act (its EDTF) began at the latest; negative if after.

    Of a decade or a stretch of days its first year, month or day counts: "in the 2020s" is history.
    """
    if not when or not survey.document.published:
        return None
    then, now = _first_day(when, last=True), _first_day(survey.document.published)
    return (now - then).days if then and now else None


def is_exact_and_recent(survey: Survey, when: str | None) -> bool:
    """Whether a date is a day or days, shortly before publication or still to come."""
    past = days_before(survey, when)
    return is_exact(when) and past is not None and past <= RECENT_DAYS


def _first_day(edtf: str, last: bool = False) -> date | None:
    found = _EDTF_FIRST.match(edtf)
    if not found:
        return None
    month = int(found[2] or (12 if last else 1))
    try:
        return date(int(found[1]), month, int(found[3] or (28 if last else 1)))
    except ValueError:
        return None
