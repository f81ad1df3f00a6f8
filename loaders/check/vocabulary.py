"""Reference files that contradict themselves: unknown parents, circles, names shared by two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loaders import dates
from loaders.check.references import leads_back
from loaders.findings import Finding
from loaders.reference import Reference, Vocabulary
from loaders.reference.reading import folded


def check_vocabulary(reference: Reference) -> Iterator[Finding]:
    """Find what is wrong between the entries of the reference files."""
    coalitions, organisations = reference.coalitions, reference.organisations
    for field in ("parent", "predecessor"):
        above = {slug: getattr(coalition, field) for slug, coalition in coalitions.items()}
        yield from _broken(above, field, Vocabulary.COALITIONS, reference)
    for slug, coalition in coalitions.items():
        if dates.after(coalition.first_day, coalition.last_day):
            message = f"{coalition.last_day} is before its first day, {coalition.first_day}"
            yield _finding(slug, "last_day", message, Vocabulary.COALITIONS, reference)
    above = {slug: organisation.parent for slug, organisation in organisations.items()}
    yield from _broken(above, "parent", Vocabulary.ORGANISATIONS, reference)
    yield from _shared_names(reference)


def _shared_names(reference: Reference) -> Iterator[Finding]:
    named: dict[str, str] = {}
    for slug, each in reference.organisations.items():
        for printed in (each.name, *each.aliases):
            other = named.setdefault(folded(printed), slug)
            if other != slug:
                message = f"{printed!r} is a name of {other!r} too: keep it for one"
                yield _finding(slug, "aliases", message, Vocabulary.ORGANISATIONS, reference)


def _broken(
    above: Mapping[str, str | None], field: str, of: Vocabulary, reference: Reference
) -> Iterator[Finding]:
    """Tell of each entry that stands under an unknown one, or in the end under itself."""
    for slug, named in above.items():
        if named and named not in above:
            yield _finding(slug, field, f"{named!r} is not known", of, reference)
        elif named and leads_back(slug, above):
            message = f"following it from {named!r} leads back here"
            yield _finding(slug, field, message, of, reference)


def _finding(slug: str, field: str, message: str, of: Vocabulary, reference: Reference) -> Finding:
    return Finding(of.path, reference.lines.get((of, slug)), field, f"{slug}: {message}")
