"""What all events of one article share."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.extraction.memberships.claims import Claim
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.participants import Participants


@dataclass(frozen=True, slots=True)
class ToldArticle:
    """The surveyed text with its persons, its rosters, and what its claims tell of joining."""

    survey: Survey
    people: Participants
    rosters: tuple[Claim, ...]
    #: By the place of their evidence: the claims of joining of a sentence, in their order.
    joined: dict[int, tuple[Claim, ...]]
    #: The sentences whose claims, of whatever kind, are all of one day, or of none.
    joined_once: frozenset[int]
