"""Names that the vocabulary does not know: coalitions, officials, statuses, kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from loaders.facts.models import FactsFile
from loaders.facts.reading import ReadFacts
from loaders.findings import Finding, Severity
from loaders.reference import Reference, Vocabulary

_FIELDS = (
    ("memberships", "coalition", Vocabulary.COALITIONS),
    ("memberships", "status", Vocabulary.STATUSES),
    ("announcements", "kind", Vocabulary.ANNOUNCEMENT_KINDS),
    ("announcements", "coalitions", Vocabulary.COALITIONS),
    ("announcements", "officials", Vocabulary.OFFICIALS),
    ("persons", "official", Vocabulary.OFFICIALS),
    ("posts", "official", Vocabulary.OFFICIALS),
    ("statements", "speaker", Vocabulary.OFFICIALS),
    ("statements", "coalitions", Vocabulary.COALITIONS),
)


def check_references(read: ReadFacts, reference: Reference) -> Iterator[Finding]:
    """Find each slug in a facts file that no reference file declares."""
    for where, slug, of in _named(read.facts):
        if slug not in reference.entries(of):
            yield _unknown(read, where, slug, of, reference)
    yield from _organisations(read, reference)


def _named(facts: FactsFile) -> Iterator[tuple[tuple[str, int, str], str, Vocabulary]]:
    """Every slug that a facts file names, with its place and the vocabulary it is of."""
    for section, field, of in _FIELDS:
        for index, fact in enumerate(getattr(facts, section)):
            named = getattr(fact, field)
            for slug in [named] if isinstance(named, str) else named or []:
                yield (section, index, field), slug, of


def _unknown(
    read: ReadFacts,
    where: tuple[str, int, str],
    slug: str,
    of: Vocabulary,
    reference: Reference,
) -> Finding:
    if of in reference.unread:  # said once for the whole file: its slugs may all be right
        return Finding(read.path, None, "", f"waits for {of.path}, which cannot be read: see there")
    if at := reference.lines.get((of, slug)):
        advice = f"{slug!r} has an error in {of.path}, line {at}: mend it there"
    elif near := get_close_matches(slug, list(reference.entries(of)), n=1):
        advice = f"{slug!r} is not known: did you mean {near[0]!r}?"
    else:
        advice = f"{slug!r} is not known: add it to data/{of.path}"
    field = f"{where[0]}[{where[1]}].{where[2]}"
    return Finding(read.path, read.line_of(*where), field, advice)


def _organisations(read: ReadFacts, reference: Reference) -> Iterator[Finding]:
    for index, post in enumerate(read.facts.posts):
        printed = post.organisation
        if printed and not reference.organisation(printed) and not post.organisation_nation:
            message = (
                f"{printed!r} is not in {Vocabulary.ORGANISATIONS.path}, so its nation is unknown: "
                "add it there, or give `organisation_nation`"
            )
            line = read.line_of("posts", index, "organisation")
            field = f"posts[{index}].organisation"
            yield Finding(read.path, line, field, message, Severity.WARNING)


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
