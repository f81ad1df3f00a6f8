"""Facts files from disk: each one read, validated, or reported and left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from loaders.facts.advice import findings_of
from loaders.facts.models import FactsFile
from loaders.facts.yaml import FieldPath, YamlDocument, document_of, text_of
from loaders.findings import Finding
from loaders.paths import DataDirectory
from loaders.slugs import require_slug

_ENDINGS = (".yaml", ".yml")
_EDITORS = re.compile(r"\.|#|.*~\Z", re.S)


@dataclass(frozen=True)
class ReadFacts:
    """A valid facts file: the article's id (the file's name), its facts, and their lines."""

    id: str
    path: str
    facts: FactsFile
    document: YamlDocument

    def line_of(self, *where: str | int) -> int | None:
        """Give the line of a field, such as `line_of("memberships", 0, "coalition")`."""
        place: FieldPath = where
        return self.document.line_of(place)


def facts_paths(data: DataDirectory) -> list[Path]:
    """List the facts files in a fixed order; those of another ending wait to be renamed."""
    return [path for path in _files(data) if path.suffix in _ENDINGS and path.is_file()]


def _files(data: DataDirectory) -> list[Path]:
    """All that lies under articles/ but folders and what editors leave there."""
    found = (path for path in data.articles.rglob("*") if not _EDITORS.match(path.name))
    return sorted(path for path in found if path.suffix in _ENDINGS or not path.is_dir())


def _strays(data: DataDirectory) -> Iterator[Finding]:
    """What was put among the facts files and is not read: it must not be missed in silence."""
    for path in _files(data):
        if path.suffix in _ENDINGS and path.is_file():
            continue
        told = "is no file that can be opened" if path.suffix in _ENDINGS else "is not read"
        name = path.relative_to(data.root).as_posix()
        yield Finding(
            name, None, "file name", f"{told}: facts files end in .yaml; rename it or take it away"
        )


def read_facts_files(data: DataDirectory) -> tuple[list[ReadFacts], list[Finding]]:
    """Read all facts files; a broken one becomes findings and the rest goes on."""
    read: list[ReadFacts] = []
    findings = list(_strays(data))
    first_path: dict[str, str] = {}
    for path in facts_paths(data):
        name = path.relative_to(data.root).as_posix()
        if path.stem in first_path:
            message = (
                f"the article id {path.stem!r} is taken by {first_path[path.stem]}: rename one"
            )
            findings.append(Finding(name, None, "", message))
            continue
        result = read_facts(path, name)
        if isinstance(result, ReadFacts):
            first_path[path.stem] = name
            read.append(result)
        else:
            findings.extend(result)
    return read, findings


def read_facts(path: Path, name: str) -> ReadFacts | list[Finding]:
    """Read one facts file, or say what is wrong with it."""
    if path.suffix != ".yaml":
        return [Finding(name, None, "file name", f"rename it to {path.stem}.yaml")]
    text = text_of(path, name)
    return parse_facts(text, name) if isinstance(text, str) else [text]


def parse_facts(text: str, name: str) -> ReadFacts | list[Finding]:
    """Parse the text of a facts file named `name` (its stem is the article's id)."""
    try:
        identity = require_slug(Path(name).stem)
    except ValueError as error:
        return [Finding(name, None, "file name", str(error))]
    document = document_of(text, name)
    if isinstance(document, Finding):
        return [document]
    if not isinstance(document.value, dict):
        empty = "the file is empty: " if document.value is None else ""
        return [Finding(name, 1, "", f"{empty}a facts file begins with `article:` and its fields")]
    try:
        facts = FactsFile.model_validate(document.value)
    except ValidationError as error:
        return list(_unique(findings_of(error, document, name, FactsFile)))
    return ReadFacts(identity, name, facts, document)


def _unique(findings: list[Finding]) -> Iterator[Finding]:
    yield from dict.fromkeys(findings)
