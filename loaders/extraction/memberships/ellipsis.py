"""What a sentence adds to an act without its verb: "Finland since 2023", "Peru to the treaty"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.extraction.memberships.claims import Claim
from loaders.extraction.memberships.rules import IN_TURN, Act
from loaders.extraction.survey.clauses import Clause

#: "Croatia acceded to the pact and Panama to the convention".
_OTHER_BODY = re.compile(
    r"(?:,|;|\band|\bwhile)(?: and)? (?:the )?(?P<n>Ⓝ),? (?P<p>to|in|from|of|on) (?:the )?(?P<c>Ⓒ)"
)


def in_turn(clause: Clause, claims: list[Claim], end: int) -> list[Claim]:
    """What a sentence adds to an act without its verb: other nations, or another coalition.

    `end` is where the last of its claims ends in the reduced sentence.
    """
    if not claims:
        return []
    added = list(_each_in_turn(clause, claims[-1], end))
    first = next((claim for claim in claims if claim.act is Act.JOINING), None)
    return [*added, *_other_body(clause, first)] if first else added


#: "All five belong to the pact, Finland since 2023 and Sweden since 2024".
_EACH = re.compile(
    r"(?:,|;|\band)(?: and)? (?:the )?(?P<n>Ⓝ),? (?:since|from|in|on|as of) (?=Ⓣ(?:[.,;]|$| and ))"
)


def _each_in_turn(clause: Clause, told: Claim, end: int) -> Iterator[Claim]:
    """The days of some of those of whom an act is told."""
    if len(told.nations) < _SEVERAL or told.act is Act.LEAVING:
        return
    for match in _EACH.finditer(clause.reduced, end):
        if _TOWN.search(clause.reduced, 0, match.start()):
            # "announced it in St. Petersburg, Russia, in June 2021"
            continue
        listed, when = clause.nations(match.start("n")), clause.time(match.end())
        some = listed.nations if listed else ()
        if some and when and set(some) < set(told.nations):
            yield replace(told, nations=some, act=Act.JOINING, when=when, rule=IN_TURN)


_TOWN = re.compile(r"\b(?:in|at) (?:[A-Z][\w.’'-]* ?){1,3}\Z")
_SEVERAL = 2


def _other_body(clause: Clause, first: Claim) -> Iterator[Claim]:
    for match in _OTHER_BODY.finditer(clause.reduced):
        listed, other = clause.nations(match.start("n")), clause.coalition(match.start("c"))
        if listed is None or other is None or not set(listed.nations).isdisjoint(first.nations):
            continue
        if _is_led(clause.reduced, match.start("p"), match["p"]):
            own = _OWN_DAY.match(clause.reduced, match.end())
            when = clause.time(own.end()) if own else first.when
            nations = listed.nations
            yield replace(first, nations=nations, coalition=other, when=when, rule=IN_TURN)


#: "… in 2023 and Panama to the convention in 2024".
_OWN_DAY = re.compile(r",? (?:in|on) (?=Ⓣ)")


def _is_led(reduced: str, before: int, preposition: str) -> bool:
    """Whether the first act leads to its body by the same preposition."""
    return re.search(rf"\b{preposition} (?:the )?Ⓒ", reduced[:before]) is not None
