"""What a sentence adds to an act without its verb: "…, Japan a year later", "as did Peru"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.extraction.memberships.claims import Claim
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.survey.clauses import Clause

#: "joined the accords in 2021 and the operation in 2023".
_NEXT_COALITION = re.compile(r"Ⓒ (?:in|on) Ⓣ,?(?: and| then)+ (?:the )?(?P<c>Ⓒ) (?:in|on) (?=Ⓣ)")
#: "Croatia acceded to the pact and Panama to the convention".
_OTHER_BODY = re.compile(
    r"(?:,|;|\band|\bwhile)(?: and)? (?:the )?(?P<n>Ⓝ),? (?P<p>to|in|from|of|on) (?:the )?(?P<c>Ⓒ)"
)
#: "Ecuador became the 26th, India the 27th and Argentina the 28th nation to sign".
_ORDINAL_BEFORE = re.compile(
    r"(?P<n>Ⓝ) (?:became|becomes|was|is) the (?:\d+(?:st|nd|rd|th)|\w+(?:th|first|second|third))"
    r"(?=,| and)"
)


def in_turn(clause: Clause, claims: list[Claim], end: int) -> list[Claim]:
    """What a sentence adds to an act without its verb: other nations, or another coalition.

    `end` is where the last of its claims ends in the reduced sentence.
    """
    if not claims:
        return []
    added = list(_each_in_turn(clause, claims[-1], end))
    joined = [c for c in claims if c.act is Act.JOINING]
    if not joined:
        return added
    added += _ordinals(clause, joined[0])
    added += _other_body(clause, joined[0])
    joining = [c for c in joined if c.when is not None]
    if joining:
        added += _next_body(clause, joining[0])
    return added


def _other_nations(clause: Clause, match: re.Match[str], told: Claim) -> tuple[str, ...]:
    """The nations of a match, unless one of them is of the claim already."""
    listed = clause.nations(match.start("n"))
    nations = listed.nations if listed else ()
    return () if set(nations) & set(told.nations) else nations


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
            yield replace(told, nations=some, act=Act.JOINING, when=when, rule="verb: in turn")


_TOWN = re.compile(r"\b(?:in|at) (?:[A-Z][\w.’'-]* ?){1,3}\Z")
_SEVERAL = 2


def _ordinals(clause: Clause, first: Claim) -> Iterator[Claim]:
    for match in _ORDINAL_BEFORE.finditer(clause.reduced):
        if nations := _other_nations(clause, match, first):
            yield replace(first, nations=nations, rule="verb: in turn")


def _other_body(clause: Clause, first: Claim) -> Iterator[Claim]:
    for match in _OTHER_BODY.finditer(clause.reduced):
        nations = _other_nations(clause, match, first)
        other = clause.coalition(match.start("c"))
        if nations and other and _is_led(clause.reduced, match.start("p"), match["p"]):
            own = _OWN_DAY.match(clause.reduced, match.end())
            when = clause.time(own.end()) if own else first.when
            yield replace(first, nations=nations, coalition=other, when=when, rule="verb: in turn")


#: "… in 2023 and Panama to the convention in 2024".
_OWN_DAY = re.compile(r",? (?:in|on) (?=Ⓣ)")


def _is_led(reduced: str, before: int, preposition: str) -> bool:
    """Whether the first act leads to its body by the same preposition."""
    return re.search(rf"\b{preposition} (?:the )?Ⓒ", reduced[:before]) is not None


def _next_body(clause: Clause, first: Claim) -> Iterator[Claim]:
    for match in _NEXT_COALITION.finditer(clause.reduced):
        other = clause.coalition(match.start("c"))
        when = clause.time(match.end())
        if other and when:
            status = Status.MEMBER if first.status is Status.SIGNED else first.status
            yield replace(first, coalition=other, when=when, status=status, rule="verb: in turn")
