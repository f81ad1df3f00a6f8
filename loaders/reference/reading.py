"""The reference files, read once and indexed by slug and by printed name."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from loaders.facts.advice import findings_of
from loaders.facts.yaml import YamlError, read_yaml
from loaders.findings import Finding
from loaders.paths import DataDirectory
from loaders.reference.models import Coalition, Kind, Official, Organisation, Status

Entry = TypeVar("Entry", Coalition, Kind, Official, Organisation, Status)


@dataclass(frozen=True)
class Reference:
    """The vocabulary of a data directory, by slug."""

    coalitions: dict[str, Coalition]
    statuses: dict[str, Status]
    announcement_kinds: dict[str, Kind]
    organisations: dict[str, Organisation]
    officials: dict[str, Official]
    findings: list[Finding] = field(default_factory=list)

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
    findings: list[Finding] = []
    folder = data.reference
    return Reference(
        coalitions=_read(folder / "coalitions.yaml", Coalition, findings),
        statuses=_read(folder / "statuses.yaml", Status, findings),
        announcement_kinds=_read(folder / "announcement_kinds.yaml", Kind, findings),
        organisations=_read(folder / "organisations.yaml", Organisation, findings),
        officials=_read(folder / "officials.yaml", Official, findings),
        findings=findings,
    )


def _read(path: Path, model: type[Entry], findings: list[Finding]) -> dict[str, Entry]:
    name = f"reference/{path.name}"
    try:
        document = read_yaml(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        findings.append(Finding(name, None, "", f"cannot be read: {error}"))
        return {}
    except YamlError as error:
        findings.append(Finding(name, error.line, "", error.message))
        return {}
    entries: dict[str, Entry] = {}
    if not isinstance(document.value or [], list):
        findings.append(Finding(name, 1, "", "a reference file is a list: begin entries with `- `"))
        return entries
    for index, value in enumerate(document.value or []):
        line = document.line_of((index,))
        try:
            entry = model.model_validate(value)
        except ValidationError as error:
            shifted = type(document)(
                value,
                {place[1:]: at for place, at in document.lines.items() if place[:1] == (index,)},
            )
            findings.extend(findings_of(error, shifted, name, model))
            continue
        if entry.slug in entries:
            findings.append(Finding(name, line, "slug", f"{entry.slug!r} stands here twice"))
        entries[entry.slug] = entry
    return entries
