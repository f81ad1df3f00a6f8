"""The day of a membership that the announcement of the same step tells.

"NASA welcomed two new nations to the accords today. Panama and Austria signed them at separate
ceremonies." "Thailand signed an agreement today to be part of the station. It joins as ninth."
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.dates import bounds
from loaders.extraction.affair_facts import Announcement
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.recency import is_recent

_STANDINGS = (Status.MEMBER, Status.SIGNED, Status.ASSOCIATE, Status.OBSERVER)
_STEPS = ("accession", "agreement")
#: So many sentences lie between an agreement on joining and what it says of who joins.
_NEAR = 2


def with_days_of_events(
    survey: Survey, claims: Sequence[Claim], told: Iterable[Announcement]
) -> list[Claim]:
    """The claims; who came on a day that only the announcement of the step tells has that day."""
    steps = [a for a in told if a.kind in _STEPS and _is_settled(survey, a.event_date)]
    if not steps:
        return list(claims)
    own = {one for claim in claims if claim.when for one in _each(claim)}
    exact = [step for step in steps if ".." not in (step.event_date or "")]
    return [
        # "recognised this week as members": the day on which each entered may be told elsewhere.
        _dated(survey, claim, steps if own.isdisjoint(_each(claim)) else exact)
        for claim in claims
    ]


def _each(claim: Claim) -> Iterator[tuple[str, Status, str]]:
    """What a claim tells of each of its nations."""
    return ((claim.coalition.key, claim.status, nation) for nation in claim.nations)


def _is_settled(survey: Survey, edtf: str | None) -> bool:
    """Whether a date is recent and a day, or one of the days of a week: "this week"."""
    if edtf is None or ".." not in edtf:
        return is_recent(survey, edtf)
    days = bounds(edtf)
    if not (days.earliest and days.latest):
        return False
    return (days.latest - days.earliest).days < _WEEK and is_recent(survey, str(days.earliest))


_WEEK = 7


def _dated(survey: Survey, claim: Claim, steps: Sequence[Announcement]) -> Claim:
    if claim.when or claim.act is Act.LEAVING or claim.status not in _STANDINGS:
        return claim
    if claim.act is Act.STANDING and claim.status is not Status.SIGNED:
        return claim
    for step in steps:
        if _is_of(survey, claim, step) and (when := _time_of(survey, step)):
            return replace(claim, when=when, act=Act.JOINING)
    return claim


def _is_of(survey: Survey, claim: Claim, step: Announcement) -> bool:
    """Whether an announcement is of the step that the claim tells."""
    if claim.coalition.key not in step.coalitions or not set(claim.nations) <= set(step.nations):
        return False
    places = {survey.document.sentence_at(one.start) for one in step.evidence}
    at = survey.document.sentence_at(claim.evidence[0].start)
    all_of_them = set(claim.nations) == set(step.nations)
    if claim.act is Act.STANDING:
        # "Seven countries signed the treaty: …": who signed it that day, not who had before.
        return at in places and all_of_them
    if step.kind == "accession":
        return at in places or all_of_them
    return any(0 <= at - place <= _NEAR for place in places)


def _time_of(survey: Survey, step: Announcement) -> TimeExpression | None:
    """The words of the announcement's sentences that tell its day, and no other day beside it."""
    for evidence in step.evidence:
        times = survey.times_in(evidence.start, evidence.end)
        own = [time for time in times if time.edtf == step.event_date]
        if own and not any(is_recent(survey, t.edtf) and t.edtf != step.event_date for t in times):
            # "Spain's signature came on April 3 and Denmark's on April 9": each its own.
            return own[0]
    return None
