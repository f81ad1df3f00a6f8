"""The reader's word lists under data/reference/: each of them can be read and holds something."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.check import expectations
from loaders.facts.yaml import read_yaml_file
from loaders.findings import Finding
from loaders.paths import DataDirectory
from loaders.reference import Vocabulary


def check_word_lists(data: DataDirectory) -> Iterator[Finding]:
    """Find word lists that `extract` could not use; no facts file names entries of them."""
    checked_elsewhere = {expectations.NAME, *(vocabulary.path for vocabulary in Vocabulary)}
    for path in sorted(data.reference.glob("*.yaml")):
        name = f"reference/{path.name}"
        if name in checked_elsewhere:
            continue
        found = read_yaml_file(path, name)
        if isinstance(found, Finding):
            yield found
        elif found.value is None:
            yield Finding(name, None, "", "the file is empty")
