"""What is wrong with an input, told to the person who can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps a fact or a file out of the tables; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One thing to mend: the file (relative to the data directory), line, field, and the mend."""

    path: str
    line: int | None
    field: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        field = f" {self.field}:" if self.field else ""
        return f"{place}: {self.severity}:{field} {self.message}"


def errors(findings: list[Finding]) -> list[Finding]:
    """Keep the findings that keep something out of the tables."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def by_place(finding: Finding) -> tuple[bool, str, int, str, str]:
    """Order findings as a person mends them: the vocabulary, which others name, before the rest.

    Then file by file, from the first line to the last.
    """
    others = not finding.path.startswith("reference/")
    return (others, finding.path, finding.line or 0, finding.field, finding.message)
