"""Who belongs to what: the nations that an article counts into a coalition, and since when.

Joined is not attested: "unites the 10 nations of …" attests on the day of publication, "signed
on Thursday" gives a day of joining. Nations merely mentioned are no members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.extraction.affair_facts import Membership
from loaders.extraction.anchors import Anchor
from loaders.extraction.clauses import NATIONS, Clause
from loaders.extraction.coalition_mentions import CoalitionMention, known_coalitions
from loaders.extraction.document import Span
from loaders.extraction.editions import edition_days
from loaders.extraction.facts import Evidence, Problem
from loaders.extraction.membership_rules import (
    Act,
    Rule,
    RuleGroup,
    Status,
    denial_pattern,
    membership_rules,
    number_words,
)
from loaders.extraction.survey import Survey
from loaders.extraction.temporal import TimeExpression

#: How far back a sentence that names no coalition can lean, in characters.
_CONTEXT_REACH = 900


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence, or a list under it, says of some nations and one coalition."""

    coalition: CoalitionMention
    nations: tuple[str, ...]
    status: Status
    act: Act
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...]
    count: int | None = None
    counted: int = 0
    when: TimeExpression | None = None


def find_claims(survey: Survey) -> list[Claim]:
    """Every claim of a sentence about the nations it names."""
    claims: list[Claim] = []
    for sentence in sentences_with_nations(survey):
        claims += _claims_of(survey, survey.clause(sentence))
    return claims


def sentences_with_nations(survey: Survey) -> Iterator[Span]:
    """Each sentence that names a nation, once, in order."""
    last = -1
    for enumeration in survey.enumerations:
        index = survey.document.sentence_at(enumeration.start)
        if index == last:
            continue
        last = index
        yield survey.document.sentences[index]


def _claims_of(survey: Survey, clause: Clause) -> Iterator[Claim]:
    if clause.reduced.rstrip().endswith("?"):
        return
    if NATIONS not in clause.reduced and not _ADJECTIVE_ACT.search(clause.reduced):
        return
    named = [item for item in clause.items.values() if isinstance(item, CoalitionMention)]
    context = survey.coalition_in_play(clause.start, _CONTEXT_REACH)
    if not named and context is None:
        return
    taken: set[int] = set()
    of_exercise = any(map(is_exercise, [*named, *([context] if context else [])]))
    for group in membership_rules():
        if group.exercise and not of_exercise:
            continue
        if not group.stems.search(clause.reduced):
            continue
        for rule in group.rules:
            if not named and "c" in rule.pattern.groupindex and not _optional_coalition(rule):
                continue
            if rule.needs is None or rule.needs.search(clause.reduced):
                yield from _matches(clause, rule, group, context, taken)


#: What a nation used as an adjective can still tell: "French accession to the initiative".
_ADJECTIVE_ACT = re.compile(
    r"accession|addition|admission|entry|membership|inclusion|signing|signature|withdrawal|"
    r"departure|exit"
)


def _optional_coalition(rule: Rule) -> bool:
    return ")?" in rule.pattern.pattern and rule.name in _MAY_LEAN


#: Rules whose pattern may leave the coalition out.
_MAY_LEAN = frozenset(
    {
        "signed a letter of intent",
        "became the next to sign",
        "became a signatory",
        "became a member",
        "observed",
        "participants were",
        "invited to join",
    }
)


def _matches(
    clause: Clause, rule: Rule, group: RuleGroup, context: CoalitionMention | None, taken: set[int]
) -> Iterator[Claim]:
    for match in rule.pattern.finditer(clause.reduced):
        position = match.start("n")
        listed = clause.nations(position)
        if listed is None or position in taken:
            continue
        coalition = _coalition_of(clause, match, context)
        if coalition is None or (group.exercise and not is_exercise(coalition)):
            continue
        nations = listed.nations
        if "n2" in rule.pattern.groupindex and (more := clause.nations(match.start("n2"))):
            nations = tuple(dict.fromkeys((*more.nations, *nations)))
        if len(nations) < rule.minimum or _is_denied(clause, match, position):
            continue
        taken.add(position)
        leaning = "c" not in match.groupdict() or not (match["c"] or match.groupdict().get("c2"))
        yield Claim(
            coalition,
            nations,
            _status_told(rule, clause, match, coalition),
            rule.act,
            rule.name,
            round(rule.confidence * (0.85 if leaning else 1), 2),
            (Evidence(clause.start, clause.end),),
            _stated_count(match),
            len(listed.nations),
            time_of(clause, match.start("n"), match.end(), rule.name.startswith("found")),
        )


_SIGNATORIES = re.compile(r"[Ss]ignator(?:y|ies)\b")


def _status_told(
    rule: Rule, clause: Clause, match: re.Match[str], coalition: CoalitionMention
) -> Status:
    """The rule's status; members called signatories have signed, those of exercises take part."""
    if rule.status in (Status.MEMBER, Status.SIGNED) and is_exercise(coalition):
        return Status.PARTICIPANT
    lead = max(0, match.start() - 30)
    if rule.status is Status.MEMBER and _SIGNATORIES.search(clause.reduced, lead, match.end()):
        return Status.SIGNED
    return rule.status


def is_exercise(coalition: CoalitionMention) -> bool:
    """Whether taking part is what belonging to it means: an exercise or one of its editions."""
    kind = known_coalitions().kinds.get(coalition.slug or "")
    if kind is None:
        return bool(_EXERCISE_NAME.search(coalition.name))
    return kind.startswith("exercise")


_EXERCISE_NAME = re.compile(r"Exercise|Wargame|Sentinel|Shield|Flag\b")


def _coalition_of(
    clause: Clause, match: re.Match[str], context: CoalitionMention | None
) -> CoalitionMention | None:
    """The coalition the pattern names, else the last in the sentence so far, else the context."""
    groups = match.groupdict()
    for name in ("c", "c2"):
        if groups.get(name):
            return clause.coalition(match.start(name))
    named = [
        (position, item)
        for position, item in sorted(clause.items.items())
        if isinstance(item, CoalitionMention)
    ]
    before = [item for position, item in named if position < match.end()]
    if before:
        return before[-1]
    return named[0][1] if named else context


_LEAD_REACH = 44


def _is_denied(clause: Clause, match: re.Match[str], position: int) -> bool:
    start = min(match.start(), max(0, position - _LEAD_REACH))
    boundary = max(clause.reduced.rfind(sign, 0, position) for sign in ",;:.")
    start = max(start, min(boundary, match.start()))
    return bool(denial_pattern().search(clause.reduced, start, match.end()))


#: "15 nations, including France and Italy": not the whole list.
_NOT_ALL = re.compile(r"\b(?:including|such as|among them|namely among)\b|more than|over \d")


def _stated_count(match: re.Match[str]) -> int | None:
    written = match.groupdict().get("count")
    if not written or _NOT_ALL.search(match.group()):
        return None
    return int(written) if written.isdigit() else number_words().get(written.lower())


_ANNOUNCED_BY = re.compile(r"(?:announced|said|told|confirmed)\b[^,;]{0,30}\Z")
_FARTHEST_DATE = 70
#: Between the verb and a date that is not its own: "…, established in 2022", "net zero by 2050".
_OTHER_ACT = re.compile(
    r"\b(?:by|that|which|who|to|established|inaugurated|founded|launched|created|grounded|focused|since)\b"
)
_OPENS_CLAUSE = re.compile(r"(?:\A|[,;:—–] ?)(?:[\w’']+ ){0,4}\Z")


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


def as_memberships(survey: Survey, claims: list[Claim]) -> list[Membership]:
    """One row a nation, the same standing told twice merged, the dates in their places."""
    rows: dict[tuple[str, str, Status, bool], Membership] = {}
    for claim in claims:
        for nation in claim.nations:
            row = _row(survey, claim, nation)
            key = (claim.coalition.key, nation, claim.status, claim.act is Act.LEAVING)
            rows[key] = _merged(rows[key], row) if key in rows else row
    return [row for key, row in rows.items() if not _is_outdone(key, row, rows)]


def _merged(one: Membership, other: Membership) -> Membership:
    """One row of two claims that say the same: joined then, and attested on that day."""
    better = other if (other.start_date and not one.start_date) else one
    attested = one.attested_on or other.attested_on
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))[:4]
    confidence = max(one.confidence, other.confidence)
    return replace(better, attested_on=attested, evidence=evidence, confidence=confidence)


def _is_outdone(
    key: tuple[str, str, Status, bool],
    row: Membership,
    rows: dict[tuple[str, str, Status, bool], Membership],
) -> bool:
    """Whether a fuller claim of the same article says all that this one says."""
    coalition, nation, status, leaving = key
    if leaving:
        return False
    member = rows.get((coalition, nation, Status.MEMBER, False))
    signed = rows.get((coalition, nation, Status.SIGNED, False))
    if status is Status.ANNOUNCED:
        return bool(member or signed)
    if status is Status.HOST:
        return (coalition, nation, Status.PARTICIPANT, False) in rows
    return status is Status.MEMBER and bool(signed) and row.start_date is None


def _row(survey: Survey, claim: Claim, nation: str) -> Membership:
    start, end, attested = _dates(survey, claim)
    known = claim.coalition.slug
    return Membership(
        coalition=known,
        coalition_as_printed=claim.coalition.name,
        nation=nation,
        status=claim.status,
        start_date=start,
        end_date=end,
        attested_on=attested,
        evidence=claim.evidence,
        rule=claim.rule,
        confidence=claim.confidence if known else round(claim.confidence * 0.8, 2),
    )


def _dates(survey: Survey, claim: Claim) -> tuple[str | None, str | None, str | None]:
    """(start, end, attested): what the act and its date mean for the membership."""
    published = survey.document.published
    stated = claim.when.edtf if claim.when else None
    if claim.act is Act.LEAVING:
        by_then = published.rstrip("~?%") if Anchor.of(published).year and published else None
        return None, stated or (f"../{by_then}" if by_then else None), None
    if claim.status in (Status.PARTICIPANT, Status.OBSERVER, Status.HOST) and is_exercise(
        claim.coalition
    ):
        days = edition_days(survey, claim.coalition)
        if days:
            return days[0], days[1], None
        return None, None, published
    if claim.act is Act.JOINING or claim.status in (Status.INVITED, Status.ANNOUNCED):
        if stated:
            return (
                stated.split("/")[0] if "/" in stated and ".." not in stated else stated,
                None,
                None,
            )
        return None, None, published
    return None, None, published


def count_problems(survey: Survey, claims: list[Claim]) -> Iterator[Problem]:
    """A row where the number a text states is not that of the nations it lists."""
    for claim in claims:
        if claim.count is not None and claim.count != claim.counted and claim.counted > 1:
            start, end = claim.evidence[0].start, claim.evidence[0].end
            why = (
                f"{claim.count} nations stated, {claim.counted} listed: {', '.join(claim.nations)}"
            )
            yield Problem("count mismatch", survey.document.text[start:end], why, start, end)
