"""Names that the vocabulary does not know: coalitions, officials, statuses, kinds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from loaders.facts.reading import ReadFacts
from loaders.findings import Finding, Severity
from loaders.reference import Reference


def check_references(read: ReadFacts, reference: Reference) -> Iterator[Finding]:
    """Find each slug in a facts file that no reference file declares."""
    facts = read.facts
    for index, claim in enumerate(facts.memberships):
        yield from _known(
            read, ("memberships", index, "coalition"), claim.coalition, reference.coalitions
        )
        yield from _known(read, ("memberships", index, "status"), claim.status, reference.statuses)
    for index, event in enumerate(facts.announcements):
        yield from _known(
            read, ("announcements", index, "kind"), event.kind, reference.announcement_kinds
        )
        for official in event.officials:
            yield from _known(
                read, ("announcements", index, "officials"), official, reference.officials
            )
    for kind in ("persons", "posts"):
        for index, person in enumerate(getattr(facts, kind)):
            yield from _known(read, (kind, index, "official"), person.official, reference.officials)
    for index, statement in enumerate(facts.statements):
        if statement.speaker:
            yield from _known(
                read, ("statements", index, "speaker"), statement.speaker, reference.officials
            )
    yield from _mentioned_coalitions(read, reference)
    yield from _organisations(read, reference)


def _mentioned_coalitions(read: ReadFacts, reference: Reference) -> Iterator[Finding]:
    for kind in ("announcements", "statements"):
        for index, fact in enumerate(getattr(read.facts, kind)):
            for slug in fact.coalitions:
                yield from _known(read, (kind, index, "coalitions"), slug, reference.coalitions)


def _organisations(read: ReadFacts, reference: Reference) -> Iterator[Finding]:
    for index, post in enumerate(read.facts.posts):
        printed = post.organisation
        if printed and not reference.organisation(printed) and not post.organisation_nation:
            yield Finding(
                read.path, read.line_of("posts", index, "organisation"), f"posts[{index}].organisation",  # noqa: E501
                f"{printed!r} is not in reference/organisations.yaml, so its nation is unknown: "
                "add it there, or give `organisation_nation`", Severity.WARNING,
            )  # fmt: skip


def _known(
    read: ReadFacts, where: tuple[str | int, ...], slug: str, known: Collection[str]
) -> Iterator[Finding]:
    if slug in known:
        return
    near = get_close_matches(slug, list(known), n=1)
    advice = f"did you mean {near[0]!r}?" if near else "add it to data/reference/"
    field = f"{where[0]}[{where[1]}].{where[2]}"
    yield Finding(read.path, read.line_of(*where), field, f"{slug!r} is not known: {advice}")


def unknown_originals(reads: list[ReadFacts]) -> Iterator[Finding]:
    """Find articles whose `copy_of` names no article of the corpus, or in the end themselves."""
    originals = {read.id: read.facts.article.copy_of for read in reads}
    for read in reads:
        original = originals[read.id]
        if original and original not in originals:
            message = f"there is no article {original!r}: add it, or leave the field out"
        elif original and leads_back(read.id, originals):
            message = f"{original!r} is itself a copy of this article: one of them is the original"
        else:
            continue
        line = read.line_of("article", "copy_of")
        yield Finding(read.path, line, "article.copy_of", message)


def leads_back(start: str, above: Mapping[str, str | None]) -> bool:
    """Tell whether following `above` from `start` comes back to it."""
    seen: set[str] = set()
    here = above.get(start)
    while here and here not in seen and here != start:
        seen.add(here)
        here = above.get(here)
    return here == start
