"""What saving keeps beside the facts: records of decisions, and what a crash broke off."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.curation.decisions import read_record, records
from loaders.curation.transactions import unfinished
from loaders.findings import Finding, Severity
from loaders.paths import DataDirectory


def check_kept(data: DataDirectory) -> Iterator[Finding]:
    """Find what a person should look at, though no fact depends on it: all of it is a warning."""
    for path in records(data):
        if read_record(data, path.stem) is None:
            message = (
                "cannot be read, so what was decided on the article would be asked again: "
                "take the file from the history, or delete it"
            )
            yield _warning(path.relative_to(data.root).as_posix(), message)
    for folder in unfinished(data):
        message = (
            "was being saved when the power went off, and where it belongs is lost: "
            "look through its files, then delete it"
        )
        yield _warning(folder.relative_to(data.root).as_posix(), message)


def _warning(path: str, message: str) -> Finding:
    return Finding(path, None, "", message, Severity.WARNING)
