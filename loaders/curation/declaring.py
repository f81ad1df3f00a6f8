"""A coalition or an official that nobody declared yet: appended to its reference file.

Order and comments of the file stay: the entry becomes its last lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.facts.writing import dumped, flow_item
from loaders.paths import DataDirectory
from loaders.reference import Coalition, Official, Reference, Vocabulary, read_reference

Entry = Coalition | Official


@dataclass(frozen=True)
class Declaration:
    """One new entry of the vocabulary, checked by its model."""

    entry: Entry

    @property
    def file(self) -> Vocabulary:
        """The reference file that it belongs to."""
        own = isinstance(self.entry, Coalition)
        return Vocabulary.COALITIONS if own else Vocabulary.OFFICIALS

    def declare(self, reference: Reference) -> None:
        """Make it known in a vocabulary that was read, without any file."""
        if isinstance(self.entry, Coalition):
            reference.coalitions.setdefault(self.entry.slug, self.entry)
        else:
            reference.officials.setdefault(self.entry.slug, self.entry)

    def text(self) -> str:
        """The entry's lines, in the hand of its file."""
        fields = self.entry.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
        if isinstance(self.entry, Official):
            return flow_item(fields)
        return dumped([fields])


def with_declarations(data: DataDirectory, declared: Sequence[Declaration]) -> dict[Path, bytes]:
    """The reference files with the entries appended that are not in them yet.

    Read at this moment, so that what another curator declared meanwhile stays.
    """
    known = read_reference(data)
    files: dict[Path, bytes] = {}
    for declaration in declared:
        if declaration.entry.slug in known.entries(declaration.file):
            continue
        path = data.reference / declaration.file
        present = files.get(path) or (path.read_bytes() if path.exists() else b"")
        gap = b"" if not present or present.endswith(b"\n") else b"\n"
        files[path] = present + gap + declaration.text().encode()
        declaration.declare(known)
    return files
