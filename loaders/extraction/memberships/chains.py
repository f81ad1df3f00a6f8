"""Chains: what is told of one nation and, by a word of sequence or company, of others too.

A head is an act told of a nation (joined, signed, took part, left). Ties (`ties.py`) hang others
on it, behind it, before it, or in the next sentences: "…, followed by Chile in June and Spain,
whose minister signed in July", "Next came Peru", "…, joining Chile and Spain". Each has the day
that is told of it, and those already in it none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.extraction.facts import Evidence
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.memberships.leaders import LEADING
from loaders.extraction.memberships.links import Link, chain, subjects
from loaders.extraction.memberships.rules import IN_TURN, Act, Status
from loaders.extraction.memberships.scene import Told, of_document
from loaders.extraction.memberships.ties import (
    Tie,
    behind,
    clause_opens,
    ties_ahead,
)
from loaders.extraction.memberships.words import read_words
from loaders.extraction.survey.clauses import NATIONS, Clause

#: So far behind its head, in characters, may a sentence go on with a chain; and so many may.
_REACH = 400
_SENTENCES = 2
#: "So did Peru." is of the sentence right before.
_NEXT_SENTENCE = 4


@dataclass(frozen=True, slots=True)
class Head:
    """An act told of nations, and where: in this sentence from `start` to `end`, or before it.

    `is_near` says that no other sentence stands between.
    """

    claim: Claim
    start: int = -1
    end: int = -1
    is_near: bool = True

    @property
    def is_carried(self) -> bool:
        """Whether it stands in a sentence before."""
        return self.end < 0


class Chains:
    """The heads that the next sentences of a text may hang others on."""

    def __init__(self) -> None:
        self._last: Claim | None = None
        self._passed = 0

    def read(self, clause: Clause, told: Sequence[Told], claims: Sequence[Claim]) -> list[Claim]:
        """What a sentence adds by its ties, given what it tells and the claims made of that."""
        heads = [Head(c, t.start, t.end) for t, c in zip(told, claims, strict=True)]
        carried = self._carried(clause)
        found: list[Claim] = []
        if heads or carried:
            for tie, head, link in _links(clause, heads, carried):
                for claim in _told_of(head, tie, link, clause):
                    found += _added(claim, claims)
        self._keep(heads, (bool(told) and not found) or self._is_of_another(clause))
        return found

    def _carried(self, clause: Clause) -> Head | None:
        if self._last is None or self._passed >= _SENTENCES:
            return None
        gap = clause.start - self._last.evidence[0].end
        return Head(self._last, is_near=gap < _NEXT_SENTENCE) if gap < _REACH else None

    def _is_of_another(self, clause: Clause) -> bool:
        """Whether a sentence names bodies, and not that of the last head."""
        named = {m.key for place in clause.items if (m := clause.coalition(place))}
        return self._last is not None and bool(named) and self._last.coalition.key not in named

    def _keep(self, heads: Sequence[Head], other: bool) -> None:
        self._passed += 1
        if heads:
            leading = [head for head in heads if _leads(head.claim)] or heads
            self._last, self._passed = leading[-1].claim, 0
        elif other:
            self._last = None


def _added(claim: Claim, told: Sequence[Claim]) -> Iterator[Claim]:
    """A claim of a chain; of what the sentence told of its nations by itself, only the day."""
    known = next(
        (
            one
            for one in told
            if one.coalition.key == claim.coalition.key and set(claim.nations) <= set(one.nations)
        ),
        None,
    )
    if known is None:
        yield claim
    elif claim.when is not None and (known.act is Act.STANDING or known.when is None):
        yield replace(claim, status=known.status)


def _leads(claim: Claim) -> bool:
    """Whether others can do the same: an act, taking part, or a standing told by a verb."""
    if claim.status in (Status.INVITED, Status.HOST):
        return False
    return claim.act is not Act.STANDING or not claim.rule.startswith("roster: ")


# --- ties in a sentence

_IN_TURN = re.compile(r"(?:[,;] |\band |[:–—] )(?:and |while )?")


def _links(
    clause: Clause, heads: Sequence[Head], carried: Head | None
) -> Iterator[tuple[Tie, Head, Link]]:
    """Each tie with the head it hangs on and the nations that it adds."""
    places = [at for at in sorted(clause.items) if clause.reduced[at] == NATIONS]
    if not places:
        return
    first = min((head.end for head in heads), default=len(clause.reduced))
    for start, end in _stretches(clause, places, first, carried):
        for match in ties_ahead(clause.reduced, start, end):
            links = list(chain(clause, match.end()))
            opens = _OPENING.fullmatch(clause.reduced[: match.start()]) is not None
            yield from _hung(heads, carried if opens else None, match, links)
    for match in _predicates(clause, places):
        yield from _hung(heads, carried, match, list(subjects(clause, match)))
    for match in _IN_TURN.finditer(clause.reduced, first, places[-1]):
        links = list(chain(clause, match.end(), bare=True))
        for tie, head, link in _hung(heads, None, match, links):
            if head.claim.when is not None or link.nth:
                yield tie, head, link


def _stretches(
    clause: Clause, places: Sequence[int], first: int, carried: Head | None
) -> Iterator[tuple[int, int]]:
    """Where a tie may stand before its nations: behind an act, or where the sentence opens.

    `places` are those of the nations, `first` is where the first act ends.
    """
    if places[-1] >= first:
        yield first, places[-1] + 1
    if places[0] < first and (carried or _OPENS_WITH_TIE.match(clause.reduced)):
        yield 0, min(first, places[min(1, len(places) - 1)] + 1)


#: "After Chile, Peru signed".
_OPENS_WITH_TIE = re.compile(
    r"(?:And |But )?(?:After|Following|Behind|Just|Like|Hard|In|On|\w+ \w+ after)\b"
)


def _predicates(clause: Clause, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """Ties behind the nations that open a clause."""
    for at in places:
        match = behind().match(clause.reduced, at + 1)
        lead = max(0, at - _LEAD_REACH)
        if match and clause_opens().search(clause.reduced, lead, at):
            yield match


_LEAD_REACH = 60


def _hung(
    heads: Sequence[Head], carried: Head | None, match: re.Match[str], links: Sequence[Link]
) -> Iterator[tuple[Tie, Head, Link]]:
    """The nations of a chain with the act that they hang on, if there is one."""
    tie = Tie(match.lastgroup) if match.lastgroup else Tie.NEXT
    head = _head_of(heads, carried, match.start(), links, tie) if links else None
    if head is not None and head.is_carried and tie is Tie.NEXT and _is_of_other_deed(match):
        return
    if head is not None:
        # "Norway signed in May, as did Kenya"; not "is a member since May, as is Kenya".
        same = tie is Tie.LIKEWISE and not head.is_carried and _DID.search(match[0]) is not None
        for link in links:
            yield tie, head, replace(link, same_day=link.same_day or same)


_DID = re.compile(r"\bdid\b")
#: "Croatia opened an office in February, and Bulgaria followed": that, not what was told before.
_OTHER_DEED = re.compile(r"N[^N]*[wJ][^N]*[,;][&s]?d?N\Z")


def _is_of_other_deed(tie: re.Match[str]) -> bool:
    """Whether the sentence tells before the tie what another nation did."""
    words = read_words(tie.string)
    return _OTHER_DEED.search("".join(w.sign for w in words if w.end <= tie.start())) is not None


#: A carried chain goes on where the sentence opens: "It was", "They had been".
_OPENING = re.compile(
    r"(?:(?:And|But|Only),? )?(?:[Ii]t|[Tt]hey|[Tt]his|That|[Bb]oth|Ⓝ|The \w+)?"
    r"(?: (?:has|have|had|was|were|is|are|itself|themselves))*(?: been)? ?"
    r"(?:soon |quickly |then |[Tt]he )?"
)


#: Ties that hang on standings too: "Chile leads the pact; the others are Peru and Spain".
_OF_STANDINGS = (Tie.LIKEWISE, Tie.INSIDE, Tie.TOGETHER)


def _head_of(
    heads: Sequence[Head], carried: Head | None, at: int, links: Sequence[Link], tie: Tie
) -> Head | None:
    """The act that stands before a tie; for one that opens the sentence the one behind.

    What is told of the nations of the chain is not what they are tied to.
    """
    tied = {nation for link in links for nation in link.nations}
    fit = [head for head in heads if tie in _OF_STANDINGS or _leads(head.claim)]
    if tie is Tie.TOGETHER:
        # "joined the French-led exercise together with Japan": not with the one who leads it.
        fit = [head for head in fit if head.claim.rule not in LEADING]
    fit = [head for head in fit if tied.isdisjoint(head.claim.nations)]
    if before := [head for head in fit if head.end <= at]:
        return before[-1]
    if carried is not None and tie is Tie.LIKEWISE and not carried.is_near:
        return None
    if carried is not None and tie not in _OF_STANDINGS and not _leads(carried.claim):
        return None
    if tie in (Tie.BEFORE, Tie.LIKEWISE):
        later = next((head for head in fit if head.start >= links[-1].end), None)
        if later is not None:
            return later
    return None if fit else carried


# --- what is told of them

_RULES = {
    Tie.NEXT: IN_TURN,
    Tie.COMING: "will join",
    Tie.BEFORE: "verb: before",
    Tie.LIKEWISE: "verb: as did",
    Tie.INSIDE: "roster: beside",
}
#: Less sure where the act was told in another sentence.
_CARRIED = 0.85


def _told_of(head: Head, tie: Tie, link: Link, clause: Clause) -> Iterator[Claim]:
    """The claim that a tie makes of nations, by the act that it hangs on."""
    first = head.claim
    nations = tuple(n for n in link.nations if n not in first.nations)
    if not nations or (len(nations) < len(link.nations) and tie is not Tie.INSIDE):
        return
    act, status = _standing(first, tie, link)
    if act is None:
        return
    when = link.when or (first.when if tie is Tie.TOGETHER or link.same_day else None)
    rule = _RULES.get(tie, first.rule)
    if head.is_carried and tie is Tie.NEXT:
        # "Eleven signed its charter. Peru followed.": into the body, by whatever paper.
        rule = "verb: follow"
        if status is Status.SIGNED:
            status = of_document(Status.MEMBER, first.coalition)
    sure = round(first.confidence * (_CARRIED if head.is_carried else 1), 2)
    here = Evidence(clause.start, clause.end)
    evidence = (here, *first.evidence)[:2] if head.is_carried else first.evidence
    yield replace(
        first, nations=nations, act=act, status=status, when=when, rule=rule,
        confidence=sure, evidence=evidence, count=None, counted=len(nations),
    )  # fmt: skip


def _standing(first: Claim, tie: Tie, link: Link) -> tuple[Act | None, Status]:
    """What a tie tells of an act that others did; no act where it tells nothing."""
    leaving = first.act is Act.LEAVING
    if tie is Tie.COMING:
        joins = first.act is Act.JOINING or first.status is Status.ANNOUNCED
        return (Act.STANDING if joins else None), Status.ANNOUNCED
    if tie is Tie.INSIDE and leaving:
        return None, first.status
    if tie is Tie.INSIDE or (tie is Tie.BEFORE and not leaving):
        announced = first.status is Status.ANNOUNCED
        status = of_document(Status.MEMBER, first.coalition) if announced else first.status
        return (Act.JOINING if link.when else Act.STANDING), status
    if link.nth and link.when is None and first.rule.startswith("roster"):
        return Act.STANDING, first.status
    return first.act, first.status
