"""Date orders that cannot be: an end before its start, a statement after its publication."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import dates
from loaders.build.rows import known_from
from loaders.facts.reading import ReadFacts
from loaders.findings import Finding, Severity
from loaders.reference import Reference


def check_order(read: ReadFacts, reference: Reference) -> Iterator[Finding]:
    """Find impossible date orders; a membership before its coalition's founding is a warning.

    That one is a warning because the founding day may be the claim that is wrong.
    """
    for kind in ("memberships", "posts"):
        for index, claim in enumerate(getattr(read.facts, kind)):
            if dates.after(claim.start_date, claim.end_date):
                yield _finding(
                    read,
                    kind,
                    index,
                    "end_date",
                    f"{claim.end_date} is before the start, {claim.start_date}",
                )
    yield from _contradicted_attestations(read)
    yield from _before_founding(read, reference)
    yield from _after_publication(read)


def _contradicted_attestations(read: ReadFacts) -> Iterator[Finding]:
    """A standing shown on a day outside its own start and end: one of the days is another's."""
    for kind in ("memberships", "posts"):
        for index, claim in enumerate(getattr(read.facts, kind)):
            attested = claim.attested_on
            if dates.after(claim.start_date, attested) or dates.after(attested, claim.end_date):
                stated = f"{claim.start_date or '..'} to {claim.end_date or '..'}"
                message = f"{attested} is outside what the claim states, {stated}: check both"
                yield _finding(read, kind, index, "attested_on", message, Severity.WARNING)


def _before_founding(read: ReadFacts, reference: Reference) -> Iterator[Finding]:
    for index, claim in enumerate(read.facts.memberships):
        # France was chosen to host NATO's Space Centre of Excellence two years before its
        # founding: an invitation, announcement or letter of intent may come first.
        if not getattr(reference.statuses.get(claim.status), "counts", True):
            continue
        founded = getattr(reference.coalitions.get(claim.coalition), "first_day", None)
        for field in ("start_date", "attested_on"):
            day = getattr(claim, field)
            if founded and day and dates.after(founded, day):
                message = f"{day} is before {claim.coalition} began ({founded}): check both"
                yield _finding(read, "memberships", index, field, message, Severity.WARNING)


def _after_publication(read: ReadFacts) -> Iterator[Finding]:
    article = read.facts.article
    if dates.after(article.published, article.retrieved):
        message = f"{article.published} is after the article was read ({article.retrieved})"
        line = read.line_of("article", "published")
        yield Finding(read.path, line, "article.published", message)
    published = known_from(article)
    if published is None:
        return
    for kind, field in (
        ("statements", "date"),
        ("announcements", "date"),
        ("memberships", "attested_on"),
        ("posts", "attested_on"),
    ):
        for index, claim in enumerate(getattr(read.facts, kind)):
            day = getattr(claim, field)
            if day and dates.after(day, f"../{published.isoformat()}"):
                yield _finding(
                    read,
                    kind,
                    index,
                    field,
                    f"{day} is after the article was published or read ({published})",
                )


def _finding(
    read: ReadFacts, kind: str, index: int, field: str, message: str,
    severity: Severity = Severity.ERROR,
) -> Finding:  # fmt: skip
    line = read.line_of(kind, index, field)
    return Finding(read.path, line, f"{kind}[{index}].{field}", message, severity)
