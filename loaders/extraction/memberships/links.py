"""The nations of a chain, one after another, each with the day that is told of it.

"…, followed by Chile in June and Spain, whose minister signed on 3 July, and only then Peru".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.memberships.ties import LATER, NTH, ON, epithets
from loaders.extraction.survey.clauses import Clause


@dataclass(frozen=True, slots=True)
class Link:
    """Nations of a chain, the day told of them, and where they end.

    `same_day` says that it is that of the act they are tied to, `nth` that they are counted in
    their turn ("Chile, the 27th").
    """

    nations: tuple[str, ...]
    when: TimeExpression | None
    same_day: bool
    end: int
    nth: bool = False


def subjects(clause: Clause, match: re.Match[str]) -> Iterator[Link]:
    """Nations whose predicate is a tie, and those named behind it with days of their own."""
    at = match.start() - 1
    when, end = _day(clause, match.end())
    if when is None and (opening := _OPENING_DAY.match(clause.reduced, 0, match.end())):
        when = clause.time(opening.start("t"))
    if nations := _nations(clause, at):
        yield Link(nations, when, _SAME.search(match[0]) is not None, end)
        if more := _MORE.match(clause.reduced, end):
            yield from chain(clause, more.end(), bare=True)


_LEAD = (
    r"(?:,? ?(?:by|with|that of|those of|then|only then|later|last of all|finally|lastly|also|too|"
    r"in turn),?(?= ))*"
)


@cache
def _element() -> re.Pattern[str]:
    """Nations of a chain, with the words and the day before them."""
    return re.compile(
        rf"[,:]?(?P<lead>{_LEAD})(?:,? ?{ON}(?P<t>Ⓣ),?(?: by)?)? ?{epithets()}(?P<n>Ⓝ)"
        r"(?P<of>['’]s?)?"
    )


_MORE = re.compile(r"(?:, and\b|,| and\b|;(?: and\b)?),?")
#: What a nation does itself is no part of a chain: "followed by Chile, and Peru held elections".
_OWN_DEED = re.compile(
    r"['’-]| (?:also |now |has |have |had )?(?:[a-z]+ed|[a-z]+ing|becam\w+|becomes?|signs?|joins?|"
    r"is|are|was|were|has|have|had|will|would|says?|said|held|holds?|met|took|takes?|came|comes?|went|"
    r"saw|won|left|leaves?|sent|made|makes?|put|to|for(?! the first))\b| [A-Z]"
    r"| (?!(?:in|at|on|by|with|of|from|to|as|after|before|during|and|or|but|when|where|while|under|"
    r"through|into|over|between|amid|for|via|since|until)\b)[a-z]+ (?:an?|the|its|their|two|no)\b"
)


def chain(clause: Clause, at: int, bare: bool = False) -> Iterator[Link]:
    """The nations from a place on, each with its day; `bare` ones only if they have one."""
    while match := _element().match(clause.reduced, at):
        nations = _nations(clause, match.start("n"))
        when, end = _day(clause, match.end())
        dated = end > match.end()
        if match["t"]:
            when, dated = clause.time(match.start("t")), True
        same = _SAME.match(clause.reduced, match.end())
        end = same.end() if same else end
        lone = not dated and (bool(match["of"]) or (bare and "t" not in (match["lead"] or "")))
        if not nations or lone or _OWN_DEED.match(clause.reduced, end):
            return
        nth = _NTH.match(clause.reduced, match.end()) is not None
        yield Link(nations, when, same is not None, end, nth)
        more = _MORE.match(clause.reduced, end)
        if more is None:
            return
        at = more.end()


#: "In June, Chile followed", "On 3 May it was Peru's turn".
_OPENING_DAY = re.compile(rf"(?i:{ON})(?P<t>Ⓣ),? (?![^Ⓝ]*Ⓣ)")
_OWN_DAY = re.compile(rf",? ?\(?{ON}(?P<t>Ⓣ)(?! to )\)?")
#: "…, whose minister signed on 3 May,", "…, which came in in June".
_RELATIVE = re.compile(
    r",? (?:whose|which|who|where|when)\b[^.;ⓃⓉ]{0,60}?\b(?:sign|join|acced|enter|came|put|inked|"
    rf"deposit|ratif|admitted|accepted|took|follow|did so)[^.;ⓃⓉ]{{0,80}}? {ON}(?P<t>Ⓣ),?"
)
_NTH = re.compile(rf",? the {NTH}(?=[ ,;.]|\Z)")
_UNTOLD = re.compile(rf",? {LATER}(?=[ ,;.]|\Z)|{_NTH.pattern}")
_SAME = re.compile(
    r",? (?:(?:in|at|on|during) )?the (?:very )?same (?:ceremony|event|session|meeting|occasion|"
    r"day|time)"
)


def _day(clause: Clause, at: int) -> tuple[TimeExpression | None, int]:
    """The day told right behind nations, and where it ends."""
    for pattern in (_OWN_DAY, _RELATIVE):
        if match := pattern.match(clause.reduced, at):
            return clause.time(match.start("t")), match.end()
    match = _UNTOLD.match(clause.reduced, at)
    return None, match.end() if match else at


def _nations(clause: Clause, at: int) -> tuple[str, ...]:
    listed = clause.nations(at)
    return listed.nations if listed else ()
