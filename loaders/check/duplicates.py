"""The same fact twice, and events that are probably one under two slugs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from difflib import SequenceMatcher
from typing import Any

from loaders import dates
from loaders.build.rows import facts_with_place
from loaders.facts.models import Announcement, Membership, Statement
from loaders.facts.reading import ReadFacts
from loaders.findings import Finding, Severity

TWIN_DAYS = timedelta(days=3)
TWIN_SIMILARITY = 0.55
# Within this many events, sorted by day, a twin is looked for; it keeps the search linear.
_NEIGHBOURS = 12


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


def likely_twins(reads: list[ReadFacts]) -> Iterator[Finding]:
    """Find events with different slugs, close days, a shared coalition and like titles."""
    events: list[tuple[Any, ReadFacts, int, Announcement]] = []
    for read in reads:
        for index, claim in enumerate(read.facts.announcements):
            day = dates.bounds(claim.event_date or claim.date or "0001").earliest
            if day:
                events.append((day, read, index, claim))
    events.sort(key=lambda event: (event[0], event[3].event))
    told: set[frozenset[str]] = set()
    for distance in range(1, _NEIGHBOURS):
        for one, other in zip(events, events[distance:], strict=False):
            pair = frozenset((one[3].event, other[3].event))
            if len(pair) == 2 and pair not in told and _alike(one, other):
                told.add(pair)
                yield _twin_finding(one, other)


def _alike(one: Any, other: Any) -> bool:
    first, second = one[3], other[3]
    if other[0] - one[0] > TWIN_DAYS or first.kind != second.kind:
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


def _twin_finding(one: Any, other: Any) -> Finding:
    _, read, index, claim = other
    return Finding(
        read.path, read.line_of("announcements", index), f"announcements[{index}].event",
        f"{claim.event!r} looks like the event {one[3].event!r} of {one[1].path}: "
        "if it is, give both the same slug", Severity.WARNING,
    )  # fmt: skip
