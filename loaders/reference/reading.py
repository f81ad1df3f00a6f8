"""The reference files, read once and indexed by slug and by printed name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from pydantic import ValidationError

from loaders.facts.advice import findings_of
from loaders.facts.yaml import YamlDocument, read_yaml_file
from loaders.findings import Finding
from loaders.paths import DataDirectory
from loaders.reference.models import (
    Coalition,
    Kind,
    Official,
    Organisation,
    Status,
    Vocabulary,
)

Entry = TypeVar("Entry", Coalition, Kind, Official, Organisation, Status)


@dataclass(frozen=True)
class Reference:
    """The vocabulary of a data directory, by slug.

    `lines` is where each entry begins, also one with an error, which is in no mapping; `unread`
    names the files of which nothing could be read.
    """

    coalitions: dict[str, Coalition]
    statuses: dict[str, Status]
    announcement_kinds: dict[str, Kind]
    organisations: dict[str, Organisation]
    officials: dict[str, Official]
    findings: list[Finding] = field(default_factory=list)
    lines: dict[tuple[Vocabulary, str], int] = field(default_factory=dict)
    unread: set[Vocabulary] = field(default_factory=set)

    def entries(self, of: Vocabulary) -> Mapping[str, object]:
        """The entries of one reference file by slug."""
        found: Mapping[str, object] = getattr(self, of.name.lower())
        return found

    @cached_property
    def organisation_by_name(self) -> dict[str, Organisation]:
        """Organisations by every printed name, case and spacing folded."""
        return {
            folded(printed): organisation
            for organisation in self.organisations.values()
            for printed in (organisation.name, *organisation.aliases)
        }

    def organisation(self, printed: str) -> Organisation | None:
        """Find the organisation that a printed name means."""
        return self.organisation_by_name.get(folded(printed))


def folded(name: str) -> str:
    """Fold a printed name: case, spacing, apostrophes and a leading "the" don't tell it apart."""
    return " ".join(name.replace("’", "'").casefold().split()).removeprefix("the ")


def read_reference(data: DataDirectory) -> Reference:
    """Read data/reference/*.yaml; what is wrong with an entry is in `findings`."""
    made = Reference({}, {}, {}, {}, {})
    _read(data, Vocabulary.COALITIONS, Coalition, made.coalitions, made)
    _read(data, Vocabulary.STATUSES, Status, made.statuses, made)
    _read(data, Vocabulary.ANNOUNCEMENT_KINDS, Kind, made.announcement_kinds, made)
    _read(data, Vocabulary.ORGANISATIONS, Organisation, made.organisations, made)
    _read(data, Vocabulary.OFFICIALS, Official, made.officials, made)
    return made


def _read(
    data: DataDirectory,
    of: Vocabulary,
    model: type[Entry],
    entries: dict[str, Entry],
    into: Reference,
) -> None:
    document = read_yaml_file(data.reference / of, of.path)
    if isinstance(document, YamlDocument) and not isinstance(document.value, list):
        empty = "the file is empty: write [] where it is to have no entry; "
        message = "a reference file is a list: begin entries with `- `"
        document = Finding(of.path, 1, "", (empty if document.value is None else "") + message)
    if isinstance(document, Finding):
        into.findings.append(document)
        into.unread.add(of)
        return
    for index, value in enumerate(document.value):
        line = document.line_of((index,))
        slug = value.get("slug") if isinstance(value, dict) else None
        if isinstance(slug, str) and line:
            into.lines.setdefault((of, slug), line)
        try:
            entry = model.model_validate(value)
        except ValidationError as error:
            into.findings.extend(findings_of(error, _entry(document, index), of.path, model))
            continue
        if entry.slug in entries:
            into.findings.append(
                Finding(of.path, line, "slug", f"{entry.slug!r} stands here twice: keep one")
            )
        entries[entry.slug] = entry


def _entry(document: YamlDocument, index: int) -> YamlDocument:
    """One entry of a list as a document of its own, its lines those of the file."""
    lines = {place[1:]: at for place, at in document.lines.items() if place[:1] == (index,)}
    return YamlDocument(document.value[index], lines)
