"""The membership claims behind events: which of them are news of joining, which are rosters."""

from __future__ import annotations

import re

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.memberships.dates import day_of_tally
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span

_ROSTER_STATUSES = (Status.MEMBER, Status.SIGNED)


def rosters_of(claims: list[Claim]) -> tuple[Claim, ...]:
    """Each roster of several members once: what "the 10 nations" can stand for."""
    rosters = [c for c in claims if len(c.nations) > 1 and c.status in _ROSTER_STATUSES]
    different = {(c.coalition.key, c.nations): c for c in reversed(rosters)}
    return tuple(reversed(different.values()))[:_MOST_ROSTERS]


_MOST_ROSTERS = 50


def _is_roster(claim: Claim) -> bool:
    return claim.rule.startswith(("founding", "founded", "roster"))


#: "The fourth on the list, after Bahrain", "the most recent signatory was Senegal": without a day
#: such words only say who stands where.
_RECALLED = frozenset({"verb: before", "verb: follow", "role: newest", "brings the number"})
#: "Are expected to remain the largest contributors".
_REMAINING = re.compile(
    r"\b(?:to|will) (?:remain|stay|continue)\b|"
    r"\b(?:is|are) (?:currently |already |also )?(?:participating|taking part|contributing)\b"
)
#: "Croatia, which had been expected to do the same": it has not.
_EXPECTED_ONCE = re.compile(r"\bhad (?:been )?(?:expected|due|set|planned|hoped|meant|wanted) to\b")
#: "With effect from 1 March, Denmark is a member".
_FROM_A_DAY = re.compile(r"(?:With effect from|As of|As from|Effective|Starting|Beginning) ")


def is_tally(survey: Survey, sentence: Span) -> bool:
    """Whether a sentence takes a count on a day, on which nobody need have come."""
    return day_of_tally(survey.reducer.reduce(*sentence).reduced) is not None


def accessions_of(survey: Survey, claims: list[Claim]) -> dict[int, tuple[Claim, ...]]:
    """The claims that are news of joining or leaving, by the place of their evidence."""
    found: dict[int, tuple[Claim, ...]] = {}
    for claim in claims:
        if _is_accession(survey, claim):
            at = claim.evidence[0].start
            found[at] = (*found.get(at, ()), claim)
    return found


def _is_accession(survey: Survey, claim: Claim) -> bool:
    """Whether the claim is news of nations coming or going, not of a whole charter signed."""
    if is_exercise(claim.coalition) or claim.rule.endswith(": pay"):
        # "paid for the sixth satellite" tells who shares the fleet, not that anybody came.
        return False
    document = survey.document
    sentence = document.sentences[document.sentence_at(claim.evidence[0].start)]
    if claim.when is None and _is_of_old(document.text, claim, sentence):
        return False
    if is_tally(survey, sentence):
        return False
    roster = _is_roster(claim)
    if claim.status is Status.ANNOUNCED and not roster:
        return True
    if _FROM_A_DAY.match(document.text, *sentence) and survey.times_in(*sentence):
        return True
    if roster:
        return False
    return claim.act is not Act.STANDING and claim.status is not Status.LETTER_OF_INTENT


def _is_of_old(text: str, claim: Claim, sentence: Span) -> bool:
    """Whether a claim without a day only says who stands where, stays, or never came."""
    if claim.rule in _RECALLED or _REMAINING.search(text, *sentence):
        return True
    evidence = claim.evidence[0]
    return bool(_EXPECTED_ONCE.search(text, evidence.start, evidence.end))
