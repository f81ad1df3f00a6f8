"""The same fact or article twice, and events that are probably one under two slugs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import Any

from loaders import dates
from loaders.build.rows import facts_with_place
from loaders.facts.models import Announcement, Membership, Statement
from loaders.facts.reading import ReadFacts
from loaders.findings import Finding, Severity
from loaders.slugs import slugify

TWIN_DAYS = timedelta(days=3)
TWIN_SIMILARITY = 0.55
# Events without any day are compared among themselves, as if on one.
_UNDATED = "0001-01-01"


def check_duplicates(read: ReadFacts) -> Iterator[Finding]:
    """Find facts that stand in one file twice."""
    seen: dict[Any, int | None] = {}
    for kind, index, fact in facts_with_place(read.facts):
        for identity in _identities(fact):
            line = read.line_of(kind, index)
            if identity in seen:
                message = f"the same fact stands at line {seen[identity]}: keep one"
                yield Finding(read.path, line, f"{kind}[{index}]", message)
                break
            seen[identity] = line


def _identities(fact: Any) -> Iterable[Any]:
    if isinstance(fact, Membership):
        claim = (fact.coalition, fact.status, fact.start_date, fact.end_date, fact.attested_on)
        return [("membership", nation, *claim) for nation in fact.nations]
    if isinstance(fact, Statement):
        return [("statement", fact.speaker or fact.as_printed, " ".join(fact.text))]
    if isinstance(fact, Announcement):
        return [("announcement", fact.event, fact.date, fact.event_date)]
    return [(type(fact).__name__, *fact.model_dump(exclude={"passage", "note"}).values())]


def same_articles(reads: list[ReadFacts]) -> Iterator[Finding]:
    """Find articles with two facts files: at one address, or of one publisher, title and day.

    A copy that names its original is a second article.
    """
    first: dict[tuple[str, ...], ReadFacts] = {}
    for read in reads:
        for field, mark in _marks(read):
            other = first.setdefault(mark, read)
            if other is not read and not _copies(read, other):
                message = (
                    f"{other.path} is of the same article: join the two, or say `copy_of` in the "
                    "one that reproduces the other"
                )
                line = read.line_of("article", field)
                yield Finding(read.path, line, f"article.{field}", message, Severity.WARNING)
                break


def _marks(read: ReadFacts) -> Iterator[tuple[str, tuple[str, ...]]]:
    article = read.facts.article
    if article.url:
        yield "url", (article.url.split("://", 1)[-1].rstrip("/"),)
    if article.published:
        yield "title", (slugify(article.publisher), slugify(article.title), article.published)


def _copies(read: ReadFacts, other: ReadFacts) -> bool:
    """Tell whether one of two articles reproduces the other, or both reproduce a third."""
    one, two = read.facts.article.copy_of, other.facts.article.copy_of
    return one == other.id or two == read.id or (one is not None and one == two)


@dataclass(frozen=True)
class _Dated:
    """An event as one claim tells it, with the day that it is compared by."""

    day: date
    read: ReadFacts
    index: int
    claim: Announcement


def likely_twins(reads: list[ReadFacts]) -> Iterator[Finding]:
    """Find events with different slugs, close days, a shared coalition and like titles."""
    events = sorted(_events(reads), key=lambda event: (event.day, event.claim.event))
    told: set[frozenset[str]] = set()
    for position, one in enumerate(events):
        for other in events[position + 1 :]:
            if other.day - one.day > TWIN_DAYS:
                break
            pair = frozenset((one.claim.event, other.claim.event))
            if len(pair) == 2 and pair not in told and _alike(one.claim, other.claim):
                told.add(pair)
                yield _twin_finding(one, other)


def _events(reads: list[ReadFacts]) -> Iterator[_Dated]:
    """Give each event once per day and title told of it; undated ones share a day."""
    seen: set[tuple[str, date, str]] = set()
    for read in reads:
        for index, claim in enumerate(read.facts.announcements):
            span = dates.bounds(claim.event_date or claim.date or _UNDATED)
            day = span.earliest or span.latest
            if day and (claim.event, day, claim.title) not in seen:
                seen.add((claim.event, day, claim.title))
                yield _Dated(day, read, index, claim)


def _alike(first: Announcement, second: Announcement) -> bool:
    if first.kind != second.kind:
        return False
    if not set(first.coalitions) & set(second.coalitions):
        return False
    # France's accession and Germany's read alike and lie days apart: they are two events.
    if first.nations and second.nations and not set(first.nations) & set(second.nations):
        return False
    return (
        SequenceMatcher(None, first.title.casefold(), second.title.casefold()).ratio()
        > TWIN_SIMILARITY
    )


def _twin_finding(one: _Dated, other: _Dated) -> Finding:
    message = (
        f"{other.claim.event!r} looks like the event {one.claim.event!r} of {one.read.path}: "
        "if it is, give both the same slug"
    )
    line = other.read.line_of("announcements", other.index)
    field = f"announcements[{other.index}].event"
    return Finding(other.read.path, line, field, message, Severity.WARNING)
