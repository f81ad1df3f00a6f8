"""Reference files that contradict themselves: unknown parents, circles, names shared by two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loaders import dates
from loaders.check.references import leads_back
from loaders.findings import Finding
from loaders.reference import Coalition, Organisation, Reference
from loaders.reference.reading import folded


def check_vocabulary(reference: Reference) -> Iterator[Finding]:
    """Find what is wrong between the entries of the reference files."""
    yield from _coalitions(reference.coalitions)
    yield from _organisations(reference.organisations)


def _coalitions(coalitions: Mapping[str, Coalition]) -> Iterator[Finding]:
    path = "reference/coalitions.yaml"
    for field in ("parent", "predecessor"):
        above = {slug: getattr(coalition, field) for slug, coalition in coalitions.items()}
        for message in _broken(above):
            yield Finding(path, None, field, message)
    for slug, coalition in coalitions.items():
        if dates.after(coalition.first_day, coalition.last_day):
            message = f"{slug}: {coalition.last_day} is before its first day, {coalition.first_day}"
            yield Finding(path, None, "last_day", message)


def _organisations(organisations: Mapping[str, Organisation]) -> Iterator[Finding]:
    path = "reference/organisations.yaml"
    for message in _broken({slug: each.parent for slug, each in organisations.items()}):
        yield Finding(path, None, "parent", message)
    named: dict[str, str] = {}
    for slug, each in organisations.items():
        for printed in (each.name, *each.aliases):
            other = named.setdefault(folded(printed), slug)
            if other != slug:
                message = f"{printed!r} names both {other!r} and {slug!r}: keep it for one"
                yield Finding(path, None, "aliases", message)


def _broken(above: Mapping[str, str | None]) -> Iterator[str]:
    """Tell of each entry that stands under an unknown one, or in the end under itself."""
    for slug, named in above.items():
        if named and named not in above:
            yield f"{slug}: {named!r} is not known"
        elif named and leads_back(slug, above):
            yield f"{slug}: following it from {named!r} leads back here"
