"""What all events of one article share."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.extraction.memberships.claims import Claim
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.participants import Participants


@dataclass(frozen=True, slots=True)
class ToldArticle:
    """The surveyed text with its persons, rosters, and the claims of joining by their place."""

    survey: Survey
    people: Participants
    rosters: tuple[Claim, ...]
    joined: dict[int, Claim]
    #: Of the sentences that tell of joining more than one body: every claim.
    joined_several: dict[int, tuple[Claim, ...]]
    #: The sentences that tell of joining on one day, or on none.
    joined_once: frozenset[int] = frozenset()
    #: Every claim of joining by its place, where a sentence has several.
    joined_in_turn: dict[int, tuple[Claim, ...]] = field(default_factory=dict)
