"""The word lists of `data/reference/`: no section stands twice, and no list says a word twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from loaders.extraction.language.vocabulary import REFERENCE
from loaders.facts.yaml import read_yaml_file
from loaders.findings import Finding

FILES = sorted(REFERENCE.glob("*.yaml"))


def lists(content: Any) -> Iterator[str]:
    """Every string of a file that is a list of words between commas."""
    if isinstance(content, dict):
        for value in content.values():
            yield from lists(value)
    elif isinstance(content, str) and content.count(",") > 1:
        yield content


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_section_stands_twice_and_no_list_repeats_a_word(path: Path) -> None:
    read = read_yaml_file(path, path.name)
    assert not isinstance(read, Finding), str(read)
    for listed in lists(read.value):
        words = Counter(" ".join(word.split()) for word in listed.split(","))
        assert {word for word, times in words.items() if times > 1} == set(), listed[:60]
