"""Facts files from disk: each one read, validated, or reported and left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from loaders.facts.advice import findings_of
from loaders.facts.models import FactsFile
from loaders.facts.yaml import FieldPath, YamlDocument, YamlError, read_yaml
from loaders.findings import Finding
from loaders.paths import DataDirectory
from loaders.slugs import require_slug


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
    """List the facts files in a fixed order; hidden files are editors' own."""
    found = (path for ending in ("yaml", "yml") for path in data.articles.rglob(f"*.{ending}"))
    return sorted(path for path in found if path.is_file() and not path.name.startswith("."))


def read_facts_files(data: DataDirectory) -> tuple[list[ReadFacts], list[Finding]]:
    """Read all facts files; a broken one becomes findings and the rest goes on."""
    read: list[ReadFacts] = []
    findings: list[Finding] = []
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
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return [Finding(name, None, "", f"cannot be read: {error}; save it as UTF-8")]
    return parse_facts(text, name)


def parse_facts(text: str, name: str) -> ReadFacts | list[Finding]:
    """Parse the text of a facts file named `name` (its stem is the article's id)."""
    try:
        identity = require_slug(Path(name).stem)
    except ValueError as error:
        return [Finding(name, None, "file name", str(error))]
    try:
        document = read_yaml(text)
    except YamlError as error:
        return [Finding(name, error.line, "", error.message)]
    if not isinstance(document.value, dict):
        return [Finding(name, 1, "", "a facts file begins with `article:` and its fields")]
    try:
        facts = FactsFile.model_validate(document.value)
    except ValidationError as error:
        return list(_unique(findings_of(error, document, name, FactsFile)))
    return ReadFacts(identity, name, facts, document)


def _unique(findings: list[Finding]) -> Iterator[Finding]:
    yield from dict.fromkeys(findings)
