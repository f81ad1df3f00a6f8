"""The facts about nations: mentions, memberships, announcements, as the JSON contract has them."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.extraction.facts import Evidence
from loaders.extraction.memberships.rules import Status


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the article names a nation."""

    nation: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Membership:
    """The article's claim about one nation in one coalition; `coalition` is its slug if known."""

    coalition: str | None
    coalition_as_printed: str
    nation: str
    status: Status
    start_date: str | None
    end_date: str | None
    attested_on: str | None
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Announcement:
    """The article's claim about one event; `officials` are slugs where known, else person ids."""

    title: str
    kind: str
    date: str | None
    event_date: str | None
    place: str | None
    nations: tuple[str, ...]
    coalitions: tuple[str, ...]
    officials: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float
