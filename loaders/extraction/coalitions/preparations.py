"""Meetings that only prepare an exercise: who comes to them does not play yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mention import CoalitionMention

_PLANNING = r"(?:[Pp]lanning|[Pp]reparatory|[Pp]reparation|[Ss]coping|[Ss]cripting)"
_GATHERING = (
    r"(?:[Cc]onferences?|[Mm]eetings?|[Ww]orkshops?|[Ee]vents?|[Ss]essions?|[Ss]eminars?|"
    r"[Ss]ymposium|[Tt]alks|[Ww]orking [Gg]roups?)"
)
_PHASE = r"(?:(?:[Ii]nitial|[Mm]id|[Mm]ain|[Ff]inal|[Ff]irst|[Ss]econd|[Mm]id-term)[ -])?"
#: "the Global Sentinel 2026 (GS26) final planning conference".
_BEHIND = re.compile(
    rf"\)?(?: \d{{2,4}})?(?: \([^)\n]{{1,12}}\))? {_PHASE}(?:[Mm]id-)?{_PLANNING}\b"
)
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
