"""Whether a date lies shortly before an article's publication, so that it can be of its news."""

from __future__ import annotations

from loaders.dates import bounds
from loaders.extraction.dates.precision import is_day, is_exact
from loaders.extraction.survey.article import Survey

#: So many days before publication.
_LATELY = 45


def is_recent_day(survey: Survey, edtf: str | None) -> bool:
    """Whether a date is one whole day, shortly before publication."""
    return is_day(edtf) and _is_lately(survey, edtf or "")


def is_recent(survey: Survey, edtf: str | None) -> bool:
    """Whether a date is a day or a stretch of days that begins shortly before publication."""
    return is_exact(edtf) and _is_lately(survey, edtf or "")


def _is_lately(survey: Survey, edtf: str) -> bool:
    published = survey.document.published
    if not published:
        return False
    then, now = bounds(edtf).earliest, bounds(published).latest
    return bool(then and now and 0 <= (now - then).days <= _LATELY)
