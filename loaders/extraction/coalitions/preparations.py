"""Meetings that only prepare an exercise: who comes to them does not play yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mention import CoalitionMention

_PLANNING = r"(?i:planning|preparatory|preparation|scoping|scripting)"
_GATHERING = (
    r"(?i:conferences?|meetings?|workshops?|events?|sessions?|seminars?|symposium|talks|"
    r"working groups?)"
)
_PHASE = r"(?i:(?:initial|mid|main|final|first|second|mid-term)[ -])?"
#: "the Global Sentinel 2026 (GS26) final planning conference".
_BEHIND = re.compile(rf"\)?(?: \d{{2,4}})?(?: \([^)\n]{{1,12}}\))? {_PHASE}{_PLANNING}\b")
#: "the final planning conference (FPC) for exercise AsterX", "for the next edition of AsterX".
_BEFORE = re.compile(
    rf"{_PLANNING} {_GATHERING}(?: \([^)\n]{{1,12}}\))? (?:for|of|on|ahead of|to prepare) "
    r"(?:(?:the|its|their|this year[’']s|next year[’']s) )?(?:[a-z-]+ ){0,2}?"
    r"(?:(?:edition|iteration|round) of )?(?:[Ee]xercise |[Ww]argame )?(?:the )?\Z"
)
_REACH = 110


def _is_only_prepared(text: str, start: int, end: int) -> bool:
    """Whether the exercise named from `start` to `end` only says what a planning meeting plans."""
    if _BEHIND.match(text, end):
        return True
    before = text[max(0, start - _REACH) : start]
    return _BEFORE.search(before) is not None


def is_of_planning(text: str, named: Sequence[CoalitionMention]) -> bool:
    """Whether exercises are among those named, and all of them only what a meeting plans."""
    exercises = [m for m in named if is_exercise(m)]
    return bool(exercises) and all(_is_only_prepared(text, m.start, m.end) for m in exercises)
