"""The day in the line of place and day before an article's first sentence: no day of its acts."""

from __future__ import annotations

import re

#: "Toulouse, 3 April 2025 – ", "May 16 (UPI) -- ".
_NAME = (
    r"(?!(?:On|In|At|By|Since|From|Until|Before|After|Between|The|Last|This|Next)\b)"
    r"[A-ZÀ-ÞⓃ][\w’'.-]*"
)
_PLACE = re.compile(rf"(?:{_NAME}(?: (?:{_NAME}|de|of|da|la))*(?:, | \(|\()){{1,3}}\Z")
_END = re.compile(r"\)?(?P<agency> ?\([^)]{2,30}\))?(?: ?[—–] ?| --? ?|\. (?=[A-ZⓃⒸ]))")
_LONGEST = 60


def is_of_dateline(before: str, after: str) -> bool:
    """Whether a date only says when it was written: `before` and `after` are of its sentence.

    A date with neither place nor agency is a label: "2008: Hungary joins".
    """
    if len(before) > _LONGEST or not (end := _END.match(after)):
        return False
    return bool(_PLACE.fullmatch(before) if before else end["agency"])
