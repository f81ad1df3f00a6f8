"""The day that goes with an act of joining, signing or leaving, where the sentence states one."""

from __future__ import annotations

import re

from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.survey.clauses import Clause

_ANNOUNCED_BY = re.compile(r"(?:announced|said|told|confirmed)\b[^,;]{0,30}\Z")
_FARTHEST_DATE = 70
#: Between the verb and a date that is not its own: "…, established in 2022", "net zero by 2050".
_OTHER_ACT = re.compile(
    r"\b(?:by|that|which|who|to|established|inaugurated|founded|launched|created|grounded|focused|"
    r"since|which)\b"
)
_OPENS_CLAUSE = re.compile(r"(?:\A|[,;:—–] ?)(?:[\w’']+ ){0,4}\Z")
_SINCE = re.compile(r"[^.;Ⓝ]{0,50}?\bsince (?:early |late |mid-)?(?=Ⓣ)")


def since(clause: Clause, end: int) -> TimeExpression | None:
    """ "has belonged to it since 2019": the day from which a standing holds."""
    found = _SINCE.match(clause.reduced, end)
    item = clause.items.get(found.end()) if found else None
    return item if isinstance(item, TimeExpression) else None


def time_of(
    clause: Clause, position: int, end: int, founding: bool = False
) -> TimeExpression | None:
    """The date that goes with what stands from `position` to `end` of the reduced form.

    It stands close behind, inside, or opens the clause.
    """
    following = [p for p in clause.items if p >= end and clause.nations(p)]
    edge = min([end + _FARTHEST_DATE, *following])
    before: TimeExpression | None = None
    for place, item in sorted(clause.items.items()):
        if not isinstance(item, TimeExpression):
            continue
        if not founding and _ANNOUNCED_BY.search(clause.reduced, 0, place):
            continue
        if place < position:
            before = item if _OPENS_CLAUSE.search(clause.reduced, 0, place) else before
        elif place < edge and not _OTHER_ACT.search(clause.reduced, min(end, place), place):
            return item
    return before
